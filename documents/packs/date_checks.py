"""Finds dates in a pack that cannot be right: reported to the clerk, never corrected."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from documents.packs.cleaning import clean
from documents.packs.dates import WEEKDAY_NAMES, FoundDate, find_dates
from documents.packs.planned import PlanWarning
from documents.pdf import PdfPage

# A cheap look before a line is searched: a date with its weekday, or one at the start of the line.
LIKELY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)|^\W*(?:date\s*:?\s*)?\d{1,2}(?:st|nd|rd|th)?\W+[A-Z][a-z]{2}", re.IGNORECASE)
AT_START = re.compile(r"^\W*(?:(?:date|meeting|when)\s*(?:of meeting)?\s*:?\s*)?$", re.IGNORECASE)
# A plan gives at least this many coming dates before one is held to be out of order.
SERIES = 3
FARTHEST = 400


@dataclass(frozen=True, slots=True)
class Placed:
    page: int
    found: FoundDate
    leads: bool


def check_dates(pages: Sequence[PdfPage], day: date | None) -> list[PlanWarning]:
    """A warning for each date that contradicts its weekday, and for each past date in a plan of coming meetings."""
    placed = [one for page in pages for one in _dates_on(page)]
    warnings = [_weekday_warning(one) for one in placed if one.found.contradicts_itself]
    if day is not None:
        warnings += _plan_warnings([one for one in placed if one.leads], day)
    return list(dict.fromkeys(sorted(warnings, key=lambda warning: warning.page or 0)))


def _dates_on(page: PdfPage) -> Iterator[Placed]:
    for line in page.lines:
        if LIKELY.search(line.text):
            text = clean(line.text)
            for found in find_dates(text):
                if found.year:
                    yield Placed(page.number, found, bool(AT_START.match(text[: found.start])))


def _weekday_warning(one: Placed) -> PlanWarning:
    value = one.found.value
    right = WEEKDAY_NAMES[value.weekday()] if value else ""
    return PlanWarning(one.page, f"“{one.found.text.strip()}” cannot be right: that day was a {right}.")


def _plan_warnings(leading: Sequence[Placed], day: date) -> Iterator[PlanWarning]:
    """In a run of lines that lead with coming dates in order, one that falls back behind the meeting itself."""
    series: list[Placed] = []
    for one in leading:
        value = one.found.value
        if value is None:
            continue
        if series and one.page - series[-1].page > 1:
            series = []
        if _falls_back(series, value, day):
            later = _next_year(value)
            yield PlanWarning(
                one.page,
                f"“{one.found.text.strip()}” stands in a plan after {_worded(series[-1])}, but is over a year before its place: "
                f"should it be {later.day} {later:%B} {later.year}?" if later else "",
            )
        elif value >= day and (not series or value >= (series[-1].found.value or value)):
            series.append(one)
        elif value >= day:
            series = [one]


def _falls_back(series: Sequence[Placed], value: date, day: date) -> bool:
    if len(series) < SERIES or value >= day:
        return False
    last, later = series[-1].found.value, _next_year(value)
    return last is not None and later is not None and 0 <= (later - last).days <= FARTHEST


def _next_year(value: date) -> date | None:
    try:
        return value.replace(year=value.year + 1)
    except ValueError:
        return None


def _worded(one: Placed) -> str:
    return one.found.text.strip()
