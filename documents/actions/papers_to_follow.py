"""Papers that an agenda promises and does not yet have."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from committees.actions import NotAllowed
from committees.audit import recorded
from committees.models import AgendaItem, Meeting, PublicChange, User, record_change
from documents.actions.matching import LIKE, likeness
from documents.models import Document, Listing, PaperToFollow
from documents.packs.plan import PackPlan

TO_FOLLOW = re.compile(r"\bto[\s-]follow\b|\bto be (?:tabled|circulated)\b", re.IGNORECASE)


@transaction.atomic
def promise_paper(
    *, meeting: Meeting, item: AgendaItem | None, title: str, expected_on: date | None, by: User | None
) -> PaperToFollow:
    """The public reads on the agenda that the paper will follow, and when."""
    if not title.strip():
        raise NotAllowed("Say which paper is to follow.")
    with recorded(by=by, why=f"Promise paper: {title}"):
        promise = PaperToFollow.objects.create(
            meeting=meeting, item=item, title=title.strip()[:300], expected_on=expected_on, promised_by=by
        )
        record_change(PublicChange.Subject.MEETING, meeting.pk)
    return promise


@transaction.atomic
def change_promise(*, promise: PaperToFollow, expected_on: date | None, by: User | None) -> PaperToFollow:
    """The paper is expected on another day."""
    with recorded(by=by, why="Change when a paper is expected"):
        promise.expected_on = expected_on
        promise.save(update_fields=["expected_on"])
        record_change(PublicChange.Subject.MEETING, promise.meeting_id)
    return promise


@transaction.atomic
def drop_promise(*, promise: PaperToFollow, by: User | None, why: str) -> PaperToFollow:
    """The paper will not come: the public reads no more of it."""
    with recorded(by=by, why=f"Paper will not follow: {why}"):
        promise.dropped_at = timezone.now()
        promise.save(update_fields=["dropped_at"])
        record_change(PublicChange.Subject.MEETING, promise.meeting_id)
    return promise


def keep_promises(meeting: Meeting, documents: Sequence[Document]) -> None:
    """Drafts that have come for what was promised at their place; the promise shows until the paper is public.

    By their titles, or by being the first report at an item that awaits one paper.
    """
    promises = list(PaperToFollow.objects.filter(meeting=meeting).awaited())
    if not promises:
        return
    listed = Listing.objects.filter(meeting=meeting, document__in=documents).select_related("document").order_by("pk")
    for listing in listed:
        here = [promise for promise in promises if promise.item_id == listing.item_id]
        if promise := _promise_kept(listing.document, here):
            promise.kept_by = listing.document
            promise.save(update_fields=["kept_by"])
            promises.remove(promise)


def _promise_kept(document: Document, promises: Sequence[PaperToFollow]) -> PaperToFollow | None:
    alike = max(promises, key=lambda promise: likeness(promise.title, document.title), default=None)
    if alike is None or likeness(alike.title, document.title) >= LIKE:
        return alike
    is_part = document.kind in (Document.Kind.APPENDIX, Document.Kind.FRONT_SHEET)
    return alike if len(promises) == 1 and alike.item_id and not is_part else None


def promise_what_follows(*, meeting: Meeting, items: Iterable[AgendaItem], plan: PackPlan, by: User | None) -> None:
    """A promise for each item that the front sheet marks as “to follow”, once."""
    known = set(PaperToFollow.objects.filter(meeting=meeting).values_list("item", flat=True))
    for item, planned in zip(items, plan.items, strict=True):
        if TO_FOLLOW.search(planned.note) and not planned.documents and item.pk not in known:
            promise_paper(meeting=meeting, item=item, title=item.title, expected_on=None, by=by)
