"""Clear days and working days, with the working to show beside each figure. Pure: dates in, dates out.

A clear day lies wholly between two events: the day of the first and the day of the second are left out, as are
weekends and bank holidays (LGA 1972 s100A-B), and the days on which the council is closed. Whether Saturdays count is
unsure, and so a setting of the council.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

import holidays

# The parts of the United Kingdom, by Council.Jurisdiction, as the calendar of bank holidays calls them
PARTS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"}
SATURDAY, SUNDAY = 5, 6
ONE_DAY = timedelta(days=1)
NO_CLOSURES: Mapping[date, str] = MappingProxyType({})
LISTED_AT_MOST = 12  # more days than these are shown as their first and last


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The day arrived at, the days counted on the way, and the holidays and closures passed over with their names.

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
            counted += f": {_listed(self.counted) if number <= LISTED_AT_MOST else _span(self.counted)}"
        return f"{counted}. {self._passed_over}" if self.holidays else counted

    @property
    def _passed_over(self) -> str:
        named = [f"{_day(day)} {day:%B} ({name})" for day, name in self.holidays]
        return f"Not counted: {', '.join(named)}"


def is_working_day(
    day: date, *, jurisdiction: str, saturdays_count: bool = False, closures: Mapping[date, str] = NO_CLOSURES
) -> bool:
    """Whether the day is no weekend, no bank holiday there and no closure. Raises ValueError for no jurisdiction."""
    last = SATURDAY if saturdays_count else SATURDAY - 1
    return day.weekday() <= last and day not in bank_holidays(jurisdiction, day.year) and day not in closures


def clear_days_before(
    day: date,
    number: int,
    *,
    jurisdiction: str,
    saturdays_count: bool = False,
    closures: Mapping[date, str] = NO_CLOSURES,
) -> Reckoning:
    """The last working day by which to act, so that `number` clear days lie between it and `day`."""
    return _reckon(day, number, -ONE_DAY, jurisdiction, saturdays_count, closures)


def clear_days_after(
    day: date,
    number: int,
    *,
    jurisdiction: str,
    saturdays_count: bool = False,
    closures: Mapping[date, str] = NO_CLOSURES,
) -> Reckoning:
    """The first working day on which to act, once `number` clear days have passed since `day`."""
    return _reckon(day, number, ONE_DAY, jurisdiction, saturdays_count, closures)


def calendar_days_before(day: date, number: int) -> Reckoning:
    """The last day by which to act, so that `number` days of the calendar lie between it and `day`.

    Weekends and holidays count. Raises ValueError outside the calendar.
    """
    try:
        counted = tuple(day - step * ONE_DAY for step in range(number, 0, -1))
        return Reckoning(day - (number + 1) * ONE_DAY, counted, ())
    except OverflowError:
        raise ValueError(f"{number} days before {day} lie outside the calendar") from None


def working_days_after(
    day: date, number: int, *, jurisdiction: str, closures: Mapping[date, str] = NO_CLOSURES
) -> Reckoning:
    """The last of `number` working days after `day`, which is left out. Raises ValueError for less than one."""
    if number < 1:
        raise ValueError("there is no last of less than one working day")
    found = _reckon(day, number, ONE_DAY, jurisdiction, False, closures)
    last = found.counted[-1]
    passed = tuple((off, name) for off, name in found.holidays if off < last)
    return Reckoning(last, found.counted, passed, unit="working day")


def call_in_ends_on(
    notified: date, working_days: int, *, jurisdiction: str, closures: Mapping[date, str] = NO_CLOSURES
) -> Reckoning:
    """The last day on which a decision notified on `notified` can be called in: the last of its working days.

    The day of the notice itself is left out. Raises ValueError for less than one working day.
    """
    if working_days < 1:
        raise ValueError("a call-in takes at least one working day")
    found = working_days_after(notified, working_days, jurisdiction=jurisdiction, closures=closures)
    return replace(found, unit="clear working day")


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(f"{months} months after {day} is no date")


@lru_cache(maxsize=64)
def bank_holidays(jurisdiction: str, year: int) -> dict[date, str]:
    """The bank holidays of a year by their day, with substitute days. Raises ValueError for no jurisdiction."""
    if jurisdiction not in PARTS:
        raise ValueError(f"“{jurisdiction}” is no jurisdiction: {', '.join(PARTS)}")
    known = holidays.country_holidays("GB", subdiv=PARTS[jurisdiction], years=year)
    return {day: name.replace("(observed)", "(substitute day)") for day, name in known.items()}


def _reckon(
    start: date,
    number: int,
    step: timedelta,
    jurisdiction: str,
    saturdays_count: bool,
    closures: Mapping[date, str],
) -> Reckoning:
    """Step from `start` over `number` days that count, to the next one that would."""

    def counts(day: date) -> bool:
        return is_working_day(day, jurisdiction=jurisdiction, saturdays_count=saturdays_count, closures=closures)

    counted: list[date] = []
    for day in _days(start, step, counts):
        if len(counted) == number:
            passed = _passed_over(start, day, jurisdiction, saturdays_count, closures)
            return Reckoning(day, tuple(sorted(counted)), passed)
        counted.append(day)
    raise ValueError(f"{number} clear days from {start} lie outside the calendar")


def _days(start: date, step: timedelta, counts: Callable[[date], bool]) -> Iterator[date]:
    day = start
    while date.min + ONE_DAY <= day <= date.max - ONE_DAY:
        day += step
        if counts(day):
            yield day


def _passed_over(
    one: date, other: date, jurisdiction: str, saturdays_count: bool, closures: Mapping[date, str]
) -> tuple[tuple[date, str], ...]:
    """The holidays and closures that would have counted, had they been none."""
    first, last = sorted((one, other))
    weekend = {SUNDAY} if saturdays_count else {SATURDAY, SUNDAY}
    found = {day: name for day, name in closures.items() if first < day < last}
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


def _span(days: tuple[date, ...]) -> str:
    """The first and the last, and whether days between them were left out."""
    gaps = (days[-1] - days[0]).days + 1 > len(days)
    span = f"{_day(days[0])} {days[0]:%B} to {_day(days[-1])} {days[-1]:%B}"
    return f"{span}, days off left out" if gaps else span
