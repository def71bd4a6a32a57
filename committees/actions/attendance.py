"""Who was at a meeting, as a clerk records it. Keyword-only, atomic, audited."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from committees.actions.meetings import changed
from committees.actions.people_named import people_of, person_named
from committees.actions.refusals import NotAllowed
from committees.audit import recorded
from committees.models import Attendance, Meeting, Person, User


@dataclass(frozen=True, slots=True)
class Attended:
    """One line of the record: a listed person, or a name. `row` is the row it was before, if any."""

    person: Person | None
    name: str
    capacity: str
    status: str
    substitute_for: str = ""
    row: Attendance | None = None


@transaction.atomic
def record_attendance(*, meeting: Meeting, attended: Sequence[Attended], by: User | None) -> list[Attendance]:
    """Make this the whole attendance of the meeting; rows that no line goes on with are removed.

    Public at once where the attendance is public already. Raises NotAllowed where a person is there twice.
    """
    lines = _with_people(meeting, attended)
    _refuse_twice(lines)
    kept = {line.row.pk for line in lines if line.row}
    with recorded(by=by, why="Record attendance"):
        Attendance.objects.filter(meeting=meeting).exclude(pk__in=kept).delete()
        rows = [_write(meeting, line) for line in lines]
        changed(meeting)
    return rows


def _with_people(meeting: Meeting, attended: Sequence[Attended]) -> list[Attended]:
    """A name that is certainly that of a listed person is that person's."""
    if all(line.person for line in attended):
        return list(attended)
    everyone, sitting = list(Person.objects.all()), people_of(meeting)

    def known(line: Attended) -> Attended:
        person = line.person or person_named(line.name, sitting, everyone)
        return Attended(person, line.name, line.capacity, line.status, line.substitute_for, line.row)

    return [known(line) for line in attended]


def _refuse_twice(lines: Sequence[Attended]) -> None:
    seen: set[int] = set()
    for line in lines:
        if line.person and line.person.pk in seen:
            raise NotAllowed(f"{line.person} is recorded twice: keep one line.")
        if line.person:
            seen.add(line.person.pk)


def _write(meeting: Meeting, line: Attended) -> Attendance:
    row = line.row or Attendance(meeting=meeting)
    wanted = (line.person, "" if line.person else line.name[:120], line.capacity, line.status, line.substitute_for)
    if line.row and wanted == (row.person, row.name, row.capacity, row.status, row.substitute_for):
        return row
    row.person, row.name, row.capacity, row.status, row.substitute_for = wanted
    row.save()
    return row
