"""Clear days and working days, with the working to show beside each figure. Pure: dates in, dates out.

A clear day lies wholly between two events: the day of the first and the day of the second are left out, as are
weekends and bank holidays (LGA 1972 s100A-B). Whether Saturdays count is unsure, and so a setting of the council.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

import holidays

# The parts of the United Kingdom, by Council.Jurisdiction, as the calendar of bank holidays calls them
PARTS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"}
SATURDAY, SUNDAY = 5, 6
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The day arrived at, the days counted on the way, and the bank holidays passed over with their names.

    Counted days and holidays are in the order of the calendar.
    """

    day: date
    counted: tuple[date, ...]
    holidays: tuple[tuple[date, str], ...]
    unit: str = "clear day"

    @property
    def working(self) -> str:
        """Such as “5 clear days: Thu 15, Fri 16, Mon 19, Tue 20 and Wed 21 September”."""
        number = len(self.counted)
        counted = f"{number} {self.unit}{'' if number == 1 else 's'}"
        if self.counted:
            counted += f": {_listed(self.counted)}"
        return f"{counted}. {self._passed_over}" if self.holidays else counted

    @property
    def _passed_over(self) -> str:
        named = [f"{_day(day)} {day:%B} ({name})" for day, name in self.holidays]
        return f"Not counted: {', '.join(named)}"


def is_working_day(day: date, *, jurisdiction: str, saturdays_count: bool = False) -> bool:
    """Whether the day is neither a weekend nor a bank holiday there. Raises ValueError for no jurisdiction."""
    last = SATURDAY if saturdays_count else SATURDAY - 1
    return day.weekday() <= last and day not in bank_holidays(jurisdiction, day.year)


def clear_days_before(day: date, number: int, *, jurisdiction: str, saturdays_count: bool = False) -> Reckoning:
    """The last working day by which to act, so that `number` clear days lie between it and `day`."""
    return _reckon(day, number, -ONE_DAY, jurisdiction, saturdays_count)


def clear_days_after(day: date, number: int, *, jurisdiction: str, saturdays_count: bool = False) -> Reckoning:
    """The first working day on which to act, once `number` clear days have passed since `day`."""
    return _reckon(day, number, ONE_DAY, jurisdiction, saturdays_count)


def call_in_ends_on(notified: date, working_days: int, *, jurisdiction: str) -> Reckoning:
    """The last day on which a decision notified on `notified` can be called in: the last of its working days.

    The day of the notice itself is left out. Raises ValueError for less than one working day.
    """
    if working_days < 1:
        raise ValueError("a call-in takes at least one working day")
    found = _reckon(notified, working_days, ONE_DAY, jurisdiction, saturdays_count=False)
    last = found.counted[-1]
    passed = tuple((day, name) for day, name in found.holidays if day < last)
    return Reckoning(last, found.counted, passed, unit="clear working day")


@lru_cache(maxsize=64)
def bank_holidays(jurisdiction: str, year: int) -> dict[date, str]:
    """The bank holidays of a year by their day, with substitute days. Raises ValueError for no jurisdiction."""
    if jurisdiction not in PARTS:
        raise ValueError(f"“{jurisdiction}” is no jurisdiction: {', '.join(PARTS)}")
    known = holidays.country_holidays("GB", subdiv=PARTS[jurisdiction], years=year)
    return {day: name.replace("(observed)", "(substitute day)") for day, name in known.items()}


def _reckon(start: date, number: int, step: timedelta, jurisdiction: str, saturdays_count: bool) -> Reckoning:
    """Step from `start` over `number` days that count, to the next one that would."""

    def counts(day: date) -> bool:
        return is_working_day(day, jurisdiction=jurisdiction, saturdays_count=saturdays_count)

    counted: list[date] = []
    for day in _days(start, step, counts):
        if len(counted) == number:
            passed = _holidays_between(start, day, jurisdiction, saturdays_count)
            return Reckoning(day, tuple(sorted(counted)), passed)
        counted.append(day)
    raise ValueError(f"{number} clear days from {start} lie outside the calendar")


def _days(start: date, step: timedelta, counts: Callable[[date], bool]) -> Iterator[date]:
    day = start
    while date.min + ONE_DAY <= day <= date.max - ONE_DAY:
        day += step
        if counts(day):
            yield day


def _holidays_between(one: date, other: date, jurisdiction: str, saturdays_count: bool) -> tuple[tuple[date, str], ...]:
    """Those that would have counted, had they been no holidays."""
    first, last = sorted((one, other))
    weekend = {SUNDAY} if saturdays_count else {SATURDAY, SUNDAY}
    found = {}
    for year in range(first.year, last.year + 1):
        found.update(bank_holidays(jurisdiction, year))
    return tuple(
        (day, name) for day, name in sorted(found.items()) if first < day < last and day.weekday() not in weekend
    )


def _day(day: date) -> str:
    return f"{day:%a} {day.day}"


def _listed(days: tuple[date, ...]) -> str:
    """The days in order, each month named once, after its last day."""
    ends = [later.month != day.month for day, later in pairwise(days)]
    named = [f"{_day(day)} {day:%B}" if end else _day(day) for day, end in zip(days, [*ends, True], strict=True)]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
