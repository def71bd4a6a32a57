"""Changes to what the public can see of meetings and their agendas. Keyword-only, atomic, audited."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal
from django.utils import timezone
from django.utils.formats import date_format

from committees.actions.grounds import require_weighed
from committees.actions.refusals import NotAllowed, ReasonNeeded
from committees.audit import recorded
from committees.clock import late_for
from committees.lateness import first_late_item
from committees.models import Access, AgendaItem, AgendaSection, Meeting, PublicChange, User, record_change

# Sent in the transaction that alters what the public can see of a meeting or its items, with `meeting`, and `by` where
# an item was edited: what rests on papers taken there is kept in step by `documents`, which this app does not know.
meeting_changed = Signal()


def changed(meeting: Meeting, by: User | None = None) -> None:
    record_change(PublicChange.Subject.MEETING, meeting.pk)
    meeting_changed.send(sender=Meeting, meeting=meeting, by=by)


@transaction.atomic
def announce_meeting(*, meeting: Meeting, by: User | None, at: datetime | None = None) -> Meeting:
    """The meeting appears in lists and calendars, without its agenda.

    Raises NotAllowed where it does already, and for a moment after that of its agenda.
    """
    now = timezone.now()
    if meeting.published_at is not None and meeting.published_at <= now:
        raise NotAllowed(f"{meeting} is announced already.")
    if meeting.agenda_published_at is not None and meeting.agenda_published_at < (at or now):
        raise NotAllowed("Its agenda is set to be published before that: give an earlier moment.")
    with recorded(by=by, why="Announce meeting"):
        meeting.published_at = at or now
        meeting.save(update_fields=["published_at"])
        changed(meeting)
    return meeting


@transaction.atomic
def announce_meetings(*, meetings: Iterable[Meeting], by: User | None) -> int:
    """Each of them appears in lists and calendars, without its agenda. Returns how many they were."""
    announced = [announce_meeting(meeting=meeting, by=by) for meeting in meetings]
    return len(announced)


def require_reason(*, meeting: Meeting, at: datetime, late_reason: str, what: str) -> str:
    """The reason to be kept for publishing `what` at that moment: none where it is in time.

    Raises ReasonNeeded for a late one without a reason.
    """
    late = late_for(meeting, at)
    if late is None:
        return ""
    if not late_reason.strip():
        day = date_format(late.day, "l j F Y")
        raise ReasonNeeded(
            f"{what} is late: it was due by {day} ({late.working}). Give the reason for publishing it now."
        )
    return late_reason.strip()


@transaction.atomic
def publish_agenda(*, meeting: Meeting, by: User | None, at: datetime | None = None, late_reason: str = "") -> Meeting:
    """The meeting's sections and items become public; papers are published by `documents.actions`.

    What is public already keeps its date; what was timed for a coming moment gets the new one. Raises NotAllowed for
    an exempt item without its grounds, for a late one without the chair's opinion that it is urgent, and for a coming
    moment where the committee is not public: its name would be at once. ReasonNeeded for an agenda inside the clear
    days without `late_reason`.
    """
    now = timezone.now()
    at, timed = at or now, scheduled_for(meeting, now)
    if at > now and not meeting.committee.is_public:
        raise NotAllowed(
            f"“{meeting.committee}” is not public yet, and its name would be before the agenda is. "
            "Make the committee public first, or publish the agenda now."
        )
    waiting = Q(published_at=None) if timed is None else Q(published_at=None) | Q(published_at=timed)
    drafts = AgendaItem.objects.filter(waiting, meeting=meeting)
    for item in drafts.filter(access=Access.EXEMPT).order_by("order"):
        require_weighed(item, f"Item “{item}”")
    if late := first_late_item(meeting):
        raise NotAllowed(
            f"Item “{late}” is added inside the clear days: record the chair’s opinion that it is urgent, and why."
        )
    with recorded(by=by, why="Publish agenda"):
        if meeting.agenda_published_at is None or timed:
            meeting.agenda_late_reason = require_reason(
                meeting=meeting, at=at, late_reason=late_reason, what="The agenda"
            )
        meeting.published_at = _earliest(meeting.published_at, at, timed)
        meeting.agenda_published_at = _earliest(meeting.agenda_published_at, at, timed)
        meeting.save(update_fields=["published_at", "agenda_published_at", "agenda_late_reason"])
        drafts.update(published_at=at)
        AgendaSection.objects.filter(waiting, meeting=meeting).update(published_at=at)
        if not meeting.committee.is_public:
            meeting.committee.is_public = True
            meeting.committee.save(update_fields=["is_public"])
            record_change(PublicChange.Subject.COMMITTEE, meeting.committee_id)
        changed(meeting)
    return meeting


def scheduled_for(meeting: Meeting, now: datetime) -> datetime | None:
    """The coming moment for which the agenda is timed, if it is."""
    at = meeting.agenda_published_at
    return at if at and at > now else None


def _earliest(moment: datetime | None, at: datetime, timed: datetime | None) -> datetime:
    return at if moment is None or moment == timed else min(moment, at)


@transaction.atomic
def take_back_agenda(*, meeting: Meeting, by: User | None) -> Meeting:
    """A timed agenda is a draft again: papers are taken back by `documents.actions`. NotAllowed once it is public."""
    timed = scheduled_for(meeting, timezone.now())
    if timed is None:
        raise NotAllowed("The agenda is not timed for a coming moment.")
    with recorded(by=by, why="Take back timed agenda"):
        AgendaItem.objects.filter(meeting=meeting, published_at=timed).update(published_at=None)
        AgendaSection.objects.filter(meeting=meeting, published_at=timed).update(published_at=None)
        meeting.agenda_published_at, meeting.agenda_late_reason = None, ""
        if meeting.published_at == timed:
            meeting.published_at = None
        meeting.save(update_fields=["published_at", "agenda_published_at", "agenda_late_reason"])
        changed(meeting)
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, by: User | None, reason: str) -> Meeting:
    with recorded(by=by, why=f"Cancel meeting: {reason}"):
        meeting.state, meeting.moved_to = Meeting.State.CANCELLED, None
        meeting.state_reason = reason
        meeting.save(update_fields=["state", "state_reason", "moved_to"])
        changed(meeting)
    return meeting


@transaction.atomic
def postpone_meeting(*, meeting: Meeting, to: Meeting | None, by: User | None, reason: str) -> Meeting:
    """The meeting is postponed, `to` another one where the new date is known."""
    if to is not None and to.pk == meeting.pk:
        raise NotAllowed("A meeting cannot be moved to itself.")
    with recorded(by=by, why=f"Postpone meeting: {reason}"):
        meeting.state = Meeting.State.POSTPONED
        meeting.state_reason = reason
        meeting.moved_to = to
        meeting.save(update_fields=["state", "state_reason", "moved_to"])
        changed(meeting)
    return meeting


@transaction.atomic
def withdraw_item(*, item: AgendaItem, by: User | None, reason: str) -> AgendaItem:
    """The item stays listed, marked as withdrawn from the agenda."""
    with recorded(by=by, why=f"Withdraw item: {reason}"):
        item.state = AgendaItem.State.WITHDRAWN
        item.save(update_fields=["state"])
        changed(item.meeting)
    return item


@transaction.atomic
def publish_attendance(*, meeting: Meeting, by: User | None, at: datetime | None = None) -> Meeting:
    """Who attended becomes public, and the meeting counts as held. What is public already keeps its time.

    Raises NotAllowed for a meeting still to come.
    """
    now = timezone.now()
    if meeting.date > timezone.localdate(now):
        raise NotAllowed("The meeting is still to come: publish its attendance once it has been held.")
    with recorded(by=by, why="Publish attendance"):
        if meeting.attendance_published_at is None or meeting.attendance_published_at > now:
            meeting.attendance_published_at = at or now
        meeting.state, meeting.moved_to = Meeting.State.HELD, None
        meeting.save(update_fields=["attendance_published_at", "state", "moved_to"])
        changed(meeting)
    return meeting
