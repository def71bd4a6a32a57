"""Draws a page as a picture."""

import ctypes
import io
from base64 import b64encode
from typing import Any

from PIL import Image

from documents.pdf_worker.library import Refused, open_document, page_of, pdfium

WHITE = 0xFFFFFFFF
# A page is drawn no higher than this many times its width, and no larger than these pixels.
TALLEST = 4
MOST_PIXELS = 16_000_000
QUALITY = 80


def main(limits: dict[str, int], path: str, number: int, width: int) -> str:
    """WebP in base64 of page number (from 1)."""
    document, count = open_document(path, limits)
    if not 1 <= number <= count:
        raise Refused(f"The PDF has no page {number}.")
    with page_of(document, number - 1) as page:
        if page is None:
            raise Refused(f"Page {number} is damaged and cannot be drawn.")
        picture = drawn(page, width)
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=QUALITY)
    return b64encode(file.getvalue()).decode()


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
