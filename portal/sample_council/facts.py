"""The facts of the sample council: who sits where, and when each committee meets, counted from today."""

import tomllib
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property
from pathlib import Path
from typing import Any

from portal.sample_council.dates import Meeting, annual_meeting_before, meetings_of

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Ward:
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    party: str = ""
    ward: str = ""
    honours: str = ""
    is_councillor: bool = True

    @property
    def formal_name(self) -> str:
        title = "Councillor " if self.is_councillor else ""
        return f"{title}{self.name} {self.honours}".strip()

    @property
    def surname(self) -> str:
        return self.name.rsplit(" ", 1)[-1]


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat and its term; `person` is None for a vacancy.

    `role` is chair, vice-chair, member, co-opted or substitute.
    """

    person: Person | None
    role: str
    representing: str = ""
    voting: bool = True
    started_on: date = date.min
    ended_on: date | None = None

    def held_on(self, day: date) -> bool:
        return self.started_on <= day and (self.ended_on is None or day < self.ended_on)


@dataclass(frozen=True, slots=True)
class Committee:
    key: str
    name: str
    kind: str
    style: str
    purpose: str
    quorum: int
    clerk: str
    phone: str
    weekday: str
    time: str
    venue: str
    weeks: int
    lead: int
    first_minute: int
    chair: str
    vice_chair: str
    parent: str = ""
    members: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    substitutes: tuple[str, ...] = ()
    co_opted: tuple[tuple[str, str, bool], ...] = ()
    officers: tuple[str, ...] = ()
    everybody: bool = False
    questions: bool = False
    cancelled: int | None = None
    cancelled_reason: str = ""
    postponed: int | None = None
    postponed_reason: str = ""
    ended: int | None = None

    @property
    def starts_at(self) -> time:
        return time.fromisoformat(self.time)

    @property
    def email(self) -> str:
        first, last = self.clerk.lower().split(" ", 1)
        return f"{first}.{last}@thornmere.example"


@dataclass(frozen=True)
class SampleCouncil:
    """Everything known about the council on `today`."""

    today: date
    council: dict[str, str]
    wards: tuple[Ward, ...]
    people: dict[str, Person]
    committees: dict[str, Committee]
    meetings: dict[str, tuple[Meeting, ...]] = field(default_factory=dict)

    @cached_property
    def first_term(self) -> date:
        """The annual meeting at which the longest terms began."""
        return annual_meeting_before(min(series[0].date for series in self.meetings.values()))

    @cached_property
    def this_term(self) -> date:
        return annual_meeting_before(self.today)

    def meeting(self, committee: str, index: int) -> Meeting:
        """0 is the next meeting to come, -1 the latest one past."""
        return next(meeting for meeting in self.meetings[committee] if meeting.index == index)

    def ended_on(self, committee: Committee) -> date | None:
        return None if committee.ended is None else self.meeting(committee.key, committee.ended).date

    def seats(self, committee: Committee) -> list[Seat]:
        """Every seat and term of the two years, in printed order."""
        represented = {name: body for name, body, _ in committee.co_opted if name}
        officers = [(committee.chair, "chair"), (committee.vice_chair, "vice-chair")]
        seats = [self._seat(committee, name, role, represented.get(name, "")) for name, role in officers]
        seats += [self._seat(committee, name, "member") for name in self._ordinary_members(committee)]
        seats += [
            self._seat(committee, name, "co-opted", body, voting=voting)
            for name, body, voting in committee.co_opted
            if name not in (committee.chair, committee.vice_chair)
        ]
        return seats + [self._seat(committee, name, "substitute") for name in committee.substitutes]

    def seats_on(self, committee: Committee, day: date) -> list[Seat]:
        return [seat for seat in self.seats(committee) if seat.held_on(day)]

    def _ordinary_members(self, committee: Committee) -> list[str]:
        if committee.everybody:
            officers = (committee.chair, committee.vice_chair)
            return [name for name, person in self.people.items() if person.is_councillor and name not in officers]
        return [*committee.members, *committee.leaving]

    def _seat(self, committee: Committee, name: str, role: str, body: str = "", *, voting: bool = True) -> Seat:
        started = self.this_term if name in committee.joining else self.first_term
        ended = self.this_term if name in committee.leaving else self.ended_on(committee)
        person = self.people[name] if name else None
        return Seat(person, role, body, voting, started, ended)


def sample_council(today: date) -> SampleCouncil:
    content = tomllib.loads((HERE / "council.toml").read_text(encoding="utf-8"))
    committees = {entry["key"]: _committee(entry) for entry in content["committee"]}
    return SampleCouncil(
        today=today,
        council=content["council"],
        wards=tuple(Ward(**entry) for entry in content["ward"]),
        people=_people(content, committees),
        committees=committees,
        meetings={key: meetings_of(committee, today) for key, committee in committees.items()},
    )


def _committee(entry: dict[str, Any]) -> Committee:
    lists = {
        key: tuple(tuple(v) if isinstance(v, list) else v for v in value)
        for key, value in entry.items()
        if isinstance(value, list)
    }
    return Committee(**{**entry, **lists})


def _people(content: dict[str, Any], committees: dict[str, Committee]) -> dict[str, Person]:
    people = {row[0]: Person(*row) for row in content["people"]["councillors"]}
    for committee in committees.values():
        for name, _, _ in committee.co_opted:
            if name:
                people.setdefault(name, Person(name, is_councillor=False))
    return people
