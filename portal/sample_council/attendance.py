"""Who came to a past meeting: fixed for its date, so that minutes and records of attendance agree."""

import hashlib
from dataclasses import dataclass

from portal.sample_council.bodies import Committee, Person, Seat
from portal.sample_council.dates import Meeting
from portal.sample_council.facts import SampleCouncil

AWAY_IN_A_HUNDRED = 12
REPLACED_IN_A_HUNDRED = 55


@dataclass(frozen=True, slots=True)
class Attendee:
    seat: Seat
    present: bool
    substitute_for: Person | None = None


def attendance(council: SampleCouncil, meeting: Meeting) -> list[Attendee]:
    """The seats filled on the day, then the substitutes who came."""
    committee = council.committees[meeting.committee]
    seats = [seat for seat in council.seats_on(committee, meeting.date) if seat.person]
    ordinary = [seat for seat in seats if seat.role != "substitute"]
    away = _away(committee, meeting, ordinary)
    attendees = [Attendee(seat, seat not in away) for seat in ordinary]
    return attendees + _substitutes(meeting, away, [seat for seat in seats if seat.role == "substitute"])


def _away(committee: Committee, meeting: Meeting, seats: list[Seat]) -> list[Seat]:
    """The chair always comes, and enough others for the quorum and to speak in the minutes."""
    needed = max(committee.quorum, 4)
    ordinary = [seat for seat in seats if seat.role != "chair"]
    away = [seat for seat in ordinary if _chance(meeting, seat) < AWAY_IN_A_HUNDRED]
    return away[: max(0, len(seats) - needed)]


def _substitutes(meeting: Meeting, away: list[Seat], substitutes: list[Seat]) -> list[Attendee]:
    councillors = [seat for seat in away if seat.role != "co-opted"]
    replaced = [seat for seat in councillors if _chance(meeting, seat, "replaced") < REPLACED_IN_A_HUNDRED]
    return [
        Attendee(substitute, present=True, substitute_for=seat.person)
        for seat, substitute in zip(replaced, substitutes, strict=False)
    ]


def _chance(meeting: Meeting, seat: Seat, purpose: str = "") -> int:
    """A number below 100 that is the same on every run."""
    name = seat.person.name if seat.person else ""
    written = f"{meeting.committee} {meeting.date} {name} {purpose}"
    return int(hashlib.sha256(written.encode()).hexdigest(), 16) % 100
