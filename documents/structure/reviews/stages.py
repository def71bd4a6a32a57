"""The stages of a review: evidence at a meeting, draft recommendations, the final report."""

import re
from dataclasses import dataclass
from datetime import date

from documents.packs.dates import find_dates
from documents.structure.printed_dates import MONTH_ALONE, PrintedDay, check_order, printed_dates
from documents.structure.understood import PaperWarning, ReadStage

SEPARATOR = " \t\n:–—-,.;|()"
LONGEST_DATE = 90
TRAILING = re.compile(r"(?<=\w)\s+(?:in|on|by|at|for)$", re.IGNORECASE)
NUMBER = re.compile(r"^(?:\d{1,2}[.)]|\(?[a-z]\)|•)\s+")


@dataclass(slots=True)
class Stage:
    """While it is read: the date may be put together from several lines, and so may the theme.

    is_evidence: a meeting that hears evidence, whose theme is one of the review's.
    """

    text: str
    theme: str
    page: int
    is_evidence: bool = False
    value: date | None = None

    def settle(self, years: tuple[int, int] | None, warnings: list[PaperWarning]) -> None:
        """Reads the date; what is printed beside it stays in its text."""
        days = printed_dates(self.text, years, self.page, warnings)
        self.value = days[0].value if days else None
        if len(days) == 1 and not _beside(self.text, days[0].start, days[0].end):
            self.text = days[0].text

    def printed(self) -> ReadStage:
        """The date's own words only where it is not certain."""
        certain = self.value is not None and not any(one.contradicts_itself for one in find_dates(self.text))
        return ReadStage(self.value, self.theme.strip(SEPARATOR), "" if certain else self.text, self.page)


class Stages:
    """Those found so far, in the order they are printed."""

    def __init__(self, warnings: list[PaperWarning]) -> None:
        self.warnings = warnings
        self.found: list[Stage] = []
        self.years: tuple[int, int] | None = None

    def add(self, text: str, theme: str, page: int, *, is_evidence: bool) -> Stage:
        self.found.append(Stage(text, theme, page, is_evidence))
        return self.found[-1]

    def printed(self) -> list[tuple[Stage, ReadStage]]:
        """Those that say what for. One that falls back behind the others has no certain date, and a warning."""
        kept = [stage for stage in self.found if stage.theme.strip(SEPARATOR)]
        for stage in kept:
            stage.settle(self.years, self.warnings)
        wrong = check_order([PrintedDay(one.value, one.text, one.page) for one in kept], self.warnings)
        for place in wrong:
            kept[place].value = None
        return [(one, one.printed()) for one in kept]


def dated(text: str) -> tuple[str, str] | None:
    """A line's date as printed and the rest of it: "8 May 2017: Final report"; None where it has no date."""
    found = [(one.start, one.end) for one in find_dates(text)]
    if not found and (month := MONTH_ALONE.search(text)) and month["year"]:
        found = [month.span()]
    if not found:
        return None
    start, end = found[0]
    before, after = text[:start].strip(SEPARATOR), text[end:].strip(SEPARATOR)
    if before and after and len(before) > LONGEST_DATE:
        return None
    theme = (
        f"{before} {after}".strip() if len(before.split()) < 3 and after else f"{before}{' – ' if after else ''}{after}"
    )
    return text[start:end].strip(), TRAILING.sub("", NUMBER.sub("", _without_label(theme)))


def _without_label(theme: str) -> str:
    return re.sub(r"^(?:meeting|date|by|on|the|of|at)\b\s*[:–-]?\s*", "", theme, flags=re.IGNORECASE).strip()


def _beside(text: str, start: int, end: int) -> str:
    return (text[:start] + text[end:]).strip(SEPARATOR)
