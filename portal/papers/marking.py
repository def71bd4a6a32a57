"""The words of a search marked in a paper's text, and its links: pieces that the template escapes one by one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.reading.links import EMAIL, safe_address
from documents.search import Request, mark

Link = tuple[int, int, str]  # where it starts and ends in its text, and its address
Turn = tuple[int, int]  # where in a text a further page begins, and its number
# Addresses written out in a text, and what ends a sentence rather than an address.
WRITTEN = re.compile(rf"(?:https?://|www\.)[^\s<>\"“”‘’\\]+|{EMAIL.pattern}", re.IGNORECASE)
AFTER = ".,;:!?'*)]}"
OPENING = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text; or a link, its text in pieces of its own; or, with neither, where the page of a number begins."""

    text: str
    marked: bool = False
    page: int | None = None
    address: str = ""
    inner: tuple["Piece", ...] = ()


class WordMarker:
    """Marks what the search would mark for the same query (documents.search.asked_for); nothing for none."""

    def __init__(self, request: Request | None = None) -> None:
        self.request = request or Request()

    def finds(self, text: str) -> bool:
        return any(piece.marked for piece in self._marked(text))

    def pieces(self, text: str, *, links: Iterable[Link] = (), turns: Iterable[Turn] = ()) -> list[Piece]:
        """The whole text, in pieces that are marked or linked or not.

        links are those the file holds; addresses written out in the text become links too. turns are the places
        where further pages begin, with their numbers.
        """
        if not text:
            return []
        links, turns = with_written_links(text, links), list(turns)
        if not links and not turns:
            return self._marked(text)
        places = {0, len(text), *(place for place, _page in turns)}
        places |= {place for start, end, _address in links for place in (start, end)}
        return _put_together(self._cut(text, sorted(places)), links, turns)

    def _marked(self, text: str) -> list[Piece]:
        if not self.request.has_words:
            return [Piece(text)] if text else []
        return [Piece(fragment.text, fragment.marked) for fragment in mark(text, self.request)]

    def _cut(self, text: str, places: Sequence[int]) -> Iterator[tuple[int, Piece]]:
        """The marked pieces, each with where it starts, broken at the places too."""
        whole = self._marked(text)
        if "".join(piece.text for piece in whole) != text:  # marking wrote letters and their accents as one
            whole = [Piece(text)]
        start = 0
        for piece in whole:
            end = start + len(piece.text)
            edges = [start, *places[bisect_right(places, start) : bisect_left(places, end)], end]
            for first, last in pairwise(edges):
                yield first, Piece(text[first:last], piece.marked)
            start = end


def _put_together(cut: Iterable[tuple[int, Piece]], links: Sequence[Link], turns: Sequence[Turn]) -> list[Piece]:
    """Pieces of one link in one; a turn of the page before what follows it, and never within a link."""
    pieces: list[Piece] = []
    coming, waiting, end = list(reversed(links)), list(reversed(turns)), 0
    for start, piece in cut:
        if start < end:
            link = pieces.pop()
            pieces.append(Piece("", address=link.address, inner=(*link.inner, piece)))
            continue
        while waiting and waiting[-1][0] <= start:
            pieces.append(Piece("", page=waiting.pop()[1]))
        if coming and coming[-1][0] == start:
            _start, end, address = coming.pop()
            piece = Piece("", address=address, inner=(piece,))
        pieces.append(piece)
    return pieces + [Piece("", page=page) for _place, page in reversed(waiting)]


def with_written_links(text: str, links: Iterable[Link]) -> list[Link]:
    """The links that may be followed, in their order and never overlapping, with those that the text spells out."""
    kept: list[Link] = []
    for start, end, address in sorted((start, end, safe_address(address)) for start, end, address in links):
        if address and (kept[-1][1] if kept else 0) <= start < end <= len(text):
            kept.append((start, end, address))
    if "@" in text or "://" in text or "www." in text.lower():
        taken = [False] * len(text)
        for start, end, _address in kept:
            taken[start:end] = [True] * (end - start)
        kept = sorted([*kept, *(link for link in _written(text) if not any(taken[link[0] : link[1]]))])
    return kept


def _written(text: str) -> Iterator[Link]:
    for match in WRITTEN.finditer(text):
        words = match[0].rstrip(AFTER)
        while len(words) < len(match[0]) and (closing := match[0][len(words)]) in OPENING:
            if words.count(OPENING[closing]) <= words.count(closing):
                break
            words += closing
        named = words.lower().startswith(("http://", "https://", "www."))
        address = words if "://" in words else f"https://{words}" if named else f"mailto:{words}"
        if safe := safe_address(address):
            yield match.start(), match.start() + len(words), safe
