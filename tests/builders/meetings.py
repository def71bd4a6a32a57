"""Meetings and their agendas."""

from datetime import time, timedelta
from typing import Any

from django.utils import timezone

from committees.models import AgendaItem, AgendaSection, Meeting
from tests.builders.bodies import long_ago, make_committee


def make_meeting(*, agenda: bool = True, **fields: Any) -> Meeting:
    """A meeting whose agenda is published; `agenda=False` leaves it announced only.

    It is three weeks from now, so that nothing published today is late.
    """
    committee = fields.pop("committee", None) or make_committee()
    return Meeting.objects.create(
        **{
            "committee": committee,
            "date": timezone.localdate() + timedelta(days=21),
            "time": time(19, 30),
            "venue": "Council Chamber, Town Hall",
            "published_at": long_ago(),
            "agenda_published_at": long_ago() if agenda else None,
            **fields,
        }
    )


def make_section(**fields: Any) -> AgendaSection:
    meeting = fields.pop("meeting", None) or make_meeting()
    order = AgendaSection.objects.filter(meeting=meeting).count() + 1
    return AgendaSection.objects.create(
        **{"meeting": meeting, "order": order, "letter": "", "title": "Business", "published_at": long_ago(), **fields}
    )


def make_item(**fields: Any) -> AgendaItem:
    meeting = fields.pop("meeting", None) or make_meeting()
    order = AgendaItem.objects.filter(meeting=meeting).count() + 1
    return AgendaItem.objects.create(
        **{
            "meeting": meeting,
            "order": order,
            "label": str(order),
            "title": f"Item {order}",
            "published_at": long_ago(),
            **fields,
        }
    )
