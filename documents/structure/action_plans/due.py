"""By when an action is due: the month that the words of a plan name, where they name one for certain."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from documents.packs.dates import MONTH_NUMBER, find_dates

_month = "|".join(sorted(MONTH_NUMBER, key=len, reverse=True))
# "Dec 15" is a month of 2015, never a day: a plan's deadlines are months.
MONTH_YEAR = re.compile(
    rf"(?<!\w)(?P<month>{_month})\b\.?,?[\s/’'‘-]*(?:of\s+)?(?P<year>20\d\d|\d\d)(?![\d/])", re.IGNORECASE
)
NUMBERED_MONTH = re.compile(r"(?<![\d/.-])(?P<month>0?[1-9]|1[0-2])[/-](?P<year>20\d\d)(?![\d/-])")
ISO = re.compile(r"(?<!\d)(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?(?![\d-])")
_quarter = r"(?:q|quarter\s*)(?P<quarter>[1-4])"
_years = r"(?P<first>20\d\d|\d\d)\s?[/–-]\s?(?P<second>20\d\d|\d\d)(?!\d)"
QUARTER = re.compile(rf"\b{_quarter}\b[\s,:(of-]*{_years}", re.IGNORECASE)
QUARTER_AFTER = re.compile(rf"(?<!\d){_years}[\s,:(-]*{_quarter}\b", re.IGNORECASE)
END_OF_YEARS = re.compile(rf"\bend\s+(?:of\s+)?(?:the\s+)?(?:financial\s+year\s+|FY\s*)?{_years}", re.IGNORECASE)
END_OF_YEAR = re.compile(r"\bend\s+(?:of\s+)?(?P<year>20\d\d)(?!\s?[/–-]\s?\d)", re.IGNORECASE)
# A date that no longer holds, and one that only says when something began.
FORMER = re.compile(r"\(?\b(?:was|were|originally|previously|formerly|moved from)\b:?[^()]*\)?", re.IGNORECASE)
BEGUN = re.compile(r"\b(?:from|since|started|began|starting|commenc\w+)\b", re.IGNORECASE)
WORDS = re.compile(
    r"(?:on-?going|immediate|annual|monthly|quarterly|weekly|termly|tbc|tba|complete|done|asap|n/?a\b|continuous|"
    r"as required|in place|spring|summer|autumn|winter|short|medium|long)",
    re.IGNORECASE,
)
Found = tuple[int, int, date]


@lru_cache(maxsize=2048)
def due_month(text: str) -> date | None:
    """The first day of the month it is due, the last that is named; None for "Ongoing", "Spring 2026" or "June"."""
    in_force = _in_force(text)
    found = sorted(_found(in_force))
    if not found or (len(found) == 1 and BEGUN.search(in_force[: found[0][0]])):
        return None
    return found[-1][2]


def is_due(text: str) -> bool:
    """Whether a cell is of the kind that says by when."""
    return due_month(text) is not None or WORDS.match(text) is not None


def _in_force(text: str) -> str:
    """The text without a deadline that has been put off, if another is left."""
    rest = FORMER.sub(" ", text)
    return rest if any(_found(rest)) else text


def _found(text: str) -> Iterator[Found]:
    """Each month with its place, the longer readings first: no part of one is read again."""
    for read in (_dates, _iso, _quarters, _ends, _months):
        found = list(read(text))
        yield from found
        for start, end, _ in found:
            text = text[:start] + " " * (end - start) + text[end:]


def _dates(text: str) -> Iterator[Found]:
    for one in find_dates(text):
        if value := one.value:
            yield one.start, one.end, value.replace(day=1)


def _iso(text: str) -> Iterator[Found]:
    for match in ISO.finditer(text):
        yield match.start(), match.end(), date(int(match["year"]), int(match["month"]), 1)


def _quarters(text: str) -> Iterator[Found]:
    """The last month of a quarter of a financial year, which begins in April."""
    for pattern in (QUARTER, QUARTER_AFTER):
        for match in pattern.finditer(text):
            quarter, year = int(match["quarter"]), _financial_year(match)
            if year:
                yield match.start(), match.end(), date(year + (quarter == 4), (quarter * 3 + 2) % 12 + 1, 1)


def _ends(text: str) -> Iterator[Found]:
    for match in END_OF_YEARS.finditer(text):
        if year := _financial_year(match):
            yield match.start(), match.end(), date(year + 1, 3, 1)
    for match in END_OF_YEAR.finditer(text):
        yield match.start(), match.end(), date(int(match["year"]), 12, 1)


def _months(text: str) -> Iterator[Found]:
    for match in MONTH_YEAR.finditer(text):
        yield match.start(), match.end(), date(_year(match["year"]), MONTH_NUMBER[match["month"].lower()], 1)
    for match in NUMBERED_MONTH.finditer(text):
        yield match.start(), match.end(), date(int(match["year"]), int(match["month"]), 1)


def _financial_year(match: re.Match[str]) -> int | None:
    """The first of two years that follow one another; None for others, which are no financial year."""
    first, second = _year(match["first"]), _year(match["second"])
    return first if second == first + 1 else None


def _year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)
