"""Opens documents and pages with the PDF library, and saves new ones."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

__all__ = ["Refused", "bring_pages", "new_document", "open_document", "page_of", "pdfium", "save"]

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


def new_document() -> Any:
    pdfium.FPDF_InitLibrary()
    return pdfium.FPDF_CreateNewDocument()


def bring_pages(document: Any, source: Any, count: int, first: int, last: int, place: int) -> None:
    """Adds pages first to last (from 1) of a source of count pages, before page place (from 0)."""
    if not 1 <= first <= last <= count:
        raise Refused(f"Pages {first} to {last} are not all in the PDF, which has {count}.")
    indices = (ctypes.c_int * (last - first + 1))(*range(first - 1, last))
    if not pdfium.FPDF_ImportPagesByIndex(document, source, indices, len(indices), place):
        raise Refused(f"Pages {first} to {last} are damaged and cannot be copied.")


def save(document: Any, target: str) -> None:
    with open(target, "wb") as file:

        def write(_self: Any, start: Any, size: int) -> int:
            return int(file.write(ctypes.string_at(start, size)) == size)

        writer = pdfium.FPDF_FILEWRITE(version=1)
        writer.WriteBlock = type(writer.WriteBlock)(write)
        if not pdfium.FPDF_SaveAsCopy(document, ctypes.byref(writer), pdfium.FPDF_NO_INCREMENTAL):
            raise Refused("The new PDF could not be written.")
    pdfium.FPDF_CloseDocument(document)
