"""Goes through the pieces of a paper, from the title of a programme to its end."""

import re
from dataclasses import replace

from documents.packs.dates import find_dates
from documents.structure.cells import alone
from documents.structure.pieces import Piece
from documents.structure.printed_dates import years_in
from documents.structure.programmes.headings import is_meeting
from documents.structure.programmes.meetings import Entry, Meetings, split_items
from documents.structure.programmes.tables import TableReader
from documents.structure.programmes.titles import is_end, is_of_review, is_title, is_title_text
from documents.structure.understood import PaperWarning, ProgrammeMeeting, warn

NOTE = re.compile(
    r"^(?:(?:agenda|report|papers?|draft|final|despatch|dispatch|publication|pre-?meeting|call-over|agenda setting)s?\b"
    r"[\w ]{0,40}|deadline[\w ]{0,30}|venue|time|location|chair|clerk|contact|note|nb|"
    r"(?:lead |responsible |report )?(?:officers?|authors?|members?|leads?|directors?)|"
    r"purpose|reason|scrutiny focus|theme)\s*[:–-]",
    re.IGNORECASE,
)
ITEMS_AFTER = re.compile(r"^\s*(?:at\s+[\d.: apm]+)?\s*[:–—-]\s*(?P<items>\S.*)$", re.DOTALL)
DATE_AFTER = re.compile(
    r"^(?P<item>.{4,200}?)\s*(?:[–—:,-]|\()\s*(?P<date>[^–—:,(]{0,12}\d[^–—:(]{3,40}?)\)?\.?$", re.DOTALL
)
ITEM_LABEL = re.compile(r"^(?:agenda )?(?:item|topic|subject|title)s?\s*\d*\s*:\s*(?=\S)", re.IGNORECASE)
DATE_LABEL = re.compile(r"^(?:meeting )?date\b(?: of (?:the )?meeting)?\s*:", re.IGNORECASE)
PARAGRAPH = re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})?")
# What a date that belongs to the words before it follows.
BEFORE_DATE = re.compile(
    r"(?:\b(?:on|of|by|to|at|in|from|until|since|for|and|or|the|dated|before|after|is)|[,:(–—-])$", re.I
)
LONGEST_ITEM = 400
LONGEST_DATE = 60


class ProgrammeReader:
    """in_programme: a title has been seen, and no other paper has begun since."""

    def __init__(self, warnings: list[PaperWarning]) -> None:
        self.warnings = warnings
        self.found = Meetings(warnings)
        self.tables = TableReader(self.found)
        self.in_programme = False
        self.of_review = False
        self.is_date_of_paper = False

    def meetings(self) -> list[ProgrammeMeeting]:
        return self.found.printed()

    def take(self, piece: Piece) -> None:
        if piece.kind == "table":
            self._table(piece)
        elif piece.kind == "lines":
            self._lines(piece)
        elif self.found.current is None and is_of_review(piece.text):
            self.of_review, self.in_programme = True, False
        elif not self._is_item(piece) and is_end(piece.text):
            self._end()
        elif not self._is_item(piece) and is_title(piece):
            self._begin(piece.text)
        elif self.in_programme:
            self._below_title(piece)

    def _is_item(self, piece: Piece) -> bool:
        """Whether a numbered or listed text stands among the items of a meeting."""
        return piece.kind == "item" or (self.found.current is not None and bool(piece.label))

    def _begin(self, title: str) -> None:
        self.in_programme = not self.of_review
        self.found.current = None
        self.found.years = years_in(title) or self.found.years
        self.tables.leave()

    def _end(self) -> None:
        self.in_programme = self.of_review = False
        self.found.current, self.found.years = None, None
        self.tables.leave()

    def _table(self, piece: Piece) -> None:
        if any(is_of_review(cell) for row in piece.rows for cell in row) and self.found.current is None:
            self.of_review, self.in_programme = True, False
        if title := next((text for row in piece.rows[:2] if is_title_text(text := alone(row))), ""):
            self._begin(title)
        if self.in_programme:
            self.tables.take(piece)

    def _lines(self, piece: Piece) -> None:
        """Columns that are not told apart: which words are the item's is not known."""
        if self.in_programme and sum(bool(find_dates(row[0][:LONGEST_DATE])) for row in piece.rows if row) > 1:
            warn(
                self.warnings,
                "The columns of the work programme could not be told apart, and are not read.",
                piece.page,
            )

    def _below_title(self, piece: Piece) -> None:
        text = piece.text
        if is_meeting(text):
            self.found.open_on(text.rstrip(" :"), piece.page)
            self.is_date_of_paper = bool(DATE_LABEL.match(text))
            self.tables.leave()
        elif PARAGRAPH.fullmatch(piece.label) and piece.kind == "numbered":
            self._leave_meeting()
        elif self._has_item_and_date(piece) or self._has_date_and_items(piece):
            self.tables.leave()
        elif self.found.current is None:
            self.found.years = (years_in(text) if len(text) <= LONGEST_DATE else None) or self.found.years
        elif not NOTE.match(text) and len(text) <= LONGEST_ITEM:
            self._add(piece)

    def _leave_meeting(self) -> None:
        """A numbered paragraph is a report's: a date above it with a label was the report's own."""
        if self.is_date_of_paper and self.found.current in self.found.found:
            self.found.found.remove(self.found.current)
        self.found.current, self.is_date_of_paper = None, False

    def _has_item_and_date(self, piece: Piece) -> bool:
        """A line of a list that ends with its date: "Budget monitoring – 12 June 2025"."""
        is_listed = piece.kind in ("item", "numbered") and self.found.current is None
        match = DATE_AFTER.match(piece.text) if is_listed else None
        if match is None or not is_meeting(match["date"]):
            return False
        for meeting in self.found.open_on(match["date"], piece.page):
            meeting.entries.append(Entry(match["item"].strip(), is_item=True))
        self.found.current = None
        return True

    def _has_date_and_items(self, piece: Piece) -> bool:
        """A line that begins with a date and goes on with what is planned: "12 June – Budget; Performance"."""
        found = find_dates(piece.text[:LONGEST_DATE])
        match = ITEMS_AFTER.match(piece.text[found[0].end :]) if found and found[0].start <= 1 else None
        if match is None:
            return False
        [meeting, *_] = self.found.open_on(piece.text[: found[0].end], piece.page)
        meeting.entries += [Entry(item, is_item=True) for item in split_items(match["items"])]
        return True

    def _add(self, piece: Piece) -> None:
        """An item; a day of the week and a date that it ends with, set close below it, are the next meeting's."""
        parted = _parted(piece.text)
        if parted is None:
            self._add_item(piece)
            return
        self._add_item(replace(piece, text=parted[0]))
        self.found.open_on(parted[1], piece.page)
        self.tables.leave()

    def _add_item(self, piece: Piece) -> None:
        entries = self.found.current.entries if self.found.current else []
        if piece.kind == "item" and piece.depth and entries and entries[-1].is_item:
            entries[-1].text += f"\n{piece.line}"
            return
        is_item = piece.kind in ("item", "numbered") or bool(piece.label)
        entries.append(Entry(ITEM_LABEL.sub("", piece.text), is_item, piece.strong and not is_item))


def _parted(text: str) -> tuple[str, str] | None:
    """A text and the date, with its day of the week, that it ends with and that no word before it leads to."""
    last = next(reversed(find_dates(text)), None)
    if last is None or last.weekday is None or not last.value or text[last.end :].strip():
        return None
    before = text[: last.start].rstrip()
    return (before, last.text) if before and not BEFORE_DATE.search(before) else None
