"""Reads the lines of every page, with their places, and the bookmarks."""

import ctypes
import math
import os
import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from documents.pdf_worker.library import Refused, open_document, page_of, pdfium
from documents.pdf_worker.linking import lies_over, links_of, words_in
from documents.pdf_worker.ruling import Box, rules_of, uprights

# A hyphen at a line end swallows the line end: what follows U+FFFE is the next line.
LINE = re.compile(r"[^\r\n\ufffe]*\ufffe?")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
WORD = re.compile(r"\S+")
BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
# The first pages are searched for columns word by word; later ones only where a line is in several pieces.
FRONT_PAGES = 4
# A gap of this many times the letters' size stands between two columns, not between two words.
COLUMN_GAP = 1.6
# Sizes outside these are scaled by the page: such text is rarely drawn as it is named.
PLAIN_SIZES = 5, 40
FORCED_BOLD = 1 << 18
LONGEST_BOOKMARK = 1_000
PROGRESS = struct.Struct("<II")


def main(limits: dict[str, int], path: str, share: int, shares: int, progress: str) -> dict[str, Any]:
    """The pages of one share of the document (from 0, of shares); the first share has the bookmarks too.

    The file `progress`, unless "", always holds how many of them are read, and how many pages the document has.
    """
    document, count = open_document(path, limits)
    told = os.open(progress, os.O_WRONLY) if progress else None
    pages: list[list[Any]] = []
    characters = 0
    for index in range(count * share // shares, count * (share + 1) // shares):
        with page_of(document, index) as page:
            pages.append(_page(document, page, index) if page else [0, 0, [], [], []])
        if told is not None:
            os.pwrite(told, PROGRESS.pack(len(pages), count), 0)
        characters += sum(len(line[0]) for line in pages[-1][2])
        if characters > limits["characters"]:
            raise Refused(f"The PDF has more than the {limits['characters']:,} letters of text accepted.")
    bookmarks = [] if share else list(_bookmarks(document, limits["bookmarks"]))
    return {"pages": pages, "bookmarks": bookmarks}


def _page(document: Any, page: Any, index: int) -> list[Any]:
    """Width, height, lines and rules, as documents.pdf.text has them, and links: [line from 0, words, address]."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return [width, height, [], [], []]
    try:
        reader = PageLines(page, text_page, thorough=index < FRONT_PAGES)
        lines = reader.lines()
        links = [link for address, box in links_of(document, page) for link in reader.linked(lines, address, box)]
        return [round(width, 1), round(height, 1), lines, reader.seen_rules(), links]
    finally:
        pdfium.FPDFText_ClosePage(text_page)


class PageLines:
    """Cuts one page's text into lines and columns, asking the library for as few boxes as will do."""

    def __init__(self, page: Any, text_page: Any, *, thorough: bool) -> None:
        self.text_page = text_page
        self.thorough = thorough
        self.rotation = pdfium.FPDFPage_GetRotation(page)
        self._take_bounds(page)
        self.rules = rules_of(page)
        upright = [] if self.rotation else uprights(self.rules)
        self.uprights = sorted(((box[0] + box[2]) / 2, box[1], box[3]) for box in upright)  # middle, top and bottom
        self.count = pdfium.FPDFText_CountChars(text_page)
        self.text = self._text()
        self.edges = [ctypes.c_double() for _ in range(4)]
        self.pointers = [ctypes.byref(edge) for edge in self.edges]
        self.matrix = pdfium.FS_MATRIX()
        self.font_name = ctypes.create_string_buffer(64)
        self.font_flags = ctypes.c_int()

    def _take_bounds(self, page: Any) -> None:
        """The edges of the page in the file's own measures, in which it is not turned."""
        bounds = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, bounds)
        self.left, self.bottom, self.right, self.top = bounds.left, bounds.bottom, bounds.right, bounds.top

    def _text(self) -> str:
        buffer = (ctypes.c_ushort * (self.count + 1))()
        written = pdfium.FPDFText_GetText(self.text_page, 0, self.count, buffer)
        return bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")

    def lines(self) -> list[list[Any]]:
        lines: list[list[Any]] = []
        for match in LINE.finditer(self.text):
            if match.group().strip():
                lines += self._columns(match.start(), match.end())
        return lines

    def seen_rules(self) -> list[Box]:
        return [self._seen(*rule) for rule in self.rules]

    def linked(self, lines: list[list[Any]], address: str, box: Box) -> Iterator[list[Any]]:
        """The words that a link's box covers of each line it lies over: [line from 0, words, address]."""
        seen = self._seen(*box)
        for number, line in enumerate(lines):
            if lies_over(seen, line[1:5]) and (words := words_in(self.text_page, *self._within(box, line))):
                yield [number, CONTROL.sub("", words), address]

    def _within(self, box: Box, line: list[Any]) -> Box:
        """The part of a link's box, which may be taller, that lies on this line; all of it on a page that is turned."""
        if self.rotation:
            return box
        return box[0], min(box[1], self.top - line[2]), box[2], max(box[3], self.top - line[4])

    def _columns(self, start: int, end: int) -> Iterator[list[Any]]:
        """The runs of one line, which stands at start to end of the text, cut at its wide gaps and at rules."""
        start, end = self._trim(start, end)
        size = self._size(start)
        boxes = self._boxes(start, end)
        in_pieces = len(boxes) > 1 and _gaps(boxes, size * COLUMN_GAP)
        if not (self.thorough or in_pieces or self._is_ruled(boxes)):
            yield self._line(start, end, boxes, size)
            return
        for first, last in self._runs(start, end, size * COLUMN_GAP):
            yield self._line(first, last, self._boxes(first, last), self._size(first))

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        run = self.text[start:end]
        return start + len(run) - len(run.lstrip()), end - len(run) + len(run.rstrip())

    def _runs(self, start: int, end: int, gap: float) -> Iterator[tuple[int, int]]:
        """Where the line's runs stand: words are parted where the gap between them is wide."""
        first, previous = start, None
        for word in WORD.finditer(self.text, start, end):
            if previous is not None and self._is_apart(previous - 1, word.start(), gap):
                yield first, previous
                first = word.start()
            previous = word.end()
        yield first, end

    def _is_apart(self, before: int, after: int, gap: float) -> bool:
        first, second = self._box(before), self._box(after)
        left, right = sorted((first[2], second[0]))  # some writers set the cell on the right first
        return second[0] - first[2] > gap or self._has_rule(left, right, (second[1] + second[3]) / 2)

    def _is_ruled(self, boxes: list[Box]) -> bool:
        """Whether an upright rule stands within a line's pieces."""
        if not self.uprights:
            return False
        height = (boxes[0][1] + boxes[0][3]) / 2
        return self._has_rule(min(box[0] for box in boxes), max(box[2] for box in boxes), height)

    def _has_rule(self, left: float, right: float, height: float) -> bool:
        """Whether an upright rule stands between these edges, at this height."""
        first = bisect_right(self.uprights, (left - 1, math.inf))
        last = bisect_left(self.uprights, (right + 1,))
        return any(bottom <= height <= top for _middle, top, bottom in self.uprights[first:last])

    def _line(self, start: int, end: int, boxes: list[Box], size: float) -> list[Any]:
        box = boxes[0]
        if len(boxes) > 1:
            box = (
                min(box[0] for box in boxes),
                max(box[1] for box in boxes),
                max(box[2] for box in boxes),
                min(box[3] for box in boxes),
            )
        text = CONTROL.sub("", self.text[start:end])
        return [text, *self._seen(*box), size, self._bold(start) and self._bold(end - 1)]

    def _seen(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A box of the file's own measures, as it lies on the page that is seen, from its top left corner."""
        if self.rotation == 1:
            box = bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        elif self.rotation == 2:
            box = self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        elif self.rotation == 3:
            box = self.top - top, self.right - right, self.top - bottom, self.right - left
        else:
            box = left - self.left, self.top - top, right - self.left, self.top - bottom
        return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)

    def _index(self, position: int) -> int:
        """The library's number of a letter, which differs from its place where letters have no text."""
        if len(self.text) == self.count:
            return position
        return max(0, int(pdfium.FPDFText_GetCharIndexFromTextIndex(self.text_page, position)))

    def _boxes(self, start: int, end: int) -> list[Box]:
        """The pieces (left, top, right, bottom) that the text from start to end is made of."""
        first = self._index(start)
        count = pdfium.FPDFText_CountRects(self.text_page, first, self._index(end - 1) - first + 1)
        boxes = []
        for number in range(count):
            left, top, right, bottom = self.pointers
            pdfium.FPDFText_GetRect(self.text_page, number, left, top, right, bottom)
            boxes.append(self._edges())
        return boxes or [self._box(start)]

    def _box(self, position: int) -> Box:
        left, top, right, bottom = self.pointers
        pdfium.FPDFText_GetCharBox(self.text_page, self._index(position), left, right, bottom, top)
        return self._edges()

    def _edges(self) -> Box:
        left, top, right, bottom = self.edges
        return left.value, top.value, right.value, bottom.value

    def _size(self, position: int) -> float:
        """The letter's size as it is drawn: some files name a size of 1 and scale it."""
        index = self._index(position)
        size: float = pdfium.FPDFText_GetFontSize(self.text_page, index)
        if not PLAIN_SIZES[0] <= size <= PLAIN_SIZES[1] and pdfium.FPDFText_GetMatrix(
            self.text_page, index, self.matrix
        ):
            size *= max(abs(self.matrix.d), abs(self.matrix.b))
        return round(size, 1)

    def _bold(self, position: int) -> bool:
        name, flags = self.font_name, self.font_flags
        pdfium.FPDFText_GetFontInfo(self.text_page, self._index(position), name, 64, ctypes.byref(flags))
        return bool(flags.value & FORCED_BOLD or BOLD_NAME.search(name.value))


def _gaps(boxes: list[Box], gap: float) -> bool:
    return any(after[0] - before[2] > gap for before, after in pairwise(boxes))


def _bookmarks(document: Any, most: int) -> Iterator[list[Any]]:
    """Level (from 0), title and page (from 1) of each, in the order of the outline; loops are cut."""
    seen: set[int] = set()
    waiting = [(0, pdfium.FPDFBookmark_GetFirstChild(document, None))]
    while waiting and len(seen) < most:
        level, bookmark = waiting.pop()
        address = ctypes.cast(bookmark, ctypes.c_void_p).value
        if not address or address in seen:
            continue
        seen.add(address)
        yield [level, _bookmark_title(bookmark), _bookmark_page(document, bookmark)]
        waiting.append((level, pdfium.FPDFBookmark_GetNextSibling(document, bookmark)))
        waiting.append((level + 1, pdfium.FPDFBookmark_GetFirstChild(document, bookmark)))


def _bookmark_title(bookmark: Any) -> str:
    length = min(pdfium.FPDFBookmark_GetTitle(bookmark, None, 0), LONGEST_BOOKMARK * 2)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFBookmark_GetTitle(bookmark, buffer, length)
    return CONTROL.sub("", buffer.raw.decode("utf-16-le", "replace")).strip()


def _bookmark_page(document: Any, bookmark: Any) -> int | None:
    destination = pdfium.FPDFBookmark_GetDest(document, bookmark)
    if not destination:
        action = pdfium.FPDFBookmark_GetAction(bookmark)
        destination = pdfium.FPDFAction_GetDest(document, action) if action else None
    index = pdfium.FPDFDest_GetDestPageIndex(document, destination) if destination else -1
    return index + 1 if index >= 0 else None
