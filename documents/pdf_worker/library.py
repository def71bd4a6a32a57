"""Opens documents and pages with the PDF library."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2_raw as pdfium

REASONS = {
    pdfium.FPDF_ERR_FORMAT: "The file could not be read: the PDF in it is damaged.",
    pdfium.FPDF_ERR_PASSWORD: "The PDF is locked with a password: please save it without one.",
    pdfium.FPDF_ERR_SECURITY: "The PDF is locked in a way that cannot be opened: please save it without it.",
}


class Refused(Exception):
    """The file cannot be used; the message is shown to a clerk."""


def open_document(path: str, limits: dict[str, int]) -> tuple[Any, int]:
    """The document and its number of pages."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadDocument(path.encode(), None)
    if not document:
        raise Refused(REASONS.get(pdfium.FPDF_GetLastError(), REASONS[pdfium.FPDF_ERR_FORMAT]))
    pages = pdfium.FPDF_GetPageCount(document)
    if pages < 1:
        raise Refused("The PDF has no pages.")
    if pages > limits["pages"]:
        raise Refused(f"The PDF has {pages:,} pages, more than the {limits['pages']:,} accepted.")
    return document, pages


@contextmanager
def page_of(document: Any, index: int) -> Iterator[Any]:
    """Page index (from 0), or None if the file has no such page or it is damaged."""
    page = pdfium.FPDF_LoadPage(document, index)
    try:
        yield page or None
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)
