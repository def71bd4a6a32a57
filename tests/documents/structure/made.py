"""Papers made for the tests of structure: as text, as HTML, or laid out as a PDF."""

from pathlib import Path

from documents.structure.pieces import Piece, pieces_of
from documents.structure.sources import pages_of_file, pages_of_html, pages_of_text


def of_text(text: str) -> list[Piece]:
    """The pieces of plain text, or of text marked as in Markdown; a form feed begins a page."""
    return pieces_of(pages_of_text(text))


def of_html(html: str) -> list[Piece]:
    return pieces_of(pages_of_html(html))


def of_paper(folder: str, name: str) -> list[Piece]:
    """The pieces of a paper in `<folder>/papers`, by the name of its file."""
    return pieces_of(pages_of_file(Path(__file__).parent / folder / "papers" / name))
