import pytest

from committees.models import Access, Council
from portal.papers.withheld import access_in_law

Jurisdiction = Council.Jurisdiction


@pytest.mark.parametrize(
    ("jurisdiction", "paragraphs", "words"),
    [
        (Jurisdiction.ENGLAND, [3], "paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A"),
        (Jurisdiction.ENGLAND, [5, 1], "paragraphs 1 (an individual) and 5 (legal professional privilege) of Part 1"),
        (Jurisdiction.WALES, [14], "paragraph 14 (financial or business affairs) of Part 4 of Schedule 12A"),
        (Jurisdiction.ENGLAND, [9], "paragraph 9 of Part 1"),
        (Jurisdiction.SCOTLAND, [3], "Not for publication: exempt information."),
    ],
)
def test_exempt_is_told_as_the_law_has_it(jurisdiction: str, paragraphs: list[int], words: str) -> None:
    assert words in access_in_law(Access.EXEMPT, paragraphs, Council(name="A", jurisdiction=jurisdiction))


def test_confidential_has_no_paragraph() -> None:
    words = access_in_law(Access.CONFIDENTIAL, [], Council(name="A"))
    assert "confidential" in words
    assert "paragraph" not in words
