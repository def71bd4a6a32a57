"""Packs made by hand for the tests: a layout becomes plain PdfText, or a whole PDF file.

A layout is a list of rows, each of cells at a distance from the left edge. The same layout serves both, so that
what is tested line by line is also tested through the PDF library.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from documents.pdf import Bookmark, Line, PdfPage, PdfText

WIDTH, HEIGHT = 595.0, 842.0
TOP, PITCH = 50.0, 1.35
MARGIN = 60.0


@dataclass(frozen=True)
class LaidRow:
    """Cells of (distance from the left, text) on one line; above is extra space over it in points."""

    cells: tuple[tuple[float, str], ...]
    bold: bool = False
    size: float = 11.0
    above: float = 0.0


@dataclass(frozen=True)
class Paper:
    """A document in the pack: label and title of its item's bookmark (none for a further paper's), its pages."""

    title: str
    pages: int
    label: str = ""
    lines: tuple[str, ...] = ()
    level: int = 0
    stamp: str | None = None


@dataclass
class Made:
    """Pages of rows, with stamps and bookmarks."""

    pages: list[list[LaidRow]]
    bookmarks: list[Bookmark] = field(default_factory=list)
    stamps: dict[int, list[tuple[float, float, str]]] = field(default_factory=dict)


def row(*cells: tuple[float, str] | str, bold: bool = False, size: float = 11.0, above: float = 0.0) -> LaidRow:
    """A row: a bare text stands at the left margin."""
    placed = tuple((MARGIN, cell) if isinstance(cell, str) else cell for cell in cells)
    return LaidRow(placed, bold, size, above)


def rows(text: str, *, x: float = MARGIN, bold: bool = False, size: float = 11.0) -> list[LaidRow]:
    """A row for each line of the text; a blank line leaves a gap."""
    laid, above = [], 0.0
    for line in text.strip("\n").split("\n"):
        if not line.strip():
            above += 10.0
            continue
        laid.append(LaidRow(((x, line.strip()),), bold, size, above))
        above = 0.0
    return laid


def pack(
    front: Sequence[Sequence[LaidRow]],
    papers: Sequence[Paper] = (),
    *,
    first_number: int = 1,
    numbers: bool = True,
    marks: bool = True,
    stamps: bool = True,
    number_form: str = "Page {}",
) -> Made:
    """A pack as it is commonly put together: front sheet, papers padded to even lengths, stamps, bookmarks."""
    made = Made([list(page) for page in front])
    if marks:
        made.bookmarks.append(Bookmark(0, "Agenda", 1))
    number = first_number
    for paper in papers:
        start = len(made.pages) + 1
        for page in range(paper.pages):
            made.pages.append(_paper_page(paper, page))
        if paper.pages % 2:
            made.pages.append([row((200.0, "This page is intentionally left blank"), above=300.0)])
        for offset in range(len(made.pages) - start + 1):
            if numbers:
                made.stamps.setdefault(start + offset, []).append((270.0, HEIGHT - 25, number_form.format(number)))
            number += 1
        label = paper.label if paper.stamp is None else paper.stamp
        if stamps and label:
            made.stamps.setdefault(start, []).append((470.0, 20.0, f"Agenda Item {label}"))
        if marks:
            made.bookmarks.append(Bookmark(paper.level, f"{paper.label} {paper.title}".strip(), start))
    return made


def _paper_page(paper: Paper, page: int) -> list[LaidRow]:
    lines = paper.lines if page == 0 and paper.lines else (f"{paper.title}: text of page {page + 1} of this paper.",)
    return [row(line) for line in lines]


def as_text(made: Made) -> PdfText:
    """The pack as the PDF library would read it, with the widths of Helvetica."""
    pages = []
    for number, laid in enumerate(made.pages, start=1):
        lines = [*_lines(laid), *_stamp_lines(made.stamps.get(number, []))]
        pages.append(PdfPage(number, WIDTH, HEIGHT, tuple(lines)))
    return PdfText(tuple(pages), tuple(made.bookmarks))


def _lines(laid: Sequence[LaidRow]) -> Iterator[Line]:
    for one, baseline in _baselines(laid):
        for left, text in one.cells:
            right = left + stringWidth(text, _font(one), one.size)
            yield Line(text, left, baseline - one.size * 0.72, right, baseline + one.size * 0.21, one.size, one.bold)


def _stamp_lines(stamps: Sequence[tuple[float, float, str]]) -> Iterator[Line]:
    for left, top, text in stamps:
        yield Line(text, left, top, left + stringWidth(text, "Helvetica", 10), top + 9, 10.0, False)


def _baselines(laid: Sequence[LaidRow]) -> Iterator[tuple[LaidRow, float]]:
    place = TOP
    for one in laid:
        place += one.above + one.size * PITCH
        yield one, place


def _font(one: LaidRow) -> str:
    return "Helvetica-Bold" if one.bold else "Helvetica"


def as_pdf(made: Made, path: Path) -> Path:
    """The pack as a PDF file."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
    for number, laid in enumerate(made.pages, start=1):
        for index, mark in enumerate(made.bookmarks):
            if mark.page == number:
                canvas.bookmarkPage(f"mark-{index}")
                canvas.addOutlineEntry(mark.title, f"mark-{index}", mark.level)
        for one, baseline in _baselines(laid):
            canvas.setFont(_font(one), one.size)
            for left, text in one.cells:
                canvas.drawString(left, HEIGHT - baseline, text)
        canvas.setFont("Helvetica", 10)
        for left, top, text in made.stamps.get(number, []):
            canvas.drawString(left, HEIGHT - top - 9, text)
        canvas.showPage()
    canvas.save()
    return path
