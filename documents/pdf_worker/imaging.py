"""Draws a page as a picture."""

import ctypes
import io
from base64 import b64encode
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageDraw

from documents.pdf_worker.library import Refused, open_document, page_of, pdfium

WHITE = 0xFFFFFFFF
# A page is drawn no higher than this many times its width, and no larger than these pixels.
TALLEST = 4
MOST_PIXELS = 16_000_000
QUALITY = 80
MOST_MARKS = 60


Box = tuple[float, float, float, float]
MARK = (196, 30, 18)
MARGIN = 2.5  # points around what is marked


def main(
    limits: dict[str, int],
    path: str,
    number: int,
    width: int,
    boxes: list[Box] | None = None,
    words: list[str] | None = None,
) -> str:
    """WebP in base64 of page number (from 1), with boxes (points, as seen) and words on it marked."""
    document, count = open_document(path, limits)
    if not 1 <= number <= count:
        raise Refused(f"The PDF has no page {number}.")
    with page_of(document, number - 1) as page:
        if page is None:
            raise Refused(f"Page {number} is damaged and cannot be drawn.")
        picture = drawn(page, width)
        marks = [*(boxes or []), *(box for one in words or [] for box in found_boxes(page, one))]
        _mark(picture, marks, picture.width / pdfium.FPDF_GetPageWidthF(page))
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=QUALITY)
    return b64encode(file.getvalue()).decode()


def found_boxes(page: Any, words: str) -> list[Box]:
    """Where words stand on a page, in points from its top left corner as seen; none where they are not found."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return []
    wanted = (ctypes.c_ushort * (len(words) + 1))(*words.encode("utf-16-le")[::2])
    search = pdfium.FPDFText_FindStart(text_page, wanted, 0, 0)
    boxes: list[Box] = []
    while search and len(boxes) < MOST_MARKS and pdfium.FPDFText_FindNext(search):
        start, length = pdfium.FPDFText_GetSchResultIndex(search), pdfium.FPDFText_GetSchCount(search)
        boxes += _boxes(page, text_page, start, length)
    if search:
        pdfium.FPDFText_FindClose(search)
    pdfium.FPDFText_ClosePage(text_page)
    return boxes


def _boxes(page: Any, text_page: Any, start: int, length: int) -> Iterator[Box]:
    edges = [ctypes.c_double() for _ in range(4)]
    for number in range(pdfium.FPDFText_CountRects(text_page, start, length)):
        pdfium.FPDFText_GetRect(text_page, number, *(ctypes.byref(edge) for edge in edges))
        left, top, right, bottom = (edge.value for edge in edges)
        yield seen_box(page, left, bottom, right, top)


def seen_box(page: Any, left: float, bottom: float, right: float, top: float) -> Box:
    """A box of the file's measures, in points from the top left corner of the page as seen."""
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    across, down = ctypes.c_int(), ctypes.c_int()
    corners = []
    for x, y in ((left, top), (right, bottom)):
        size = (0, 0, round(wide * 10), round(high * 10))
        pdfium.FPDF_PageToDevice(page, *size, 0, x, y, ctypes.byref(across), ctypes.byref(down))
        corners.append((across.value / 10, down.value / 10))
    (x0, y0), (x1, y1) = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _mark(picture: Image.Image, boxes: list[Box], scale: float) -> None:
    pencil = ImageDraw.Draw(picture)
    for left, top, right, bottom in boxes[:MOST_MARKS]:
        edges = (left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN)
        x0, y0, x1, y1 = (round(edge * scale) for edge in edges)
        pencil.rectangle(
            (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), outline=MARK, width=max(2, round(scale * 2))
        )


def drawn(page: Any, width: int) -> Image.Image:
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if wide <= 0 or high <= 0:
        raise Refused("The page has no size and cannot be drawn.")
    height = max(1, round(width * min(high / wide, TALLEST)))
    if width * height > MOST_PIXELS:
        raise Refused("The page is too large to be drawn.")
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, None, 0)
    if not bitmap:
        raise MemoryError
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    return Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", stride, 1)
