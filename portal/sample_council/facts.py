"""The facts of the sample council: who sits where, and when each committee meets, counted from today."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from portal.sample_council.bodies import Committee, Person, Seat, Ward
from portal.sample_council.dates import Meeting, annual_meeting_before, meetings_of
from portal.sample_council.working_days import ONE_DAY

HERE = Path(__file__).parent


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
        """The day after its last meeting, for a committee that has ended."""
        return None if committee.ended is None else self.meeting(committee.key, committee.ended).date + ONE_DAY

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
