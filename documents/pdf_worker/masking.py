"""Writes a copy of a paper in which contact details cannot be read: the pages that have any become pictures.

What is blacked out on a picture is gone from the file, text and links of those pages with it. Other pages are brought
over without what they only name, which could be the text of a page that became a picture.
"""

import ctypes
import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from PIL import Image, ImageDraw

from documents.contacts import contact_spans
from documents.pdf_worker.imaging import drawn
from documents.pdf_worker.library import Refused, new_document, open_document, page_of, pdfium, save
from documents.pdf_worker.splitting import bring_cleared_pages

DOTS_PER_POINT = 2.0  # 144 to the inch
WIDEST = 2400
QUALITY = 85
BLACK = (0, 0, 0)
MARGIN = 1.5  # points around each blacked out box
LONGEST_ADDRESS = 2_000

Box = tuple[float, float, float, float]


def main(limits: dict[str, int], path: str, target: str, allowed: list[str]) -> list[int]:
    """The numbers of the pages (from 1) that had contact details; with none, nothing is written."""
    source, count = open_document(path, limits)
    found = {}
    for index in range(count):
        with page_of(source, index) as page:
            if page and (boxes := _boxes(source, page, allowed)) is not None:
                found[index] = boxes
    if found:
        _write(source, count, found, target)
    return [index + 1 for index in found]


def _boxes(document: Any, page: Any, allowed: list[str]) -> list[Box] | None:
    """The boxes to black out, in the page's own measures; None for a page without contact details.

    A page may have links to them only: then there is nothing to black out, and yet it becomes a picture.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        boxes = list(_text_boxes(text_page, allowed)) if text_page else []
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
    return boxes if boxes or _links_to_contacts(document, page, allowed) else None


def _text_boxes(text_page: Any, allowed: list[str]) -> Iterator[Box]:
    for start, end in contact_spans(_text(text_page), allowed):
        edges = [ctypes.c_double() for _ in range(4)]
        for number in range(pdfium.FPDFText_CountRects(text_page, start, end - start)):
            pdfium.FPDFText_GetRect(text_page, number, *(ctypes.byref(edge) for edge in edges))
            left, top, right, bottom = (edge.value for edge in edges)
            yield left - MARGIN, bottom - MARGIN, right + MARGIN, top + MARGIN


def _text(text_page: Any) -> str:
    """A letter for each of the library's, so that places agree."""
    count = pdfium.FPDFText_CountChars(text_page)
    return "".join(_letter(pdfium.FPDFText_GetUnicode(text_page, place)) for place in range(count))


def _letter(code: int) -> str:
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else " "


def _links_to_contacts(document: Any, page: Any, allowed: list[str]) -> bool:
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
        buffer = ctypes.create_string_buffer(LONGEST_ADDRESS)
        action = pdfium.FPDFLink_GetAction(link)
        if action and pdfium.FPDFAction_GetURIPath(document, action, buffer, LONGEST_ADDRESS):
            address = buffer.value.decode("latin-1")
            if address.lower().startswith(("mailto:", "tel:")) and address[7:].lower() not in allowed:
                return True
            if contact_spans(unquote(address), allowed):
                return True
    return False


def _write(source: Any, count: int, found: dict[int, list[Box]], target: str) -> None:
    document = new_document()
    for index in range(count):
        if index not in found:
            bring_cleared_pages(document, source, count, index + 1, index + 1, index)
            continue
        with page_of(source, index) as page:
            _add_picture(document, index, page, _blacked_out(page, found[index]))
    save(document, target)


def _blacked_out(page: Any, boxes: list[Box]) -> Image.Image:
    wide = pdfium.FPDF_GetPageWidthF(page)
    picture = drawn(page, min(WIDEST, max(1, round(wide * DOTS_PER_POINT))))
    pencil = ImageDraw.Draw(picture)
    for left, bottom, right, top in boxes:
        corners = [_on_picture(page, picture, left, top), _on_picture(page, picture, right, bottom)]
        (x0, y0), (x1, y1) = corners
        pencil.rectangle((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), fill=BLACK)
    return picture


def _on_picture(page: Any, picture: Image.Image, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    size = (0, 0, picture.width, picture.height)
    if not pdfium.FPDF_PageToDevice(page, *size, 0, x, y, ctypes.byref(across), ctypes.byref(down)):
        raise Refused("A page is damaged and its contact details cannot be masked.")
    return across.value, down.value


def _add_picture(document: Any, index: int, page: Any, picture: Image.Image) -> None:
    """A new page of the same size as it is seen, that shows the picture and holds nothing else."""
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    new_page = pdfium.FPDFPage_New(document, index, wide, high)
    image = pdfium.FPDFPageObj_NewImageObj(document)
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=QUALITY)
    access, kept = _access(content.getvalue())
    if not pdfium.FPDFImageObj_LoadJpegFileInline(None, 0, image, ctypes.byref(access)):
        raise Refused("A page with contact details could not be written.")
    pdfium.FPDFImageObj_SetMatrix(image, wide, 0, 0, high, 0, 0)
    pdfium.FPDFPage_InsertObject(new_page, image)
    pdfium.FPDFPage_GenerateContent(new_page)
    pdfium.FPDF_ClosePage(new_page)
    del kept


def _access(content: bytes) -> tuple[Any, Any]:
    """What the library reads a file in memory through, and what must live until it has."""

    def read(_parameter: Any, position: int, buffer: Any, size: int) -> int:
        ctypes.memmove(buffer, content[position : position + size], size)
        return 1

    access = pdfium.FPDF_FILEACCESS()
    access.m_FileLen = len(content)
    access.m_GetBlock = type(access.m_GetBlock)(read)
    return access, read
