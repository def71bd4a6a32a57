"""A meeting as a row of a list, with the one thing to know of it: cancelled, agenda published, minutes published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Decision, Meeting, Minutes, agenda_is_public
from documents.models import Document
from portal.queries.found_first import in_order
from portal.queries.kept import KeptQuery


@dataclass(frozen=True, slots=True)
class Standing:
    """`tone` is good, warn, stop or quiet: a class of the tag, never the only sign of its meaning."""

    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class MeetingRow:
    meeting: Meeting
    standing: Standing
    is_past: bool
    is_today: bool = False

    @property
    def month(self) -> date:
        """The first day of the meeting's month, to group by."""
        return self.meeting.date.replace(day=1)


def meeting_rows(meetings: "QuerySet[Meeting]") -> list[MeetingRow]:
    """Of public meetings, in the order given: two queries, however many."""
    return rows_by_id(list(meetings.values_list("pk", flat=True)))


def rows_by_id(ids: list[int]) -> list[MeetingRow]:
    """Of public meetings, in the order given."""
    return rows_of(in_order(ids, _ROWS(ids=ids))) if ids else []


def rows_of(meetings: "Iterable[Any]") -> list[MeetingRow]:
    """Of meetings read through `with_standing`."""
    today = timezone.localdate()
    return [
        MeetingRow(
            meeting,
            standing(
                meeting,
                agenda=meeting.has_agenda,
                minutes=meeting.has_minutes,
                decisions=meeting.has_decisions,
                today=today,
            ),
            is_past=meeting.date < today,
            is_today=meeting.date == today,
        )
        for meeting in meetings
    ]


def with_standing(meetings: "QuerySet[Meeting]") -> "QuerySet[Meeting]":
    """Each with its committee, and with what `standing` has to know of it."""
    papers = Document.objects.public().filter(minutes_of=OuterRef("pk"))
    minutes = Minutes.objects.public().filter(meeting=OuterRef("pk"))
    return meetings.select_related("committee").annotate(
        has_agenda=Case(When(agenda_is_public(), then=Value(True)), default=Value(False)),
        has_minutes=Q(Exists(papers)) | Q(Exists(minutes)),
        has_decisions=Exists(Decision.objects.public().filter(meeting=OuterRef("pk"))),
    )


_ROWS = KeptQuery(lambda ids: with_standing(Meeting.objects.public().filter(pk__in=ids)))


def standing(meeting: Meeting, *, agenda: bool, minutes: bool, today: date, decisions: bool = False) -> Standing:
    if meeting.state == Meeting.State.CANCELLED:
        return Standing(_("Cancelled"), "stop")
    if meeting.state == Meeting.State.POSTPONED:
        return Standing(_("Postponed"), "warn")
    if minutes:
        return Standing(_("Minutes published"), "quiet")
    if decisions:
        return Standing(_("Decisions published"), "quiet")
    if meeting.date < today:
        return Standing(_("Minutes to come") if agenda else _("No agenda published"), "quiet")
    return Standing(_("Agenda published"), "good") if agenda else Standing(_("Agenda not yet published"), "quiet")
