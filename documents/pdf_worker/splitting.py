"""Writes ranges of one file's pages to files of their own."""

import pypdfium2_raw as pdfium

from documents.pdf_worker.library import open_document
from documents.pdf_worker.writing import import_pages, save


def main(limits: dict[str, int], path: str, pairs: list[list[int | str]]) -> None:
    """pairs are [first, last, target]: pages from 1, both included."""
    open_document(path, limits)
    for first, last, target in pairs:
        document = pdfium.FPDF_CreateNewDocument()
        import_pages(document, path, int(first), int(last), limits)
        save(document, str(target))
        pdfium.FPDF_CloseDocument(document)
