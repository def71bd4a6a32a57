"""Pages of lines, laid out as a word processor would, for the tests of reading."""

from collections.abc import Sequence

from documents.pdf import Line, PdfPage, Rule

LETTER = 0.5  # the width of a letter, as a share of its size
STEP = 14.0


def line(text: str, *, top: float, left: float = 60.0, size: float = 11.0, bold: bool = False) -> Line:
    return Line(text, left, top, left + len(text) * size * LETTER, top + size * 0.9, size, bold)


def page(*lines: Line, number: int = 1) -> PdfPage:
    return PdfPage(number, 595.0, 842.0, lines)


def ruled_page(*lines: Line, columns: Sequence[float], rows: Sequence[float]) -> PdfPage:
    """A page with a table drawn on it: a rule down at each column's edge, and one across at each row's."""
    down = [Rule(edge, rows[0], edge + 0.5, rows[-1]) for edge in columns]
    across = [Rule(columns[0], edge, columns[-1], edge + 0.5) for edge in rows]
    return PdfPage(1, 595.0, 842.0, lines, (*down, *across))


def paragraph(text: str, *, top: float, left: float = 60.0, width: int = 85) -> list[Line]:
    """The text broken into lines of at most so many letters."""
    lines: list[str] = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return stacked(lines, top=top, left=left)


def stacked(lines: Sequence[str], *, top: float, left: float = 60.0) -> list[Line]:
    return [line(text, top=top + STEP * number, left=left) for number, text in enumerate(lines)]
