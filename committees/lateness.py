"""What comes after an agenda: an item only if the chair thinks it urgent, for a reason (LGA 1972 s100B(4))."""

from datetime import date

from django.utils import timezone

from committees.models import AgendaItem, Council, Meeting
from committees.notice import Reckoning, clear_days_before


def latest_agenda_day(meeting: Meeting) -> Reckoning:
    """The last day on which an agenda can be published with all its clear days, with the working."""
    council = Council.objects.current()
    return clear_days_before(
        meeting.date,
        council.agenda_clear_days,
        jurisdiction=council.jurisdiction,
        saturdays_count=council.saturdays_count,
    )


def is_inside_clear_days(meeting: Meeting, today: date | None = None) -> bool:
    """Whether what is published now comes too late for its clear days; never so once the meeting is over."""
    today = today or timezone.localdate()
    return latest_agenda_day(meeting).day < today <= meeting.date


def needs_urgency(item: AgendaItem) -> bool:
    """Whether the item joins a public agenda inside its clear days without the chair's opinion on record."""
    published = item.meeting.agenda_published_at
    is_late = published is not None and published <= timezone.now() and item.published_at is None
    return is_late and not item.urgency_reason.strip() and is_inside_clear_days(item.meeting)


def first_late_item(meeting: Meeting) -> AgendaItem | None:
    """The first item that joins the agenda late, and that nobody has said is urgent."""
    for item in AgendaItem.objects.filter(meeting=meeting, published_at=None).select_related("section", "meeting"):
        if needs_urgency(item):
            return item
    return None
