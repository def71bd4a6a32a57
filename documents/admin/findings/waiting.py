"""What waits on the desk: for a second person to release it, or, corrected, for anybody to go on with it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.urls import reverse

from documents.actions.gate import read_by_public
from documents.actions.proposals.typed import name_of
from documents.models import (
    DocumentVersion,
    Finding,
    Listing,
    Proposal,
    ReleaseRequest,
    TimedPublication,
    WaitingCorrection,
    WaitingRecord,
)
from documents.models.findings import RECORDS, FindingQuerySet, Typed

MOST = 20
NAMED_BY = ("recommendation__parent", "proposal__version__document")


@dataclass(frozen=True, slots=True)
class WaitingRelease:
    """`stopping` counts the findings that still stop it."""

    name: str
    address: str
    asked_by: str
    asked_at: datetime
    stopping: int


@dataclass(frozen=True, slots=True)
class CorrectionToGoOn:
    """A corrected file that the public does not read yet, and whose release nobody asks for."""

    name: str
    address: str
    since: datetime
    stopping: int


def corrections_to_go_on() -> list[CorrectionToGoOn]:
    asked = ReleaseRequest.objects.waiting().exclude(document=None).values("document")
    timed = TimedPublication.objects.exclude(document=None).values("document")
    rows = WaitingCorrection.objects.exclude(version__document__in=asked).exclude(version__document__in=timed)
    rows = rows.select_related("version__document")
    newest = list(rows.order_by("-version__created_at")[:MOST])
    stopping = _stopping([row.version for row in newest])
    return _records_to_go_on() + [
        CorrectionToGoOn(
            name=str(row.version.document),
            address=reverse("admin:paper_publish", args=[row.version.document_id]),
            since=row.version.created_at,
            stopping=stopping[row.version_id],
        )
        for row in newest
    ]


def _records_to_go_on() -> list[CorrectionToGoOn]:
    """Corrections of what clerks recorded."""
    asked = ReleaseRequest.objects.waiting()
    rows = WaitingRecord.objects.select_related(*RECORDS, *NAMED_BY).order_by("-saved_at")
    for name in RECORDS:
        rows = rows.exclude(**{f"{name}__in": asked.exclude(**{name: None}).values(name)})
    return [
        CorrectionToGoOn(
            name=_name(row.of),
            address=reverse(f"admin:{row.name}_publish", args=[row.of.pk]),
            since=row.saved_at,
            stopping=Finding.objects.filter(**row.field).blocking().count(),
        )
        for row in rows[:MOST]
    ]


def _name(of: Typed) -> str:
    return name_of(of) if isinstance(of, Proposal) else str(of)


def set_to_be_published() -> list[TimedPublication]:
    """What changes at a coming moment, and before it what failed to when its moment came."""
    rows = TimedPublication.objects.select_related(
        "set_by", "upload__stored_file", "upload__meeting__committee", "document", "meeting__committee"
    )
    return list(rows.order_by(F("failed_at").desc(nulls_last=True), "to_be_published_at")[:MOST])


def _stopping(versions: Sequence[DocumentVersion]) -> Counter[int | None]:
    return Counter(Finding.objects.of_versions(versions).blocking().values_list("version_id", flat=True))


def waiting_releases() -> list[WaitingRelease]:
    rows = ReleaseRequest.objects.waiting().select_related(
        *("asked_by", "meeting__committee", "minutes_of__committee", "document", *RECORDS, *NAMED_BY),
        *("upload__stored_file", "upload__meeting__committee"),
    )
    return [_waiting(row) for row in rows[:MOST]]


def _waiting(row: ReleaseRequest) -> WaitingRelease:
    return WaitingRelease(
        name=str(row.upload.meeting or row.upload) if row.upload else _name(row.record) if row.record else str(row),
        address=_address(row),
        asked_by=row.asked_by.get_full_name() or row.asked_by.username,
        asked_at=row.asked_at,
        stopping=_findings_of(row).blocking().count(),
    )


def _address(row: ReleaseRequest) -> str:
    if row.upload_id:
        return reverse("admin:pack_upload_publication", args=[row.upload_id])
    if row.record:
        return reverse(f"admin:{row.record._meta.model_name}_publish", args=[row.record.pk])
    if row.minutes_of_id:
        return reverse("admin:meeting_minutes_publish", args=[row.minutes_of_id])
    if row.meeting_id:
        return reverse("admin:meeting_publication", args=[row.meeting_id])
    return reverse("admin:paper_publish", args=[row.document_id])


def _findings_of(row: ReleaseRequest) -> FindingQuerySet:
    of = {name: getattr(row, f"{name}_id") for name in ("minutes_of", *RECORDS)}
    if any(of.values()):
        return Finding.objects.filter(**of)
    return Finding.objects.of_versions(_coming(row))


def _coming(row: ReleaseRequest) -> Sequence[DocumentVersion]:
    """As the screen of the release counts: of a meeting, what the public does not read yet, and will."""
    versions = _versions(row)
    if row.document_id:
        return versions
    return read_by_public(
        version
        for version in versions
        if version.document.published_at is None or version.document.current_version_id != version.pk
    )


def _versions(row: ReleaseRequest) -> Sequence[DocumentVersion]:
    meeting = row.meeting_id or (row.upload.meeting_id if row.upload else None)
    versions = DocumentVersion.objects.order_by("document_id", "-number").distinct("document_id")
    versions = versions.select_related("document")
    if meeting is None:
        return list(versions.filter(document=row.document_id))
    return list(versions.filter(document__in=Listing.objects.filter(meeting=meeting).values("document")))
