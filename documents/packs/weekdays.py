"""Finds days that contradict themselves: of another day of the week than printed, or not in the calendar."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from documents.packs.cleaning import clean
from documents.packs.dates import MONTH_NUMBER, WEEKDAY_NAMES, FoundDate, find_dates

_weekday = r"(?:mon|tues?|weds?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
BEFORE = re.compile(
    rf"\b(?P<weekday>{_weekday})\b(?P<between>[\s,.]+|\s?[:(–—-]\s?)(?:the\s+)?(?=\d|[A-Z][a-z]{{2,8}}\s+\d)",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"(?<=\d)(?:\s?\(\s?(?P<bracketed>{_weekday})\s?\)|,?\s+(?:which|this|that) (?:is|was|will be|falls on) an?\s"
    rf"(?P<said>{_weekday})\b|,\s+an?\s(?P<told>{_weekday})\b)",
    re.IGNORECASE,
)
# The second of two days of the week belongs to a span: "Monday - Friday, 3 June 2024"
SPAN = re.compile(r"(?:\b(?:to|and|or|until)|[-–—&/,])\s*$", re.IGNORECASE)
SHORT_YEAR = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Za-z]{3,9})\s+(?P<year>\d\d)(?=\s*(?:$|[,;)]|\.(?!\d)))",
    re.MULTILINE,
)
NO_DAY = re.compile(
    rf"(?:\b{_weekday}\b[\s,.]+)?\b(?P<day>\d\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>[A-Za-z]{{3,9}}),?\s+"
    r"(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
LONGEST_DATE = 60


class Wrong(NamedTuple):
    """What is printed and where it begins; right is the day of the week that it was, "" where there is no such day."""

    start: int
    words: str
    right: str


def wrong_days(text: str) -> list[Wrong]:
    """In the order of the text; a date may run on to the next line."""
    return sorted({*_before(text), *_after(text), *_no_days(text)})


def _before(text: str) -> Iterator[Wrong]:
    for match in BEFORE.finditer(text):
        if match["between"].strip(" ,.\n\r") and SPAN.search(text[max(0, match.start() - 8) : match.start()]):
            continue
        found, length = _date_at(text[match.end() : match.end() + LONGEST_DATE])
        yield from _compared(text[match.start() : match.end() + length], match.start(), match["weekday"], found)


def _date_at(text: str) -> tuple[date | None, int]:
    """The full date that the text begins with, and its length."""
    found = next(iter(find_dates(text)), None)
    if found and found.start == 0 and found.year:
        return found.value, found.end
    short = SHORT_YEAR.match(text)
    month = MONTH_NUMBER.get(short["month"].lower()) if short else None
    if short is None or month is None:
        return None, 0
    return _date(2000 + int(short["year"]), month, int(short["day"])), short.end()


def _after(text: str) -> Iterator[Wrong]:
    for match in AFTER.finditer(text):
        start = max(0, match.start() - LONGEST_DATE)
        dates: list[FoundDate] = find_dates(text[start : match.start()])
        if dates and start + dates[-1].end == match.start() and dates[-1].weekday is None:
            place = start + dates[-1].start
            weekday = match["bracketed"] or match["said"] or match["told"]
            yield from _compared(text[place : match.end()], place, weekday, dates[-1].value)


def _compared(words: str, start: int, weekday: str, value: date | None) -> Iterator[Wrong]:
    if value is not None and not WEEKDAY_NAMES[value.weekday()].lower().startswith(weekday.lower()[:3]):
        yield Wrong(start, clean(words), WEEKDAY_NAMES[value.weekday()])


def _no_days(text: str) -> Iterator[Wrong]:
    for match in NO_DAY.finditer(text):
        month = MONTH_NUMBER.get(match["month"].lower())
        if month and int(match["day"]) in range(monthrange(int(match["year"]), month)[1] + 1, 32):
            yield Wrong(match.start(), clean(match[0]), "")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
