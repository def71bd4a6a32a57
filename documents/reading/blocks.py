"""Passages as the plain dictionaries that are kept with each page."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.text import slugify

from documents.reading.links import links_in, links_in_cells
from documents.reading.passages import Passage
from documents.reading.words import finish

Block = dict[str, Any]
DEEPEST_HEADING = 4
# Points to the right that make a list item a part of the one before.
INDENT = 12.0


def blocks_of(passages_by_page: Sequence[Sequence[Passage]], heading_sizes: Mapping[float, int]) -> list[list[Block]]:
    """The blocks of each page; heading_sizes says how many headings of the paper have each size."""
    maker = BlockMaker(heading_sizes)
    return [maker.page(passages) for passages in passages_by_page]


class BlockMaker:
    """Goes through a paper from its beginning, so that anchors are unique and heading levels never skip."""

    def __init__(self, heading_sizes: Mapping[float, int]) -> None:
        self.ranks = _ranks(heading_sizes)
        self.level = 1
        self.anchors: dict[str, int] = {}

    def page(self, passages: Sequence[Passage]) -> list[Block]:
        blocks: list[Block] = []
        indents: list[float] = []
        for passage in passages:
            if passage.kind != "item":
                indents = []
                blocks.append(self._block(passage))
                continue
            if not indents:
                blocks.append({"kind": "list", "items": []})
            blocks[-1]["items"].append(_item(passage, indents))
        return blocks

    def _block(self, passage: Passage) -> Block:
        if passage.kind == "heading":
            return self._heading(passage)
        if passage.kind == "table":
            return _table(passage)
        block = {"kind": passage.kind, **_text(passage)}
        if passage.kind == "numbered":
            block |= {"label": passage.label, "anchor": self._anchor(f"p{passage.label}")}
        elif passage.kind == "paragraph" and passage.bold:
            block["strong"] = True
        return block

    def _heading(self, passage: Passage) -> Block:
        self.level = min(self.ranks.get(passage.size, DEEPEST_HEADING), self.level + 1)
        anchor = f"p{passage.label}" if passage.label else f"h-{slugify(passage.text)[:50].strip('-') or 'heading'}"
        block = {"kind": "heading", "level": self.level, **_text(passage), "anchor": self._anchor(anchor)}
        return block | ({"label": passage.label} if passage.label else {})

    def _anchor(self, wanted: str) -> str:
        anchor, number = wanted, self.anchors.get(wanted, 1)
        while anchor in self.anchors:
            number += 1
            anchor = f"{wanted}-{number}"
        self.anchors.update({anchor: 1, wanted: number})
        return anchor


def _ranks(sizes: Mapping[float, int]) -> dict[float, int]:
    """The level of each size, given how many headings have it.

    Sizes within a point of one another are one level, and so are the few large lines of a cover.
    """
    few = max(2, sum(sizes.values()) // 15)
    ranks: dict[float, int] = {}
    level, start, headings = 2, float("inf"), 0
    for size in sorted(sizes, reverse=True):
        if ranks and start - size >= 1 and headings > few:
            level, headings = level + 1, 0
        if start - size >= 1:
            start = size
        headings += sizes[size]
        ranks[size] = min(level, DEEPEST_HEADING)
    return ranks


def _text(passage: Passage) -> Block:
    block: Block = {"text": finish(passage.text)}
    if links := links_in(block["text"], passage.linked_runs()):
        block["links"] = links
    if passage.turns:
        block["turns"] = [[len(finish(passage.text[:place])), page] for place, page in passage.turns]
    return block


def _item(passage: Passage, indents: list[float]) -> Block:
    """indents holds the left edges of the items this one stands within; it is brought up to date."""
    while indents and passage.left < indents[-1] - INDENT:
        indents.pop()
    if not indents or passage.left > indents[-1] + INDENT:
        indents.append(passage.left)
    return {"marker": passage.label, "depth": min(len(indents) - 1, 2), **_text(passage)}


def _table(passage: Passage) -> Block:
    grid = passage.grid
    links = links_in_cells(grid.cells, passage.linked_runs()) if grid else []
    if grid is None or len(grid.cells[0]) == 1:
        lines: Block = {"kind": "lines", "lines": [row[0] for row in grid.cells] if grid else []}
        return lines | ({"links": [[line, *link] for line, _column, *link in links]} if links else {})
    table: Block = {"kind": "table", "header": grid.header, "rows": [list(row) for row in grid.cells]}
    if grid.under:
        table["under"] = [list(cell) for cell in grid.under]
    return table | ({"links": links} if links else {})
