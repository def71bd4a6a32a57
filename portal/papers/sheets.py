"""A paper's pages as its page shows them: blocks of `documents.reading` cut into pieces a template can escape."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from documents.models import Page
from portal.papers.citations import paragraph_and_page
from portal.papers.marking import Link, Piece, WordMarker

Pieces = list[Piece]
MOST_HEADINGS = 60


@dataclass(frozen=True, slots=True)
class ListItem:
    """marker is "" for a bullet; depth counts from 0."""

    marker: str
    depth: int
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class SheetBlock:
    """A block of `documents.reading`, of the same kinds; rows are cells of a table, or single lines.

    `place` says where it stands, for a citation; it is empty where there is nothing to cite. `picture` is the number
    of the page whose picture is shown with lines that are not told apart, once a page; else None.
    """

    kind: str
    pieces: Pieces = field(default_factory=list)
    level: int = 0
    label: str = ""
    anchor: str = ""
    strong: bool = False
    items: list[ListItem] = field(default_factory=list)
    head: list[Pieces] = field(default_factory=list)
    rows: list[list[Pieces]] = field(default_factory=list)
    place: str = ""
    picture: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. `is_anchored` is false where its beginning, and so its anchor, stands in an earlier paragraph.

    Of a page with marks, `earlier` and `later` are the numbers of the nearest other ones.
    """

    number: int
    label: str
    is_anchored: bool
    blocks: list[SheetBlock]
    has_marks: bool
    earlier: int | None = None
    later: int | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str
    label: str
    anchor: str


def sheets(pages: Sequence[Page], marker: WordMarker) -> list[Sheet]:
    reader = _Reader(marker)
    within = {number for page in pages for block in page.blocks for number in _turned_to(block)}
    marked = [page.number for page in pages if marker.finds(page.text)]
    earlier, later = dict(pairwise(reversed(marked))), dict(pairwise(marked))
    return [
        Sheet(
            number=page.number,
            label=page.label,
            is_anchored=page.number not in within,
            blocks=reader.blocks(page),
            has_marks=page.number in marked,
            earlier=earlier.get(page.number),
            later=later.get(page.number),
        )
        for page in pages
    ]


def citable(found: Iterable[Sheet]) -> Iterator[tuple[str, str]]:
    """The anchor of each paragraph that can be cited, and its place."""
    return ((block.anchor, block.place) for sheet in found for block in sheet.blocks if block.place)


def headings(pages: Iterable[Page]) -> list[Heading]:
    """What a list of contents holds: the two upper levels, or the uppermost alone where those are too many."""
    found = [
        Heading(block["level"], block["text"], block.get("label", ""), block["anchor"])
        for page in pages
        for block in page.blocks
        if block["kind"] == "heading" and block["level"] <= 3
    ]
    upper = [heading for heading in found if heading.level == 2]
    return upper if len(found) > MOST_HEADINGS and len(upper) > 2 else found


def _turned_to(block: Mapping[str, Any]) -> Iterable[int]:
    for text in [block, *block.get("items", [])]:
        yield from (number for _place, number in text.get("turns", []))


class _Reader:
    def __init__(self, marker: WordMarker) -> None:
        self.marker = marker

    def blocks(self, page: Page) -> list[SheetBlock]:
        lines = next((number for number, block in enumerate(page.blocks) if block["kind"] == "lines"), None)
        return [
            self.block(block, page.number, picture=page.number if number == lines else None)
            for number, block in enumerate(page.blocks)
        ]

    def block(self, block: Mapping[str, Any], page: int, *, picture: int | None) -> SheetBlock:
        kind = block["kind"]
        if kind == "list":
            return SheetBlock(kind, items=[self._item(item) for item in block["items"]])
        if kind == "table":
            rows = self._cells(block["rows"], block.get("links", ()))
            head = rows.pop(0) if block["header"] else []
            return SheetBlock(kind, head=head, rows=rows)
        if kind == "lines":
            links = [[line, 0, *link] for line, *link in block.get("links", ())]
            return SheetBlock(kind, rows=self._cells([[line] for line in block["lines"]], links), picture=picture)
        return SheetBlock(
            kind,
            self._pieces(block),
            block.get("level", 0),
            block.get("label", ""),
            block.get("anchor", ""),
            block.get("strong", False),
            place=paragraph_and_page(block["label"], page) if block.get("label") else "",
        )

    def _item(self, item: Mapping[str, Any]) -> ListItem:
        marker = "" if item["marker"] == "•" else item["marker"]
        return ListItem(marker, item["depth"], self._pieces(item))

    def _pieces(self, block: Mapping[str, Any]) -> Pieces:
        """The text in pieces, with its links, and a bare one where each further page begins."""
        return self.marker.pieces(block["text"], links=block.get("links", ()), turns=block.get("turns", ()))

    def _cells(self, rows: Sequence[Sequence[str]], links: Iterable[Sequence[Any]]) -> list[list[Pieces]]:
        by_cell: dict[tuple[int, int], list[Link]] = defaultdict(list)
        for row, column, start, end, address in links:
            by_cell[row, column].append((start, end, address))
        return [
            [self.marker.pieces(cell, links=by_cell.get((number, column), ())) for column, cell in enumerate(row)]
            for number, row in enumerate(rows)
        ]
