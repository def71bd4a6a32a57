"""The words of a search marked in a text: the text is cut where they stand, and the template escapes each piece."""

import re
from dataclasses import dataclass

MOST_WORDS = 12
WORD = re.compile(r"-?\w+(?:['’]\w+)*")
# "meeting", "meetings" and "meets" are marked alike, as the search finds them alike.
ENDING = re.compile(r"(?<=\w{3})(?:ies|ings?|ed|es|e|s|y)$")
ENDINGS = r"(?:ies|ings?|ed|es|e|s|y|d)?"


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text; `page` is the number of the page that begins before it, if one does."""

    text: str
    marked: bool = False
    page: int | None = None
    label: str = ""


class WordMarker:
    """Marks the words of a query as they would be typed into the search box; those after a minus are not asked for."""

    def __init__(self, query: str) -> None:
        found = WORD.findall(query.lower())
        self.words = [word for word in found if not word.startswith("-") and word not in ("and", "or", "not")]
        stems = sorted({ENDING.sub("", word) for word in self.words[:MOST_WORDS]}, key=len, reverse=True)
        alternatives = "|".join(re.escape(stem) for stem in stems)
        self.pattern = re.compile(rf"\b(?:{alternatives}){ENDINGS}\b", re.IGNORECASE) if stems else None

    def finds(self, text: str) -> bool:
        return self.pattern is not None and self.pattern.search(text) is not None

    def pieces(self, text: str) -> list[Piece]:
        """The whole text, in pieces that are marked or not."""
        if self.pattern is None:
            return [Piece(text)]
        pieces, end = [], 0
        for match in self.pattern.finditer(text):
            pieces += [Piece(text[end : match.start()]), Piece(match[0], marked=True)]
            end = match.end()
        return [piece for piece in [*pieces, Piece(text[end:])] if piece.text]
