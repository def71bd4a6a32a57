"""A paper as one row of pieces, whatever page and kind of file each came from: what every reader here reads."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from documents.reading import ReadPage

PieceKind = Literal["heading", "paragraph", "numbered", "item", "table", "lines"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, paragraph, numbered paragraph, list item, table or group of lines.

    label is the number of a heading or paragraph ("4.12") or the marker of an item ("•", "(a)"). rows are a table's
    cells, and for lines one cell a row. strong is a paragraph all in bold. depth is an item's, from 0.
    anchor is the block's, or "". under has the row and column of each cell of a table that the one above it covers.
    """

    kind: PieceKind
    page: int
    text: str = ""
    label: str = ""
    level: int = 0
    depth: int = 0
    strong: bool = False
    anchor: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    under: frozenset[tuple[int, int]] = frozenset()

    @property
    def line(self) -> str:
        """As it reads: label and text, or the cells of a table, a row a line."""
        if self.rows:
            return "\n".join(" | ".join(cell for cell in row if cell) for row in self.rows)
        return f"{self.label} {self.text}".strip()


def pieces_of(pages: Sequence[ReadPage]) -> list[Piece]:
    """The pieces of one paper in the order they are read, without blank pages."""
    return [piece for page in pages for block in page.blocks for piece in _pieces(block, page.number)]


def _pieces(block: dict[str, Any], page: int) -> Iterator[Piece]:
    kind = block["kind"]
    if kind == "list":
        for item in block["items"]:
            yield Piece("item", page, item["text"], item["marker"], depth=item["depth"])
    elif kind == "table":
        under = frozenset((row, column) for row, column in block.get("under", ()))
        yield Piece("table", page, rows=tuple(tuple(row) for row in block["rows"]), under=under)
    elif kind == "lines":
        yield Piece("lines", page, rows=tuple((line,) for line in block["lines"]))
    elif kind != "blank":
        yield Piece(
            kind,
            page,
            block["text"],
            block.get("label", ""),
            level=block.get("level", 0),
            strong=block.get("strong", False) or kind == "heading",
            anchor=block.get("anchor", ""),
        )


def text_of(pieces: Iterable[Piece]) -> str:
    """Pieces as one text: an empty line between paragraphs, list items on lines of their own after their marker."""
    text = ""
    for piece in pieces:
        between = "\n" if piece.kind == "item" and text else "\n\n"
        text = f"{text}{between}{piece.line}" if text else piece.line
    return re.sub(r"[ \t]+", " ", text).strip()
