"""Pages and pieces made by hand, for the tests of what is read from them."""

from documents.reading import ReadPage
from documents.structure.pieces import Piece
from documents.structure.sources import pages_of_text


def pages(text: str) -> list[ReadPage]:
    return pages_of_text(text)


def paragraph(text: str, page: int = 1, *, strong: bool = False) -> Piece:
    return Piece("paragraph", page, text, strong=strong)


def numbered(label: str, text: str, page: int = 1) -> Piece:
    return Piece("numbered", page, text, label)


def heading(text: str, label: str = "", page: int = 1) -> Piece:
    return Piece("heading", page, text, label, level=2, strong=True)


def item(text: str, marker: str = "•", page: int = 1) -> Piece:
    return Piece("item", page, text, marker)


def table(*rows: tuple[str, ...], page: int = 1) -> Piece:
    return Piece("table", page, rows=rows)
