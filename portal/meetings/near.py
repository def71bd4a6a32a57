"""The meetings that one meeting leads to: the committee's one before and after, and where it was moved from and to."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from committees.models import Committee, Meeting


@dataclass(frozen=True, slots=True)
class NearMeetings:
    """Public meetings, none of them more than a date, a name and an address."""

    earlier: Meeting | None
    later: Meeting | None
    moved_to: Meeting | None
    moved_from: Meeting | None

    @property
    def next_on(self) -> date | None:
        """The day of the next one, if it is to take place."""
        off = (Meeting.State.CANCELLED, Meeting.State.POSTPONED)
        return self.later.date if self.later and self.later.state not in off else None


def with_near_meetings(meetings: "QuerySet[Meeting]") -> "QuerySet[Meeting]":
    """Annotated so that `near_meetings` needs no query of its own."""
    public = Meeting.objects.public()
    own = public.filter(committee=OuterRef("committee"))
    same_day = Q(date=OuterRef("date"))
    before = own.filter(Q(date__lt=OuterRef("date")) | (same_day & Q(time__lt=OuterRef("time"))))
    after = own.filter(Q(date__gt=OuterRef("date")) | (same_day & Q(time__gt=OuterRef("time"))))
    return meetings.annotate(
        near_earlier=_told(before.order_by("-date", "-time")),
        near_later=_told(after.order_by("date", "time")),
        near_moved_to=_told(public.filter(pk=OuterRef("moved_to"))),
        near_moved_from=_told(public.filter(moved_to=OuterRef("pk")).order_by("-date")),
    )


def near_meetings(meeting: Meeting) -> NearMeetings:
    """Of a meeting read through `with_near_meetings`."""
    told: dict[str, Any] = vars(meeting)
    return NearMeetings(
        earlier=_meeting(told["near_earlier"]),
        later=_meeting(told["near_later"]),
        moved_to=_meeting(told["near_moved_to"]),
        moved_from=_meeting(told["near_moved_from"]),
    )


def _told(meetings: "QuerySet[Meeting]") -> Subquery:
    told = JSONObject(id="pk", title="title", date="date", time="time", state="state", committee="committee__name")
    return Subquery(meetings.values(found=told)[:1])


def _meeting(told: dict[str, Any] | None) -> Meeting | None:
    if told is None:
        return None
    return Meeting(
        pk=told["id"],
        title=told["title"],
        state=told["state"],
        date=date.fromisoformat(told["date"]),
        time=time.fromisoformat(told["time"]) if told["time"] else None,
        committee=Committee(name=told["committee"]),
    )
