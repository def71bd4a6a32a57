"""Deleting draft meetings, items and papers with what hangs on them, so that they can be put back for 30 days."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import ProtectedError, Q, QuerySet

from committees.actions import NotAllowed
from committees.actions.deleting import Release, delete_draft, delete_draft_part
from committees.models import AgendaItem, AgendaSection, DeletedDraft, Meeting, User
from documents.models import Document, DocumentVersion, Listing, PackUpload, Recommendation, StoredFile


@transaction.atomic
def delete_draft_paper(*, paper: Document, by: User | None) -> DeletedDraft:
    """The paper with its versions, pages, listings and what it asks its meeting; its files are kept.

    Raises NotAllowed; InUse where a clerk has made a record from it.
    """
    return delete_draft(row=paper, by=by, before=[_asked_in([paper])], releases=_without_version([paper]))


@transaction.atomic
def delete_draft_meeting(*, meeting: Meeting, by: User | None) -> DeletedDraft:
    """The meeting, its agenda, and its papers that are taken nowhere else. Raises NotAllowed.

    A pack that it was written from can be confirmed again.
    """
    papers = papers_of_it_alone(meeting)
    listings = list(Listing.objects.filter(meeting=meeting).exclude(document__in=papers))
    uploads = PackUpload.objects.filter(meeting=meeting, state=PackUpload.State.DRAFTED)
    ready = [Release(upload, {"meeting": None, "state": PackUpload.State.READY.value}) for upload in uploads]
    releases = [*ready, *_without_version(papers), *_asked_of_no_item(Q(item__meeting=meeting), papers)]
    return delete_draft(row=meeting, by=by, before=[_asked_in(papers), papers, listings], releases=releases)


@transaction.atomic
def delete_draft_item(*, item: AgendaItem, by: User | None) -> DeletedDraft:
    """The item, with its papers that are taken nowhere else. Raises NotAllowed, InUse."""
    here = Listing.objects.filter(item=item)
    papers = _papers_listed(here, elsewhere=Listing.objects.exclude(item=item))
    listings = list(here.exclude(document__in=papers))
    releases = [*_without_version(papers), *_asked_of_no_item(Q(item=item), papers)]
    return delete_draft_part(part=item, by=by, before=[_asked_in(papers), papers, listings], releases=releases)


def take_off(part: AgendaItem | AgendaSection, by: User | None) -> bool:
    """Delete a draft item or section that its pack no longer lists; False where it has to stay.

    What was ever public stays, and what other records rest on, such as a decision.
    """
    try:
        delete_draft_item(item=part, by=by) if isinstance(part, AgendaItem) else delete_draft_part(part=part, by=by)
    except NotAllowed:
        return False
    return True


def papers_of_it_alone(meeting: Meeting) -> list[Document]:
    return _papers_listed(Listing.objects.filter(meeting=meeting), Listing.objects.exclude(meeting=meeting))


def _papers_listed(here: QuerySet[Listing], elsewhere: QuerySet[Listing]) -> list[Document]:
    papers = Document.objects.filter(pk__in=here.values("document"))
    return list(papers.exclude(pk__in=elsewhere.values("document")))


def _asked_in(papers: Sequence[Document]) -> list[Recommendation]:
    """What papers ask their meetings, parts going with the whole: read from the paper by itself, it is part of it."""
    return list(_asked_of_meetings().filter(document__in=papers, parent=None))


def _asked_of_no_item(at: Q, going: Sequence[Document]) -> list[Release]:
    """What papers that stay ask there, of which the item is let go."""
    staying = _asked_of_meetings().filter(at).exclude(document__in=going)
    return [Release(asked, {"item": None}) for asked in staying]


def _asked_of_meetings() -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(kind=Recommendation.Kind.MEETING)


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
