"""Days on which no meeting should be, and what else speaks against one."""

from collections.abc import Sequence
from datetime import date, time

from committees.models import ClosureDay, Committee, Council, Meeting
from committees.notice import bank_holidays
from committees.scheduling import WhyClosed

WEEKEND = {5: "a Saturday", 6: "a Sunday"}


def closed_days(council: Council) -> WhyClosed:
    """Why nothing is held on a day: a bank holiday of the council's jurisdiction, or a closure of its own."""
    closures = ClosureDay.objects.by_day()

    def why(day: date) -> str:
        return bank_holidays(council.jurisdiction, day.year).get(day, "") or closures.get(day, "")

    return why


def doubts(day: date, at: time | None, *, committee: Committee, venue: str, council: Council) -> list[str]:
    """What a clerk should know before making a meeting then; none of it refuses the meeting."""
    found = []
    if name := closed_days(council)(day):
        found.append(f"{day:%A} {day.day} {day:%B} is {name}.")
    if day.weekday() in WEEKEND:
        found.append(f"{day.day} {day:%B} is {WEEKEND[day.weekday()]}.")
    found += [f"{other.committee} meets there that day{_at(other.time)}." for other in _others(day, venue, committee)]
    found += [f"The committee already meets that day{_at(other.time)}." for other in _same(day, at, committee)]
    return found


def _at(at: time | None) -> str:
    return f", at {at:%H:%M}" if at else ""


def _others(day: date, venue: str, committee: Committee) -> Sequence[Meeting]:
    if not venue:
        return []
    there = Meeting.objects.filter(date=day, venue__iexact=venue, state=Meeting.State.SCHEDULED)
    return list(there.exclude(committee=committee).select_related("committee"))


def _same(day: date, at: time | None, committee: Committee) -> Sequence[Meeting]:
    return list(Meeting.objects.filter(date=day, committee=committee).exclude(time=at))
