"""Decisions recorded by a clerk: written, published, notified, called in, withdrawn. Keyword-only, atomic, audited."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from committees.actions.going_public import going_public
from committees.actions.refusals import NotAllowed
from committees.audit import recorded
from committees.clock import rules_of
from committees.models import Access, Committee, Council, Decision, Person, PublicChange, User, Ward, record_change
from committees.notice import Reckoning

FROM_MINUTES = ("title", "parts", "date", "committee")  # what a minuted decision says, its minutes say


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """What a clerk records of a decision; parts are its words, one text for each part."""

    kind: str
    title: str
    parts: Sequence[str]
    date: datetime.date
    committee: Committee | None = None
    decided_by: str = ""
    person: Person | None = None
    reasons: str = ""
    alternatives: str = ""
    conflicts: str = ""
    dispensation: str = ""
    key: bool = False
    wards: Sequence[Ward] = ()
    access: str = Access.OPEN
    subject_to_call_in: bool = False
    notified_on: datetime.date | None = None
    call_in_outcome: str = ""


def changed(decision: Decision) -> None:
    """Tell the followers of the decision, and of the meeting, committee or person whose page shows it."""
    record_change(PublicChange.Subject.DECISION, decision.pk)
    if decision.meeting_id:
        record_change(PublicChange.Subject.MEETING, decision.meeting_id)
    if decision.committee_id:
        record_change(PublicChange.Subject.COMMITTEE, decision.committee_id)
    if decision.person_id:
        record_change(PublicChange.Subject.PERSON, decision.person_id)


def call_in_deadline(notified_on: datetime.date) -> Reckoning:
    """The last day for call-in by the council's rule, with its working. NotAllowed where the rule gives no days."""
    council = Council.objects.current()
    if not council.call_in_working_days:
        raise NotAllowed("The council’s rules give no working days for call-in.")
    return rules_of(council).call_in_ends_on(notified_on)


@transaction.atomic
def record_decision(
    *, draft: DecisionDraft, by: User | None, decision: Decision | None = None, writers: Collection[int] = ()
) -> Decision:
    """A new decision as a draft, or these facts of one that is here. Words that come from minutes stay as minuted.

    `writers` wrote a correction that `by` lets out. Raises NotAllowed where a public one may not be corrected so.
    """
    decision = decision or Decision()
    minuted = decision.minute_id is not None
    if not minuted and not any(part.strip() for part in draft.parts):
        raise NotAllowed("Enter what was decided.")
    if draft.call_in_outcome and decision.called_in_on is None:
        raise NotAllowed("The decision was not called in.")
    is_public = decision.published_at is not None or minuted
    own = {by.pk} if by else set()
    releases = bool(writers) and not own <= set(writers)
    why = "Record decision" if decision.pk is None else "Release correction" if releases else "Correct decision"
    with recorded(by=by, why=why):
        for name in (field.name for field in fields(draft)):
            if name not in {"wards", "notified_on", *(FROM_MINUTES if minuted else ())}:
                setattr(decision, name, getattr(draft, name))
        decision.parts = [part.strip() for part in decision.parts if part.strip()]
        _count_call_in(decision, draft.notified_on if draft.subject_to_call_in else None)
        decision.save()
        decision.wards.set(draft.wards)
        if is_public:
            going_public.send(sender=Decision, row=decision, by=by, writers=writers or own)
        changed(decision)
    return decision


def _count_call_in(decision: Decision, notified_on: datetime.date | None) -> None:
    """A deadline once reckoned stays, by the rule of its day, until the day of the notice is corrected."""
    if notified_on is None:
        if decision.called_in_on:
            raise NotAllowed("The decision was called in: it stays subject to call-in, with the day of its notice.")
        decision.notified_on = decision.call_in_ends_on = None
    elif notified_on != decision.notified_on:
        if notified_on < decision.date:
            raise NotAllowed("A decision cannot be notified before it is made.")
        decision.notified_on, decision.call_in_ends_on = notified_on, call_in_deadline(notified_on).day


@transaction.atomic
def publish_decision(*, decision: Decision, by: User | None, at: datetime.datetime | None = None) -> Decision:
    """The decision is in the register, now or from a coming moment. What is public already keeps its time."""
    if decision.minute_id is not None:
        raise NotAllowed("This decision comes from minutes: it becomes public with them.")
    with recorded(by=by, why="Publish decision"):
        going_public.send(sender=Decision, row=decision, by=by)
        if decision.published_at is None or decision.published_at > timezone.now():
            decision.published_at = at or timezone.now()
        decision.save(update_fields=["published_at"])
        changed(decision)
    return decision


@transaction.atomic
def notify_decision(*, decision: Decision, on: datetime.date, by: User | None) -> Decision:
    """Notice of the decision was given: its days for call-in count from then, by the council's rule."""
    if decision.called_in_on:
        raise NotAllowed("The decision was called in already.")
    with recorded(by=by, why="Record notice of decision"):
        decision.subject_to_call_in = True
        _count_call_in(decision, on)
        decision.save(update_fields=["subject_to_call_in", "notified_on", "call_in_ends_on"])
        changed(decision)
    return decision


@transaction.atomic
def call_in_decision(*, decision: Decision, on: datetime.date, by: User | None) -> Decision:
    """Scrutiny has called the decision in. What comes of it is recorded with the decision, and passes the gate so."""
    if not decision.subject_to_call_in or decision.notified_on is None or decision.call_in_ends_on is None:
        raise NotAllowed("Record first when the decision was notified: only then can it be called in.")
    if not decision.notified_on <= on <= decision.call_in_ends_on:
        first, last = (date_format(day, "j F Y") for day in (decision.notified_on, decision.call_in_ends_on))
        raise NotAllowed(f"It could be called in from {first} to {last}.")
    with recorded(by=by, why="Record call-in"):
        decision.called_in_on = on
        decision.save(update_fields=["called_in_on"])
        changed(decision)
    return decision


@transaction.atomic
def withdraw_decision(*, decision: Decision, by: User | None, reason: str) -> Decision:
    """The decision is gone from the register; its address tells the date and the reason."""
    if not reason.strip():
        raise NotAllowed("Give the reason for withdrawing the decision: the public is shown it.")
    with recorded(by=by, why=f"Withdraw decision: {reason}"):
        decision.withdrawn_at, decision.withdrawn_by, decision.withdrawal_reason = timezone.now(), by, reason
        decision.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
        changed(decision)
    return decision


@transaction.atomic
def reinstate_decision(*, decision: Decision, by: User | None, why: str) -> Decision:
    """A withdrawn decision is in the register again."""
    with recorded(by=by, why=f"Reinstate decision: {why}"):
        going_public.send(sender=Decision, row=decision, by=by)
        decision.withdrawn_at = decision.withdrawn_by = None
        decision.withdrawal_reason = ""
        decision.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
        changed(decision)
    return decision
