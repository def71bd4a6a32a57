"""Writes ranges of pages to files of their own.

Each is a new document into which pages are brought: deleting pages from a copy would leave what they showed in it.
"""

import ctypes
from collections.abc import Collection
from typing import Any

from documents.pdf_worker.library import bring_pages, new_document, open_document, page_of, pdfium, save
from documents.pdf_worker.naming import pages_naming_pictures
from documents.pdf_worker.stripping import strip

# The library looks through the whole document for each page it clears, so long papers are cleared in parts.
CLEARED_AT_ONCE = 50
NOT_DRAWN = 0
LONGEST_LANGUAGE = 40  # letters


def main(limits: dict[str, int], path: str, pairs: list[tuple[int, int, str, str]]) -> int:
    """pairs are the first and last page (from 1), the target and the title of each; gives how many were written."""
    source, count = open_document(path, limits)
    language = _language(source)
    for first, last, target, title in pairs:
        document = new_document()
        bring_pages(document, source, count, first, last, 0)
        save(document, target)
        if naming := pages_naming_pictures(target, last - first + 1):  # with none, it shows all it holds
            _write_cleared(source, count, first, last, target, {first + place for place in naming})
        with open(target, "rb") as file:
            content = file.read()
        strip(content, target, title, language)
    return len(pairs)


def _language(document: Any) -> str:
    """As the file says it, such as "en-GB"; "" where it does not."""
    buffer = (ctypes.c_ushort * LONGEST_LANGUAGE)()
    length = pdfium.FPDFCatalog_GetLanguage(document, buffer, LONGEST_LANGUAGE * 2)
    return bytes(buffer)[: max(0, length - 2)].decode("utf-16-le", "replace") if length <= LONGEST_LANGUAGE * 2 else ""


def _write_cleared(source: Any, count: int, first: int, last: int, target: str, naming: Collection[int]) -> None:
    document = new_document()
    for start in range(first, last + 1, CLEARED_AT_ONCE):
        end = min(start + CLEARED_AT_ONCE - 1, last)
        bring_cleared_pages(document, source, count, start, end, start - first, naming)
    save(document, target)


def bring_cleared_pages(
    document: Any, source: Any, count: int, first: int, last: int, place: int, naming: Collection[int] | None = None
) -> None:
    """Adds the pages without what they only name: many programs name the pictures of every page on each of them.

    `naming` are the pages, from 1, that name any; all may where it is not given. They are brought twice, since what a
    page has ceased to name stays in the document it was cleared in.
    """
    cleared, length = new_document(), last - first + 1
    bring_pages(cleared, source, count, first, last, 0)
    for number in range(first, last + 1) if naming is None else sorted({*naming} & {*range(first, last + 1)}):
        with page_of(cleared, number - first) as page:
            if page:
                _clear(page)
    bring_pages(document, cleared, length, 1, length, place)
    pdfium.FPDF_CloseDocument(cleared)


def _clear(page: Any) -> None:
    """Take out of the page's list of fonts and pictures what it does not show.

    The library does so when it writes a page that was changed, so an empty line that is not drawn is added.
    """
    line = pdfium.FPDFPageObj_CreateNewPath(0, 0)
    pdfium.FPDFPath_SetDrawMode(line, NOT_DRAWN, 0)
    pdfium.FPDFPage_InsertObject(page, line)
    pdfium.FPDFPage_GenerateContent(page)
