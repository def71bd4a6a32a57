"""Keeps minutes that were read from a paper in step with it: they are public when, and only when, the paper is."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from committees.actions import hide_attendance_of, publish_minutes, withdraw_minutes
from committees.models import Access, Meeting, Minutes
from documents.models import Document, Listing

WITHHELD = "The paper these minutes were read from is withheld."


def keep_in_step(documents: Iterable[Document]) -> None:
    """To be called in the transaction that alters who may see these papers."""
    for document in documents:
        if document.minutes_of_id is None:
            continue
        minutes = Minutes.objects.filter(meeting=document.minutes_of_id, written_here=False).first()
        if minutes is not None:
            _follow(minutes, document)


def of_meeting(meeting: Meeting) -> QuerySet[Document]:
    """The minutes papers taken at a meeting."""
    listed = Listing.objects.filter(meeting=meeting).values("document")
    return Document.objects.filter(pk__in=listed, minutes_of__isnull=False)


def follow_meeting(*, meeting: Meeting, **_: object) -> None:
    keep_in_step(of_meeting(meeting))


def _follow(minutes: Minutes, document: Document) -> None:
    since, now = public_from(document), timezone.now()
    was_public = minutes.published_at is not None and minutes.published_at <= now
    if since is not None:
        if not was_public or minutes.withdrawn_at is not None:
            publish_minutes(minutes=minutes, by=None, at=max(since, now))
    elif was_public:
        if minutes.withdrawn_at is None:
            withdraw_minutes(minutes=minutes, by=None, reason=document.withdrawal_reason or WITHHELD)
    else:
        hide_attendance_of(minutes)
        minutes.published_at = None
        minutes.save(update_fields=["published_at"])


def public_from(document: Document) -> datetime | None:
    """The moment from which `Document.objects.public()` has this paper, past or to come; None as things stand."""
    if document.published_at is None or document.withdrawn_at or document.access != Access.OPEN:
        return None
    listings = list(Listing.objects.filter(document=document).select_related("meeting__committee", "item"))
    if any(listing.item and listing.item.access != Access.OPEN for listing in listings):
        return None
    moments = [moment for listing in listings if (moment := _listed_from(listing)) is not None]
    return max(document.published_at, min(moments)) if moments else None


def _listed_from(listing: Listing) -> datetime | None:
    meeting = listing.meeting
    moments = [meeting.published_at, meeting.agenda_published_at]
    if listing.item is not None:
        moments.append(listing.item.published_at)
    known = [moment for moment in moments if moment is not None]
    return max(known) if len(known) == len(moments) and meeting.committee.is_public else None
