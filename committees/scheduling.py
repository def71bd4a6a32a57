"""A year of meetings from a pattern, and days that are avoided. Pure: dates in, dates out."""

from calendar import day_name, month_name, monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5
LAST = -1  # of a month
ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}
MOST = 120  # meetings from one pattern
LONGEST_MOVE = 14  # days from the day of the pattern to the one that is free

WhyClosed = Callable[[date], str]  # why nothing is held on a day, such as “Good Friday”; empty where it may be


@dataclass(frozen=True, slots=True)
class Monthly:
    """The `nth` (1 to 4, or LAST) `weekday` (0 is Monday) of each month but those of `skipped` (1 to 12)."""

    nth: int
    weekday: int
    skipped: frozenset[int] = frozenset()

    def __str__(self) -> str:
        words = f"The {ORDINALS[self.nth]} {day_name[self.weekday]} of each month"
        if not self.skipped:
            return words
        return f"{words} but {_listed([month_name[month] for month in sorted(self.skipped)])}"

    def days(self, first: date, last: date) -> Iterator[date]:
        year, month = first.year, first.month
        while (year, month) <= (last.year, last.month):
            day = self._day(year, month)
            if month not in self.skipped and first <= day <= last:
                yield day
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)

    def _day(self, year: int, month: int) -> date:
        if self.nth == LAST:
            end = date(year, month, monthrange(year, month)[1])
            return end - timedelta(days=(end.weekday() - self.weekday) % 7)
        start = date(year, month, 1)
        return start + timedelta(days=(self.weekday - start.weekday()) % 7 + 7 * (self.nth - 1))


@dataclass(frozen=True, slots=True)
class EveryWeeks:
    """Every so many weeks, from the first day itself."""

    weeks: int

    def __str__(self) -> str:
        return "Every week" if self.weeks == 1 else f"Every {self.weeks} weeks"

    def days(self, first: date, last: date) -> Iterator[date]:
        while first <= last:
            yield first
            first += timedelta(weeks=self.weeks)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A day of the pattern, and the day proposed: another one, with the reason, where the first is avoided."""

    by_pattern: date
    day: date
    why: str = ""

    @property
    def is_moved(self) -> bool:
        return self.day != self.by_pattern


def sittings(pattern: Monthly | EveryWeeks, first: date, last: date, why_closed: WhyClosed) -> list[Sitting]:
    """At most MOST. A closed day gives way to the next working day; where none is near, it stays and says why."""
    found: list[Sitting] = []
    for day in pattern.days(first, last):
        if len(found) == MOST:
            break
        found.append(_avoiding(day, why_closed))
    return found


def _avoiding(day: date, why_closed: WhyClosed) -> Sitting:
    why = why_closed(day)
    if not why:
        return Sitting(day, day)
    for later in (day + timedelta(days=number) for number in range(1, LONGEST_MOVE + 1)):
        if later.weekday() < SATURDAY and not why_closed(later):
            return Sitting(day, later, why)
    return Sitting(day, day, why)


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
