"""The first page: coming meetings with what each lacks, and what else waits. In as many queries however much waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from committees.models import Council, Meeting, Minutes
from documents.admin.desk.coming import ComingMeeting, coming_meetings
from documents.admin.desk.withdrawn import Withdrawn, lately_withdrawn
from documents.admin.findings.waiting import (
    CorrectionToGoOn,
    WaitingRelease,
    corrections_to_go_on,
    set_to_be_published,
    waiting_releases,
)
from documents.admin.proposals.papers import Waiting, waiting
from documents.clerk_screens import screen_of
from documents.clock import Due, due_and_late
from documents.models import PackUpload, ProblemReport, TimedPublication

SHOWN = 8
RECENT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Timed:
    """Set for a moment, with the screen on which it is published."""

    row: TimedPublication
    address: str


@dataclass(frozen=True, slots=True)
class Desk:
    due: Sequence[Due]
    due_in_all: int
    coming: Sequence[ComingMeeting]
    uploads: Sequence[PackUpload]
    without_minutes: Sequence[Meeting]
    withdrawn: Sequence[Withdrawn]
    proposals: Waiting
    problems: int
    releases: Sequence[WaitingRelease]
    corrections: Sequence[CorrectionToGoOn]
    timed: Sequence[Timed]


def desk() -> Desk:
    today = timezone.localdate()
    uploads = PackUpload.objects.exclude(state=PackUpload.State.PUBLISHED).select_related("stored_file", "committee")
    due = due_and_late()
    return Desk(
        due=due[:SHOWN],
        due_in_all=len(due),
        coming=coming_meetings(today, Council.objects.current()),
        uploads=list(uploads[:SHOWN]),
        without_minutes=list(without_minutes()[:SHOWN]),
        withdrawn=lately_withdrawn(today, RECENT, SHOWN),
        proposals=waiting(),
        problems=ProblemReport.objects.filter(dealt_with_at=None).count(),
        releases=waiting_releases(),
        corrections=corrections_to_go_on(),
        timed=[Timed(row, screen_of(row)) for row in set_to_be_published()],
    )


def without_minutes() -> QuerySet[Meeting]:
    """Meetings of the last weeks that took place, whose minutes are not published."""
    today = timezone.localdate()
    published = Minutes.objects.filter(published_at__isnull=False).values("meeting")
    recent = Meeting.objects.before_day(today + timedelta(days=1)).filter(date__gt=today - RECENT)
    took_place = recent.filter(state__in=[Meeting.State.SCHEDULED, Meeting.State.HELD])
    return took_place.exclude(pk__in=published).select_related("committee")
