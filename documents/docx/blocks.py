"""Sanitised HTML as blocks of `documents.reading`."""

import re
from html.parser import HTMLParser
from typing import Any

from django.utils.text import slugify

from documents.docx.labels import as_words, marker_before, number_before
from documents.docx.links import ENDS, Links, without_signs
from documents.docx.spans import MOST_CELLS, Rows, span

Block = dict[str, Any]
NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,3})+|\d{1,2}\.)\s+(?=\S)")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DEEPEST_HEADING = 4


def blocks_of(html: str) -> list[Block]:
    parser = BlockParser()
    parser.feed(html)
    parser.close()
    parser.end_text()
    return parser.blocks


def text_of(blocks: list[Block]) -> str:
    """The words of the blocks, a line each, for search."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> list[str]:
    if block["kind"] == "list":
        return [item["text"] for item in block["items"]]
    if block["kind"] == "table":
        return [" ".join(cell for cell in row if cell) for row in block["rows"]]
    return [f"{block['label']} {block['text']}" if block.get("label") else block["text"]]


class BlockParser(HTMLParser):
    """Goes through the HTML from its beginning; text outside any known element is a paragraph, so none is lost."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.text: list[str] = []
        self.lists: list[str] = []
        self.counts: list[int] = []
        self.rows: Rows | None = None
        self.spans = (1, 1)
        self.heading = 0
        self.level = 1
        self.anchors: dict[str, int] = {}
        self.links = Links()
        self.bold = 0
        self.letters = [0, 0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.text.append(" ")
        elif tag == "a":
            self.text.append(self.links.begin(dict(attrs).get("href")))
        elif tag == "strong":
            self.bold += 1
        elif self.rows is None:
            self._start(tag)
        else:
            self._start_in_table(tag, dict(attrs), self.rows)

    def _start(self, tag: str) -> None:
        self.end_text()
        if tag == "table":
            self.rows = Rows()
        elif tag in HEADINGS:
            self.heading = int(tag[1])
        elif tag in ("ul", "ol"):
            self.lists.append(tag)
            self.counts.append(0)
        elif tag == "li" and self.counts:
            self.counts[-1] += 1

    def _start_in_table(self, tag: str, attributes: dict[str, str | None], rows: Rows) -> None:
        if tag == "tr":
            rows.begin()
        elif tag in ("td", "th"):
            self.spans = span(attributes.get("colspan")), span(attributes.get("rowspan"))
        elif tag == "li":
            self.text.append(" • ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.text.append(ENDS)
            return
        if tag == "strong":
            self.bold = max(0, self.bold - 1)
            return
        if self.rows is not None:
            self._end_in_table(tag)
            return
        self.end_text()
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.counts.pop()

    def _end_in_table(self, tag: str) -> None:
        if self.rows is None:
            return
        if tag in ("td", "th") and self.rows.rows:
            self.rows.add(as_words(self._take()), *self.spans)
            self.spans = (1, 1)
        elif tag == "table":
            self._add_table(self.rows)
            self.rows = None
        elif tag in ("p", "li"):
            self.text.append(" ")

    def _add_table(self, table: Rows) -> None:
        """Short rows are filled up, unless a small file names a row that is very long."""
        rows = [row for row in table.finished() if row]
        width = max(map(len, rows), default=0)
        if width * len(rows) <= MOST_CELLS:
            rows = [row + [""] * (width - len(row)) for row in rows]
        if width:
            self.blocks.append({"kind": "table", "header": False, **self._cells(rows), **_under(table)})

    def _cells(self, marked: list[list[str]]) -> Block:
        rows, links = [], []
        for number, row in enumerate(marked):
            taken = [self.links.apart(cell) if cell else ("", []) for cell in row]
            rows.append([text for text, _links in taken])
            links += [[number, column, *link] for column, (_text, found) in enumerate(taken) for link in found]
        return {"rows": rows, "links": links} if links else {"rows": rows}

    def _words(self, marked: str) -> Block:
        text, links = self.links.apart(marked)
        return {"text": text, "links": links} if links else {"text": text}

    def handle_data(self, data: str) -> None:
        self.text.append(without_signs(data))
        self.letters[bool(self.bold)] += sum(map(str.isalnum, data))

    def _take(self) -> str:
        text = " ".join("".join(self.text).split())
        self.text = []
        return text

    def end_text(self) -> None:
        text = self._take()
        if not self.links.apart(text)[0]:
            text = ""
        if text and self.heading:
            self._add_heading(text)
        elif text and self.lists:
            self._add_item(text)
        elif text:
            self._add_paragraph(text)
        self.heading = 0
        self.letters = [0, 0]

    def _add_heading(self, text: str) -> None:
        self.level = min(self.heading + 1, self.level + 1, DEEPEST_HEADING)
        label, text = number_before(text)
        words = self._words(as_words(text))
        name = f"p{label}" if label else f"h-{slugify(words['text'])[:50].strip('-') or 'heading'}"
        block = {"kind": "heading", "level": self.level, **words, "anchor": self._anchor(name)}
        self.blocks.append(block | ({"label": label} if label else {}))

    def _add_item(self, text: str) -> None:
        marker = "•" if self.lists[-1] == "ul" else f"{self.counts[-1]}."
        self._append_item(marker, min(len(self.lists) - 1, 2), text)

    def _append_item(self, marker: str, depth: int, text: str) -> None:
        if not self.blocks or self.blocks[-1]["kind"] != "list":
            self.blocks.append({"kind": "list", "items": []})
        self.blocks[-1]["items"].append({"marker": marker, "depth": depth, **self._words(as_words(text))})

    def _add_paragraph(self, text: str) -> None:
        marker, item = marker_before(text)
        label, words = number_before(text)
        if not label and (typed := NUMBERED.match(text)):
            label, words = typed[1].rstrip("."), text[typed.end() :]
        if label:
            self._add_numbered(label, words)
        elif marker:
            self._append_item(marker, 0, item)
        else:
            strong = {"strong": True} if self.letters[1] and not self.letters[0] else {}
            self.blocks.append({"kind": "paragraph", **self._words(as_words(text)), **strong})

    def _add_numbered(self, label: str, text: str) -> None:
        anchor = self._anchor(f"p{label}")
        self.blocks.append({"kind": "numbered", "label": label, "anchor": anchor, **self._words(text)})

    def _anchor(self, wanted: str) -> str:
        anchor, number = wanted, self.anchors.get(wanted, 1)
        while anchor in self.anchors:
            number += 1
            anchor = f"{wanted}-{number}"
        self.anchors.update({anchor: 1, wanted: number})
        return anchor


def _under(table: Rows) -> Block:
    return {"under": table.under} if table.under else {}
