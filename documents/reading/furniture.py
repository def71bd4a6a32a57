"""What is printed on a page but is no part of the paper: running headers, footers, page stamps."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from documents.pdf import Line, PdfPage
from documents.reading.rows import Row, rows_of
from documents.reading.words import clean

PAGE_STAMP = re.compile(r"page\s+([0-9]{1,5}|[ivxlc]{1,7})(?:\s+of\s+[0-9]{1,5})?", re.IGNORECASE)
BARE_NUMBER = re.compile(r"(?P<dash>[-–—]\s*)?([0-9]{1,4}|[ivxl]{1,6})(?(dash)\s*[-–—])")
ITEM_STAMP = re.compile(r"agenda\s+item\s*(?:no\.?|number)?\s*:?\s*[a-z]?[0-9]{0,3}[a-z]?", re.IGNORECASE)
BLANK_PAGE = re.compile(r"\W*this page (?:is|has been) (?:intentionally )?(?:left )?blank\W*", re.IGNORECASE)
# Stamps, headers and footers stand in the outer tenth of a page.
MARGIN = 0.1
# A header is repeated on so many pages, and on so great a share of them.
HEADER_PAGES = 3
HEADER_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Body:
    """One page without its furniture: label is the page number printed on it, or ""."""

    page: PdfPage
    label: str
    rows: tuple[Row, ...]


def bodies(pages: Sequence[PdfPage]) -> list[Body]:
    """The pages of one paper, each with its printed number, and without headers, footers and stamps."""
    headers = _headers(pages)
    return [_body(page, headers) for page in pages]


def is_blank(body: Body) -> bool:
    """Whether the page says no more than that it was left blank."""
    return len(body.rows) == 1 and bool(BLANK_PAGE.fullmatch(clean(body.rows[0].text)))


def _body(page: PdfPage, headers: frozenset[tuple[str, int]]) -> Body:
    stamps = [line for line in page.lines if _is_stamp(line, page)]
    alone = [line for line in stamps if not _has_neighbour(line, page, stamps)]
    furniture = set(alone) | {line for line in page.lines if _header_key(line, page) in headers}
    left = [line for line in page.lines if line not in furniture]
    rows = rows_of(PdfPage(page.number, page.width, page.height, tuple(left)))
    return Body(page, _label([line for line in stamps if line in furniture]), tuple(rows))


def _label(stamps: Sequence[Line]) -> str:
    """The number of "Page 12", which counts through a pack, before a bare "12", which counts through a paper."""
    for pattern in (PAGE_STAMP, BARE_NUMBER):
        for line in sorted(stamps, key=lambda line: -line.top):
            if match := pattern.fullmatch(clean(line.text)):
                return str(match[match.lastindex or 0])
    return ""


def _is_stamp(line: Line, page: PdfPage) -> bool:
    if not _in_margin(line, page):
        return False
    text = clean(line.text)
    return any(pattern.fullmatch(text) for pattern in (PAGE_STAMP, BARE_NUMBER, ITEM_STAMP))


def _has_neighbour(line: Line, page: PdfPage, stamps: Sequence[Line]) -> bool:
    """A number beside or close to other text may be part of a table or list; a worded stamp is always one."""
    if not BARE_NUMBER.fullmatch(clean(line.text)):
        return False
    above, below = line.top - 1.1 * line.size, line.bottom + 1.1 * line.size
    close = (other for other in page.lines if other.top < below and other.bottom > above)
    return any(other not in stamps and not _is_worded_stamp(other) for other in close)


def _is_worded_stamp(line: Line) -> bool:
    return bool(PAGE_STAMP.fullmatch(clean(line.text)))


def _in_margin(line: Line, page: PdfPage) -> bool:
    margin = page.height * MARGIN
    return line.bottom <= margin or line.top >= page.height - margin


def _headers(pages: Sequence[PdfPage]) -> frozenset[tuple[str, int]]:
    """Text and height of what stands in the margin of page after page at the same place."""
    counts = Counter(key for page in pages for key in {_header_key(line, page) for line in page.lines})
    least = max(HEADER_PAGES, HEADER_SHARE * len(pages))
    return frozenset(key for key, count in counts.items() if key[0] and count >= least)


def _header_key(line: Line, page: PdfPage) -> tuple[str, int]:
    """The line with its figures masked, and its height in steps of 6 points; ("", 0) outside the margins."""
    if not _in_margin(line, page):
        return "", 0
    text = re.sub(r"[0-9]+", "0", clean(line.text)).lower()
    return (text, round(line.bottom / 6)) if re.search(r"[^\W\d_]", text) else ("", 0)
