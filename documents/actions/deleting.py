"""Deleting draft meetings and papers with what hangs on them, so that they can be put back for 30 days."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import ProtectedError

from committees.actions.deleting import Release, delete_draft
from committees.models import DeletedDraft, Meeting, User
from documents.models import Document, DocumentVersion, Listing, PackUpload, StoredFile


@transaction.atomic
def delete_draft_paper(*, paper: Document, by: User | None) -> DeletedDraft:
    """The paper with its versions, pages and listings; its files are kept. Raises NotAllowed."""
    return delete_draft(row=paper, by=by, releases=_without_version([paper]))


@transaction.atomic
def delete_draft_meeting(*, meeting: Meeting, by: User | None) -> DeletedDraft:
    """The meeting, its agenda, and its papers that are taken nowhere else. Raises NotAllowed.

    A pack that it was written from can be confirmed again.
    """
    papers = papers_of_it_alone(meeting)
    listings = list(Listing.objects.filter(meeting=meeting).exclude(document__in=papers))
    uploads = PackUpload.objects.filter(meeting=meeting, state=PackUpload.State.DRAFTED)
    ready = [Release(upload, {"meeting": None, "state": PackUpload.State.READY.value}) for upload in uploads]
    releases = [*ready, *_without_version(papers)]
    return delete_draft(row=meeting, by=by, before=[papers, listings], releases=releases)


def papers_of_it_alone(meeting: Meeting) -> list[Document]:
    here = Listing.objects.filter(meeting=meeting).values("document")
    elsewhere = Listing.objects.exclude(meeting=meeting).values("document")
    return list(Document.objects.filter(pk__in=here).exclude(pk__in=elsewhere))


def _without_version(papers: Sequence[Document]) -> list[Release]:
    """A paper and its version point at each other; the pointer is let go first, and put back last."""
    return [Release(paper, {"current_version": None}) for paper in papers if paper.current_version_id]


@transaction.atomic
def forget_deleted_drafts() -> int:
    """Those whose 30 days are over, with the files that nothing else has; returns how many."""
    spent = list(DeletedDraft.objects.spent())
    for deleted in spent:
        files = _files_in(deleted)
        deleted.delete()
        for stored in StoredFile.objects.filter(pk__in=files):
            _forget_file(stored)
    return len(spent)


def _files_in(deleted: DeletedDraft) -> set[int]:
    label = DocumentVersion._meta.label_lower
    versions = [row["fields"] for row in deleted.rows if row["model"] == label]
    return {version[name] for version in versions for name in ("original", "served") if version.get(name)}


def _forget_file(stored: StoredFile) -> None:
    """Unless a version, an upload or another draft has it still."""
    kept = any(stored.pk in _files_in(other) for other in DeletedDraft.objects.restorable())
    if kept or DocumentVersion.objects.filter(original=stored).exists():
        return
    try:
        with transaction.atomic():
            stored.delete()
    except ProtectedError:
        return
    transaction.on_commit(lambda: stored.file.delete(save=False))
