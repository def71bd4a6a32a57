import pytest

from documents.structure.minutes.declarations import declarations_in
from documents.structure.pieces import Piece
from documents.structure.understood import ReadDeclaration


def declared(text: str, title: str = "Declarations of interest") -> list[ReadDeclaration]:
    return declarations_in(title, [Piece("paragraph", 1, text)])


@pytest.mark.parametrize(
    ("text", "name", "item"),
    [
        ("Councillor Brill declared an interest in relation to agenda 9, as she lived there.", "Brill", "9"),
        ("Councillor Ann Box declared a personal interest in item B2 as a governor.", "Ann Box", "B2"),
        ("Mr R Thorne declared a disclosable pecuniary interest in Item 5.", "Mr R Thorne", "5"),
        ("Cllr Box made a declaration in respect of minute 48.", "Box", "48"),
        ("Councillor Box – Item 7 – Personal – Governor of the school.", "Box", "7"),
        ("Councillor Box declared a personal interest as a governor.", "Box", ""),
        ("Councillor Box stated that, as a trustee, she had taken no part in the trust's discussions.", "Box", ""),
    ],
)
def test_declaration(text: str, name: str, item: str) -> None:
    assert declared(text) == [ReadDeclaration(name, text, item)]


@pytest.mark.parametrize(
    "text",
    [
        "None.",
        "There were no declarations of interest.",
        "Members were reminded to declare interests.",
        "No interests were declared.",
    ],
)
def test_no_declaration(text: str) -> None:
    assert declared(text) == []


def test_declaration_made_later_in_the_meeting() -> None:
    text = "Councillor Box declared an interest in this item and left the room."

    assert declared(text, "Grants") == [ReadDeclaration("Box", text)]


def test_two_members_in_one_sentence() -> None:
    assert [one.name for one in declared("Councillors Ash and Box each declared an interest in item 5.")] == [
        "Ash",
        "Box",
    ]
