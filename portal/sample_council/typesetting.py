"""Type, spacing and colour shared by all the sample papers."""

from html import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, Spacer

GREEN = HexColor("#164a41")
RUST = HexColor("#9c4a1a")
PALE = HexColor("#e8efec")
RULE = HexColor("#8aa39d")
BLACK = Color(0, 0, 0)

PORTRAIT = A4
LANDSCAPE = landscape(A4)
MARGIN = 25 * mm
FOOT = 24 * mm
INDENT = 12 * mm

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11.5, leading=15.5, spaceAfter=8)
NUMBERED = ParagraphStyle(
    "numbered", BODY, leftIndent=INDENT, bulletIndent=0, bulletFontName="Helvetica", bulletFontSize=11.5
)
BULLET = ParagraphStyle("bullet", BODY, leftIndent=INDENT + 6 * mm, bulletIndent=INDENT, spaceAfter=4)
PLAIN_BULLET = ParagraphStyle("plain-bullet", BODY, leftIndent=6 * mm, bulletIndent=0, spaceAfter=4)
INDENTED = ParagraphStyle("indented", BODY, leftIndent=INDENT)
HEADING = ParagraphStyle(
    "heading", BODY, fontName="Helvetica-Bold", fontSize=13, leading=17, spaceBefore=8, spaceAfter=6, keepWithNext=1
)
SUBHEADING = ParagraphStyle("subheading", BODY, fontName="Helvetica-Bold", spaceBefore=4, spaceAfter=4, keepWithNext=1)
TITLE = ParagraphStyle("title", BODY, fontName="Helvetica-Bold", fontSize=16, leading=21, spaceAfter=12)
CENTRED = ParagraphStyle("centred", BODY, alignment=TA_CENTER)
CENTRED_TITLE = ParagraphStyle("centred-title", TITLE, alignment=TA_CENTER)
CENTRED_HEADING = ParagraphStyle("centred-heading", HEADING, alignment=TA_CENTER)
CELL = ParagraphStyle("cell", BODY, fontSize=9.5, leading=12, spaceAfter=0)
CELL_HEADING = ParagraphStyle("cell-heading", CELL, fontName="Helvetica-Bold", textColor=GREEN)
CELL_FIGURE = ParagraphStyle("cell-figure", CELL, alignment=TA_RIGHT)
FIELD = ParagraphStyle("field", BODY, spaceAfter=0, leading=15)
SLIDE_TITLE = ParagraphStyle("slide-title", TITLE, fontSize=26, leading=32, textColor=GREEN, spaceAfter=18)
SLIDE_BODY = ParagraphStyle("slide-body", BODY, fontSize=17, leading=24, spaceAfter=10)
SLIDE_BULLET = ParagraphStyle("slide-bullet", SLIDE_BODY, leftIndent=9 * mm, bulletIndent=0)


def inline(text: str) -> str:
    """Text with **bold** and *italic* in ReportLab's own markup; all else is escaped."""
    text = escape(text, quote=False)
    for mark, tag in (("**", "b"), ("*", "i")):
        parts = text.split(mark)
        text = "".join(part if n % 2 == 0 else f"<{tag}>{part}</{tag}>" for n, part in enumerate(parts))
    return text


def paragraph(text: str, style: ParagraphStyle = BODY, label: str = "") -> Paragraph:
    return Paragraph(inline(text), style, bulletText=label or None)


def space(millimetres: float) -> Spacer:
    return Spacer(1, millimetres * mm)
