"""Which versions of a paper may be shown beside each other: only such as were public, and may still be."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from committees.models import AgendaItem, Meeting
from documents.models import Document, DocumentVersion, Listing


def use_version(version: DocumentVersion, *, compare: bool, at: datetime | None = None) -> None:
    """Make this the version in force: now, or since a moment for which it was set.

    It is compared with the one it replaces where that was public until now, and `compare` says that it may still be
    read: a clerk says no where the old version held what should never have been public, and then none before it may.
    """
    if not compare:
        stop_comparing([version.document])
    document, before = version.document, version.document.current_version
    was_public = before is not None and Document.objects.public().filter(pk=document.pk).exists()
    version.in_force_at = min(at or timezone.now(), timezone.now())
    version.compared_with = before if was_public and compare else None
    version.save(update_fields=["in_force_at", "compared_with"])
    document.current_version = version
    document.save(update_fields=["current_version"])


def stop_comparing(documents: Iterable[Document]) -> None:
    """What was withdrawn or withheld is shown beside nothing, even once the paper is public again."""
    versions = DocumentVersion.objects.filter(document__in=[document.pk for document in documents])
    versions.filter(compared_with__isnull=False).update(compared_with=None)


def follow_meeting(*, meeting: Meeting, **_: object) -> None:
    """A meeting's items have changed: the papers of withheld ones were not to be public."""
    withheld = AgendaItem.objects.filter(meeting=meeting).exclude(access="open")
    listed = Listing.objects.filter(item__in=withheld).values("document")
    DocumentVersion.objects.filter(document__in=listed, compared_with__isnull=False).update(compared_with=None)
