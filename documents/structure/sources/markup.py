"""A page of HTML as blocks: what it is about, without menus, skip links, scripts and forms."""

import re
from html import unescape

import nh3

from documents.docx import SPANS
from documents.docx.blocks import blocks_of
from documents.reading import ReadPage
from documents.structure.sources.inline import PRIVATE
from documents.structure.sources.main_part import BOLD, EDGES, GROUPS, READ, main_part
from documents.structure.sources.shaping import Shaper

UNREAD = {"script", "style", "nav", "aside", "form", "noscript", "template", "svg", "button", "select", "textarea"}
UNREAD |= {"title", "head", "object", "iframe", "math", "option"}
DOUBLY_ENCODED = re.compile(r"&(?:amp;)?lt;/?(?:p|div|span|br|b|strong|ul|li|table|td)\b", re.IGNORECASE)


def pages_of_html(html: str) -> list[ReadPage]:
    """One page. Text whose tags are themselves encoded, as web services give it, is decoded first."""
    for _ in range(2):
        if DOUBLY_ENCODED.search(html):
            html = unescape(html)
    cleaned = nh3.clean(
        PRIVATE.sub("", html),
        tags=READ | BOLD | GROUPS | EDGES,
        clean_content_tags=UNREAD,
        attributes={"*": {"role", "id", "class"}, **SPANS},
        link_rel=None,
    )
    shaper = Shaper()
    for block in blocks_of(main_part(cleaned)):
        _take(block, shaper)
    return [shaper.page(1)]


def _take(block: dict[str, object], shaper: Shaper) -> None:
    match block:
        case {"kind": "heading", "text": str(text), "level": int(level)}:
            shaper.heading(text, level)
        case {"kind": "list", "items": list(items)}:
            for item in items:
                shaper.item(item["marker"], item["text"], item["depth"])
        case {"kind": "table", "rows": list(rows)}:
            under = block.get("under")
            shaper.table(rows, under if isinstance(under, list) else ())
        case {"kind": "numbered", "label": str(label), "text": str(text)}:
            shaper.paragraph(f"{label} {text}" if "." in label else f"{label}. {text}")
        case {"text": str(text)}:
            shaper.paragraph(text)
