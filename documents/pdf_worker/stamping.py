"""Prints a few words on a page that is already there: a page number, an item's label, a marking."""

import ctypes
from typing import Any

from documents.pdf_worker.library import page_of, pdfium

FONT = b"Helvetica"
BOLD = b"Helvetica-Bold"
SIZE = 10.0
MARGIN = 14.0  # points from the edges
WIDTH = 0.52  # of a letter, as a share of its height: near enough to set words in the middle or at the right


def stamp_page(document: Any, index: int, words: dict[str, str]) -> None:
    """Words by where they stand: "bottom" (in the middle), "top" (in the middle, bold) or "corner" (top right)."""
    with page_of(document, index) as page:
        if page is None or not words:
            return
        for place, text in words.items():
            _print(document, page, place, text)
        pdfium.FPDFPage_GenerateContent(page)


def _print(document: Any, page: Any, place: str, text: str) -> None:
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    length = len(text) * SIZE * WIDTH
    across = wide - MARGIN - length if place == "corner" else (wide - length) / 2
    up = MARGIN if place == "bottom" else high - MARGIN - SIZE
    words = pdfium.FPDFPageObj_CreateTextObj(
        document, pdfium.FPDFText_LoadStandardFont(document, BOLD if place == "top" else FONT), SIZE
    )
    letters = (text + "\0").encode("utf-16-le")
    buffer = (ctypes.c_ushort * (len(letters) // 2)).from_buffer_copy(letters)
    pdfium.FPDFText_SetText(words, buffer)
    pdfium.FPDFPageObj_Transform(words, *_upright(page, max(MARGIN, across), up, wide, high))
    pdfium.FPDFPage_InsertObject(page, words)


def _upright(page: Any, across: float, up: float, wide: float, high: float) -> tuple[float, ...]:
    """The matrix that sets words upright at a point of the page as it is seen, whatever its rotation and its box."""
    left, bottom = _origin(page)
    turned = pdfium.FPDFPage_GetRotation(page)
    if turned == 1:
        return (0, 1, -1, 0, left + high - up, bottom + across)
    if turned == 2:
        return (-1, 0, 0, -1, left + wide - across, bottom + high - up)
    if turned == 3:
        return (0, -1, 1, 0, left + up, bottom + wide - across)
    return (1, 0, 0, 1, left + across, bottom + up)


def _origin(page: Any) -> tuple[float, float]:
    """The lower left corner of what is seen of the page, in its own measures."""
    for box in (pdfium.FPDFPage_GetCropBox, pdfium.FPDFPage_GetMediaBox):
        edges = [ctypes.c_float() for _ in range(4)]
        if box(page, *(ctypes.byref(edge) for edge in edges)):
            return edges[0].value, edges[1].value
    return 0.0, 0.0
