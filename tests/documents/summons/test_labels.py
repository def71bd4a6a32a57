"""What the pages of a paper are called in a pack."""

import pytest

from documents.summons.labels import page_labels


@pytest.mark.parametrize(
    ("first", "last", "pages", "blank", "labels"),
    [
        (5, 7, 3, (), {1: "5", 2: "6", 3: "7"}),
        (5, 8, 4, (4,), {1: "5", 2: "6", 3: "7"}),  # numbered elsewhere, its blank page with the others
        (5, 7, 4, (2,), {1: "5", 3: "6", 4: "7"}),  # numbered here, without it
        (5, 6, 4, (), {1: "5", 2: "6", 3: "6a", 4: "6b"}),  # corrected, and longer than it was
        (5, 9, 2, (), {1: "5", 2: "6"}),  # corrected, and shorter
        (None, None, 3, (), {}),
    ],
)
def test_pages_are_called(
    first: int | None, last: int | None, pages: int, blank: tuple[int, ...], labels: dict[int, str]
) -> None:
    assert page_labels(first, last, pages, blank) == labels


def test_letters_go_on_after_z() -> None:
    assert page_labels(1, 1, 29)[29] == "1ab"
