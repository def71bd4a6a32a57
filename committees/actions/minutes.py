"""Minutes: written, published as draft minutes, confirmed, withdrawn. Keyword-only, atomic, audited."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from committees.actions.going_public import going_public
from committees.actions.people_named import people_of, person_named
from committees.actions.refusals import NotAllowed
from committees.audit import recorded
from committees.models import (
    Access,
    AgendaItem,
    Attendance,
    Decision,
    Declaration,
    Meeting,
    Minute,
    Minutes,
    NamedVote,
    Person,
    PublicChange,
    User,
    record_change,
)

REWORDED = "Removed in a correction of the minutes."


@dataclass(frozen=True, slots=True)
class MinuteDraft:
    """The record of one item, before it is a row. declarations: (name, item label, text); votes: (name, cast)."""

    title: str
    number: str = ""
    item: AgendaItem | None = None
    item_label: str = ""
    text: str = ""
    resolved: Sequence[str] = ()
    requests: Sequence[str] = ()
    vote: str = ""
    access: str = Access.OPEN
    declarations: Sequence[tuple[str, str, str]] = field(default_factory=tuple)
    votes: Sequence[tuple[str, str]] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class AttendanceDraft:
    """Somebody at a meeting: capacity and status are those of `Attendance`."""

    name: str
    capacity: str
    status: str
    substitute_for: str = ""


def changed(minutes: Minutes) -> None:
    record_change(PublicChange.Subject.MEETING, minutes.meeting_id)


@transaction.atomic
def write_minutes(
    *,
    meeting: Meeting,
    entries: Sequence[MinuteDraft],
    by: User | None,
    chair: str = "",
    closed_at: time | None = None,
    written_here: bool = True,
    writers: Iterable[int] = (),
) -> Minutes:
    """Make these the minutes of a meeting; each minute that was there already keeps its row and its decision's address.

    `writers` are the ids of those who typed them, besides whom somebody else may have to release them.
    Raises NotAllowed where what was read from a paper would replace what a clerk wrote.
    """
    with recorded(by=by, why="Write minutes"):
        minutes = Minutes.objects.filter(meeting=meeting).select_for_update().first()
        if minutes and minutes.written_here and not written_here:
            raise NotAllowed("A clerk has written minutes of this meeting here: they are not replaced.")
        minutes = minutes or Minutes(meeting=meeting)
        minutes.chair, minutes.written_here, minutes.writers = chair[:120], written_here, sorted(writers)
        minutes.save()
        if closed_at and closed_at != meeting.closed_at:
            meeting.closed_at = closed_at
            meeting.save(update_fields=["closed_at"])
        _write_entries(minutes, entries, by)
        changed(minutes)
    return minutes


def _write_entries(minutes: Minutes, entries: Sequence[MinuteDraft], by: User | None) -> None:
    rows = list(Minute.objects.filter(minutes=minutes).order_by("order"))
    found = [_take_row(rows, entry) for entry in entries]
    for dropped in rows:  # what no entry goes on with
        _drop(dropped, by)
    everyone = list(Person.objects.all())
    sitting = people_of(minutes.meeting)
    for order, (entry, row) in enumerate(zip(entries, found, strict=True), start=1):
        minute = _write_entry(row or Minute(minutes=minutes), order, entry)
        _write_decision(minute, entry, minutes.meeting, by)
        _write_people(minute, entry, sitting, everyone)


def _take_row(rows: list[Minute], entry: MinuteDraft) -> Minute | None:
    """The row this entry was before, taken out of `rows`: that of its item, or else of its number, or its title."""
    likely = sorted((row for row in rows if _sameness(row, entry)), key=lambda row: -_sameness(row, entry))
    if not likely:
        return None
    rows.remove(likely[0])
    return likely[0]


def _sameness(row: Minute, entry: MinuteDraft) -> int:
    of_item = entry.item is not None and row.item_id == entry.item.pk
    numbered = entry.number != "" and row.number == entry.number
    return 4 * of_item + 2 * numbered + (row.title == entry.title[:500])


def _drop(minute: Minute, by: User | None) -> None:
    """A minute that is no more goes; its decision, once public, stays as a notice under its address."""
    decision = Decision.objects.filter(minute=minute).first()
    if decision is not None and minute.minutes.published_at is not None:
        decision.minute = None
        decision.published_at = decision.published_at or minute.minutes.published_at
        _withdraw(decision, by)
    elif decision is not None:
        decision.delete()
    minute.delete()


def _withdraw(decision: Decision, by: User | None) -> None:
    decision.withdrawn_at, decision.withdrawn_by = timezone.now(), by
    decision.withdrawal_reason = REWORDED
    decision.save()


def _write_entry(minute: Minute, order: int, entry: MinuteDraft) -> Minute:
    minute.order, minute.number, minute.item = order, entry.number[:20], entry.item
    minute.item_label, minute.title, minute.text = entry.item_label[:20], entry.title[:500], entry.text
    minute.requests, minute.vote, minute.access = list(entry.requests), entry.vote[:300], entry.access
    minute.save()
    return minute


def _write_decision(minute: Minute, entry: MinuteDraft, meeting: Meeting, by: User | None) -> None:
    decision = Decision.objects.filter(minute=minute).first()
    parts = [part for part in entry.resolved if part.strip()]
    if parts:
        decision = decision or Decision(minute=minute)
        decision.title, decision.parts, decision.date = minute.title, parts, meeting.date
        decision.committee, decision.meeting, decision.item = meeting.committee, meeting, minute.item
        decision.withdrawn_at = decision.withdrawn_by = None
        decision.withdrawal_reason = ""
        decision.save()
    elif decision is not None and minute.minutes.published_at is None:
        decision.delete()
    elif decision is not None:
        _withdraw(decision, by)


def _write_people(minute: Minute, entry: MinuteDraft, sitting: Sequence[Person], everyone: Sequence[Person]) -> None:
    Declaration.objects.filter(minute=minute).delete()
    Declaration.objects.bulk_create(
        Declaration(
            minute=minute,
            name=name[:120],
            person=person_named(name, sitting, everyone),
            item_label=item_label[:20],
            text=text,
        )
        for name, item_label, text in entry.declarations
    )
    NamedVote.objects.filter(minute=minute).delete()
    NamedVote.objects.bulk_create(
        NamedVote(minute=minute, name=name[:120], person=person_named(name, sitting, everyone), cast=cast)
        for name, cast in dict(entry.votes).items()
    )


@transaction.atomic
def add_attendance(*, meeting: Meeting, drafts: Sequence[AttendanceDraft], by: User | None) -> list[Attendance]:
    """Add those who are not recorded at the meeting yet. What a clerk recorded stays as it is."""
    with recorded(by=by, why="Add attendance from minutes"):
        everyone, sitting = list(Person.objects.all()), people_of(meeting)
        recorded_already = Attendance.objects.filter(meeting=meeting).select_related("person")
        known = {_without_post(row.person.name if row.person else row.name) for row in recorded_already}
        rows = []
        for draft in drafts:
            person = person_named(draft.name, sitting, everyone)
            name = person.name if person else draft.name[:120]
            if _without_post(name) not in known:
                known.add(_without_post(name))
                rows.append(_attendance(meeting, person, name, draft))
        return Attendance.objects.bulk_create(rows)


def _without_post(name: str) -> str:
    """“Dana Marsh, Director of Place” is Dana Marsh."""
    return name.partition(",")[0].strip().casefold()


def _attendance(meeting: Meeting, person: Person | None, name: str, draft: AttendanceDraft) -> Attendance:
    return Attendance(
        meeting=meeting,
        person=person,
        name="" if person else name,
        capacity=draft.capacity,
        status=draft.status,
        substitute_for=draft.substitute_for[:120],
    )


@transaction.atomic
def publish_minutes(*, minutes: Minutes, by: User | None, at: datetime | None = None) -> Minutes:
    """They become public, as draft minutes until they are confirmed, with the attendance. The meeting was held."""
    at = at or timezone.now()
    with recorded(by=by, why="Publish minutes"):
        going_public.send(sender=Minutes, row=minutes, by=by)
        hide_attendance_of(minutes)
        if minutes.published_at is None or minutes.published_at > timezone.now():
            minutes.published_at = at
        minutes.withdrawn_at = minutes.withdrawn_by = None
        minutes.withdrawal_reason = ""
        minutes.save()
        _publish_attendance(minutes)
        minutes.meeting.state, minutes.meeting.moved_to = Meeting.State.HELD, None
        minutes.meeting.published_at = minutes.meeting.published_at or minutes.published_at
        minutes.meeting.save(update_fields=["state", "moved_to", "published_at"])
        changed(minutes)
    return minutes


def _publish_attendance(minutes: Minutes) -> None:
    meeting = minutes.meeting
    if Attendance.objects.filter(meeting=meeting).exists() and meeting.attendance_published_at is None:
        meeting.attendance_published_at = minutes.published_at
        meeting.save(update_fields=["attendance_published_at"])


def hide_attendance_of(minutes: Minutes) -> None:
    """Attendance that was published with minutes is public with them alone; what a clerk published itself stays."""
    meeting = minutes.meeting
    if minutes.published_at is not None and meeting.attendance_published_at == minutes.published_at:
        meeting.attendance_published_at = None
        meeting.save(update_fields=["attendance_published_at"])


@transaction.atomic
def confirm_minutes(*, minutes: Minutes, at_meeting: Meeting | None, on: date, by: User | None) -> Minutes:
    """They are a correct record: by the resolution of a later meeting, or on a day a clerk knows of.

    Raises NotAllowed where that meeting or day is still to come, or is before the meeting of the minutes.
    """
    if at_meeting is not None:
        _require_held(at_meeting, after=minutes.meeting)
    if on < minutes.meeting.date:
        raise NotAllowed("Minutes cannot be confirmed before their meeting.")
    _require_past(on)
    with recorded(by=by, why="Confirm minutes"):
        minutes.confirmed_at, minutes.confirmed_on = at_meeting, on
        minutes.save(update_fields=["confirmed_at", "confirmed_on"])
        changed(minutes)
    return minutes


def _require_held(at_meeting: Meeting, *, after: Meeting) -> None:
    if at_meeting.pk == after.pk or at_meeting.date < after.date:
        raise NotAllowed("Minutes are confirmed by a later meeting, not by the one they record.")
    if at_meeting.state in (Meeting.State.CANCELLED, Meeting.State.POSTPONED):
        state = at_meeting.get_state_display().lower()
        raise NotAllowed(f"The meeting of {date_format(at_meeting.date, 'l j F Y')} was {state}: it confirmed nothing.")
    _require_past(at_meeting.date)
    begins = datetime.combine(at_meeting.date, at_meeting.time or time.min)
    if at_meeting.state != Meeting.State.HELD and begins > timezone.localtime().replace(tzinfo=None):
        raise NotAllowed(f"That meeting begins at {begins:%H:%M} today: confirm them once it has been.")


def _require_past(day: date) -> None:
    if day > timezone.localdate():
        raise NotAllowed(f"{date_format(day, 'l j F Y')} is still to come: confirm them once it has been.")


@transaction.atomic
def unconfirm_minutes(*, minutes: Minutes, by: User | None, why: str) -> Minutes:
    """They are draft minutes again."""
    with recorded(by=by, why=f"Take back confirmation: {why}"):
        minutes.confirmed_at = minutes.confirmed_on = None
        minutes.save(update_fields=["confirmed_at", "confirmed_on"])
        changed(minutes)
    return minutes


@transaction.atomic
def withdraw_minutes(*, minutes: Minutes, by: User | None, reason: str) -> Minutes:
    """They are gone from every page; their address tells the date and the reason."""
    if not reason.strip():
        raise NotAllowed("Give the reason for withdrawing the minutes: the public is shown it.")
    with recorded(by=by, why=f"Withdraw minutes: {reason}"):
        minutes.withdrawn_at, minutes.withdrawn_by, minutes.withdrawal_reason = timezone.now(), by, reason
        minutes.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
        hide_attendance_of(minutes)
        changed(minutes)
    return minutes


@transaction.atomic
def reinstate_minutes(*, minutes: Minutes, by: User | None, why: str) -> Minutes:
    """Withdrawn minutes are public again."""
    with recorded(by=by, why=f"Reinstate minutes: {why}"):
        going_public.send(sender=Minutes, row=minutes, by=by)
        minutes.withdrawn_at = minutes.withdrawn_by = None
        minutes.withdrawal_reason = ""
        minutes.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
        _publish_attendance(minutes)
        changed(minutes)
    return minutes
