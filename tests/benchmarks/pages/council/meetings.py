"""Meetings through the years with their agendas, and of those that are past the attendance, minutes and decisions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

from committees.models import (
    AgendaItem,
    AgendaSection,
    Attendance,
    Committee,
    Decision,
    Meeting,
    MeetingMember,
    Membership,
    Minute,
    Minutes,
    Person,
)
from tests.benchmarks.search import corpus

COMING_DAYS = 60  # for which meetings are announced, the agenda published
EVERY = timedelta(days=14)  # a committee's meetings
SECTIONS = (("A", "Formal matters"), ("B", "Items for decision"), ("C", "Urgent items, if any"))
AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Seats:
    """Of each committee by its id: the people who sit on it, in order."""

    people: dict[int, list[Person]]

    @classmethod
    def read(cls) -> "Seats":
        found: dict[int, list[Person]] = {}
        for seat in Membership.objects.select_related("person").order_by("committee", "pk"):
            if seat.person:
                found.setdefault(seat.committee_id, []).append(seat.person)
        return cls(found)


def long_ago() -> datetime:
    return timezone.now() - timedelta(days=365 * 8)


def published_for(day: date) -> datetime:
    """A week before the meeting, or just now for one that is further off."""
    week_before = datetime.combine(day - timedelta(days=7), time(17), tzinfo=UTC)
    return min(week_before, timezone.now() - timedelta(hours=1))


def write_meetings(meetings: int, items: int) -> None:
    """So many meetings, as many of each committee, with so many items in all."""
    committees = list(Committee.objects.order_by("pk"))
    each = meetings // len(committees)
    Meeting.objects.bulk_create(_meetings(committees, each), batch_size=AT_ONCE)
    written = list(Meeting.objects.select_related("committee").order_by("pk"))
    _write_agendas(written, items // len(written))
    _write_members(written, Seats.read())
    _write_minutes([meeting for meeting in written if meeting.state == Meeting.State.HELD])


def _meetings(committees: list[Committee], each: int) -> Iterator[Meeting]:
    today, published = timezone.localdate(), long_ago()
    for number, committee in enumerate(committees):
        last = today + timedelta(days=COMING_DAYS - number % 14)
        for back in range(each):
            day = last - back * EVERY
            past = day < today
            yield Meeting(
                committee=committee,
                date=day,
                time=time(19, 30),
                venue="Committee Room 4, Town Hall, High Street",
                state=Meeting.State.HELD if past else Meeting.State.SCHEDULED,
                published_at=published,
                agenda_published_at=published_for(day),
                attendance_published_at=published_for(day) if past else None,
                questions_to="democracy@benchmark.example",
                questions_by=_before(day),
            )


def _before(day: date) -> date:
    return day - timedelta(days=6)


def _write_agendas(meetings: list[Meeting], items: int) -> None:
    published = long_ago()
    AgendaSection.objects.bulk_create(
        (
            AgendaSection(meeting=meeting, order=order, letter=letter, title=title, published_at=published)
            for meeting in meetings
            for order, (letter, title) in enumerate(SECTIONS, 1)
        ),
        batch_size=AT_ONCE,
    )
    sections: dict[int, list[AgendaSection]] = {}
    for section in AgendaSection.objects.order_by("order"):
        sections.setdefault(section.meeting_id, []).append(section)
    AgendaItem.objects.bulk_create(
        (
            _item(meeting, sections[meeting.pk][min(place // 3, 1)], place, published_for(meeting.date))
            for meeting in meetings
            for place in range(items)
        ),
        batch_size=AT_ONCE,
    )


def _item(meeting: Meeting, section: AgendaSection, place: int, published: datetime) -> AgendaItem:
    first = 400 + (meeting.pk * 13 + place * 7) % 4000
    words = corpus.vocabulary()[first : first + 4]
    title = ("Apologies for absence", "Declarations of interest", "Minutes of the previous meeting")[place : place + 1]
    return AgendaItem(
        meeting=meeting,
        section=section,
        order=place + 1,
        label=str(place % 3 + 1 if place < 3 else place - 2),
        title=title[0] if title else " ".join(words).capitalize(),
        published_at=published,
    )


def _write_members(meetings: list[Meeting], seats: Seats) -> None:
    """Printed for each meeting, and as they came to those that are past."""
    MeetingMember.objects.bulk_create(
        (
            MeetingMember(
                meeting=meeting, order=order, name=person.name, person=person, role="chair" if order == 1 else "member"
            )
            for meeting in meetings
            for order, person in enumerate(seats.people[meeting.committee_id], 1)
        ),
        batch_size=AT_ONCE,
    )
    Attendance.objects.bulk_create(
        (
            Attendance(
                meeting=meeting, person=person, status="apologies" if (number + meeting.pk) % 7 == 0 else "present"
            )
            for meeting in meetings
            if meeting.state == Meeting.State.HELD
            for number, person in enumerate(seats.people[meeting.committee_id])
        ),
        batch_size=AT_ONCE,
    )


def _write_minutes(held: list[Meeting]) -> None:
    """A minute of each item, and a decision on every other."""
    published = long_ago()
    Minutes.objects.bulk_create(
        (Minutes(meeting=meeting, written_here=True, chair="The Chair", published_at=published) for meeting in held),
        batch_size=AT_ONCE,
    )
    minutes = {row.meeting_id: row for row in Minutes.objects.all()}
    items = list(AgendaItem.objects.filter(meeting__in=held).select_related("meeting").order_by("pk"))
    Minute.objects.bulk_create((_minute(item, minutes[item.meeting_id]) for item in items), batch_size=AT_ONCE)
    minuted = {row.item_id: row for row in Minute.objects.all()}
    Decision.objects.bulk_create(
        (
            Decision(
                title=item.title,
                parts=["That the report be noted.", "That officers report again within six months."],
                date=item.meeting.date,
                committee_id=item.meeting.committee_id,
                meeting=item.meeting,
                item=item,
                minute=minuted[item.pk],
            )
            for item in items
            if item.order % 2 == 0
        ),
        batch_size=AT_ONCE,
    )


def _minute(item: AgendaItem, minutes: Minutes) -> Minute:
    return Minute(
        minutes=minutes,
        order=item.order,
        number=str(100 + item.order),
        item=item,
        title=item.title,
        text="The Head of Service introduced the report.\n\nMembers asked what it costs and who is consulted.",
    )
