"""New meetings, one or many at once. Keyword-only, atomic, audited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from committees.actions.meetings import changed
from committees.actions.refusals import NotAllowed
from committees.audit import recorded
from committees.models import Committee, Meeting, User


@dataclass(frozen=True, slots=True)
class When:
    """The council's own time."""

    day: date
    at: time | None = None


@transaction.atomic
def add_meetings(
    *,
    committee: Committee,
    when: Sequence[When],
    by: User | None,
    venue: str = "",
    title: str = "",
    announce: bool = False,
) -> list[Meeting]:
    """A meeting for each day: drafts, or in public lists and calendars at once where `announce`.

    Raises NotAllowed, making none, where the committee already meets at one of those times or one is given twice.
    """
    Committee.objects.select_for_update().get(pk=committee.pk)  # one clerk at a time plans a committee's year
    if taken := _taken(committee, when):
        raise NotAllowed(f"{committee} already has a meeting on {taken}. Choose another day or time, or leave it out.")
    published_at = timezone.now() if announce else None
    with recorded(by=by, why="Announce new meeting" if announce else "Add meeting"):
        meetings = [
            Meeting.objects.create(
                committee=committee, date=one.day, time=one.at, venue=venue, title=title, published_at=published_at
            )
            for one in when
        ]
        for meeting in meetings if announce else []:
            changed(meeting)
    return meetings


def _taken(committee: Committee, when: Sequence[When]) -> str:
    """The first time that is taken, in words; empty where all are free."""
    held = set(Meeting.objects.filter(committee=committee).values_list("date", "time"))
    for one in when:
        if (one.day, one.at) in held:
            at = f" at {one.at:%H:%M}" if one.at else ""
            return f"{date_format(one.day, 'l j F Y')}{at}"
        held.add((one.day, one.at))
    return ""
