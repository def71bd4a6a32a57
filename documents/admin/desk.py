"""What a clerk finds on signing in: what waits to be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from committees.models import Meeting, Minutes
from documents.admin.proposals.papers import Waiting, waiting
from documents.models import PackUpload

SHOWN = 8
RECENT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Desk:
    uploads: Sequence[PackUpload]
    without_agenda: Sequence[Meeting]
    without_minutes: Sequence[Meeting]
    proposals: Waiting


def desk() -> Desk:
    """What is not published yet of uploads, coming agendas and recent minutes, and what papers propose."""
    uploads = PackUpload.objects.exclude(state=PackUpload.State.PUBLISHED).select_related("stored_file", "committee")
    meetings = Meeting.objects.from_day(timezone.localdate()).filter(
        agenda_published_at=None, state=Meeting.State.SCHEDULED
    )
    return Desk(
        uploads=list(uploads[:SHOWN]),
        without_agenda=list(meetings.select_related("committee")[:SHOWN]),
        without_minutes=list(without_minutes()[:SHOWN]),
        proposals=waiting(),
    )


def without_minutes() -> QuerySet[Meeting]:
    """Meetings of the last weeks that took place, whose minutes are not published."""
    today = timezone.localdate()
    published = Minutes.objects.filter(published_at__isnull=False).values("meeting")
    recent = Meeting.objects.before_day(today + timedelta(days=1)).filter(date__gt=today - RECENT)
    took_place = recent.filter(state__in=[Meeting.State.SCHEDULED, Meeting.State.HELD])
    return took_place.exclude(pk__in=published).select_related("committee")
