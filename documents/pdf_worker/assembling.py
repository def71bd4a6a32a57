"""Writes one file made of pages of others, with bookmarks."""

from typing import Any

from documents.pdf_worker.library import bring_pages, new_document, open_document, save
from documents.pdf_worker.outline import Mark, write_outline


def main(limits: dict[str, int], parts: list[dict[str, Any]], target: str) -> int:
    """Gives the number of pages of the new file."""
    document, sources, marks, length = new_document(), {}, [], 0
    for part in parts:
        if part["path"] not in sources:
            sources[part["path"]] = open_document(part["path"], limits)
        source, count = sources[part["path"]]
        bring_pages(document, source, count, part["first"], part["last"], length)
        marks += _marks(part, length, part["first"], 0)
        length += part["last"] - part["first"] + 1
    save(document, target)
    if marks:
        write_outline(target, marks)
    return length


def _marks(part: dict[str, Any], length: int, first: int, level: int) -> list[Mark]:
    """The bookmark of a part and those below it; length is how many pages stand before the part's first."""
    own = [Mark(level, part["title"], length + part["first"] - first)] if part["title"] else []
    deeper = level + 1 if own else level
    return own + [mark for child in part["children"] for mark in _marks(child, length, first, deeper)]
