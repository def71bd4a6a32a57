"""Dates and times as papers print them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

MONTHS = (
    ("january", "jan", "ionawr"),
    ("february", "feb", "chwefror"),
    ("march", "mar", "mawrth"),
    ("april", "apr", "ebrill"),
    ("may", "mai"),
    ("june", "jun", "mehefin"),
    ("july", "jul", "gorffennaf"),
    ("august", "aug", "awst"),
    ("september", "sept", "sep", "medi"),
    ("october", "oct", "hydref"),
    ("november", "nov", "tachwedd"),
    ("december", "dec", "rhagfyr"),
)
WEEKDAYS = (
    ("monday", "mon", "llun"),
    ("tuesday", "tues", "tue", "mawrth"),
    ("wednesday", "weds", "wed", "mercher"),
    ("thursday", "thurs", "thur", "thu", "iau"),
    ("friday", "fri", "gwener"),
    ("saturday", "sat", "sadwrn"),
    ("sunday", "sun", "sul"),
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NUMBER = {name: number for number, names in enumerate(MONTHS, start=1) for name in names}
WEEKDAY_NUMBER = {name: number for number, names in enumerate(WEEKDAYS) for name in names}

_weekday = "|".join(sorted(WEEKDAY_NUMBER, key=len, reverse=True))
_month = "|".join(sorted(MONTH_NUMBER, key=len, reverse=True))
WORDED = re.compile(
    rf"(?<!\w)(?:(?P<weekday>{_weekday})\b\.?,?\s+(?:the\s+)?)?"
    rf"(?P<day>\d{{1,2}})\s*(?:st|nd|rd|th)?(?:\s+of|\s+day\s+of)?[\s,.-]+(?P<month>{_month})\b\.?"
    rf"(?:[\s,-]+(?P<year>\d{{4}}))?(?!\d)",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"(?<!\w)(?:(?P<weekday>{_weekday})\b\.?,?\s+)?(?P<month>{_month})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
    rf"(?P<year>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    rf"(?<![\w./-])(?:(?P<weekday>{_weekday})\b\.?,?\s+)?"
    rf"(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|\d{{2}})(?![\w/-])",
    re.IGNORECASE,
)
MONTH_WORD = re.compile(rf"\b(?:{_month})\b", re.IGNORECASE)

HOUR = re.compile(
    r"(?<![\d.:£/-])(?P<hour>\d{1,2})(?:\s*[.:]\s*(?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?<![\d.:£/])(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)(?![\d%/.]|\s*(?:%|million|m\b))"
    r"|\b(?P<hundred>[01]\d|2[0-3])(?P<minutes>[0-5]\d)\s*(?:hours|hrs)\b"
    r"|\b(?:12\s*)?(?P<noon>noon|midday)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: value is None where no year is printed; weekday counts from Monday (0)."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    start: int
    end: int
    text: str

    @property
    def value(self) -> date | None:
        return _date(self.year, self.month, self.day) if self.year else None

    @property
    def contradicts_itself(self) -> bool:
        """Whether the printed day of the week is not that of the date."""
        value = self.value
        return value is not None and self.weekday is not None and value.weekday() != self.weekday


def find_dates(text: str) -> list[FoundDate]:
    """Every date that exists in the calendar, in the order of the text."""
    found = [*_found(WORDED, text), *_found(MONTH_FIRST, text), *_found(NUMBERED, text)]
    found.sort(key=lambda one: (one.start, -one.end))
    apart: list[FoundDate] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def first_date(text: str) -> date | None:
    """The first full date in the text."""
    return next((value for found in find_dates(text) if (value := found.value)), None)


def without_dates(text: str) -> str:
    """The text with a space in place of each date, so that a time is not looked for in one."""
    for found in reversed(find_dates(text)):
        text = text[: found.start] + " " + text[found.end :]
    return text


def first_time(text: str) -> time | None:
    """The first hour in the text: "7.30 pm", "19:30", "6pm", "1000 hours", "12 noon"."""
    for match in HOUR.finditer(text):
        if value := _time(match):
            return value
    return None


def _found(pattern: re.Pattern[str], text: str) -> Iterator[FoundDate]:
    for match in pattern.finditer(text):
        day, month, year = int(match["day"]), _month_number(match["month"]), _year(match["year"])
        if _date(year or 2000, month, day) is None or _is_no_date(match):
            continue
        weekday = WEEKDAY_NUMBER[match["weekday"].lower()] if match["weekday"] else None
        yield FoundDate(day, month, year, weekday, match.start(), match.end(), match.group())


def _is_no_date(match: re.Match[str]) -> bool:
    """Whether it only looks like a date: "the 15 may be", "2.1.16"."""
    if match["month"].isdigit():
        return match["mark"] != "/" and len(match["year"]) == 2
    return match["month"].islower() and not match["year"]


def _month_number(text: str) -> int:
    return int(text) if text.isdigit() else MONTH_NUMBER[text.lower()]


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) + 2000 if len(text) == 2 else int(text)


def _date(year: int, month: int, day: int) -> date | None:
    if not 1880 <= year <= 2199:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(match: re.Match[str]) -> time | None:
    if match["noon"]:
        return time(12)
    if match["hundred"]:
        return time(int(match["hundred"]), int(match["minutes"]))
    if match["hour24"]:
        return time(int(match["hour24"]), int(match["minute24"]))
    hour = int(match["hour"])
    if not 1 <= hour <= 12:
        return None
    afternoon = match["half"].lower() == "p"
    return time(hour % 12 + 12 * afternoon, int(match["minute"] or 0))
