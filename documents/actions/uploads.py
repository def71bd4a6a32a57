"""From an uploaded pack to a published meeting: upload, read, check, write drafts, publish."""

import os
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from procrastinate.contrib.django import app as jobs

from committees.actions import NotAllowed
from committees.audit import recorded
from committees.models import AgendaItem, Committee, Meeting, User
from documents import files, pdf
from documents.actions import papers
from documents.actions.agenda import write_agenda, write_new_items
from documents.actions.corrections import use_version
from documents.actions.drafts import ranges_of, titles_of, write_papers
from documents.actions.gate import findings_outlast_refusal
from documents.actions.matching import find_committee, find_meeting
from documents.actions.papers_to_follow import keep_promises, promise_what_follows
from documents.actions.supplements import (
    draft_supplement,
    forget_supplement,
    publish_supplement,
    put_in_supplement,
    told_apart,
    write_supplement_items,
)
from documents.actions.understanding import understand_later
from documents.actions.versions import cutting
from documents.models import DocumentVersion, Listing, PackUpload, StoredFile, Supplement, TimedPublication
from documents.packs.plan import NotAPack, PackPlan, plan_pack
from documents.pdf import PdfError, PdfText

READ = "documents.tasks.read_pack_upload"


class AlreadyUploaded(Exception):
    """The same bytes were uploaded before, as `upload`."""

    def __init__(self, upload: PackUpload) -> None:
        super().__init__(f"This file was uploaded on {upload.uploaded_at:%-d %B %Y}, as “{upload}”.")
        self.upload = upload


class TooLarge(Exception):
    """The file is over settings.UPLOAD_LIMIT."""


@files.removed_if_undone()
@transaction.atomic
def upload_pack(
    *, file: IO[bytes], name: str, by: User | None, committee: Committee | None = None, queue: bool = True
) -> PackUpload:
    """Keep the file and, unless told not to, queue it to be read by the worker.

    Raises TooLarge, or AlreadyUploaded for the same bytes; then nothing is kept or changed.
    """
    if file.seek(0, os.SEEK_END) > settings.UPLOAD_LIMIT:
        raise TooLarge(f"The file is larger than {settings.UPLOAD_LIMIT >> 20} MB, the most that can be uploaded.")
    with recorded(by=by, why="Upload pack"):
        stored = files.store(file, name=name, by=by)
        upload, created = PackUpload.objects.get_or_create(
            stored_file=stored, defaults={"committee": committee, "uploaded_by": by}
        )
    if not created:
        raise AlreadyUploaded(upload)
    if queue:
        jobs.configure_task(READ).defer(upload_id=upload.pk)
    return upload


def read_upload(upload_id: int) -> PackUpload:
    """Read the file of an upload: it becomes ready with a plan, or failed with the reason.

    Never raises for what is wrong with the file. An upload that was read before is left as it is.
    """
    upload = PackUpload.objects.select_related("stored_file", "committee").get(pk=upload_id)
    if upload.state not in (PackUpload.State.WAITING, PackUpload.State.READING):
        return upload
    PackUpload.objects.filter(pk=upload.pk).update(state=PackUpload.State.READING, pages_read=0)
    try:
        with files.local_path(upload.stored_file) as path:
            plan = plan_pack(pdf.read(path, told=partial(_tell, upload)))
    except (PdfError, NotAPack) as error:
        upload.state, upload.error = PackUpload.State.FAILED, str(error)
    else:
        upload.committee = upload.committee or find_committee(plan.meeting.committee)
        plan = told_apart(plan, upload.committee)
        upload.state, upload.plan, upload.error = PackUpload.State.READY, plan.to_json(), ""
        upload.stored_file.page_count = plan.pdf_pages
        upload.stored_file.save(update_fields=["page_count"])
    upload.save(update_fields=["state", "plan", "error", "committee"])
    return upload


def _tell(upload: PackUpload, pages_read: int, page_count: int) -> None:
    """Show whoever waits how far the reading is."""
    PackUpload.objects.filter(pk=upload.pk).update(pages_read=pages_read)
    StoredFile.objects.filter(pk=upload.stored_file_id, page_count=None).update(page_count=page_count)


def meeting_of(*, plan: PackPlan, committee: Committee) -> Meeting | None:
    """The meeting that the plan would change; None where it would make a new one."""
    return find_meeting(committee, plan.meeting)


def committee_named(name: str) -> Committee | None:
    """The committee of this very name, whatever its capitals and spaces."""
    return Committee.objects.filter(name__iexact=" ".join(name.split())).first()


def draft_committee(name: str) -> Committee:
    """A new committee that is not public until an agenda of its is."""
    name = " ".join(name.split())
    if not name:
        raise NotAllowed("Say which committee the meeting is of.")
    base = slugify(name)[:190] or "committee"
    slug = base
    while Committee.objects.filter(slug=slug).exists():
        slug = f"{base}-{Committee.objects.filter(slug__startswith=base).count() + 1}"
    return Committee.objects.create(
        name=name[:200],
        slug=slug,
        sort_key=name[:200].casefold().removeprefix("the "),
        kind=Committee.Kind.ADVISORY,
        is_public=False,
    )


@files.removed_if_undone()
@transaction.atomic
def write_drafts(
    *, upload: PackUpload, plan: PackPlan, committee: Committee, by: User | None, text: PdfText | None = None
) -> Meeting:
    """Write the checked plan as drafts, in one transaction; `text` spares reading the file again.

    A meeting whose agenda is public keeps its facts and versions until `publish`. Raises NotAllowed, PdfError.
    """
    if plan.meeting.date is None:
        raise NotAllowed("Give the date of the meeting.")
    if text is None:
        with files.local_path(upload.stored_file) as path:
            text = pdf.read(path)
    why = f"Write drafts from {upload}"
    with recorded(by=by, why=why), cutting(upload.stored_file, ranges_of(plan), titles_of(plan)) as cut:
        meeting = _meeting_to_write(committee, plan, plan.meeting.date)
        supplement = draft_supplement(meeting=meeting, upload=upload) if plan.is_supplement else None
        items = _write_items(meeting, plan, by)
        documents = write_papers(
            meeting=meeting, items=items, plan=plan, cut=cut, text=text, by=by, supplement=supplement
        )
        keep_promises(meeting, documents)
        promise_what_follows(meeting=meeting, items=items, plan=plan, by=by)
        if supplement:
            put_in_supplement(supplement, documents)
        else:
            _no_supplement(upload)
        understand_later(DocumentVersion.objects.filter(original=upload.stored_file))
        upload.meeting, upload.committee, upload.plan = meeting, committee, plan.to_json()
        upload.state, upload.drafted_at = PackUpload.State.DRAFTED, timezone.now()
        upload.save()
    return meeting


def _meeting_to_write(committee: Committee, plan: PackPlan, day: date) -> Meeting:
    """The meeting that is here, or a new one; a supplement has nothing to add to where there is none."""
    meeting = find_meeting(committee, plan.meeting)
    if meeting is None and plan.is_supplement:
        raise NotAllowed(
            "This is marked as a supplement, but no meeting of this committee on that day is here to add it to. "
            "Upload its agenda first, or say that this is the whole agenda."
        )
    if meeting is None:
        return Meeting.objects.create(committee=committee, date=day, time=plan.meeting.time)
    return meeting


def _write_items(meeting: Meeting, plan: PackPlan, by: User | None) -> list[AgendaItem]:
    if plan.is_supplement:
        return write_supplement_items(meeting=meeting, plan=plan)
    if meeting.agenda_published_at:
        return write_new_items(meeting=meeting, plan=plan)
    return write_agenda(meeting=meeting, plan=plan, by=by)


def _no_supplement(upload: PackUpload) -> None:
    """Forget the supplement that was drafted while the clerk took the pack for one."""
    for drafted in Supplement.objects.filter(upload=upload, published_at=None):
        forget_supplement(drafted)


@findings_outlast_refusal()
@transaction.atomic
def publish(
    *,
    upload: PackUpload,
    by: User | None,
    note: str = "",
    compare: bool = True,
    at: datetime | None = None,
    late_reason: str = "",
) -> Meeting:
    """Make the drafts of an upload public: the agenda, its papers, and the new versions of corrected ones.

    `note` tells the public what a correction changed, and `compare` lets them read both versions of each corrected
    paper beside each other; `at` times what is new for a coming moment, and `time_publication` all of it. Raises
    NotAllowed, changing nothing; of two at once, for the second.
    """
    upload.refresh_from_db(from_queryset=PackUpload.objects.select_for_update())
    if upload.meeting is None or upload.plan is None or upload.state != PackUpload.State.DRAFTED:
        raise NotAllowed("Confirm the plan first: there are no drafts to publish.")
    meeting = upload.meeting
    with recorded(by=by, why=f"Publish {upload}"):
        TimedPublication.objects.filter(upload=upload).delete()
        supplement = Supplement.objects.filter(upload=upload).select_related("meeting").first()
        if supplement:
            supplement.late_reason = supplement.late_reason or late_reason.strip()
            publish_supplement(supplement, at)
        elif meeting.agenda_published_at:
            write_agenda(meeting=meeting, plan=PackPlan.from_json(upload.plan), by=by)
            _move_papers(meeting)
        papers.publish_agenda(meeting=meeting, by=by, at=at, late_reason=late_reason)
        _use_corrected_versions(upload, note, compare, by, at)
        upload.state, upload.published_at = PackUpload.State.PUBLISHED, timezone.now()
        upload.save(update_fields=["state", "published_at"])
    return meeting


def _move_papers(meeting: Meeting) -> None:
    """To the items to which this pack, or one that was drafted and left, takes them."""
    for listing in Listing.objects.filter(meeting=meeting, moves_to__isnull=False).select_related("document"):
        listing.item_id, listing.moves_to_id = listing.moves_to_id, None
        listing.save(update_fields=["item", "moves_to"])
        papers.changed(listing.document)


def corrected_versions(upload: PackUpload) -> list[DocumentVersion]:
    """Those from this upload that are newer than what is in force."""
    fresh = DocumentVersion.objects.filter(original=upload.stored_file).order_by("number")
    rows = fresh.select_related("document__current_version", "original")
    return [row for row in rows if not row.document.current_version or row.number > row.document.current_version.number]


def _use_corrected_versions(upload: PackUpload, note: str, compare: bool, by: User | None, at: datetime | None) -> None:
    """Versions from this upload that are newer than what is in force come into force."""
    corrected = corrected_versions(upload)
    papers.release(corrected, by)
    for version in corrected:
        version.note = note[:500]
        version.save(update_fields=["note"])
        use_version(version, compare=compare, at=at)
        understand_later([version])
        papers.changed(version.document)


def read_file(path: Path) -> tuple[PackPlan, PdfText]:
    """The plan of a pack on this machine, and its text. Raises PdfError or NotAPack."""
    text = pdf.read(path)
    return plan_pack(text), text
