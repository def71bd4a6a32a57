"""Reads a heading set in columns ("Date and time | Place | Contact") down each column, as a reader does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.packs.contacts import CONTACT
from documents.packs.front_labels import DATE_LABEL, TIME_LABEL, VENUE_LABEL
from documents.packs.rows import Cell, Row

LABELS = (DATE_LABEL, TIME_LABEL, VENUE_LABEL, CONTACT)
# A column's cells begin within this many points of its label, and it has at most so many rows.
ALIGNED = 14.0
MOST_ROWS = 9


def by_columns(rows: Sequence[Row]) -> list[Row]:
    """The rows, with those below a row of labels alone put in order of its columns."""
    for number, row in enumerate(rows[:60]):
        if is_row_of_labels(row):
            length = _length(rows[number:])
            if length > 1:
                return [*rows[:number], *_columns(rows[number : number + length]), *rows[number + length :]]
    return list(rows)


def is_row_of_labels(row: Row) -> bool:
    """Whether at least two cells of the row are labels with nothing after them."""
    return len(row.cells) > 1 and sum(_is_label(cell) for cell in row.cells) > 1


def _is_label(cell: Cell) -> bool:
    return any((match := label.match(cell.text)) and match.end() == len(cell.text) for label in LABELS)


def _length(rows: Sequence[Row]) -> int:
    """How many rows belong to the columns: close to each other, and each in line with one of the labels."""
    lefts = [cell.left for cell in rows[0].cells]
    for number in range(1, min(len(rows), MOST_ROWS)):
        row, above = rows[number], rows[number - 1]
        aligned = all(any(abs(cell.left - left) < ALIGNED for left in lefts) for cell in row.cells)
        crossing = any(
            cell.right > left + ALIGNED and left > cell.left + ALIGNED for cell in row.cells for left in lefts[1:]
        )
        if row.page != above.page or row.top - above.bottom > 1.2 * row.size or not aligned or crossing:
            return number
    return min(len(rows), MOST_ROWS)


def _columns(rows: Sequence[Row]) -> Iterator[Row]:
    for label in rows[0].cells:
        for row in rows:
            if cells := tuple(cell for cell in row.cells if abs(cell.left - label.left) < ALIGNED):
                yield replace(row, cells=cells)
