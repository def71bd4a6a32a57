import pytest

from documents.structure.minutes.people import Attendee, names_in, people_in, posts_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Councillors Dench (Chair), Dell, Grove OBE and Wynn", ["Dench", "Dell", "Grove", "Wynn"]),
        ("Cllrs A. Khan, B. Lee & C. Moyo", ["A. Khan", "B. Lee", "C. Moyo"]),
        (
            "Mr R W Goole (Chairman), Mrs S Chard and Mr R C Lowe, OBE",
            ["Mr R W Goole", "Mrs S Chard", "Mr R C Lowe"],
        ),
        ("Councillor Jane Ash Councillor Tom Box", ["Jane Ash", "Tom Box"]),
        ("The Mayor, Councillor Roger Tallis", ["Roger Tallis"]),
        ("Councillors H. ap Rhys, S. de Souza and P. O'Neill", ["H. ap Rhys", "S. de Souza", "P. O'Neill"]),
        ("PC Owen Hart", ["PC Owen Hart"]),
        ("None", []),
        ("4 members of the public", []),
        ("One member of the public", []),
        ("Jo Ash AM (Chair) Tom Box AM", ["Jo Ash", "Tom Box"]),
        ("Jo Ash AM Tom Box MBE AM", ["Jo Ash", "Tom Box"]),
        ("Messrs. B. Ash, Mr. A. Box", ["B. Ash", "Mr. A. Box"]),
        ("Councillor M. Ash, Mayor", ["M. Ash"]),
        ("There were no apologies.", []),
        ("See the attached list at clerk@example.org", []),
    ],
)
def test_names_in_a_list(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mary Crane, Roman Catholic Diocese", [Attendee("Mary Crane", representing="Roman Catholic Diocese")]),
        (
            "Mr W Grove Clerk and Executive Officer to Elm Parish Council",
            [Attendee("Mr W Grove", representing="Clerk and Executive Officer to Elm Parish Council")],
        ),
        (
            "Mrs S Ash (Clerk) and Unitary Cllr J Box",
            [Attendee("Mrs S Ash", representing="Clerk"), Attendee("J Box", councillor=True)],
        ),
        (
            "Mrs S Holm (Director of Children, Young People and Schools) and McKee (Acting Chief Accountant)",
            [
                Attendee("Mrs S Holm", representing="Director of Children, Young People and Schools"),
                Attendee("McKee", representing="Acting Chief Accountant"),
            ],
        ),
        ("Laura Finch – Head of Skills", [Attendee("Laura Finch", representing="Head of Skills")]),
        ("Director of Housing (Mary Agnew)", [Attendee("Mary Agnew", representing="Director of Housing")]),
        ("Prof Ruth Zammit (via Teams)", [Attendee("Prof Ruth Zammit", virtually=True)]),
        (
            "Ann Box, Committee and Member Services Officer",
            [Attendee("Ann Box", representing="Committee and Member Services Officer")],
        ),
        ("Ann Box (Vice-Chair)", [Attendee("Ann Box", "vice-chair")]),
        ("Ann Box (Labour)", [Attendee("Ann Box")]),
        ("Ann Box (from 7.15 pm)", [Attendee("Ann Box")]),
        (
            "Cllr Ann Box (substitute for Cllr Tom Cray)",
            [Attendee("Ann Box", councillor=True, substitute=True, replaces="Tom Cray")],
        ),
        (
            "Jane Smith, Head of Planning, Tom Jones, Solicitor and Ann Green, Clerk",
            [
                Attendee("Jane Smith", representing="Head of Planning"),
                Attendee("Tom Jones", representing="Solicitor"),
                Attendee("Ann Green", representing="Clerk"),
            ],
        ),
    ],
)
def test_posts_roles_and_bodies(text: str, people: list[Attendee]) -> None:
    assert people_in(text) == people


def test_officers_named_by_their_posts() -> None:
    assert [person.name for person in posts_in("Chief Executive, Director of Adults, Children and Families")] == [
        "Chief Executive",
        "Director of Adults, Children and Families",
    ]
