"""Pages of a paper without the contact details in them: in the text, in the blocks, and in the links."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from documents.contacts import MASK, contact_spans, masked
from documents.reading import ReadPage


def mask_pages(pages: Sequence[ReadPage], allowed: Collection[str]) -> list[ReadPage]:
    """`allowed` are the addresses and numbers that may be shown, such as the council's own."""
    return [
        replace(
            page,
            raw_text=masked(page.raw_text, allowed),
            text=masked(page.text, allowed),
            blocks=[_masked_block(block, allowed) for block in page.blocks],
        )
        for page in pages
    ]


def pages_masked(pages: Sequence[ReadPage]) -> list[int]:
    """The numbers of the pages that have something masked in them."""
    return [page.number for page in pages if MASK in page.text or MASK in page.raw_text or MASK in str(page.blocks)]


def _masked_block(part: Any, allowed: Collection[str]) -> Any:
    """A block or any part of one: texts masked, links to contact details dropped."""
    if isinstance(part, str):
        return masked(part, allowed)
    if isinstance(part, list):
        return [_masked_block(inner, allowed) for inner in part]
    if isinstance(part, dict):
        return {name: _masked_value(name, value, allowed) for name, value in part.items()}
    return part


def _masked_value(name: str, value: Any, allowed: Collection[str]) -> Any:
    if name == "links":
        return [link for link in value if not _is_contact(str(link[-1]), allowed)]
    return value if name in ("kind", "anchor", "label", "marker") else _masked_block(value, allowed)


def _is_contact(address: str, allowed: Collection[str]) -> bool:
    address = unquote(address)
    contact = address.lower().startswith(("mailto:", "tel:"))
    return (contact and address.split(":", 1)[1].lower() not in allowed) or bool(contact_spans(address, allowed))
