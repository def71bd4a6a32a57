"""What comes after an agenda: an item only if the chair thinks it urgent, for a reason (LGA 1972 s100B(4))."""

from django.utils import timezone

from committees.clock import late_for
from committees.models import AgendaItem, Meeting


def is_inside_clear_days(meeting: Meeting) -> bool:
    """Whether what is published now comes too late for its clear days; never so once the meeting is over."""
    return late_for(meeting, timezone.now()) is not None


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
