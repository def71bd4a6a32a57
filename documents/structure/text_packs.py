"""The papers in the text of a whole pack, which has neither pages nor bookmarks to tell where they begin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from documents.packs.dates import first_date, without_dates
from documents.reading import ReadPage
from documents.structure.reports.labels import field_of, pair_in

Block = dict[str, Any]
FRONT = re.compile(r"^\W*(?:\w+\W+)?agenda\b(?! item)|\bsummoned\b|\b(?:agenda|reports?) pack\b", re.IGNORECASE)
BUSINESS = re.compile(
    r"apologies|declarations? of|minutes of (?:the )?(?:previous|last)|public questions|urgent|exempt|exclusion|"
    r"any other business|work programme|substitute|membership|quorum",
    re.IGNORECASE,
)
STAMP = re.compile(r"agenda item\s*(?:no\.?\s*)?[\w.]{1,5}", re.IGNORECASE)
MINUTES = re.compile(
    r"minutes of (?:the|a|an) (?!previous|last).{0,160}\bheld\b|minutes of (?:the|a) meeting of\b",
    re.IGNORECASE | re.DOTALL,
)
PROGRAMME = re.compile(r"(?:draft )?(?:scrutiny )?(?:work(?:ing)?|forward) (?:programme|plan)\b.{0,40}", re.IGNORECASE)
BODY = re.compile(r"\b(?:committee|cabinet|board|executive|council|panel|forum|commission|assembly)\b", re.IGNORECASE)
FRONT_BLOCKS = 60
LONGEST_LINE = 200
LONGEST_TITLE = 80
FEWEST_BUSINESS = 3


def papers_in_text(pages: Sequence[ReadPage]) -> list[list[ReadPage]]:
    """The pages of each paper, without the front sheet; none if the text does not begin with one."""
    blocks = [(page, block) for page in pages for block in page.blocks]
    starts = list(_starts(blocks)) if _has_front(blocks) else []
    front = next((place for place, (_, block) in enumerate(blocks) if FRONT.search(_text(block))), 0)
    if not starts or starts[0] <= front:
        return []
    parts = [blocks[first:last] for first, last in pairwise([*starts, len(blocks)])]
    return [_pages(part) for part in parts if any(block["kind"] != "blank" for _, block in part)]


def _has_front(blocks: Sequence[tuple[ReadPage, Block]]) -> bool:
    """Whether the text begins with the summons and a list of standing business."""
    texts = [_text(block) for _, block in blocks[:FRONT_BLOCKS]]
    business = sum(bool(BUSINESS.search(text)) and len(text) < LONGEST_LINE for text in texts)
    return any(FRONT.search(text) for text in texts[:12]) and business >= FEWEST_BUSINESS


def _starts(blocks: Sequence[tuple[ReadPage, Block]]) -> Iterator[int]:
    """The places where papers begin: a line of titles before the first words belongs to the paper."""
    last = -10
    for place in range(len(blocks)):
        if not _begins(blocks, place) or (place - last < 6 and _is_heads(blocks[last + 1 : place])):
            continue
        last = _first_of_heads(blocks, place, last)
        yield last


def _begins(blocks: Sequence[tuple[ReadPage, Block]], place: int) -> bool:
    block = blocks[place][1]
    text = _text(block)
    if len(text) > LONGEST_LINE and not MINUTES.match(text):
        return False
    if block["kind"] == "table":
        return place > 0 and _is_header_table(block)
    if STAMP.fullmatch(text) or MINUTES.match(text):
        return True
    if (found := pair_in(text)) and found[0] == "report_of" and found[1].lower() not in ("by", "from"):
        return True
    below = _text(blocks[place + 1][1]) if place + 1 < len(blocks) else ""
    is_body = bool(BODY.search(text)) and len(text) < 100 and not text.endswith((".", ":", ";"))
    return block["kind"] == "heading" and is_body and (_is_date(below) or bool(PROGRAMME.fullmatch(below)))


def _is_header_table(block: Block) -> bool:
    """A report's header in a table, where no line above names whose report it is."""
    first = {field_of(row[0]) for row in block["rows"] if row}
    return "meeting_of" in first and bool(first & {"report_of", "subject"})


def _is_date(text: str) -> bool:
    return bool(first_date(text)) and not re.search(r"[^\W\d_]{4,}", without_dates(text)) and len(text) < 60


def _is_heads(between: Sequence[tuple[ReadPage, Block]]) -> bool:
    """Whether all that stands between two beginnings is titles: then they are one."""
    return all(
        block["kind"] in ("heading", "blank") or (block["kind"] == "paragraph" and len(_text(block)) < LONGEST_TITLE)
        for _, block in between
    )


def _first_of_heads(blocks: Sequence[tuple[ReadPage, Block]], place: int, last: int) -> int:
    """The first of the titles right above: the council's name, or the committee's and the date."""
    first = place
    while first - 1 > last and place - first < 3:
        block = blocks[first - 1][1]
        text = _text(block)
        heading = block["kind"] == "heading" and (BODY.search(text) or STAMP.fullmatch(text))
        if not heading and not re.fullmatch(
            r"(?:london borough|\w+ (?:city|county|borough|district)) .{2,40}", text, re.I
        ):
            break
        first -= 1
    return first


def title_of(pages: Sequence[ReadPage]) -> str:
    """The words that name a paper: its subject, or the first heading that is neither stamp nor committee."""
    lines = [(block["kind"], _text(block)) for page in pages for block in page.blocks][:40]
    subject = next((found[2] for _, text in lines if (found := pair_in(text)) and found[0] == "subject"), "")
    heads = [text for kind, text in lines if kind == "heading" and not STAMP.fullmatch(text)]
    minutes = any(MINUTES.match(text) for _, text in lines)
    names = [] if minutes else [text for text in heads if not BODY.search(text.split(" ")[-1])]
    first = [text for _, text in lines if text]
    return next(iter([*filter(None, [subject]), *names[:1], *heads[:1], *first[:1]]), "Untitled paper")[:LONGEST_LINE]


def _text(block: Block) -> str:
    if block["kind"] == "list":
        return str(block["items"][0]["text"])
    if block["kind"] == "table":
        return " ".join(cell for cell in block["rows"][0] if cell)
    return str(block.get("text", ""))


def _pages(part: Sequence[tuple[ReadPage, Block]]) -> list[ReadPage]:
    """The blocks of one paper on the pages they came from."""
    pages: dict[int, tuple[ReadPage, list[Block]]] = {}
    for page, block in part:
        pages.setdefault(page.number, (page, []))[1].append(block)
    return [replace(page, blocks=blocks) for page, blocks in pages.values()]
