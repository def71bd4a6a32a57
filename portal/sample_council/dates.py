"""When the committees meet: series of working days that move with today, so that some are always just to come."""

import datetime
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from portal.sample_council.bodies import Committee
from portal.sample_council.working_days import (
    AUGUST,
    DECEMBER,
    MAY,
    clear_days_before,
    working_day_from,
    working_day_until,
)

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
AGENDA_CLEAR_DAYS = 5
QUESTION_CLEAR_DAYS = 3
# Two municipal years, and far enough back for a review and its report after twelve months
LONGEST_BACK = timedelta(days=540)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One sitting. `index` counts from the next to come (0); a sitting outside the series has none."""

    committee: str
    index: int | None
    date: date
    time: datetime.time
    state: str = "scheduled"
    title: str = ""
    reason: str = ""
    moved_to: datetime.date | None = None


def annual_meeting(year: int) -> date:
    """The municipal year starts on the third Wednesday of May."""
    first = date(year, MAY, 1)
    return first + timedelta(days=(2 - first.weekday()) % 7 + 14)


def annual_meeting_before(day: date) -> date:
    this_year = annual_meeting(day.year)
    return this_year if this_year <= day else annual_meeting(day.year - 1)


def first_day(today: date) -> date:
    return min(annual_meeting(annual_meeting_before(today).year - 1), today - LONGEST_BACK)


def last_day(today: date) -> date:
    return max(annual_meeting(annual_meeting_before(today).year + 1), today + timedelta(days=75))


def questions_by(day: date) -> date:
    return clear_days_before(day, QUESTION_CLEAR_DAYS)


def despatched(day: date, today: date) -> date:
    """Five clear days before the meeting; for one further off, published early, the latest working day."""
    return min(clear_days_before(day, AGENDA_CLEAR_DAYS), working_day_until(today))


def meetings_of(committee: Committee, today: date) -> tuple[Meeting, ...]:
    """The committee's sittings from the oldest to the newest."""
    days = _days(committee, today)
    meetings = [_sitting(committee, index, day, today) for index, day in days.items()]
    if committee.postponed is not None:
        meetings.append(_moved(committee, days[committee.postponed], today))
    if committee.everybody:
        meetings += _annual_meetings(committee, today, set(days.values()))
    return tuple(sorted(meetings, key=lambda meeting: meeting.date))


def _days(committee: Committee, today: date) -> dict[int, date]:
    step = timedelta(weeks=committee.weeks)
    start = _next_day(committee, today)
    coming = _walk(start, step, last_day(today))
    past = _walk(start - step, -step, first_day(today))
    days = dict(enumerate(coming)) | {-1 - number: day for number, day in enumerate(past)}
    newest = committee.ended if committee.ended is not None else max(days)
    return {index: day for index, day in days.items() if index <= newest}


def _next_day(committee: Committee, today: date) -> date:
    day = today + timedelta(days=committee.lead)
    day += timedelta(days=(WEEKDAYS.index(committee.weekday) - day.weekday()) % 7)
    while committee.questions and questions_by(_sitting_day(day)) <= today:
        day += timedelta(weeks=1)
    return day


def _walk(day: date, step: timedelta, end: date) -> list[date]:
    """Sitting days from `day` to `end`; August is left out, save for the first, so that one is always near."""
    days: list[date] = []
    while (day <= end) if step > timedelta() else (day >= end):
        if day.month != AUGUST or not days:
            days.append(_sitting_day(day))
        day += step
    return days


def _sitting_day(day: date) -> date:
    """`day`, or the next day on which a committee would sit: never in the days round Christmas."""
    while (day.month, day.day) >= (DECEMBER, 23) or (day.month, day.day) <= (1, 3):
        day += timedelta(weeks=1)
    return working_day_from(day)


def _sitting(committee: Committee, index: int, day: date, today: date) -> Meeting:
    meeting = Meeting(committee.key, index, day, committee.starts_at)
    if index == committee.cancelled:
        return replace(meeting, state="cancelled", reason=committee.cancelled_reason)
    if index == committee.postponed:
        return replace(meeting, state="postponed", reason=committee.postponed_reason, moved_to=_moved_day(day))
    return replace(meeting, state="held" if day < today else "scheduled")


def _moved_day(day: date) -> date:
    return _sitting_day(day + timedelta(weeks=2))


def _moved(committee: Committee, day: date, today: date) -> Meeting:
    moved = _moved_day(day)
    return Meeting(committee.key, None, moved, committee.starts_at, "held" if moved < today else "scheduled")


def _annual_meetings(committee: Committee, today: date, taken: set[date]) -> list[Meeting]:
    days = [annual_meeting(year) for year in range(first_day(today).year, last_day(today).year + 1)]
    return [
        Meeting(committee.key, None, day, time(12), "held" if day < today else "scheduled", "Annual meeting")
        for day in days
        if first_day(today) <= day <= last_day(today) and day not in taken
    ]
