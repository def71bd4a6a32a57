"""Programmes as tables: which column has the dates, and which the items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.packs.dates import find_dates
from documents.structure.cells import alone, cell_text, run_on, runs_on
from documents.structure.pieces import Piece
from documents.structure.programmes.headings import is_meeting
from documents.structure.programmes.meetings import Entry, Meeting, Meetings, split_items

LONGEST_NAME = 80
DATE = re.compile(
    r"^(?:(?:proposed |planned |target |committee |panel |scrutiny )*(?:meeting|date|month|when)s?\b|"
    r"(?:proposed )?(?:date|month|timing) of\b|time ?scale|.*\bmeeting dates?$|.*\bcommittee dates?$|"
    r"dyddiad|scheduled\b)",
    re.IGNORECASE,
)
ITEM = re.compile(
    r"^(?:(?:agenda|main|key|proposed|scrutiny|report|planned|item|business|work programme|substantive|standing) )*"
    r"(?:items?|topics?|subjects?|reports?|business|issues?|titles?|agenda|matters?|themes?|work|activity|review|"
    r"report titles?|eitem|pwnc)\b(?!.*\b(?:author|deadline|to|no|number|from|type|date|lead|owner|officer)\b)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"^(?:no|nos|number|ref|item no|item number|#)?\.?$", re.IGNORECASE)
NUMBERING = re.compile(r"\(?[A-Z]?\d{0,2}(?:\.\d{1,2})?[a-z]?[.)]?", re.IGNORECASE)
TICK = re.compile(r"^(?:x|✓|✔|√|●|•|■|yes|y|\*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column has what; across: the columns that are meetings themselves, with ticks or items in their cells."""

    item: int
    date: int | None = None
    across: tuple[int, ...] = ()
    width: int = 0


def layout_of(cells: Sequence[str]) -> Layout | None:
    """The layout that a header names, or None where it is none."""
    if any(len(cell) > LONGEST_NAME for cell in cells):
        return None
    across = tuple(place for place, cell in enumerate(cells) if place and _is_day(cell))
    if len(across) > 1:
        return Layout(0, None, across, len(cells))
    item = next((place for place, cell in enumerate(cells) if ITEM.match(cell)), None)
    dates = [place for place, cell in enumerate(cells) if DATE.match(cell) and place != item]
    if item is None or (not dates and len([cell for cell in cells if cell]) < 2) or any(map(_is_day, cells)):
        return None
    return Layout(item, dates[0] if dates else None, (), len(cells))


def layout_without_header(cells: Sequence[str]) -> Layout | None:
    """A row that begins with a date, and says in the next filled cell what is planned."""
    filled = [place for place, cell in enumerate(cells) if cell and not NUMBER.match(cell)]
    if len(filled) > 1 and filled[0] == 0 and _is_day(cells[0]):
        return Layout(filled[1], 0, (), len(cells))
    return None


def is_tick(cell: str) -> bool:
    return bool(TICK.match(cell.strip()))


def _is_day(cell: str) -> bool:
    """Whether a cell is little more than a date."""
    found = find_dates(cell)
    return bool(found) and len(cell) - sum(one.end - one.start for one in found) <= 25


class TableReader:
    """Takes the rows of a programme's tables, and of those that stand below the heading of one meeting."""

    def __init__(self, meetings: Meetings) -> None:
        self.meetings = meetings
        self.layout: Layout | None = None
        self.across: dict[int, Meeting] = {}
        self.open: list[Meeting] = []
        self.item: Entry | None = None

    def take(self, piece: Piece) -> None:
        for row in piece.rows:
            cells = tuple(cell_text(cell) for cell in row)
            if any(cells) and not self._header(cells, piece.page):
                self._row(cells, piece.page)

    def leave(self) -> None:
        """A heading parts a table from the one before it."""
        self.layout, self.item, self.open = None, None, []

    def _header(self, cells: Sequence[str], page: int) -> bool:
        text = alone(cells)
        if text:
            return self._across_all(text, page)
        layout = layout_of(cells)
        if layout is None:
            return False
        if layout != self.layout:
            self.open = [self.meetings.current] if self.meetings.current and layout.date is None else []
        self.layout, self.item = layout, None
        self.across = {place: one for place in layout.across for one in self.meetings.open_on(cells[place], page)[:1]}
        return True

    def _across_all(self, text: str, page: int) -> bool:
        """A row that says one thing: the date of those below it, or a heading that is passed over."""
        if is_meeting(text):
            self.open, self.item = self.meetings.open_on(text, page), None
            return True
        return self.layout is None

    def _row(self, cells: Sequence[str], page: int) -> None:
        layout = self.layout or layout_without_header(cells) or self._layout_below_date(cells)
        if layout is None or layout.width != len(cells):
            return
        self.layout = layout
        if layout.across:
            self._matrix(cells, layout)
            return
        if layout.date is not None and cells[layout.date]:
            self._date(cells[layout.date], cells[layout.item], page)
        elif layout.date is not None and layout.date > layout.item and cells[layout.item] and not self._goes_on(cells):
            self.open = self.meetings.open_on("", page)
        self._items(cells, layout)

    def _layout_below_date(self, cells: Sequence[str]) -> Layout | None:
        """A row without a header, below a row that is a date: its first words are the item, a number before them."""
        words = (place for place, cell in enumerate(cells) if cell and not NUMBERING.fullmatch(cell))
        item = next(words, None) if self.open else None
        return Layout(item, None, (), len(cells)) if item is not None else None

    def _date(self, text: str, item: str, page: int) -> None:
        """A cell of dates; the rest of one that is broken over a page has no date and no item beside it."""
        text = " ".join(text.split())
        if self.open and not item and not find_dates(text):
            return
        self.open, self.item = self.meetings.open_on(text, page), None

    def _items(self, cells: Sequence[str], layout: Layout) -> None:
        text = cells[layout.item]
        if not text:
            return
        if self.item and self._goes_on(cells):
            self.item.text = run_on(self.item.text, text)
            return
        entries = [Entry(item, is_item=True) for item in split_items(text)]
        for meeting in self.open:
            meeting.entries += [Entry(entry.text, is_item=True) for entry in entries]
        if self.open and entries:
            self.item = self.open[-1].entries[-1]

    def _goes_on(self, cells: Sequence[str]) -> bool:
        """Whether a row is the rest of the one above: it has no date, and its item begins within a sentence."""
        layout = self.layout
        if layout is None or self.item is None or (layout.date is not None and cells[layout.date]):
            return False
        return runs_on(self.item.text, cells[layout.item]) and cells[layout.item][:1].islower()

    def _matrix(self, cells: Sequence[str], layout: Layout) -> None:
        """A row of a table whose columns are meetings: its item where they are ticked, or what their cells say."""
        for place in layout.across:
            if not cells[place] or place not in self.across:
                continue
            texts = [cells[layout.item]] if is_tick(cells[place]) else split_items(cells[place])
            self.across[place].entries += [Entry(text, is_item=True) for text in texts if text]
