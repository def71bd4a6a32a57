"""Writes one file made of pages of others, with bookmarks, page labels, and words stamped on pages."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from documents.pdf_worker.library import bring_pages, new_document, open_document, save
from documents.pdf_worker.outline import Mark, write_outline
from documents.pdf_worker.stamping import stamp_page


def main(limits: dict[str, int], parts: list[dict[str, Any]], target: str) -> int:
    """Gives the number of pages of the new file."""
    document, sources, marks, labels, length = new_document(), {}, [], [], 0
    for part in parts:
        if part["path"] not in sources:
            sources[part["path"]] = open_document(part["path"], limits)
        source, count = sources[part["path"]]
        kept = [number for number in range(part["first"], part["last"] + 1) if number not in part["skipped"]]
        marks += _marks(part, length, kept, part["level"])
        for first, last in _runs(kept):
            bring_pages(document, source, count, first, last, length)
            length += last - first + 1
        for index, number in enumerate(kept, start=length - len(kept)):
            stamp_page(document, index, part["stamps"].get(str(number), {}))
            labels.append(part["labels"].get(str(number), ""))
    save(document, target)
    if marks or any(labels):
        write_outline(target, marks, labels if any(labels) else [])
    return length


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each run of numbers without a gap."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        together = [number for _place, number in run]
        yield together[0], together[-1]


def _marks(part: dict[str, Any], length: int, kept: list[int], level: int) -> list[Mark]:
    """The bookmark of a part and those below it; length is how many pages stand before the part's first."""
    before = sum(number < part["first"] for number in kept)
    own = [Mark(level, part["title"], length + before)] if part["title"] and before < len(kept) else []
    deeper = level + 1 if own else level
    return own + [mark for child in part["children"] for mark in _marks(child, length, kept, deeper)]
