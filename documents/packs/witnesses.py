"""What the papers' own pages, and the file's bookmarks, say of where an item starts."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.packs.cleaning import clean
from documents.packs.labels import leading_label
from documents.pdf import Bookmark, PdfPage, PdfText

PAGE_NUMBER = re.compile(r"^(?:(?P<word>page|tudalen|p\.?)\s*)?(?P<number>\d{1,4})$", re.IGNORECASE)
ITEM_STAMP = re.compile(
    r"^(?:agenda\s+item|eitem\s+(?:ar\s+gyfer\s+y\s+)?agenda)\s*(?:no\.?|number|rhif)?\s*:?\s*"
    r"(?P<label>[A-Z]{0,2}\.?\s?\d{1,3}(?:\.\d{1,2})?\s?(?:\(?[a-z]{1,2}\)?)?)\.?$",
    re.IGNORECASE,
)
BLANK = re.compile(
    r"(?:this )?page is (?:intentionally )?(?:left )?blank|dudalen hon yn wag|page left (?:intentionally )?blank",
    re.IGNORECASE,
)
# Stamps stand within this share of the page's height from its top or bottom edge.
EDGE = 0.14
# More items than any meeting takes: a file with more bookmarks is not matched with them all.
MOST_ENTRIES = 400


@dataclass(frozen=True, slots=True)
class Witnesses:
    """offset is PDF page less printed number (None: no numbers); stamps are item labels by PDF page.

    outline is the bookmarks put in order of pages, without the front sheet's own.
    """

    offset: int | None
    numbered: frozenset[int]
    stamps: dict[int, str]
    blank: frozenset[int]
    silent: frozenset[int]
    outline: tuple["Entry", ...]

    def printed(self, pdf_page: int) -> int | None:
        """The number printed on a PDF page, as counted from those that show it."""
        if self.offset is None or pdf_page - self.offset < 1:
            return None
        return pdf_page - self.offset


@dataclass(slots=True)
class Entry:
    """An item's bookmark: its label and title, its page, and the bookmarks of its further papers."""

    label: str
    title: str
    page: int
    papers: list[tuple[str, int]] = field(default_factory=list)


def hear(text: PdfText) -> Witnesses:
    """Every witness of the pack."""
    offset, numbered = _offset(text.pages)
    stamps = {page.number: label for page in text.pages if (label := _item_stamp(page))}
    blank = frozenset(page.number for page in text.pages if _is_blank(page))
    silent = frozenset(page.number for page in text.pages if not any(line.text.strip() for line in page.lines))
    outline = _outline(text.bookmarks, len(text.pages))
    return Witnesses(offset, numbered, _starts_only(stamps), blank, silent, outline)


def is_stamp(page: PdfPage, text: str, top: float, bottom: float) -> bool:
    """Whether a run of text is a page number or an item stamp at the edge of the page."""
    if not _at_edge(page, top, bottom):
        return False
    return bool(PAGE_NUMBER.match(text) or ITEM_STAMP.match(text))


def _at_edge(page: PdfPage, top: float, bottom: float) -> bool:
    return bottom < page.height * EDGE or top > page.height * (1 - EDGE)


def _offset(pages: Sequence[PdfPage]) -> tuple[int | None, frozenset[int]]:
    """The distance that most page numbers agree on, and the pages that show such a number.

    A number with the word "Page" counts thrice: it is the stamp of the pack rather than a paper's own.
    """
    votes: Counter[int] = Counter()
    shown: dict[int, set[int]] = {}
    for page in pages:
        for distance, weight in _numbers(page):
            votes[distance] += weight
            shown.setdefault(distance, set()).add(page.number)
    if not votes:
        return None, frozenset()
    best, _ = max(votes.items(), key=lambda vote: (vote[1], -abs(vote[0])))
    if len(shown[best]) < min(2, len(pages)):
        return None, frozenset()
    return best, frozenset(shown[best])


def _numbers(page: PdfPage) -> set[tuple[int, int]]:
    """Distance and weight of each number at the page's edge."""
    found = set()
    for line in page.lines:
        if len(line.text) <= 12 and _at_edge(page, line.top, line.bottom):
            match = PAGE_NUMBER.match(clean(line.text))
            if match and int(match["number"]):
                found.add((page.number - int(match["number"]), 3 if match["word"] else 1))
    return found


def _item_stamp(page: PdfPage) -> str | None:
    for line in page.lines:
        if len(line.text) <= 40 and line.top < page.height * 0.2:
            match = ITEM_STAMP.match(clean(line.text))
            if match:
                return match["label"].replace(" ", "")
    return None


def _starts_only(stamps: dict[int, str]) -> dict[int, str]:
    """A stamp repeated as a running header counts only where it begins."""
    starts: dict[int, str] = {}
    previous: tuple[int, str] | None = None
    for page, label in sorted(stamps.items()):
        if previous is None or previous[1] != label:
            starts[page] = label
        previous = page, label
    return starts


def _is_blank(page: PdfPage) -> bool:
    texts = [clean(line.text) for line in page.lines[:8]]
    words = [text for text in texts if not PAGE_NUMBER.match(text)]
    return len(page.lines) <= 8 and (not words or bool(BLANK.search(" ".join(words))))


def _outline(bookmarks: Sequence[Bookmark], pages: int) -> tuple[Entry, ...]:
    """Items and their further papers; a single bookmark above all others is looked through."""
    usable = [mark for mark in bookmarks if mark.page and 1 <= mark.page <= pages and mark.title]
    if not usable:
        return ()
    top = min(mark.level for mark in usable)
    if sum(mark.level == top for mark in usable) == 1 and len(usable) > 2:
        top += 1
    entries: list[Entry] = []
    for mark in usable:
        if mark.level == top:
            entries.append(_entry(mark))
        elif mark.level == top + 1 and entries and mark.page:
            entries[-1].papers.append((clean(mark.title), mark.page))
    return tuple(entry for entry in entries if not _is_front(entry))[:MOST_ENTRIES]


def _entry(mark: Bookmark) -> Entry:
    title = clean(mark.title)
    labelled = leading_label(title)
    if labelled and not labelled[0].is_sub:
        return Entry(labelled[0].text, labelled[1], mark.page or 1)
    return Entry("", title, mark.page or 1)


def _is_front(entry: Entry) -> bool:
    return not entry.label and bool(
        re.fullmatch(r"(?:agenda|rhaglen)(?: (?:front ?sheet|document|pack))?", entry.title, re.IGNORECASE)
    )
