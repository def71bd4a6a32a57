"""Finds dates in a pack that cannot be right: reported to the clerk, never corrected."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from documents.packs.cleaning import clean
from documents.packs.dates import FoundDate, find_dates
from documents.packs.planned import PlanWarning
from documents.packs.weekdays import Wrong, wrong_days

_weekday = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
# A cheap look for where a date may begin at the start of a line.
LEADING = re.compile(
    rf"^[^\w\n]{{0,4}}(?:date\s*(?:of\s+meeting)?\s*:?\s*)?(?=(?:{_weekday}\b[\s,.]+)?\d{{1,2}}\s?(?:st|nd|rd|"
    rf"th)?\s+[A-Z][a-z]{{2}})",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_DATE = 60
# A plan gives at least this many coming dates before one is held to be out of order.
SERIES = 3
# Days: how far beyond the last date of the plan the right one may lie, and how far back a date is when it cannot
# be that of a signature.
FARTHEST = 200
SIGNATURE = 60


class Printed(Protocol):
    """As much of a page as dates are looked for in."""

    @property
    def number(self) -> int: ...

    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Placed:
    page: int
    found: FoundDate


def check_dates(pages: Sequence[Printed], day: date | None) -> list[PlanWarning]:
    """A warning for each date that contradicts its weekday, and for each past date in a plan of coming meetings."""
    warnings = [_weekday_warning(page.number, wrong) for page in pages for wrong in wrong_days(page.text)]
    if day is not None:
        warnings += _plan_warnings([one for page in pages for one in _leading_dates(page)], day)
    return list(dict.fromkeys(sorted(warnings, key=lambda warning: warning.page or 0)))


def _leading_dates(page: Printed) -> Iterator[Placed]:
    """The full dates that lead a line; a date may run on to the next line."""
    text = page.text
    for match in LEADING.finditer(text):
        found = next(iter(find_dates(clean(text[match.end() : match.end() + LONGEST_DATE]))), None)
        if found and found.start == 0 and found.year:
            yield Placed(page.number, found)


def _weekday_warning(page: int, wrong: Wrong) -> PlanWarning:
    if not wrong.right:
        return PlanWarning(page, f"“{wrong.words}” cannot be right: there is no such day.")
    return PlanWarning(page, f"“{wrong.words}” cannot be right: that day was a {wrong.right}.")


def _plan_warnings(leading: Sequence[Placed], day: date) -> Iterator[PlanWarning]:
    """In a run of lines that lead with coming dates in order, one that falls back behind the meeting itself."""
    series: list[Placed] = []
    for one in leading:
        value = one.found.value
        if value is None:
            continue
        if series and one.page - series[-1].page > 1:
            series = []
        if later := _falls_back(series, value, day):
            yield PlanWarning(
                one.page,
                f"“{one.found.text}” comes after {series[-1].found.text} in a plan of coming dates, but lies before "
                f"the meeting: should it be {later.day} {later:%B} {later.year}?",
            )
        elif value >= day and (not series or value >= (series[-1].found.value or value)):
            series.append(one)
        elif value >= day:
            series = [one]


def _falls_back(series: Sequence[Placed], value: date, day: date) -> date | None:
    """The same day a year later, if that is what a plan of coming dates must mean."""
    last = series[-1].found.value if series else None
    if len(series) < SERIES or last is None or (day - value).days <= SIGNATURE:
        return None
    later = _next_year(value)
    return later if later is not None and 0 <= (later - last).days <= FARTHEST else None


def _next_year(value: date) -> date | None:
    try:
        return value.replace(year=value.year + 1)
    except ValueError:
        return None
