"""What was published after a meeting's agenda: supplements, single papers, corrections, each with its time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Meeting
from documents.models import Document, DocumentVersion, Listing, Supplement
from portal.papers.links import PaperLink


@dataclass(frozen=True, slots=True)
class PublishedLater:
    """`reason` is why it came inside the clear days; `note` what a correction changed, `changes` its comparison."""

    name: str
    at: datetime
    papers: list[PaperLink]
    reason: str = ""
    note: str = ""
    changes: str = ""


def published_later(meeting: Meeting, listings: Iterable[Listing]) -> list[PublishedLater]:
    """In the order of time. `listings` are those of its public papers, with supplement and version in force."""
    since = meeting.agenda_published_at
    if since is None:
        return []
    once = list({row.document_id: row for row in listings}.values())
    late = [row for row in once if _published(row.document) > since]
    found = [
        *_supplements(row for row in late if row.supplement is not None),
        *_single(row for row in late if row.supplement is None),
        *_corrections((row.document for row in once), since),
    ]
    return sorted(found, key=lambda row: row.at)


def _published(document: Document) -> datetime:
    if document.published_at is None:
        raise ValueError(f"Document {document.pk} is not public")
    return document.published_at


def _supplements(late: Iterable[Listing]) -> Iterator[PublishedLater]:
    papers: dict[Supplement, list[PaperLink]] = {}
    for row in late:
        if row.supplement and row.supplement.published_at:
            papers.setdefault(row.supplement, []).append(PaperLink.of(row.document))
    for supplement, links in papers.items():
        name = _("Supplement %(number)s") % {"number": supplement.number}
        at = supplement.published_at or timezone.now()
        yield PublishedLater(name, at, links, reason=supplement.late_reason)


def _single(late: Iterable[Listing]) -> Iterator[PublishedLater]:
    """Papers added one by one; those published in the same moment together."""
    together: dict[tuple[datetime, str], list[PaperLink]] = {}
    for row in late:
        together.setdefault((_published(row.document), row.late_reason), []).append(PaperLink.of(row.document))
    for (at, reason), papers in together.items():
        yield PublishedLater(_("Paper added") if len(papers) == 1 else _("Papers added"), at, papers, reason=reason)


def _corrections(documents: Iterable[Document], since: datetime) -> Iterator[PublishedLater]:
    for document in documents:
        version = document.current_version
        if version and version.in_force_at and version.number > 1 and version.in_force_at > since:
            link = [PaperLink.of(document)]
            changes = _changes_address(document, version)
            yield PublishedLater(_("Correction"), version.in_force_at, link, note=version.note, changes=changes)


def _changes_address(document: Document, version: DocumentVersion) -> str:
    if version.compared_with_id is None:
        return ""
    return reverse("paper_changes", args=[document.pk, document.slug, version.number])
