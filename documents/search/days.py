"""Days as people type them into a search: 2025-05-06, 6/5/2025, 6 May 2025, May 2025, 2025."""

import calendar
import re
from datetime import date

MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}
MONTHS["sept"] = 9
FORMS = [
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?",
        r"(?:(?P<day>\d{1,2})[/.-])?(?P<month>\d{1,2})[/.-](?P<year>\d{4})",
        r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>[A-Za-z]+),? (?P<year>\d{4})",
    )
]


def first_and_last(text: str) -> tuple[date, date] | None:
    """The days a date, a month or a year spans; None where it is none of these."""
    for form in FORMS:
        if match := form.fullmatch(" ".join(text.split())):
            try:
                return _span(int(match["year"]), _month(match["month"]), int(match["day"] or 0))
            except ValueError:
                return None
    return None


def _month(text: str | None) -> int:
    """0 for none. Raises ValueError."""
    if text is None:
        return 0
    return MONTHS.get(text.casefold()) or int(text)


def _span(year: int, month: int, day: int) -> tuple[date, date]:
    if day:
        return date(year, month, day), date(year, month, day)
    first = date(year, month or 1, 1)
    last = first.replace(month=month or 12)
    return first, last.replace(day=calendar.monthrange(year, last.month)[1])
