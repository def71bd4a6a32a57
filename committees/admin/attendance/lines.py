"""The lines of the record: those who were expected, ready to tick, then others, then empty lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from committees.models import Attendance, Meeting, MeetingMember, Membership, Person

NOT_RECORDED = ""
EMPTY_LINES = 4
Capacity = Attendance.Capacity
CO_OPTED_ROLES = {MeetingMember.Role.CO_OPTED.value, Membership.Role.CO_OPTED.value}


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who sits on the committee for this meeting. `key` names the line in the form."""

    key: str
    name: str
    role: str
    person: Person | None
    capacity: str
    row: Attendance | None


def expected_at(meeting: Meeting, rows: Sequence[Attendance]) -> list[Expected]:
    """The members printed for the meeting; where none are, those whose term runs on its day."""
    printed = MeetingMember.objects.filter(meeting=meeting).exclude(role=MeetingMember.Role.VACANCY)
    found = list(_printed(printed.select_related("person").order_by("order"), rows))
    return found or list(_sitting(meeting, rows))


def _printed(members: Iterable[MeetingMember], rows: Sequence[Attendance]) -> Iterator[Expected]:
    for member in members:
        role = member.get_role_display() if member.role != MeetingMember.Role.MEMBER else ""
        name = member.person.formal_name if member.person else member.name
        row = _row_of(member.person, member.name, rows)
        yield Expected(f"m{member.pk}", name, role, member.person, _capacity(member.role), row)


def _sitting(meeting: Meeting, rows: Sequence[Attendance]) -> Iterator[Expected]:
    seats = Membership.objects.filter(committee=meeting.committee_id, person__isnull=False).on(meeting.date)
    for seat in seats.select_related("person").order_by("person__sort_key"):
        role = seat.get_role_display() if seat.role != Membership.Role.MEMBER else ""
        person = seat.person
        if person is not None:
            row = _row_of(person, "", rows)
            yield Expected(f"s{seat.pk}", person.formal_name, role, person, _capacity(seat.role), row)


def _row_of(person: Person | None, name: str, rows: Sequence[Attendance]) -> Attendance | None:
    return next((row for row in rows if (row.person == person if person else row.name == name)), None)


def _capacity(role: str) -> str:
    """A printed substitute counts as one only once they stand in for somebody, which the clerk says."""
    if role in CO_OPTED_ROLES:
        return Capacity.CO_OPTED
    return Capacity.SUBSTITUTE if role == MeetingMember.Role.SUBSTITUTE else Capacity.MEMBER
