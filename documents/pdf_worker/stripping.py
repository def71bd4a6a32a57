"""Writes a copy of a file without what is no part of its pages: who made it, notes, attachments, scripts."""

from documents.pdf_worker.library import open_document, pdfium
from documents.pdf_worker.notes import take_out
from documents.pdf_worker.plain import plain_copy, read_plain, write_plain
from documents.pdf_worker.values import text_from


def main(limits: dict[str, int], path: str, target: str, title: str) -> int:
    """Gives the number of pages."""
    document, count = open_document(path, limits)
    content = plain_copy(document)
    pdfium.FPDF_CloseDocument(document)
    strip(content, target, title)
    open_document(target, limits)  # what cannot be opened again is refused here, and not by a reader
    return count


def strip(content: bytes, target: str, title: str, language: str = "") -> None:
    """Of a file that the library wrote; `language` is for one that says none."""
    plain = read_plain(content)
    take_out(plain, title)
    if language:
        plain.catalogue.setdefault(b"Lang", text_from(language))
    write_plain(plain, target)
