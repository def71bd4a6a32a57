"""Who there is: wards, people, the seats they hold and the committees they sit on."""

import datetime
from dataclasses import dataclass
from datetime import date


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
    def starts_at(self) -> datetime.time:
        return datetime.time.fromisoformat(self.time)

    @property
    def email(self) -> str:
        first, last = self.clerk.lower().split(" ", 1)
        return f"{first}.{last}@thornmere.example"
