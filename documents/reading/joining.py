"""Passages that run on over the end of a page."""

from collections.abc import Sequence

from documents.reading.passages import ENDS, Passage
from documents.reading.words import Vocabulary, broken_end, join

RUNNING = ("paragraph", "numbered", "item")


def join_pages(passages_by_page: Sequence[list[Passage]], vocabulary: Vocabulary) -> None:
    """Moves the beginning of a page to the passage it goes on with, which notes where the page turns."""
    last: Passage | None = None
    for number, passages in enumerate(passages_by_page, start=1):
        if last and passages and _goes_on(last, passages[0]):
            _append(last, passages.pop(0), number, vocabulary)
        if passages:
            last = passages[-1]
        elif last is None or not last.turns or last.turns[-1][1] != number:
            last = None


def _goes_on(last: Passage, first: Passage) -> bool:
    if last.kind not in RUNNING or first.kind != "paragraph" or abs(first.size - last.size) > 0.8:
        return False
    if broken_end(last.text):
        return True
    if last.text.rstrip("”’\"')]").endswith(ENDS) or last.bold != first.bold:
        return False
    return first.text[:1].islower() or last.full


def _append(last: Passage, first: Passage, number: int, vocabulary: Vocabulary) -> None:
    whole = join(last.text, first.text, vocabulary)
    # The turn stands before the first letter of the new page: a word broken over it belongs to the page before.
    rest = len(first.text)
    if broken_end(last.text):
        rest -= len(first.text.split(" ", 1)[0])
        rest -= 1 if " " in first.text else 0
    last.turns.append((len(whole) - rest, number))
    last.text = whole
    last.rows.extend(first.rows)
    last.full = first.full
