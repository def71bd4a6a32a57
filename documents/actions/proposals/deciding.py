"""A clerk's decisions on proposals. Keyword-only, atomic, audited; each raises NotAllowed with words for the clerk."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from committees.actions import NotAllowed
from committees.audit import recorded
from committees.models import Meeting, Minutes, User, record_change
from committees.models.changes import PublicChange
from documents.actions.proposals.contents import content_of
from documents.actions.proposals.matching import match_minutes_on
from documents.actions.proposals.typed import record_of_proposal, typed_in, why_corrected
from documents.actions.proposals.writing import WRITERS, Choice
from documents.actions.proposals.writing.minutes import take_back_confirmation
from documents.actions.records import let_out
from documents.models import DocumentVersion, Proposal, Review
from documents.structure.understood import plain_of

CERTAIN = 90  # per cent
TASKS = (Proposal.Kind.TABLE, Proposal.Kind.NOTE)


@transaction.atomic
def accept(
    *,
    proposal: Proposal,
    by: User | None,
    target: int | None = None,
    review: Review | None = None,
    new_meeting: bool = False,
) -> Proposal:
    """Write what the proposal says as records, public as soon as its paper is.

    target overrides what it was matched to: the meeting of minutes, the recommendation that is answered, the review.
    review is where a recommendation belongs that is not recorded yet; new_meeting makes the meeting of minutes.
    """
    if proposal.state == Proposal.State.ACCEPTED:
        raise NotAllowed("This was accepted already.")
    with recorded(by=by, why=f"Accept {proposal}"):
        proposal.target = target or proposal.target
        _write(proposal, Choice(by=by, review=review, new_meeting=new_meeting))
        _decide(proposal, Proposal.State.ACCEPTED, by)
        if proposal.kind == Proposal.Kind.MINUTES:
            _match_confirmation(proposal)
    return proposal


def _match_confirmation(minutes: Proposal) -> None:
    """Their meeting is known now, and so is which earlier minutes they may confirm."""
    rows = Proposal.objects.filter(version=minutes.version_id, kind=Proposal.Kind.CONFIRMATION, target=None)
    for row in rows.filter(state=Proposal.State.WAITING):
        found = match_minutes_on(minutes.target, content_of(row).confirms)
        row.target, row.confidence, row.why = found.id, found.confidence, found.why
        row.save(update_fields=["target", "confidence", "why"])


def _write(proposal: Proposal, choice: Choice, writers: Collection[int] = ()) -> None:
    try:
        content = content_of(proposal)
    except ValueError as error:
        raise NotAllowed(f"This cannot be recorded as it stands: {error}.") from error
    if proposal.kind not in TASKS:
        _refuse_of_waiting_version(proposal.version)
        if typed_in(proposal, proposal.content):
            let_out(record_of_proposal(proposal, proposal.content, makers=writers), choice.by)
    rows = [] if proposal.kind in TASKS else WRITERS[proposal.kind](proposal, content, choice)
    made = [f"{row._meta.label_lower}:{row.pk}" for row in rows]
    proposal.made = [*proposal.made, *(name for name in made if name not in proposal.made)]
    record_change(PublicChange.Subject.DOCUMENT, proposal.version.document_id)


def _refuse_of_waiting_version(version: DocumentVersion) -> None:
    """Records are public with their paper: those of a correction would be public before the correction is."""
    in_force = version.document.current_version
    if in_force is not None and version.number > in_force.number:
        raise NotAllowed("This correction of the paper is not published yet: publish it, then accept what it says.")


def _decide(proposal: Proposal, state: str, by: User | None) -> None:
    proposal.state, proposal.decided_by, proposal.decided_at = state, by, timezone.now()
    proposal.save()


@transaction.atomic
def accept_certain(*, version: DocumentVersion, by: User | None, review: Review | None = None) -> int:
    """Accept every proposal of a paper that is certain enough; how many there were. What is refused is left waiting."""
    waiting = Proposal.objects.filter(version=version, state=Proposal.State.WAITING, confidence__gte=CERTAIN)
    accepted = 0
    for proposal in waiting.order_by("order"):
        try:
            accept(proposal=proposal, by=by, review=review)
            accepted += 1
        except NotAllowed:
            continue
    return accepted


@transaction.atomic
def correct(*, proposal: Proposal, content: dict[str, Any], by: User | None, writers: Collection[int] = ()) -> Proposal:
    """Keep the clerk's words in place of what was read; where it was accepted, its records follow.

    `writers` wrote the correction of an accepted one, unless `by` did. Raises NotAllowed where it may not go out so.
    """
    own = {by.pk} if by else set()
    releases = bool(writers) and not own <= set(writers)
    with recorded(by=by, why=f"Release correction of {proposal}" if releases else why_corrected(proposal)):
        proposal.corrected = content
        try:
            proposal.corrected = plain_of(content_of(proposal))
        except ValueError as error:
            raise NotAllowed(f"This does not fit: {error}.") from error
        if proposal.state == Proposal.State.ACCEPTED:
            _write(proposal, Choice(by=by), writers or own)
        proposal.save()
    return proposal


@transaction.atomic
def dismiss(*, proposal: Proposal, by: User | None) -> Proposal:
    """It is not so, or is done with: nothing is recorded."""
    if proposal.state == Proposal.State.ACCEPTED:
        raise NotAllowed("This was accepted: undo that first.")
    with recorded(by=by, why=f"Dismiss {proposal}"):
        proposal.newer = None
        _decide(proposal, Proposal.State.DISMISSED, by)
    return proposal


@transaction.atomic
def undo(*, proposal: Proposal, by: User | None) -> Proposal:
    """As before the clerk decided: what accepting it made is removed. Raises NotAllowed where others rest on that."""
    with recorded(by=by, why=f"Undo {proposal}"):
        rows = _rows(proposal.made)
        _refuse_what_others_rest_on(rows)
        _leave_meetings(proposal, rows)
        try:
            with transaction.atomic():
                for row in reversed(rows):
                    row.delete()
        except ProtectedError as error:
            raise NotAllowed("Other records rest on this: undo those first.") from error
        _forget(proposal, by)
        proposal.made = []
        proposal.state, proposal.decided_by, proposal.decided_at = Proposal.State.WAITING, None, None
        proposal.save()
        record_change(PublicChange.Subject.DOCUMENT, proposal.version.document_id)
    return proposal


def _rows(names: Sequence[str]) -> list[models.Model]:
    found = (apps.get_model(name.split(":")[0])._base_manager.filter(pk=name.split(":")[1]).first() for name in names)
    return [row for row in found if row is not None]


def _refuse_what_others_rest_on(rows: Sequence[models.Model]) -> None:
    """Deleting a row takes with it what belongs to it: then only what this proposal made itself may go."""
    for row in rows:
        published = getattr(row, "published_at", None)
        if published is not None and published <= timezone.now() and isinstance(row, Minutes | Meeting | Review):
            raise NotAllowed(f"“{row}” is public: withdraw it instead, so that a notice tells what became of it.")
        for relation in _belonging(row):
            others = relation.related_model._base_manager.filter(**{relation.field.name: row})
            mine = [other.pk for other in rows if isinstance(other, relation.related_model)]
            if others.exclude(pk__in=mine).exists():
                raise NotAllowed("Other records rest on this: undo those first.")


def _belonging(row: models.Model) -> Iterator[Any]:
    """The relations of rows that would be deleted with this one, the audit's own left out."""
    for relation in row._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ManyToOneRel) or relation.on_delete is not models.CASCADE:
            continue
        if not relation.related_model._meta.auto_created:
            yield relation


def _leave_meetings(proposal: Proposal, rows: Sequence[models.Model]) -> None:
    """The paper is of no meeting that is about to go."""
    document = proposal.version.document
    if any(isinstance(row, Meeting) and row.pk == document.minutes_of_id for row in rows):
        document.minutes_of = None
        document.save(update_fields=["minutes_of"])


def _forget(proposal: Proposal, by: User | None) -> None:
    if proposal.kind == Proposal.Kind.CONFIRMATION and proposal.state == Proposal.State.ACCEPTED:
        take_back_confirmation(proposal, Choice(by=by))


@transaction.atomic
def take_newer(*, proposal: Proposal, by: User | None) -> Proposal:
    """What a later reading says takes the place of what was read, and of the clerk's correction."""
    if proposal.newer is None:
        return proposal
    with recorded(by=by, why=f"Take the newer reading of {proposal}"):
        proposal.payload, proposal.corrected, proposal.newer = proposal.newer, None, None
        if proposal.state == Proposal.State.ACCEPTED:
            _write(proposal, Choice(by=by))
        proposal.save()
    return proposal


@transaction.atomic
def keep_ours(*, proposal: Proposal, by: User | None) -> Proposal:
    """Keep what stands; the same later reading is not offered again."""
    if proposal.newer is None:
        return proposal
    with recorded(by=by, why=f"Keep {proposal}"):
        proposal.corrected, proposal.payload, proposal.newer = proposal.content, proposal.newer, None
        proposal.save()
    return proposal
