"""Release by a second person, where the council asks for it: nobody makes public what they made themselves."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypedDict, Unpack

from django.apps import apps
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from committees.actions import NotAllowed
from committees.audit import recorded
from committees.models import Council, Decision, Meeting, User
from documents.models import Document, DocumentVersion, PackUpload, Proposal, Recommendation, ReleaseRequest, Review
from documents.roles import RELEASE

# Changes of a paper's row that are no work on the paper: whoever made them may release it
RELEASING = ("Publish", "Release", "Open paper", "Reinstate")


class NeedsRelease(NotAllowed):
    """Somebody else must release it."""


def needs_second_person() -> bool:
    return Council.objects.current().release_by_second_person


def require_second_person(*, versions: Iterable[DocumentVersion], by: User | None) -> None:
    """Raises NotAllowed where the council asks for a second person and `by` is none for one of these."""
    if not needs_second_person():
        return
    person = _releasing_officer(by)
    if own := next((version for version in versions if person.pk in makers_of(version)), None):
        raise NotAllowed(f"You uploaded or last changed “{own.document.title}”: somebody else must release it.")


def require_other_person(*, name: str, makers: Collection[int], by: User | None) -> None:
    """The same of what was typed here, by whom is known."""
    if needs_second_person() and _releasing_officer(by).pk in makers:
        raise NeedsRelease(f"You wrote or last changed “{name}”: somebody else must release it.")


def _releasing_officer(by: User | None) -> User:
    if by is None or not by.has_perm(RELEASE):
        raise NeedsRelease("A second person releases papers here: ask a releasing officer to.")
    return by


def may_release(*, versions: Iterable[DocumentVersion], by: User) -> bool:
    try:
        require_second_person(versions=versions, by=by)
    except NotAllowed:
        return False
    return True


def makers_of(version: DocumentVersion) -> set[int]:
    """Who uploaded the version, made it, or last changed its paper: by their ids, from the audit."""
    makers = {version.original.uploaded_by_id, version.document.added_by_id if version.number == 1 else None}
    makers |= set(PackUpload.objects.filter(stored_file=version.original_id).values_list("uploaded_by", flat=True))
    makers.add(_user_of(_events("DocumentVersion", version.pk).filter(pgh_label="insert")))
    makers.add(_user_of(_events("Document", version.document_id)))
    return {pk for pk in makers if pk is not None}


def _events(model: str, pk: int) -> Any:
    return apps.get_model("documents", f"{model}Event")._default_manager.filter(pgh_obj=pk).order_by("-pgh_id")


def _user_of(events: Any) -> int | None:
    """Whom the newest event that is no release names."""
    for context in events.values_list("pgh_context__metadata", flat=True)[:20]:
        known = context or {}
        if known.get("user") and not str(known.get("why", "")).startswith(RELEASING):
            return int(known["user"])
    return None


class Subject(TypedDict, total=False):
    """What is to be released: one of these. `minutes_of` is the meeting whose minutes were typed here.

    `recommendation` is one recorded as done, `proposal` what a clerk corrected of what was read in a paper.
    """

    meeting: Meeting | None
    upload: PackUpload | None
    document: Document | None
    minutes_of: Meeting | None
    decision: Decision | None
    review: Review | None
    recommendation: Recommendation | None
    proposal: Proposal | None


def requests_for(**of: Unpack[Subject]) -> QuerySet[ReleaseRequest]:
    """Those for this subject, and for nothing besides."""
    return ReleaseRequest.objects.filter(**{name: of.get(name) for name in Subject.__annotations__})


@transaction.atomic
def ask_for_release(*, by: User, note: str = "", **of: Unpack[Subject]) -> ReleaseRequest:
    """It waits on the desk of those who may release. Raises NotAllowed where it waits already."""
    if requests_for(**of).filter(closed_at=None).exists():
        raise NotAllowed("A release was asked for already: it waits for a releasing officer.")
    with recorded(by=by, why="Ask for release"):
        return ReleaseRequest.objects.create(**of, asked_by=by, note=note.strip()[:300])


@transaction.atomic
def send_back(*, request: ReleaseRequest, by: User, reason: str) -> ReleaseRequest:
    """It is not released as it stands; whoever asked is told why."""
    if not reason.strip():
        raise NotAllowed("Say why it is sent back.")
    with recorded(by=by, why=f"Send back: {reason}"):
        _close(request, by, ReleaseRequest.Outcome.SENT_BACK, reason.strip()[:300])
    return request


def note_released(*, by: User | None, meeting: Meeting | None, documents: Sequence[Document] = ()) -> None:
    """What was asked for and has now been released, waits no longer: to be called in the transaction that releases."""
    asked = Q(document__in=[document.pk for document in documents])
    if meeting is not None:
        asked |= Q(meeting=meeting) | Q(upload__meeting=meeting)
    for request in ReleaseRequest.objects.waiting().filter(asked):
        _close(request, by, ReleaseRequest.Outcome.RELEASED, "")


def note_record_released(*, by: User | None, **of: Unpack[Subject]) -> None:
    """The same of what was typed here."""
    for request in requests_for(**of).filter(closed_at=None):
        _close(request, by, ReleaseRequest.Outcome.RELEASED, "")


def _close(request: ReleaseRequest, by: User | None, outcome: str, answer: str) -> None:
    request.outcome, request.answer = outcome, answer
    request.closed_by, request.closed_at = by, timezone.now()
    request.save(update_fields=["outcome", "answer", "closed_by", "closed_at"])
