"""The days of one month in their weeks, each with its meetings."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from portal.meetings.rows import MeetingRow


@dataclass(frozen=True, slots=True)
class CalendarDay:
    date: date
    rows: list[MeetingRow]
    is_today: bool
    is_of_month: bool


def weeks(first: date, rows: Iterable[MeetingRow], today: date) -> list[list[CalendarDay]]:
    """Of seven days, Monday first. `rows` are of the month in the order of their days; others' days have none."""
    on = {day: list(held) for day, held in groupby(rows, key=lambda row: row.meeting.date)}
    return [
        [CalendarDay(day, on.get(day, []), day == today, day.month == first.month) for day in week]
        for week in calendar.Calendar().monthdatescalendar(first.year, first.month)
    ]
