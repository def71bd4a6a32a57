"""Working days in England, as far as an invented council needs them."""

from datetime import date, timedelta
from functools import cache

ONE_DAY = timedelta(days=1)
SATURDAY = 5
MAY, AUGUST, DECEMBER = 5, 8, 12


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Butcher's rule)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The eight usual bank holidays of England and Wales, with their substitute days."""
    sunday = easter(year)
    mondays = {
        _monday_from(date(year, MAY, 1)),
        _monday_from(date(year, MAY, 25)),
        _monday_from(date(year, AUGUST, 25)),
    }
    holidays = {sunday - 2 * ONE_DAY, sunday + ONE_DAY} | mondays
    for day in (date(year, 1, 1), date(year, DECEMBER, 25), date(year, DECEMBER, 26)):
        while day.weekday() >= SATURDAY or day in holidays:
            day += ONE_DAY
        holidays.add(day)
    return frozenset(holidays)


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def working_day_from(day: date) -> date:
    """`day`, or the next working day after it."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def working_day_until(day: date) -> date:
    """`day`, or the working day before it."""
    while not is_working_day(day):
        day -= ONE_DAY
    return day


def clear_days_before(day: date, count: int) -> date:
    """The latest day that leaves `count` clear working days between itself and `day`."""
    for _ in range(count + 1):
        day = working_day_until(day - ONE_DAY)
    return day


def _monday_from(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)
