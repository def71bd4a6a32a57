"""The lines of a page put back into rows, as the eye takes them, from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from documents.pdf import Line, PdfPage

MOST_RUNS = 80  # side by side: more are no text that is read, and are put in rows of so many


@dataclass(frozen=True)
class Row:
    """What stands side by side at one height: one run, or several across columns, from left to right."""

    runs: tuple[Line, ...]

    @cached_property
    def left(self) -> float:
        return self.runs[0].left

    @cached_property
    def right(self) -> float:
        return max(run.right for run in self.runs)

    @cached_property
    def top(self) -> float:
        return min(run.top for run in self.runs)

    @cached_property
    def bottom(self) -> float:
        return max(run.bottom for run in self.runs)

    @cached_property
    def middle(self) -> float:
        """Half-way down: steadier from row to row than either edge of the marks."""
        return (self.top + self.bottom) / 2

    @cached_property
    def size(self) -> float:
        return max(self.runs, key=lambda run: len(run.text)).size

    @cached_property
    def bold(self) -> bool:
        return all(run.bold for run in self.runs)

    @cached_property
    def text(self) -> str:
        return " ".join(run.text for run in self.runs)


def rows_of(page: PdfPage) -> list[Row]:
    """Every line of the page that has text, in rows."""
    rows: list[list[Line]] = []
    for line in sorted((line for line in page.lines if line.text.strip()), key=lambda line: (line.top, line.left)):
        beside = next((row for row in reversed(rows[-4:]) if len(row) < MOST_RUNS and _stands_beside(line, row)), None)
        if beside is None:
            rows.append([line])
        else:
            beside.append(line)
    return sorted((_row(row) for row in rows), key=lambda row: row.top)


def _row(lines: Sequence[Line]) -> Row:
    return Row(tuple(sorted(lines, key=lambda line: line.left)))


def _stands_beside(line: Line, row: Sequence[Line]) -> bool:
    """The smaller of two marks (a bullet, a dash) has its middle within the larger, and they do not overlap."""
    tallest = max(row, key=lambda other: other.bottom - other.top)
    small, large = sorted((line, tallest), key=lambda mark: mark.bottom - mark.top)
    middle = (small.top + small.bottom) / 2
    within = large.top <= middle <= large.bottom and abs(line.bottom - tallest.bottom) < 0.6 * max(line.size, 1)
    return within and not any(line.left < other.right - 1 and other.left < line.right - 1 for other in row)
