"""Publications that alter what is public already, set for a coming minute, and done when it has come.

A new paper or agenda needs none of this: its moment of publication says by itself whether it is public. A correction, a
supplement with its agenda's facts, and the first agenda of a committee that nobody knows of are done by whoever comes
first after the minute: a reader's request, which waits for it, or the worker.
"""

import logging
from datetime import datetime
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import F, Q
from django.utils import timezone
from procrastinate.contrib.django import app as jobs

from committees.actions import NotAllowed
from committees.audit import recorded
from committees.models import Committee, Meeting, User
from committees.moments import written
from documents.actions import papers, uploads
from documents.actions.gate import findings_outlast_refusal
from documents.actions.release import needs_second_person, note_released
from documents.actions.wording import changed_since, words_of
from documents.models import Document, DocumentVersion, Listing, PackUpload, TimedPublication, WaitingCorrection

Subject = PackUpload | Document | Meeting

BROKEN = "Something went wrong when it was to be published. Publish it now, and tell whoever runs the site."
TELL = "documents.tasks.tell_of_failure"
logger = logging.getLogger(__name__)


class _Tried(Exception):
    """What was tried is undone again."""


def timed_of(of: Subject) -> TimedPublication | None:
    """What is set for it, or could not be done when its moment came."""
    rows = TimedPublication.objects.filter(**_field(of)).select_related("set_by")
    return rows.first()


def timed_at(meeting: Meeting) -> list[TimedPublication]:
    """All that is set of a meeting, or could not be done: its agenda, its packs, its papers."""
    papers_of = Listing.objects.filter(meeting=meeting).values("document")
    of = Q(meeting=meeting) | Q(upload__meeting=meeting) | Q(document__in=papers_of)
    rows = TimedPublication.objects.filter(of).select_related("set_by", "upload__stored_file", "document", "meeting")
    return list(rows.order_by(F("failed_at").desc(nulls_last=True), "to_be_published_at"))


def alters_what_is_public(of: Subject) -> bool:
    """Whether publishing it at a coming moment needs more than that moment.

    Where a second person releases, an agenda does: what is edited before its moment is not what was released.
    """
    if isinstance(of, Document):
        return WaitingCorrection.objects.filter(version__document=of).exists()
    if needs_second_person():
        return True
    meeting = of if isinstance(of, Meeting) else of.meeting
    if meeting is None:
        return False
    is_public = meeting.agenda_published_at is not None and meeting.agenda_published_at <= timezone.now()
    if isinstance(of, PackUpload):
        return is_public or not meeting.committee.is_public
    here = Listing.objects.filter(meeting=meeting).values("document")
    return not meeting.committee.is_public or WaitingCorrection.objects.filter(version__document__in=here).exists()


@findings_outlast_refusal()
@transaction.atomic
def time_publication(
    *, of: Subject, at: datetime, by: User | None, note: str = "", compare: bool = True, late_reason: str = ""
) -> TimedPublication:
    """Set it for a coming moment, in place of what was set before.

    Raises what publishing it would, such as NotAllowed or ReasonNeeded for that moment; then nothing is changed.
    """
    if at <= timezone.now():
        raise NotAllowed("That moment has passed. Give a coming one, or publish it now.")
    options = {"note": note[:500], "compare": compare, "late_reason": late_reason.strip(), "looked_at": words_of(of)}
    timed = TimedPublication(**_field(of), **options, to_be_published_at=at, set_by=by)
    _try(timed)
    with recorded(by=by, why=f"Set to be published at {written(at)}"):
        TimedPublication.objects.filter(**_field(of)).delete()
        timed.save()
        meeting = of if isinstance(of, Meeting) else None if isinstance(of, Document) else of.meeting
        note_released(by=by, meeting=meeting, documents=[of] if isinstance(of, Document) else [])
    return timed


@transaction.atomic
def take_back(*, timed: TimedPublication, by: User | None) -> None:
    """It does not happen: what was set is a draft, or a correction that waits. NotAllowed once it is public."""
    with recorded(by=by, why=f"Take back what was set for {written(timed.to_be_published_at)}"):
        if not TimedPublication.objects.filter(pk=timed.pk).delete()[0]:
            raise NotAllowed("Its moment has come: it is published already.")


def publish_due() -> int:
    """Publish what is due, and answer how much. One query where there is nothing.

    What may no longer be published is kept with the reason, for the desk; nothing of it is public then.
    """
    due = list(TimedPublication.objects.due().values_list("pk", flat=True))
    return sum(_publish_one(pk) for pk in due)


def _publish_one(pk: int) -> bool:
    """Once, by whichever process is first: the others go on without waiting for it."""
    try:
        with transaction.atomic():
            locked = TimedPublication.objects.due().select_for_update(skip_locked=True, of=("self",))
            timed = locked.select_related("set_by").filter(pk=pk).first()
            if timed is None:
                return False
            _require_as_it_was_set(timed)
            _perform(timed)
            TimedPublication.objects.filter(pk=pk).delete()
    except OperationalError:  # of the database, not of what is published: tried again at the next request
        logger.exception("Timed publication %s could not be tried", pk)
        return False
    except Exception as error:
        if not isinstance(error, NotAllowed):
            logger.exception("Timed publication %s failed", pk)
        told = str(error) if isinstance(error, NotAllowed) else BROKEN
        with transaction.atomic(), recorded(by=None, why="Timed publication"):
            TimedPublication.objects.filter(pk=pk).update(failed_at=timezone.now(), failure=told)
            jobs.configure_task(TELL).defer(timed_id=pk)
        return False
    return True


def _require_as_it_was_set(timed: TimedPublication) -> None:
    """Raises NotAllowed for what came after the second person looked, where the council asks for one."""
    if not needs_second_person():
        return
    meeting = _meeting(timed)
    papers_of = papers.listed_at(meeting) if meeting else Document.objects.filter(pk=timed.document_id or 0)
    since = DocumentVersion.objects.filter(document__in=papers_of, created_at__gt=timed.set_at)
    came = since.select_related("document").order_by("pk").first()
    name = str(came.document) if came else changed_since(timed.looked_at, timed.of) if timed.looked_at else ""
    if name:
        raise NotAllowed(f"“{name}” was added or changed after this was set: it has to be released again.")


def _try(timed: TimedPublication) -> None:
    """Raises what publishing it raises; whatever it wrote is undone."""
    try:
        with transaction.atomic():
            committees = Committee.objects.filter(meetings=_meeting(timed)) if _meeting(timed) else None
            if committees is not None:
                committees.update(is_public=True)  # as it will be in the same moment
            _perform(timed)
            raise _Tried
    except _Tried:
        return


def _meeting(timed: TimedPublication) -> Meeting | None:
    return timed.upload.meeting if timed.upload else timed.meeting


def _perform(timed: TimedPublication) -> None:
    """Publish it as of its moment. Rows are read afresh: what a clerk's screen holds is not to be altered by a try."""
    asked: dict[str, Any] = {"by": timed.set_by, "at": timed.to_be_published_at, "late_reason": timed.late_reason}
    if timed.upload_id:
        upload = PackUpload.objects.get(pk=timed.upload_id)
        uploads.publish(upload=upload, note=timed.note, compare=timed.compare, **asked)
    elif timed.document_id:
        papers.publish_document(document=Document.objects.get(pk=timed.document_id), **asked)
    elif timed.meeting_id:
        meeting = Meeting.objects.select_related("committee").get(pk=timed.meeting_id)
        papers.publish_agenda(meeting=meeting, **asked)


def _field(of: Subject) -> dict[str, Subject]:
    names = {PackUpload: "upload", Document: "document", Meeting: "meeting"}
    return {names[type(of)]: of}
