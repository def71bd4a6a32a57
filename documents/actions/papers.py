"""Changes to what the public can see of papers. Keyword-only, atomic, audited."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import IO

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from committees import actions as committee_actions
from committees.actions import NotAllowed
from committees.actions.grounds import NO_GROUNDS, Grounds, require_weighed, withhold
from committees.audit import recorded
from committees.models import Access, AgendaItem, Meeting, PublicChange, User, record_change
from committees.models.withholding import WITHHOLDING_FIELDS
from committees.moments import written
from documents.actions.corrections import stop_comparing, use_version
from documents.actions.gate import Stopped, findings_outlast_refusal, read_by_public, require_clear, require_decided
from documents.actions.invitations import answer_invitation
from documents.actions.minutes_papers import keep_in_step
from documents.actions.page_numbers import number_pages
from documents.actions.papers_to_follow import keep_promises
from documents.actions.release import needs_second_person, note_released, require_second_person
from documents.actions.understanding import understand_later, understand_version
from documents.actions.versions import add_version_of_file, newest_versions
from documents.files import removed_if_undone
from documents.models import Document, DocumentVersion, Listing, TimedPublication, WaitingCorrection


def changed(*documents: Document) -> None:
    """Tell the followers, and keep the minutes read from these papers in step with them."""
    record_change(PublicChange.Subject.DOCUMENT, *(document.pk for document in documents))
    keep_in_step(documents)


@removed_if_undone()
@transaction.atomic
def add_paper(
    *,
    meeting: Meeting,
    item: AgendaItem | None,
    file: IO[bytes],
    name: str,
    title: str,
    kind: str,
    by: User | None,
    access: str = Access.OPEN,
    paragraphs: Sequence[int] = (),
    reason: str = "",
    grounds: Grounds = NO_GROUNDS,
) -> Document:
    """A draft paper with a file of its own, PDF or DOCX, listed at a meeting's item.

    Raises documents.pdf.PdfError or documents.docx.DocxError for a file that cannot be read, and NotAllowed for one
    that is to be exempt without the grounds that the law asks for.
    """
    with recorded(by=by, why="Add paper"):
        document = Document(title=title, kind=kind, added_by=by)
        withhold(document, access=access, paragraphs=paragraphs, reason=reason, grounds=grounds)
        document.save()
        list_paper(document=document, meeting=meeting, item=item)
        keep_promises(meeting, [document])
        answer_invitation(paper=document, item=item, by=by)
        understand_version(add_version_of_file(document=document, file=file, name=name, by=by))
    return document


@removed_if_undone()
@transaction.atomic
def replace_file(
    *,
    document: Document,
    file: IO[bytes],
    name: str,
    note: str,
    by: User | None,
    compare: bool = True,
    held: bool = False,
) -> DocumentVersion:
    """A corrected file for a paper, in force at once unless it must wait; `note` tells the public what changed.

    `compare` lets the public read it beside the version it replaces, word by word. For a public paper it waits where
    something was found in it, where a second person releases, or where it is `held`: until `publish_document`. What was
    set for a coming moment of an earlier file is set no more.
    """
    with recorded(by=by, why=f"Replace file: {note}"):
        version = add_version_of_file(document=document, file=file, name=name, by=by, note=note)
        WaitingCorrection.objects.filter(version__document=document).delete()  # in whose place this one waits
        TimedPublication.objects.filter(document=document).delete()
        if document.published_at is not None and (held or _must_wait(version)):
            WaitingCorrection.objects.create(version=version, compare=compare)
        else:
            use_version(version, compare=compare)
            changed(document)
        understand_version(version)
    return version


def _must_wait(version: DocumentVersion) -> bool:
    try:
        require_clear([version])
    except Stopped:
        return True
    return needs_second_person()


def list_paper(*, document: Document, meeting: Meeting, item: AgendaItem | None) -> Listing:
    """Take a paper at a meeting, after what is listed there."""
    order = Listing.objects.filter(meeting=meeting, item=item).count() + 1
    listing, _ = Listing.objects.get_or_create(document=document, meeting=meeting, item=item, defaults={"order": order})
    changed(document)
    return listing


def listed_at(meeting: Meeting) -> QuerySet[Document]:
    """Every paper taken at a meeting, whoever may see it: for clerks' screens and actions."""
    return Document.objects.filter(Exists(Listing.objects.filter(document=OuterRef("pk"), meeting=meeting)))


@findings_outlast_refusal()
@transaction.atomic
def publish_document(
    *, document: Document, by: User | None, at: datetime | None = None, late_reason: str = ""
) -> Document:
    """The paper becomes public now or `at` a coming moment, once an agenda that lists it is published.

    Raises ReasonNeeded inside the clear days without `late_reason`; a draft agenda will be asked for its own.
    """
    with recorded(by=by, why="Publish paper"):
        is_public = document.published_at is not None and document.published_at <= timezone.now()
        for listing in Listing.objects.filter(document=document).select_related("meeting", "document", "supplement"):
            if not is_public and (listing.meeting.agenda_published_at or at):
                keep_late_reason([listing], listing.meeting, at, late_reason)
        TimedPublication.objects.filter(document=document).delete()
        _publish([document], at, by)
        note_released(by=by, meeting=None, documents=[document])
        for meeting in Meeting.objects.filter(pk__in=Listing.objects.filter(document=document).values("meeting")):
            number_pages(meeting)
    return document


@findings_outlast_refusal()
@transaction.atomic
def publish_agenda(*, meeting: Meeting, by: User | None, at: datetime | None = None, late_reason: str = "") -> Meeting:
    """The agenda, its draft papers and corrections that wait become public; those timed with it get the new moment.

    Corrections that are set for a moment of their own wait for it. Raises NotAllowed, changing nothing; ReasonNeeded
    for an agenda or paper inside the clear days without a reason.
    """
    with recorded(by=by, why="Publish agenda"):
        _no_pack_is_set(meeting)
        TimedPublication.objects.filter(meeting=meeting).delete()
        timed = committee_actions.scheduled_for(meeting, timezone.now())
        waiting = Q(published_at=None) | Q(pk__in=WaitingCorrection.objects.values("version__document"))
        waiting |= Q(published_at=timed) if timed else Q()
        later = TimedPublication.objects.waiting().exclude(document=None).values("document")
        documents = list(listed_at(meeting).filter(waiting).exclude(pk__in=later))
        if meeting.agenda_published_at and not timed:
            listings = Listing.objects.filter(document__in=documents, meeting=meeting)
            keep_late_reason(listings.select_related("document", "supplement"), meeting, at, late_reason)
        is_new = meeting.agenda_published_at is None or timed is not None
        unread = _published_unread(meeting, besides=documents)
        committee_actions.publish_agenda(meeting=meeting, by=by, at=at, late_reason=late_reason)
        number_pages(meeting)
        _publish(documents, meeting.agenda_published_at if is_new else at, by)
        require_clear(unread)
        note_released(by=by, meeting=meeting)
    return meeting


def _no_pack_is_set(meeting: Meeting) -> None:
    """Raises NotAllowed: the drafts of a pack that is set for a coming moment would go out with all others."""
    set_for = TimedPublication.objects.waiting().filter(upload__meeting=meeting).select_related("upload").first()
    if set_for:
        raise NotAllowed(
            f"“{set_for}” is set to be published at {written(set_for.to_be_published_at)}, and its drafts would be "
            "published now. Take that back first."
        )


def _published_unread(meeting: Meeting, *, besides: Iterable[Document]) -> list[DocumentVersion]:
    """Versions of papers that were published, but that nobody can read yet.

    The gate let those of a withheld item pass; where the item was a draft, it may be open by now.
    """
    published = listed_at(meeting).filter(published_at__isnull=False, withdrawn_at=None)
    coming = published.exclude(pk__in=[one.pk for one in besides]).exclude(pk__in=Document.objects.public())
    in_force = DocumentVersion.objects.filter(pk__in=coming.values("current_version"))
    return list(in_force.select_related("document", "original"))


def keep_late_reason(listings: Iterable[Listing], meeting: Meeting, at: datetime | None, late_reason: str) -> None:
    """Why open papers come after the agenda and inside the clear days. Raises ReasonNeeded where that is not said.

    A supplement's reason is that of its papers.
    """
    late = [
        listing
        for listing in listings
        if listing.document.access == Access.OPEN
        and not listing.late_reason
        and not (listing.supplement and listing.supplement.late_reason)
    ]
    if not late:
        return
    what = f"“{late[0].document}”" if len(late) == 1 else f"“{late[0].document}” and {len(late) - 1} more"
    kept = committee_actions.require_reason(
        meeting=meeting, at=at or timezone.now(), late_reason=late_reason, what=what
    )
    if kept:
        Listing.objects.filter(pk__in=[listing.pk for listing in late]).update(late_reason=kept)


@transaction.atomic
def take_back_agenda(*, meeting: Meeting, by: User | None) -> Meeting:
    """A timed agenda and the papers timed with it are drafts again. Raises NotAllowed once it is public."""
    with recorded(by=by, why="Take back timed agenda"):
        timed = meeting.agenda_published_at
        committee_actions.take_back_agenda(meeting=meeting, by=by)
        documents = list(listed_at(meeting).filter(published_at=timed))
        for document in documents:
            document.published_at = None
        Document.objects.bulk_update(documents, ["published_at"])
        changed(*documents)
    return meeting


def _publish(documents: Iterable[Document], at: datetime | None, by: User | None) -> None:
    """Raises NotAllowed for a paper that is not ready, or may not pass the gate."""
    documents, now = list(documents), timezone.now()
    newest = {version.document_id: version for version in newest_versions(documents).select_related("original")}
    for document in documents:
        if document.published_at is None:
            require_weighed(document, f"“{document.title}”")
        if document.pk not in newest:
            raise NotAllowed(f"“{document.title}” has no file yet.")
        newest[document.pk].document = document
    release(newest.values(), by)
    replacing = [newest[one.pk] for one in documents if _is_replaced(one, newest[one.pk])]
    understand_later(newest[one.pk] for one in documents if one.current_version_id not in (None, newest[one.pk].pk))
    for document in documents:
        if newest[document.pk] not in replacing:
            document.current_version = newest[document.pk]
        if document.published_at is None or document.published_at > now:
            document.published_at = at or now
    Document.objects.bulk_update(documents, ["current_version", "published_at"])
    if at is None or at <= now:  # else they wait: see documents.actions.timed
        _bring_into_force(replacing, at)
    changed(*documents)


def _is_replaced(document: Document, newest: DocumentVersion) -> bool:
    is_public = document.published_at is not None and document.published_at <= timezone.now()
    return is_public and document.current_version_id not in (None, newest.pk)


def _bring_into_force(versions: Sequence[DocumentVersion], at: datetime | None) -> None:
    """Corrections of published papers; where nobody chose that they may be compared, they may not."""
    waiting = WaitingCorrection.objects.filter(version__in=versions)
    compared = dict(waiting.values_list("version", "compare"))
    for version in versions:
        use_version(version, compare=compared.get(version.pk, False), at=at)
    waiting.delete()


def pass_again(document: Document, by: User | None) -> None:
    """A published paper comes before the public again. Raises NotAllowed where that is stopped."""
    if document.published_at is not None and document.current_version is not None:
        document.current_version.document = document
        release([document.current_version], by)


def pass_where_all_read(document: Document, by: User | None) -> None:
    """A published paper is about to be taken under no withheld item. Raises NotAllowed where that is stopped."""
    if document.published_at is not None and document.current_version is not None:
        document.current_version.document = document
        require_second_person(versions=[document.current_version], by=by)
        require_decided([document.current_version])


def pass_with_item(item: AgendaItem, by: User | None, **_signal: object) -> None:
    """The published papers of an item that is opened come before the public with it. Raises NotAllowed."""
    documents = Document.objects.filter(
        listings__item=item, access=Access.OPEN, published_at__isnull=False, withdrawn_at=None
    )
    in_force = DocumentVersion.objects.filter(pk__in=documents.values("current_version")).select_related(
        "document", "original"
    )
    release(read_by_public(in_force), by)


def release(versions: Iterable[DocumentVersion], by: User | None) -> None:
    """Let versions pass to the public. Raises NotAllowed where findings or the council's rule stop them."""
    versions = list(versions)
    require_second_person(versions=versions, by=by)
    require_clear(versions)


@transaction.atomic
def withdraw_document(*, document: Document, by: User | None, reason: str, notice_title: str = "") -> Document:
    """The paper is gone from every page; its address tells the date and the reason. The file is kept for staff."""
    if not reason.strip():
        raise NotAllowed("Give the reason for withdrawing the paper: the public is shown it.")
    with recorded(by=by, why=f"Withdraw paper: {reason}"):
        document.withdrawn_at = timezone.now()
        document.withdrawn_by = by
        document.withdrawal_reason = reason
        document.notice_title = notice_title or document.notice_title
        document.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason", "notice_title"])
        stop_comparing([document])
        changed(document)
    return document


@findings_outlast_refusal()
@transaction.atomic
def reinstate_document(*, document: Document, by: User | None, why: str) -> Document:
    """A withdrawn paper is public again."""
    with recorded(by=by, why=f"Reinstate paper: {why}"):
        pass_again(document, by)
        document.withdrawn_at = document.withdrawn_by = None
        document.withdrawal_reason = ""
        document.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
        changed(document)
    return document


@transaction.atomic
def restrict_document(
    *,
    document: Document,
    by: User | None,
    access: str,
    paragraphs: Sequence[int],
    reason: str,
    grounds: Grounds = NO_GROUNDS,
) -> Document:
    """The paper is withheld: exempt by paragraphs of Schedule 12A, or confidential. The public sees the reason."""
    with recorded(by=by, why=f"Restrict paper: {reason}"):
        withhold(document, access=access, paragraphs=paragraphs, reason=reason, grounds=grounds)
        document.save(update_fields=WITHHOLDING_FIELDS)
        changed(document)
    return document


@findings_outlast_refusal()
@transaction.atomic
def open_document(*, document: Document, by: User | None, reason: str) -> Document:
    """A paper that was withheld becomes open to all."""
    with recorded(by=by, why=f"Open paper: {reason}"):
        document.access = Access.OPEN
        pass_again(document, by)
        withhold(document, access=Access.OPEN, paragraphs=[], reason="")
        document.save(update_fields=WITHHOLDING_FIELDS)
        changed(document)
    return document
