"""Dates in a list of coming meetings: years that a heading gives, and printed mistakes, told and never corrected."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from documents.packs.dates import MONTH_NUMBER, WEEKDAY_NAMES, FoundDate, find_dates
from documents.structure.understood import PaperWarning, warn

_month = "|".join(sorted(MONTH_NUMBER, key=len, reverse=True))
YEARS = re.compile(r"(?<!\d)(20\d\d)\s?[/–-]\s?(20\d\d|\d\d)(?!\d)")
MONTH_ALONE = re.compile(rf"(?<!\w)(?P<month>{_month})\b[\s,]*(?P<year>20\d\d)?(?!\d)", re.IGNORECASE)
# A municipal year begins in May.
FIRST_MONTH = 5
MOST_DAYS = 300


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A day as printed, and the day it is; None where no year is known, or only a month is named."""

    value: date | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day in a list of meetings."""

    value: date | None
    text: str
    page: int


def years_in(text: str) -> tuple[int, int] | None:
    """The municipal year that a text names: 2025 and 2026 for "2025/26"."""
    for match in YEARS.finditer(text):
        first, second = int(match[1]), int(match[2][-2:])
        if (first + 1) % 100 == second:
            return first, first + 1
    return None


def printed_dates(
    text: str, years: tuple[int, int] | None, page: int, warnings: list[PaperWarning]
) -> list[PrintedDate]:
    """Every day in a text; one without a year is in the municipal year, if that agrees with its weekday."""
    return [_printed(one, years, page, warnings) for one in find_dates(text)]


def _printed(one: FoundDate, years: tuple[int, int] | None, page: int, warnings: list[PaperWarning]) -> PrintedDate:
    value = one.value
    if value is not None and one.weekday is not None and one.contradicts_itself:
        right = WEEKDAY_NAMES[value.weekday()]
        warn(warnings, f"“{one.text}” cannot be right: that day was a {right}.", page)
    elif value is None and years:
        value = _in_years(one, years, page, warnings)
    return PrintedDate(value, one.text.strip(), one.start, one.end)


def _in_years(one: FoundDate, years: tuple[int, int], page: int, warnings: list[PaperWarning]) -> date | None:
    year = years[0] if one.month >= FIRST_MONTH else years[1]
    try:
        value = date(year, one.month, one.day)
    except ValueError:
        return None
    if one.weekday is None or value.weekday() == one.weekday:
        return value
    right = f"{value.day} {value:%B} {value.year} was a {WEEKDAY_NAMES[value.weekday()]}"
    warn(
        warnings, f"“{one.text}” names no year, and cannot be right for {years[0]}/{years[1] % 100:02}: {right}.", page
    )
    return None


def month_alone(text: str) -> str:
    """The month that is all a text says ("June 2026"), or ""."""
    match = MONTH_ALONE.search(text)
    return match.group().strip() if match and not text.replace(match.group(), "").strip(" .,:;–-()") else ""


def check_order(days: Sequence[PrintedDay], warnings: list[PaperWarning]) -> set[int]:
    """The places of days that fall back behind the ones before them, where the others are in order, each warned of.

    None where more than a third would have to be wrong: such a list is in another order.
    """
    known = [place for place, day in enumerate(days) if day.value is not None][:MOST_DAYS]
    kept = _longest_rising([value for place in known if (value := days[place].value)])
    wrong = {place for number, place in enumerate(known) if number not in kept}
    if len(wrong) * 3 > len(known):
        return set()
    for place in sorted(wrong):
        right = [days[before] for before in known if before < place and before not in wrong]
        if right:
            _warn(days[place], right[-1], warnings)
    return wrong


def _warn(day: PrintedDay, above: PrintedDay, warnings: list[PaperWarning]) -> None:
    """The year it may be meant for is the clerk's to confirm."""
    if day.value is None or above.value is None:
        return
    meant = next((later for later in _later_years(day.value) if later >= above.value), None)
    question = f": should it be {meant.day} {meant:%B} {meant.year}?" if meant else "."
    warn(warnings, f"“{day.text}” comes after {above.text}, but lies before it{question}", day.page)


def _later_years(value: date) -> list[date]:
    return [value.replace(year=value.year + more) for more in (1, 2) if (value.month, value.day) != (2, 29)]


def _longest_rising(days: Sequence[date]) -> set[int]:
    """The places of the longest run of days that never falls; of two as long, the earlier."""
    best: list[list[int]] = []
    for place, day in enumerate(days):
        before = [run for run in best if days[run[-1]] <= day]
        best.append([*_longest(before), place])
    return set(_longest(best))


def _longest(runs: Sequence[list[int]]) -> list[int]:
    return max(runs, key=len) if runs else []
