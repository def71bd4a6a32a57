"""The meetings of two years, announced, some cancelled or moved, with who came to those that are past."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from committees import actions
from committees.models import Attendance, Meeting
from portal.sample_council import dates
from portal.sample_council.attendance import Attendee, attendance
from portal.sample_council.facts import SampleCouncil
from portal.sample_council.loading.bodies import Bodies

ANNOUNCED_BEFORE = timedelta(days=150)
MINUTES_AFTER = timedelta(days=7)
NINE = time(9)

Calendar = dict[tuple[str, date], Meeting]


def morning(day: date) -> datetime:
    """Nine o'clock that day, local time."""
    return timezone.make_aware(datetime.combine(day, NINE))


def load_calendar(council: SampleCouncil, bodies: Bodies) -> Calendar:
    sittings = [sitting for series in council.meetings.values() for sitting in series]
    meetings = {(sitting.committee, sitting.date): _announce(council, sitting, bodies) for sitting in sittings}
    for sitting in sittings:
        _change_state(sitting, meetings)
        if sitting.state == "held":
            _record_attendance(council, sitting, meetings[sitting.committee, sitting.date], bodies)
    return meetings


def _announce(council: SampleCouncil, sitting: dates.Meeting, bodies: Bodies) -> Meeting:
    facts = council.committees[sitting.committee]
    meeting = Meeting.objects.create(
        committee=bodies.committees[sitting.committee],
        title=sitting.title,
        date=sitting.date,
        time=sitting.time,
        venue=facts.venue,
        quorum=facts.quorum,
        contact_name=facts.clerk,
        contact_email=facts.email,
        contact_phone=facts.phone,
    )
    announced = min(sitting.date, council.today) - ANNOUNCED_BEFORE
    return actions.announce_meeting(meeting=meeting, by=None, at=morning(announced))


def _change_state(sitting: dates.Meeting, meetings: Calendar) -> None:
    meeting = meetings[sitting.committee, sitting.date]
    if sitting.state == "cancelled":
        actions.cancel_meeting(meeting=meeting, by=None, reason=sitting.reason)
    if sitting.state == "postponed":
        moved_to = meetings[sitting.committee, sitting.moved_to] if sitting.moved_to else None
        actions.postpone_meeting(meeting=meeting, to=moved_to, by=None, reason=sitting.reason)


def _record_attendance(council: SampleCouncil, sitting: dates.Meeting, meeting: Meeting, bodies: Bodies) -> None:
    rows = [_attendance(meeting, attendee, bodies) for attendee in attendance(council, sitting)]
    officers = council.committees[sitting.committee].officers
    rows += [Attendance(meeting=meeting, name=name, capacity=Attendance.Capacity.OFFICER) for name in officers]
    Attendance.objects.bulk_create(rows)
    actions.publish_attendance(meeting=meeting, by=None, at=morning(sitting.date + MINUTES_AFTER))


def _attendance(meeting: Meeting, attendee: Attendee, bodies: Bodies) -> Attendance:
    seat = attendee.seat
    capacities = {"co-opted": Attendance.Capacity.CO_OPTED, "substitute": Attendance.Capacity.SUBSTITUTE}
    return Attendance(
        meeting=meeting,
        person=bodies.people[seat.person.name] if seat.person else None,
        capacity=capacities.get(seat.role, Attendance.Capacity.MEMBER),
        status=Attendance.Status.PRESENT if attendee.present else Attendance.Status.APOLOGIES,
        substitute_for=attendee.substitute_for.formal_name if attendee.substitute_for else "",
    )
