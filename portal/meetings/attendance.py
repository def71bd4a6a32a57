"""Who was at a meeting, in the groups minutes print; and how often one person was."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from committees.addresses import address_of
from committees.models import Attendance, Person
from portal.queries.kept import KeptQuery

PRESENT = (Attendance.Status.PRESENT, Attendance.Status.REMOTE)


@dataclass(frozen=True, slots=True)
class Attendee:
    """`address` is empty for somebody who is not a listed person; `note` is “remotely” or who was stood in for."""

    name: str
    address: str
    note: str


@dataclass(frozen=True, slots=True)
class AttendanceGroup:
    title: str
    attendees: list[Attendee]


def attendance_groups(rows: Iterable[Attendance]) -> list[AttendanceGroup]:
    """Of public rows, their person selected with them; groups that are empty are left out."""
    titles = [_("Present"), _("Also present"), _("Officers"), _("Apologies"), _("Absent")]
    placed = sorted(rows, key=_place)
    return [
        AttendanceGroup(titles[place], [_attendee(row) for row in group])
        for place, group in groupby(placed, key=_place)
    ]


def _place(row: Attendance) -> int:
    if row.status in PRESENT:
        return {Attendance.Capacity.ALSO_PRESENT: 1, Attendance.Capacity.OFFICER: 2}.get(
            Attendance.Capacity(row.capacity), 0
        )
    return 3 if row.status == Attendance.Status.APOLOGIES else 4


def _attendee(row: Attendance) -> Attendee:
    notes = [
        _("remotely") if row.status == Attendance.Status.REMOTE else "",
        _("for %(name)s") % {"name": row.substitute_for} if row.substitute_for else "",
    ]
    person = row.person
    return Attendee(
        name=person.formal_name if person else row.name,
        address=person.get_absolute_url() if person else "",
        note=", ".join(note for note in notes if note),
    )


@dataclass(frozen=True, slots=True)
class AttendanceFigures:
    """Meetings of one committee that a person was counted at."""

    committee: str
    address: str
    expected: int
    present: int
    apologies: int

    @property
    def absent(self) -> int:
        return self.expected - self.present - self.apologies

    @property
    def bars(self) -> "list[AttendanceBar]":
        """Present, apologies and absent, one after another, filling 100."""
        bars: list[AttendanceBar] = []
        for name, number in (("present", self.present), ("apologies", self.apologies), ("absent", self.absent)):
            start = bars[-1].start + bars[-1].length if bars else 0.0
            bars.append(AttendanceBar(name, start, 100 * number / self.expected))
        return bars


@dataclass(frozen=True, slots=True)
class AttendanceBar:
    """From `start`, `length` long, both of 100."""

    name: str
    start: float
    length: float


def summed(figures: list[AttendanceFigures]) -> AttendanceFigures | None:
    """Of all committees together; None for no figures."""
    if not figures:
        return None
    return AttendanceFigures(
        committee="",
        address="",
        expected=sum(row.expected for row in figures),
        present=sum(row.present for row in figures),
        apologies=sum(row.apologies for row in figures),
    )


def attendance_figures(person: Person) -> list[AttendanceFigures]:
    """Of published attendance as a member, co-opted member or substitute, by committee; one query."""
    return [
        AttendanceFigures(
            committee=row["meeting__committee__name"],
            address=address_of("committee", row["meeting__committee__slug"]),
            expected=row["expected"],
            present=row["present"],
            apologies=row["apologies"],
        )
        for row in _FIGURES(person=person.pk)
    ]


def _figures(person: int) -> "QuerySet[Any, Any]":
    own = Attendance.objects.public().filter(
        person=person,
        capacity__in=[Attendance.Capacity.MEMBER, Attendance.Capacity.CO_OPTED, Attendance.Capacity.SUBSTITUTE],
    )
    by_committee = own.values("meeting__committee__name", "meeting__committee__slug").annotate(
        expected=Count("pk"),
        present=Count("pk", filter=Q(status__in=PRESENT)),
        apologies=Count("pk", filter=Q(status=Attendance.Status.APOLOGIES)),
    )
    return by_committee.order_by("meeting__committee__sort_key")


_FIGURES = KeptQuery(_figures)
