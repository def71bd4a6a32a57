"""Writes parts of several files to one."""

from typing import Any

import pypdfium2_raw as pdfium

from documents.pdf_worker.writing import import_pages, save


def main(limits: dict[str, int], parts: list[dict[str, Any]], target: str) -> None:
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_CreateNewDocument()
    for part in parts:
        import_pages(document, part["path"], part["first"], part["last"], limits)
    save(document, target)
