"""The words of a search marked in a paper's text: pieces that the template escapes one by one."""

from dataclasses import dataclass

from documents.search import mark


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text, or, with no text, the place where the page of that number begins."""

    text: str
    marked: bool = False
    page: int | None = None


class WordMarker:
    """Marks what the search would mark for the same query; nothing for none."""

    def __init__(self, query: str) -> None:
        self.query = query.strip()

    def finds(self, text: str) -> bool:
        return any(piece.marked for piece in self.pieces(text))

    def pieces(self, text: str) -> list[Piece]:
        """The whole text, in pieces that are marked or not."""
        if not self.query:
            return [Piece(text)] if text else []
        return [Piece(fragment.text, fragment.marked) for fragment in mark(text, self.query)]
