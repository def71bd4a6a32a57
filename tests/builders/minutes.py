"""Minutes, and decisions whether minuted or not."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from committees.models import AgendaItem, Decision, Meeting, Minute, Minutes
from tests.builders.bodies import long_ago, numbers
from tests.builders.meetings import make_meeting


def make_minutes(**fields: Any) -> Minutes:
    """Draft minutes that the public can read; `published_at=None` leaves them to the clerks."""
    meeting = fields.pop("meeting", None) or make_meeting(date=timezone.localdate() - timedelta(days=7))
    return Minutes.objects.create(**{"meeting": meeting, "published_at": long_ago(), **fields})


def make_minute(**fields: Any) -> Minute:
    """The minute of an item where one is given, in minutes of its meeting."""
    item = fields.pop("item", None)
    minutes = fields.pop("minutes", None) or _minutes_of(item.meeting if item else None)
    order = Minute.objects.filter(minutes=minutes).count() + 1
    return Minute.objects.create(
        **{
            "minutes": minutes,
            "item": item,
            "item_label": item.label if item else "",
            "order": order,
            "number": str(142 + order),
            "title": item.title if item else f"Minute {order}",
            **fields,
        }
    )


def _minutes_of(meeting: Meeting | None) -> Minutes:
    found = Minutes.objects.filter(meeting=meeting).first() if meeting else None
    return found or make_minutes(meeting=meeting)


def make_decision(
    *, meeting: Meeting | None = None, item: AgendaItem | None = None, minute: Minute | None = None, **fields: Any
) -> Decision:
    """A public decision of a meeting; of the minute, item or meeting given. One of an officer needs none of them."""
    item = item or (minute.item if minute else None)
    meeting = meeting or (minute.minutes.meeting if minute else item.meeting if item else None)
    if meeting is None and fields.get("kind", Decision.Kind.MEETING) == Decision.Kind.MEETING:
        meeting = make_meeting(date=timezone.localdate() - timedelta(days=7))
    wards = fields.pop("wards", ())
    decision = Decision.objects.create(
        **{
            "title": minute.title if minute else item.title if item else f"Decision {next(numbers)}",
            "parts": ["That the report be noted."],
            "date": meeting.date if meeting else timezone.localdate(),
            "committee": meeting.committee if meeting else None,
            "meeting": meeting,
            "item": item,
            "minute": minute,
            "published_at": fields.get("withdrawn_at", timezone.now()) - timedelta(days=1),
            **fields,
        }
    )
    decision.wards.set(wards)
    return decision
