"""New documents made of pages of others: what is not imported is not in them."""

import ctypes
from typing import Any, BinaryIO

import pypdfium2_raw as pdfium

from documents.pdf_worker.library import Refused, open_document


def import_pages(target: Any, path: str, first: int, last: int, limits: dict[str, int]) -> None:
    """Put pages first to last (from 1) of a file at the end of the target."""
    source, count = open_document(path, limits)
    if not 1 <= first <= last <= count:
        raise Refused(f"The PDF has {count} pages: there are no pages {first} to {last}.")
    end = pdfium.FPDF_GetPageCount(target)
    imported = pdfium.FPDF_ImportPages(target, source, f"{first}-{last}".encode(), end)
    pdfium.FPDF_CloseDocument(source)
    if not imported:
        raise Refused(f"Pages {first} to {last} of the PDF are damaged and cannot be copied.")


def save(document: Any, path: str) -> None:
    with open(path, "wb") as file:
        writer = _writer(file)
        if not pdfium.FPDF_SaveAsCopy(document, ctypes.byref(writer), pdfium.FPDF_NO_INCREMENTAL):
            raise Refused("The new PDF could not be written.")


def _writer(file: BinaryIO) -> Any:
    def write_block(_: Any, content: Any, size: int) -> int:
        return int(file.write(ctypes.string_at(content, size)) == size)

    writer = pdfium.FPDF_FILEWRITE(version=1)
    writer.WriteBlock = type(writer.WriteBlock)(write_block)
    return writer
