"""Hyperlinks of a paper: which addresses may be followed, and where in a text they lie.

A block or list item has "links": [[start, end, address], …], places in its "text". A table has
[[row, column, start, end, address], …], and a block of lines [[line, start, end, address], …].
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from documents.pdf import Line
from documents.reading.words import SIGNS, clean, finish

LONGEST_ADDRESS = 2_000
# What ends an address, or is read in one way by one program and in another by the next.
UNSAFE = re.compile(r"[\x00-\x20\x7f\s<>\"\\]")
# An email program puts this before the true address, and who received the email after it.
WRAPPED_BY = ".safelinks.protection.outlook.com"
EMAIL = re.compile(r"[\w.+&-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def safe_address(address: str) -> str:
    """The address, if it is one of the web or of email that may be shown as a link; else "".

    An email link keeps its address alone: what it would write in the reader's name is dropped.
    """
    address = address.strip().replace(" ", "%20")
    if not address or len(address) > LONGEST_ADDRESS or UNSAFE.search(address):
        return ""
    if address[:7].lower() == "mailto:":
        email = address[7:].split("?", 1)[0]
        return f"mailto:{email}" if EMAIL.fullmatch(email) else ""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return ""
    if parts.hostname.endswith(WRAPPED_BY):
        return safe_address(parse_qs(parts.query).get("url", [""])[0])
    return address


def links_in(text: str, runs: Iterable[Line]) -> list[list[Any]]:
    """The links of a text that was put together from these runs, in order."""
    return [link for _row, _column, *link in links_in_cells([[text]], runs)]


def links_in_cells(cells: Sequence[Sequence[str]], runs: Iterable[Line]) -> list[list[Any]]:
    """[row, column, start, end, address] for each link of the runs whose words are found in a cell."""
    finder = _Finder(cells)
    for run in runs:
        for link in run.links:
            if address := safe_address(link.address):
                finder.add(_words(run.text), _words(link.words), address)
    return finder.found


def _words(text: str) -> str:
    """As they stand in a finished text, which a hyphen at the end of the line may have left."""
    return finish(clean(text).rstrip("".join(SIGNS)))


class _Finder:
    """Looks for the words of links from where the last was found, so that the second "here" is the second link's."""

    def __init__(self, cells: Sequence[Sequence[str]]) -> None:
        self.cells = {(row, column): text for row, line in enumerate(cells) for column, text in enumerate(line)}
        self.places = dict.fromkeys(self.cells, 0)
        self.found: list[list[Any]] = []

    def add(self, line: str, words: str, address: str) -> None:
        """The words of a link, and the line they are in."""
        for cell, start in self._starts(line, words):
            end = self.places[cell] = start + len(words)
            if not self._goes_on(cell, start, end, address):
                self.found.append([*cell, start, end, address])
            return

    def _starts(self, line: str, words: str) -> Iterator[tuple[tuple[int, int], int]]:
        """Where the words may stand: best where their whole line does, or all of it but its marker."""
        for wanted in filter(None, (line, line.partition(" ")[2], words)):
            for cell, text in self.cells.items():
                at = text.find(wanted, self.places[cell]) if words else -1
                if at >= 0 and (start := text.find(words, max(at, self.places[cell]))) >= 0:
                    yield cell, start

    def _goes_on(self, cell: tuple[int, int], start: int, end: int, address: str) -> bool:
        """Whether it is the rest of the link before, on the next line: then that is made longer."""
        last = self.found[-1] if self.found else None
        if last is None or (last[0], last[1]) != cell or last[4] != address:
            return False
        if self.cells[cell][last[3] : start].strip():
            return False
        last[3] = end
        return True
