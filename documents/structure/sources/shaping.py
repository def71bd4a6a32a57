"""Paragraphs from a text or a page of HTML as the blocks of `documents.reading`: headings, numbers and lists told."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.text import slugify

from documents.docx.blocks import text_of
from documents.reading import ReadPage
from documents.reading.markers import Marker, marker_of
from documents.structure.sources.inline import is_bold, plain

Block = dict[str, Any]
LONGEST_HEADING = 160
DEEPEST_HEADING = 4
SMALL = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)[.)]\s+(?=[a-z])")
BLANK = "this page is intentionally left blank"


class Shaper:
    """Goes through a paper from its beginning, so that anchors are unique and heading levels never skip."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.level = 1
        self.anchors: dict[str, int] = {}
        self.waiting = ""

    def heading(self, text: str, level: int) -> None:
        """level as in HTML, 1 for the outermost; a number that stood alone before it becomes its label."""
        marker, rest = marker_of(plain(text), bold=True)
        if marker and marker.kind == "numbered":
            self._leave_waiting()
            label = marker.label
        else:
            label, rest = self.waiting, plain(text)
        self.waiting = marker.label if marker and marker.kind == "numbered" and not rest else ""
        if not rest or self.waiting:
            return
        self.level = min(max(level, 2), self.level + 1, DEEPEST_HEADING)
        anchor = f"p{label}" if label else f"h-{slugify(rest)[:50].strip('-') or 'heading'}"
        block = {"kind": "heading", "level": self.level, "text": rest, "anchor": self._anchor(anchor)}
        self.blocks.append(block | ({"label": label} if label else {}))

    def paragraph(self, text: str) -> None:
        """A paragraph with its bold marked; one that begins with a number or a bullet is told by it."""
        bold, words = is_bold(text), plain(text)
        if not words:
            return
        if words.lower().strip(" .") == BLANK:
            self.blocks.append({"kind": "blank", "text": words})
            return
        marker, rest = self._marker(words, bold)
        label, self.waiting = self.waiting, ""
        if marker is None and label:
            marker, rest = Marker("numbered", label), words
        elif label:
            self.blocks.append({"kind": "paragraph", "text": label})
        if marker and marker.kind == "item" and rest:
            self.item(marker.label, rest)
        elif marker and marker.kind == "numbered" and not rest:
            self.waiting = marker.label
        elif bold and _is_short(rest):
            self.waiting = marker.label if marker else ""
            self.heading(rest, 4)
        elif marker and marker.kind == "numbered" and rest:
            self._numbered(marker.label, rest)
        else:
            self.blocks.append({"kind": "paragraph", "text": words} | ({"strong": True} if bold else {}))

    def _marker(self, words: str, bold: bool) -> tuple[Marker | None, str]:
        """As in a PDF; and a number before a small letter, since here no paragraph begins in mid sentence."""
        marker, rest = marker_of(words, bold=bold)
        small = SMALL.match(words) if marker is None else None
        return (Marker("numbered", small[1]), words[small.end() :]) if small else (marker, rest)

    def item(self, marker: str, text: str, depth: int = 0) -> None:
        self._leave_waiting()
        if not self.blocks or self.blocks[-1]["kind"] != "list":
            self.blocks.append({"kind": "list", "items": []})
        self.blocks[-1]["items"].append({"marker": marker, "depth": min(depth, 2), "text": plain(text)})

    def table(self, rows: Iterable[Iterable[str]], under: Sequence[Sequence[int]] = ()) -> None:
        """under: the row and column of each cell that the one above it reaches over."""
        self._leave_waiting()
        cells = [[re.sub(r"• (?:• )+", "• ", plain(cell)) for cell in row] for row in rows]
        width = max(map(len, cells), default=0)
        if width:
            rows = [row + [""] * (width - len(row)) for row in cells]
            block: Block = {"kind": "table", "header": False, "rows": rows}
            self.blocks.append(block | ({"under": [list(cell) for cell in under]} if under else {}))

    def page(self, number: int) -> ReadPage:
        """What was taken in since the last page."""
        self._leave_waiting()
        blocks, self.blocks = self.blocks, []
        text = text_of(blocks)
        return ReadPage(number=number, label="", raw_text=text, text=text, blocks=blocks)

    def _leave_waiting(self) -> None:
        if self.waiting:
            self.blocks.append({"kind": "paragraph", "text": self.waiting})
            self.waiting = ""

    def _numbered(self, label: str, text: str) -> None:
        self.blocks.append({"kind": "numbered", "label": label, "anchor": self._anchor(f"p{label}"), "text": text})

    def _anchor(self, wanted: str) -> str:
        anchor, number = wanted, self.anchors.get(wanted, 1)
        while anchor in self.anchors:
            number += 1
            anchor = f"{wanted}-{number}"
        self.anchors.update({anchor: 1, wanted: number})
        return anchor


def _is_short(text: str) -> bool:
    ended = text.rstrip("”’\"')]").endswith((".", ";", ",", ":"))
    return 0 < len(text) <= LONGEST_HEADING and not ended and any(letter.isalpha() for letter in text)
