"""The pages of a paper as headings, paragraphs and lists a browser can show, and as words for search.

Blocks are plain dictionaries, kept as JSON with each page:

    {"kind": "heading", "level": 2, "text": …, "anchor": …}          level 2 to 4, never skipping; may have a label
    {"kind": "paragraph", "text": …}                                 "strong": true where all of it is bold
    {"kind": "numbered", "label": "4.12", "anchor": "p4.12", "text": …}
    {"kind": "list", "items": [{"marker": "•" or "(a)", "depth": 0, "text": …}]}
    {"kind": "table", "header": true, "rows": [[cell, …], …]}        all rows have as many cells
                                                                     "under": [[row, column], …] covered from above
    {"kind": "lines", "lines": [text, …]}                            in columns that could not be told apart
    {"kind": "blank", "text": …}                                     "This page is intentionally left blank"

A block or item whose text has hyperlinks says so: "links", as documents.reading.links has them.
A text that runs on to further pages belongs to the page where it begins; "turns": [[place, page], …] says where
in it each of those pages begins. A page's `text`, in contrast, holds the words printed on that page.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from documents.pdf import PdfPage
from documents.reading.blocks import blocks_of
from documents.reading.furniture import bodies
from documents.reading.joining import join_pages
from documents.reading.measures import measures_of
from documents.reading.passages import flat, passages_of
from documents.reading.words import Vocabulary, clean, finish

__all__ = ["ReadPage", "read_pages"]

LONGEST_LABEL = 20


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page: number counts from 1 within the paper, label is the number printed on it or ""."""

    number: int
    label: str
    raw_text: str
    text: str
    blocks: list[dict[str, Any]]


def read_pages(pages: Sequence[PdfPage]) -> list[ReadPage]:
    """The pages of ONE paper, in order; their numbers in the file do not matter."""
    bare = bodies(pages)
    measures = measures_of(bare)
    vocabulary = Vocabulary.of(clean(row.text) for body in bare for row in body.rows)
    passages = [passages_of(body, measures, vocabulary) for body in bare]
    texts = [finish("\n".join(passage.lines for passage in of_page)) for of_page in passages]
    join_pages(passages, vocabulary)
    sizes = Counter(passage.size for passage in flat(passages) if passage.kind == "heading")
    blocks = blocks_of(passages, sizes)
    return [
        ReadPage(number, body.label[:LONGEST_LABEL], page.text, text, of_page)
        for number, (page, body, text, of_page) in enumerate(zip(pages, bare, texts, blocks, strict=True), start=1)
    ]
