"""Two versions of a paper, word by word."""

from typing import Any

from documents.comparisons import Comparison, Run, compare, word_runs
from documents.models import Page


def page(*paragraphs: str, number: int = 1, blocks: list[dict[str, Any]] | None = None) -> Page:
    return Page(number=number, blocks=blocks or [{"kind": "paragraph", "text": text} for text in paragraphs])


def changed(comparison: Comparison) -> list[list[Run]]:
    return [passage.runs for passage in comparison.passages if passage.is_changed]


def test_changed_word_stands_between_those_that_stay() -> None:
    found = compare([page("The pool opens on Monday at noon.")], [page("The pool opens on Friday at noon.")])

    assert changed(found) == [
        [
            Run("same", "The pool opens on "),
            Run("deleted", "Monday "),
            Run("inserted", "Friday "),
            Run("same", "at noon."),
        ]
    ]


def test_unchanged_paragraphs_far_from_a_change_are_counted_alone() -> None:
    before = [f"Paragraph {number}." for number in range(10)]
    after = [*before[:5], "A new one.", *before[5:]]

    found = compare([page(*before)], [page(*after)])

    assert [(passage.skipped, passage.is_changed) for passage in found.passages] == [(4, False), (0, True), (0, False)]
    assert found.skipped_after == 4


def test_same_words_on_other_pages_are_no_change() -> None:
    found = compare([page("One.", "Two.")], [page("One."), page("Two.", number=2)])

    assert found.changes == 0


def test_lists_and_tables_are_compared_by_item_and_row() -> None:
    before = page(blocks=[{"kind": "table", "rows": [["Pool", "£1"], ["Park", "£2"]]}])
    after = page(blocks=[{"kind": "table", "rows": [["Pool", "£1"], ["Park", "£3"]]}])

    assert changed(compare([before], [after])) == [
        [Run("same", "Park | "), Run("deleted", "£2"), Run("inserted", "£3")]
    ]


def test_very_long_passage_is_replaced_whole() -> None:
    old, new = "old " * 5000, "new " * 5000

    assert word_runs(old, new) == [Run("deleted", old), Run("inserted", new)]


def test_paper_without_text_has_nothing_to_compare() -> None:
    assert compare([], []).passages == []
