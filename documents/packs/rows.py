"""The lines of a page put together as a reader sees them: rows of cells, top to bottom, left to right."""

from collections.abc import Iterable
from dataclasses import dataclass

from documents.packs.cleaning import clean
from documents.pdf import Line, PdfPage

# Two runs stand on one row when the lower part of one overlaps the other by this share of its height.
OVERLAP = 0.5
# No line of a front sheet is longer; what is cut off is only the text of a hostile file.
LONGEST_CELL = 400


@dataclass(frozen=True, slots=True)
class Cell:
    """A run of cleaned text; positions are points from the top left of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Cells on one line of page number `page` (from 1), left to right; there is always one."""

    page: int
    page_width: float
    page_height: float
    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)

    @property
    def left(self) -> float:
        return self.cells[0].left

    @property
    def right(self) -> float:
        return self.cells[-1].right

    @property
    def top(self) -> float:
        return min(cell.top for cell in self.cells)

    @property
    def bottom(self) -> float:
        return max(cell.bottom for cell in self.cells)

    @property
    def size(self) -> float:
        return max(cell.size for cell in self.cells)

    @property
    def bold(self) -> bool:
        return all(cell.bold for cell in self.cells)


def rows_of(page: PdfPage) -> list[Row]:
    """The rows of a page; runs without letters or digits are left out, but for bullets."""
    rows: list[list[Cell]] = []
    for cell in sorted(_cells(page.lines), key=lambda cell: (cell.bottom, cell.left)):
        if rows and _same_row(rows[-1], cell):
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return [_row(page, cells) for cells in rows]


def _cells(lines: Iterable[Line]) -> Iterable[Cell]:
    for line in lines:
        if text := clean(line.text[:LONGEST_CELL]):
            yield Cell(text, line.left, line.top, line.right, line.bottom, line.size, line.bold)


def _same_row(row: list[Cell], cell: Cell) -> bool:
    """Whether the cell overlaps the row's line: measured on the letters' own height, which may be low."""
    last = row[-1]
    overlap = min(last.bottom, cell.bottom) - max(last.top, cell.top)
    height = min(last.bottom - last.top, cell.bottom - cell.top)
    return overlap >= OVERLAP * max(height, 0.1)


def _row(page: PdfPage, cells: list[Cell]) -> Row:
    ordered = tuple(sorted(cells, key=lambda cell: cell.left))
    return Row(page.number, page.width, page.height, ordered)
