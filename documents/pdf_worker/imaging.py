"""Draws one page as a picture."""

import ctypes
import io
from base64 import b64encode

import pypdfium2_raw as pdfium
from PIL import Image

from documents.pdf_worker.library import Refused, open_document, page_of

TALLEST = 4  # times the width: what is longer is drawn smaller
QUALITY = 80
WHITE = 0xFFFFFFFF


def main(limits: dict[str, int], path: str, number: int, width: int) -> str:
    """Page number (from 1) as WebP in base64, width pixels wide or less."""
    document, count = open_document(path, limits)
    if not 1 <= number <= count:
        raise Refused(f"The PDF has no page {number}.")
    with page_of(document, number - 1) as page:
        if page is None:
            raise Refused(f"Page {number} of the PDF is damaged and cannot be drawn.")
        picture = _draw(page, *_size(page, width))
    with io.BytesIO() as file:
        picture.save(file, "WEBP", quality=QUALITY, method=2)
        return b64encode(file.getvalue()).decode("ascii")


def _size(page: object, width: int) -> tuple[int, int]:
    shape = pdfium.FPDF_GetPageHeightF(page) / max(pdfium.FPDF_GetPageWidthF(page), 1)
    width = int(min(width, width * TALLEST / max(shape, 0.01)))
    return max(width, 1), max(int(width * shape), 1)


def _draw(page: object, width: int, height: int) -> Image.Image:
    bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    if not bitmap:
        raise MemoryError
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)

    content = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    return Image.frombuffer("RGB", (width, height), content, "raw", "BGRX", stride, 1)
