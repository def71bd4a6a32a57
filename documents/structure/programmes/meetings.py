"""The meetings of a programme while it is read, each with what it is to take."""

import re
from dataclasses import dataclass, field
from datetime import date

from documents.structure.cells import listed, unmarked
from documents.structure.printed_dates import PrintedDay, check_order, printed_dates
from documents.structure.programmes.headings import without_deadline
from documents.structure.understood import PaperWarning, ProgrammeMeeting

NOTHING = re.compile(r"^[\W_]*(?:tb[acd]|n/?a|none|no items?)?[\W_]*$", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """A text below a date. is_item: numbered or in a list; is_heading: in bold or a heading, without a number."""

    text: str
    is_item: bool
    is_heading: bool = False


@dataclass(slots=True)
class Meeting:
    value: date | None
    text: str
    page: int
    entries: list[Entry] = field(default_factory=list)

    @property
    def items(self) -> list[str]:
        """The numbered and listed ones if there are any: what stands among them introduces or explains them."""
        listed = [entry.text for entry in self.entries if entry.is_item]
        texts = listed or [entry.text for entry in self.entries if not entry.is_heading]
        texts = texts or [entry.text for entry in self.entries]
        return list(dict.fromkeys(text for text in texts if not NOTHING.match(text)))


class Meetings:
    """Those found so far; current is the one that what follows belongs to. years is what a title gives dates."""

    def __init__(self, warnings: list[PaperWarning]) -> None:
        self.warnings = warnings
        self.found: list[Meeting] = []
        self.current: Meeting | None = None
        self.years: tuple[int, int] | None = None

    def open(self, value: date | None, text: str, page: int) -> Meeting:
        """The meeting of that day; a new one unless the day stands in the programme already."""
        same = (one for one in self.found if one.value == value and (value is not None or one.text == text))
        self.current = next(same, None)
        if self.current is None:
            self.current = Meeting(value, text, page)
            self.found.append(self.current)
        return self.current

    def open_on(self, text: str, page: int) -> list[Meeting]:
        """The meetings of every day that a text names; of a month, where it names no day."""
        days = printed_dates(without_deadline(text), self.years, page, self.warnings)
        if days:
            return [self.open(one.value, one.text, page) for one in days]
        return [self.open(None, text, page)] if text else []

    def printed(self) -> list[ProgrammeMeeting]:
        """Those that have items; with a warning for each that falls back behind the ones above it."""
        kept = [meeting for meeting in self.found if meeting.items]
        check_order([PrintedDay(one.value, one.text, one.page) for one in kept], self.warnings)
        return [ProgrammeMeeting(one.value, one.items, one.text, one.page) for one in kept]


def split_items(cell: str) -> list[str]:
    """What one cell lists: by bullets, by numbers that count from 1, by lines or by semicolons."""
    lines = listed(cell)
    if len(lines) == 1:
        lines = [part.strip().removeprefix("and ") for part in cell.split(";")]
    return [unmarked(line) for line in lines if line]
