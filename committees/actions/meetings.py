"""Changes to what the public can see of meetings and their agendas. Keyword-only, atomic, audited."""

from datetime import datetime

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from committees.actions.refusals import NotAllowed
from committees.audit import recorded
from committees.lateness import first_late_item
from committees.models import Access, AgendaItem, AgendaSection, Meeting, PublicChange, User, record_change

# Sent in the transaction that alters what the public can see of a meeting or its items, with `meeting`: what rests on
# papers taken there is kept in step by `documents`, which this app does not know.
meeting_changed = Signal()


def changed(meeting: Meeting) -> None:
    record_change(PublicChange.Subject.MEETING, meeting.pk)
    meeting_changed.send(sender=Meeting, meeting=meeting)


@transaction.atomic
def announce_meeting(*, meeting: Meeting, by: User | None, at: datetime | None = None) -> Meeting:
    """The meeting appears in lists and calendars, without its agenda."""
    with recorded(by=by, why="Announce meeting"):
        meeting.published_at = at or timezone.now()
        meeting.save(update_fields=["published_at"])
        changed(meeting)
    return meeting


@transaction.atomic
def publish_agenda(*, meeting: Meeting, by: User | None, at: datetime | None = None) -> Meeting:
    """The meeting's sections and items become public; papers are published by `documents.actions`.

    What is public already keeps its date. Raises NotAllowed for an exempt item without a paragraph, and for a late
    one without the chair's opinion that it is urgent.
    """
    at = at or timezone.now()
    drafts = AgendaItem.objects.filter(meeting=meeting, published_at=None)
    if unready := drafts.filter(access=Access.EXEMPT, exempt_paragraphs=[]).order_by("order").first():
        raise NotAllowed(f"Item “{unready}” is exempt: say which paragraph of Schedule 12A applies.")
    if late := first_late_item(meeting):
        raise NotAllowed(
            f"Item “{late}” is added inside the clear days: record the chair’s opinion that it is urgent, and why."
        )
    with recorded(by=by, why="Publish agenda"):
        meeting.published_at = min(meeting.published_at or at, at)
        meeting.agenda_published_at = min(meeting.agenda_published_at or at, at)
        meeting.save(update_fields=["published_at", "agenda_published_at"])
        drafts.update(published_at=at)
        AgendaSection.objects.filter(meeting=meeting, published_at=None).update(published_at=at)
        if not meeting.committee.is_public:
            meeting.committee.is_public = True
            meeting.committee.save(update_fields=["is_public"])
        changed(meeting)
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, by: User | None, reason: str) -> Meeting:
    with recorded(by=by, why=f"Cancel meeting: {reason}"):
        meeting.state = Meeting.State.CANCELLED
        meeting.state_reason = reason
        meeting.save(update_fields=["state", "state_reason"])
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
def restrict_item(*, item: AgendaItem, by: User | None, access: str, paragraphs: list[int], reason: str) -> AgendaItem:
    """The item is to be taken in private, or (access "open") in public again; its papers follow it."""
    if access == Access.EXEMPT and not paragraphs:
        raise NotAllowed("Say which paragraph of Schedule 12A applies.")
    with recorded(by=by, why=f"Change access to {access}: {reason}"):
        item.access = access
        item.exempt_paragraphs = paragraphs if access == Access.EXEMPT else []
        item.withheld_reason = "" if access == Access.OPEN else reason
        item.save(update_fields=["access", "exempt_paragraphs", "withheld_reason"])
        changed(item.meeting)
    return item


@transaction.atomic
def publish_attendance(*, meeting: Meeting, by: User | None, at: datetime | None = None) -> Meeting:
    """Who attended becomes public, and the meeting counts as held."""
    with recorded(by=by, why="Publish attendance"):
        meeting.attendance_published_at = at or timezone.now()
        meeting.state = Meeting.State.HELD
        meeting.save(update_fields=["attendance_published_at", "state"])
        changed(meeting)
    return meeting
