"""What a clerk finds on signing in: what waits to be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from committees.models import Meeting
from documents.models import PackUpload

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Desk:
    uploads: Sequence[PackUpload]
    without_agenda: Sequence[Meeting]


def desk() -> Desk:
    """Uploads that are not published yet, and coming meetings whose agenda is not published."""
    uploads = PackUpload.objects.exclude(state=PackUpload.State.PUBLISHED).select_related("stored_file", "committee")
    meetings = Meeting.objects.from_day(timezone.localdate()).filter(
        agenda_published_at=None, state=Meeting.State.SCHEDULED
    )
    return Desk(uploads=list(uploads[:SHOWN]), without_agenda=list(meetings.select_related("committee")[:SHOWN]))
