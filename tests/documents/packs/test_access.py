import pytest

from documents.packs.access import (
    access_of,
    is_exclusion,
    item_is_withheld,
    page_marking,
    paragraphs_in,
    section_is_private,
    title_is_marked,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("exempt under paragraph 3 of Part 1 of Schedule 12A", [3]),
        ("Exempt information by virtue of paragraphs 1 and 2", [1, 2]),
        ("paragraphs 1, 2 & 6a of Schedule 12A", [1, 2, 6]),
        ("Schedule 12A (paragraphs 14 to 16)", [14, 15, 16]),
        ("as described in paragraphs 1-7 of Part 1 of Schedule 12A", []),
        ("see paragraph 3 of the report", []),
        ("", []),
    ],
)
def test_paragraphs_of_schedule_12a(text: str, expected: list[int]) -> None:
    assert paragraphs_in(text) == expected


@pytest.mark.parametrize(
    ("title", "text", "private"),
    [
        ("UNRESTRICTED ITEMS", "", False),
        ("EXEMPT ITEMS", "", True),
        ("Urgent non-exempt items (if any)", "", False),
        ("Confidential/exempt items", "", True),
        ("PART 1 - PUBLIC", "", False),
        ("PART 2 - PRIVATE", "", True),
        ("ITEMS FROM WHICH THE PUBLIC MAY BE EXCLUDED", "", True),
        ("Items for Decision/Discussion", "", False),
    ],
)
def test_private_sections(title: str, text: str, private: bool) -> None:
    assert section_is_private(title, text) is private


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("Exempt Appendix B", True),
        ("Appendix B (Exempt)", True),
        ("Land sale - NOT FOR PUBLICATION", True),
        ("Restricted Minutes", True),
        ("Lease (Part 2)", True),
        ("Private hire vehicle fares", False),
        ("Confidential reporting policy", False),
        ("Restricted byways", False),
        ("Non-exempt appendix", False),
        ("Restricting parking", False),
    ],
)
def test_marked_titles(title: str, marked: bool) -> None:
    assert title_is_marked(title) is marked


def test_exclusion_of_the_public_is_not_withheld_itself() -> None:
    assert is_exclusion("EXCLUSION OF PRESS AND PUBLIC")
    assert not item_is_withheld("Exclusion of the Press and Public", "exempt under paragraph 3 of Schedule 12A")


def test_open_report_with_an_exempt_appendix_is_not_withheld() -> None:
    assert not item_is_withheld("Depot", "Appendix B is exempt, not for publication under paragraph 3")


def test_access_by_the_words() -> None:
    assert access_of("Confidential item", under=True) == "confidential"
    assert access_of("Exempt item", under=True) == "exempt"
    assert access_of("Item in paragraph 3 of Schedule 12A", under=True) == "exempt"
    assert access_of("Budget") == "open"


@pytest.mark.parametrize(
    ("lines", "marked"),
    [
        (["NOT FOR PUBLICATION by virtue of paragraph 3", "Report of the Director"], True),
        (["EXEMPT", "Report of the Director"], True),
        (["Delete as appropriate", "Non-exempt"], False),
        (["Confidential or Exempt: No", "Report"], False),
        (["Exempt: Appendix 2 only"], False),
        (["Report of the Director", "1. Summary"], False),
    ],
)
def test_marking_at_the_head_of_a_page(lines: list[str], marked: bool) -> None:
    assert bool(page_marking(lines)) is marked
