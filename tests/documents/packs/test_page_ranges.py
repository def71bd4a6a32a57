import pytest

from documents.packs.page_ranges import NOTE, PrintedRange, bare_range, half_range, worded_range


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Minutes (Pages 19 - 24)", 19, 24),
        ("Minutes (Page 5)", 5, 5),
        ("Minutes Pages 5 to 18", 5, 18),
        ("Minutes [pages 5–18]", 5, 18),
        ("Cofnodion (Tudalennau 3 - 8)", 3, 8),
        ("Minutes (pp. 3-8)", 3, 8),
    ],
)
def test_range_after_the_word_pages(text: str, first: int, last: int) -> None:
    found = worded_range(text)

    assert found is not None
    assert found[0] == PrintedRange(first, last)


@pytest.mark.parametrize("text", ["Minutes", "Page", "(Pages 24 - 19)", "Home pages", "stage 5 - 18"])
def test_no_worded_range(text: str) -> None:
    assert worded_range(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("5 - 18", (5, 18)), ("1-10", (1, 10)), ("(5 – 18)", (5, 18)), ("7", (7, 7)), ("Pages 5 - 18", (5, 18))],
)
def test_bare_range(text: str, expected: tuple[int, int]) -> None:
    assert bare_range(text) == PrintedRange(*expected)


@pytest.mark.parametrize("text", ["18 - 5", "0", "5 - 18 approx", "Minutes", "5.1", ""])
def test_no_bare_range(text: str) -> None:
    assert bare_range(text) is None


def test_range_broken_after_its_dash() -> None:
    assert half_range("19 -") == 19
    assert half_range("19") is None


@pytest.mark.parametrize(
    "text", ["TO FOLLOW", "(To Follow)", "To-follow", "(Verbal Report)", "Verbal", "Oral update", "(report to follow)"]
)
def test_note_instead_of_pages(text: str) -> None:
    assert NOTE.fullmatch(text)


def test_range_broken_before_its_dash() -> None:
    assert half_range("(Pages 5") == 5
    assert half_range("(Pages 5)") is None
