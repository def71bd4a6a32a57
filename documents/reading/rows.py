"""The lines of a page put back into rows, as the eye takes them, from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.pdf import Line, PdfPage

MOST_RUNS = 80  # side by side: more are no text that is read, and are put in rows of so many


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side at one height: one run, or several across columns, from left to right.

    Its middle, half-way down, is steadier from row to row than either edge of the marks.
    """

    runs: tuple[Line, ...]
    left: float
    right: float
    top: float
    bottom: float
    middle: float
    size: float
    bold: bool
    text: str

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Row":
        runs = tuple(lines)
        if len(runs) == 1:  # as most are, and this is the busiest place of all
            run = runs[0]
            middle = (run.top + run.bottom) / 2
            return cls(runs, run.left, run.right, run.top, run.bottom, middle, run.size, run.bold, run.text)
        top, bottom = min(run.top for run in runs), max(run.bottom for run in runs)
        return cls(
            runs=runs,
            left=runs[0].left,
            right=max(run.right for run in runs),
            top=top,
            bottom=bottom,
            middle=(top + bottom) / 2,
            size=max(runs, key=lambda run: len(run.text)).size,
            bold=all(run.bold for run in runs),
            text=" ".join(run.text for run in runs),
        )


def rows_of(page: PdfPage) -> list[Row]:
    """Every line of the page that has text, in rows."""
    rows: list[list[Line]] = []
    for line in sorted((line for line in page.lines if line.text.strip()), key=lambda line: (line.top, line.left)):
        beside = next((row for row in reversed(rows[-4:]) if len(row) < MOST_RUNS and _stands_beside(line, row)), None)
        if beside is None:
            rows.append([line])
        else:
            beside.append(line)
    in_order = (sorted(row, key=lambda line: line.left) if len(row) > 1 else row for row in rows)
    return sorted(map(Row.of, in_order), key=lambda row: row.top)


def _stands_beside(line: Line, row: Sequence[Line]) -> bool:
    """The smaller of two marks (a bullet, a dash) has its middle within the larger, and they do not overlap."""
    tallest = max(row, key=lambda other: other.bottom - other.top) if len(row) > 1 else row[0]
    if line.top > tallest.bottom or line.bottom < tallest.top:
        return False
    small, large = sorted((line, tallest), key=lambda mark: mark.bottom - mark.top)
    middle = (small.top + small.bottom) / 2
    within = large.top <= middle <= large.bottom and abs(line.bottom - tallest.bottom) < 0.6 * max(line.size, 1)
    return within and not any(line.left < other.right - 1 and other.left < line.right - 1 for other in row)
