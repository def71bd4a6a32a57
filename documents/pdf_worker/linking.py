"""Finds the hyperlinks of a page that lead out of the file: their addresses, and where on the page they lie."""

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

from documents.pdf_worker.library import pdfium
from documents.pdf_worker.ruling import Box

LONGEST_ADDRESS = 2_000
MOST_LINKS = 500  # of one page: a file that has more was made to overload
SCHEMES = ("http:", "https:", "mailto:")
SIDE = 0.8  # points by which a link may reach over the letters beside it
LONGEST_WORDS = 1_000


def links_of(document: Any, page: Any) -> list[tuple[str, Box]]:
    """Each address with its box (left, top, right, bottom) in the file's own measures, where top > bottom."""
    return [link for link in _links(document, page) if link[0]]


def _links(document: Any, page: Any) -> Iterator[tuple[str, Box]]:
    place, link, edges = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
            return
        if pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(edges)):
            top, bottom = max(edges.top, edges.bottom), min(edges.top, edges.bottom)
            yield _address(document, link), (edges.left, top, edges.right, bottom)


def _address(document: Any, link: Any) -> str:
    """Where the link leads; "" where it leads within the file, or nowhere, or runs a program."""
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < length <= LONGEST_ADDRESS:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    address = buffer.value.decode("utf-8", "replace")
    return address if address.lower().startswith(SCHEMES) else ""


def lies_over(link: Sequence[float], line: Sequence[float]) -> bool:
    """Whether a link covers at least half a line's thickness, and some of its length; boxes on the page as seen."""
    covered = [min(link[edge + 2], line[edge + 2]) - max(link[edge], line[edge]) for edge in (0, 1)]
    sides = [line[edge + 2] - line[edge] for edge in (0, 1)]
    thin = sides.index(min(sides))
    return covered[thin] >= sides[thin] / 2 and covered[1 - thin] > 0


def words_in(text_page: Any, left: float, top: float, right: float, bottom: float) -> str:
    """The letters that lie in a box, those that only reach into it from the sides left out."""
    edges = (left + SIDE, top, right - SIDE, bottom)
    length = min(pdfium.FPDFText_GetBoundedText(text_page, *edges, None, 0), LONGEST_WORDS)
    if length < 1:
        return ""
    buffer = (ctypes.c_ushort * length)()
    written = pdfium.FPDFText_GetBoundedText(text_page, *edges, buffer, length)
    return bytes(buffer)[: written * 2].decode("utf-16-le", "replace").strip("\0\r\n ")
