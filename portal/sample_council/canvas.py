"""Draws pages first and puts them in order afterwards, so that a front sheet can name pages that come after it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from portal.sample_council.typesetting import FOOT, GREEN, LANDSCAPE, MARGIN, PORTRAIT, RUST

BLANK = "This page is intentionally left blank"


@dataclass(frozen=True, slots=True)
class Bookmark:
    level: int
    title: str


@dataclass(slots=True)
class DrawnPage:
    """A page as drawn, and what is stamped on it when the pack is put together."""

    state: dict[str, Any]
    number: int | None = None
    item: str = ""
    bookmark: Bookmark | None = None


class PackCanvas(Canvas):
    """A canvas that keeps its pages until `finish` writes them in the order given."""

    def __init__(self, path: Path, title: str) -> None:
        super().__init__(str(path), pagesize=PORTRAIT, invariant=1, pageCompression=1)
        self.pack_title = title
        self.drawn: list[DrawnPage] = []

    def showPage(self) -> None:  # noqa: N802 (ReportLab's name)
        self.drawn.append(DrawnPage(dict(self.__dict__)))
        self._startPage()

    def draw(self, story: Sequence[Flowable], running_head: str = "", template: str = "portrait") -> list[DrawnPage]:
        """The pages of `story`, padded to an even count as printers ask.

        It opens on the named template: portrait, landscape or slide.
        """
        before = len(self.drawn)
        _Document(running_head, template).build(list(story), canvasmaker=lambda *_, **__: self)
        if (len(self.drawn) - before) % 2:
            self._draw_blank()
        return self.drawn[before:]

    def finish(self, pages: Sequence[DrawnPage]) -> None:
        for place, page in enumerate(pages):
            self.__dict__.update(page.state)
            self._stamp(page)
            if page.bookmark:
                self.bookmarkPage(f"page-{place}")
                self.addOutlineEntry(page.bookmark.title, f"page-{place}", page.bookmark.level)
            super().showPage()
        self.setTitle(self.pack_title)
        self.setAuthor("Thornmere Borough Council")
        self.save()

    def _draw_blank(self) -> None:
        self.setPageSize(PORTRAIT)
        self.setFont("Helvetica", 11)
        self.drawCentredString(PORTRAIT[0] / 2, PORTRAIT[1] / 2, BLANK)
        self.showPage()

    def _stamp(self, page: DrawnPage) -> None:
        width, height = self._pagesize
        self.setFillColorRGB(0, 0, 0)
        if page.number is not None:
            self.setFont("Helvetica", 12)
            self.drawCentredString(width / 2, 9 * mm, f"Page {page.number}")
        if page.item:
            self.setFont("Helvetica", 12)
            self.drawRightString(width - 12 * mm, height - 12 * mm, f"Agenda Item {page.item}")


class _Document(BaseDocTemplate):
    """Portrait pages, and landscape pages or slides where a story asks for them."""

    def __init__(self, running_head: str, first: str) -> None:
        super().__init__(None, pagesize=PORTRAIT)
        self._doSave = 0  # the canvas is saved once, when the whole pack is in order
        self.running_head = running_head
        templates = [
            _template("portrait", PORTRAIT, _draw_running_head),
            _template("landscape", LANDSCAPE, _draw_running_head),
            _template("slide", LANDSCAPE, _draw_slide),
        ]
        self.addPageTemplates(sorted(templates, key=lambda template: template.id != first))


def _template(name: str, size: tuple[float, float], on_page: Callable[[Any, Any], None]) -> PageTemplate:
    width, height = size[0] - 2 * MARGIN, size[1] - MARGIN - FOOT
    frame = Frame(MARGIN, FOOT, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    return PageTemplate(name, [frame], pagesize=size, onPage=on_page)


def _draw_running_head(canvas: PackCanvas, document: _Document) -> None:
    """From the second page on."""
    if document.running_head and document.page > 1:
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(MARGIN, canvas._pagesize[1] - 17 * mm, document.running_head)


def _draw_slide(canvas: PackCanvas, document: _Document) -> None:
    """Bands of the council's colours, as in its slide template."""
    width, height = LANDSCAPE
    canvas.setFillColor(GREEN)
    canvas.rect(0, height - 10 * mm, width, 10 * mm, stroke=0, fill=1)
    canvas.setFillColor(RUST)
    canvas.rect(0, height - 12 * mm, width, 2 * mm, stroke=0, fill=1)
