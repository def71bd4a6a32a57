"""What waits on the desk for a second person to release it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from documents.models import DocumentVersion, Finding, Listing, ReleaseRequest

MOST = 20


@dataclass(frozen=True, slots=True)
class WaitingRelease:
    """`stopping` counts the findings that still stop it."""

    name: str
    address: str
    asked_by: str
    asked_at: datetime
    stopping: int


def waiting_releases() -> list[WaitingRelease]:
    rows = ReleaseRequest.objects.waiting().select_related(
        "asked_by", "meeting__committee", "upload__stored_file", "upload__meeting__committee", "document"
    )
    return [_waiting(row) for row in rows[:MOST]]


def _waiting(row: ReleaseRequest) -> WaitingRelease:
    return WaitingRelease(
        name=str(row.upload.meeting or row.upload) if row.upload else str(row.meeting or row.document),
        address=_address(row),
        asked_by=row.asked_by.get_full_name() or row.asked_by.username,
        asked_at=row.asked_at,
        stopping=Finding.objects.of_versions(_versions(row)).blocking().count(),
    )


def _address(row: ReleaseRequest) -> str:
    if row.upload_id:
        return reverse("admin:pack_upload_publication", args=[row.upload_id])
    if row.meeting_id:
        return reverse("admin:meeting_publication", args=[row.meeting_id])
    return reverse("admin:paper_publish", args=[row.document_id])


def _versions(row: ReleaseRequest) -> Sequence[DocumentVersion]:
    meeting = row.meeting_id or (row.upload.meeting_id if row.upload else None)
    versions = DocumentVersion.objects.order_by("document_id", "-number").distinct("document_id")
    if meeting is None:
        return list(versions.filter(document=row.document_id))
    return list(versions.filter(document__in=Listing.objects.filter(meeting=meeting).values("document")))
