"""The words that a second person lets out beside the files: a paper's title and kind, an item's title and text.

What is edited after the release is let out again; of what is public already an edit is a correction in the audit.
"""

import hashlib
import json
from collections.abc import Mapping

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from committees.audit import recorded
from committees.models import AgendaItem, Meeting, User
from documents.actions.papers import changed, listed_at
from documents.actions.release import Subject, ask_for_release, needs_second_person, requests_for
from documents.actions.versions import newest_versions
from documents.models import Document, Listing, PackUpload, TimedPublication

WORDS = ("title", "kind", "notice_title", "minutes_of")
Words = dict[str, list[str]]


def words_of(of: PackUpload | Document | Meeting) -> Words:
    """What the public is to read once it is published, and does not yet: by “paper 12”, “item 3” or “pack”."""
    meeting = of if isinstance(of, Meeting) else of.meeting if isinstance(of, PackUpload) else None
    documents = listed_at(meeting) if meeting else Document.objects.filter(pk=of.pk if isinstance(of, Document) else 0)
    words = _of_papers(documents)
    if meeting:
        drafts = AgendaItem.objects.filter(Q(published_at=None) | Q(published_at__gt=timezone.now()), meeting=meeting)
        words |= {f"item {row.pk}": [row.title, row.label, row.text, row.access] for row in drafts}
    if isinstance(of, PackUpload):
        words["pack"] = [str(of), json.dumps(of.plan, sort_keys=True)]
    return words


def _of_papers(documents: QuerySet[Document]) -> Words:
    newest = {version.document_id: version.pk for version in newest_versions(list(documents))}
    now = timezone.now()
    return {
        f"paper {row.pk}": [row.title, row.kind, row.notice_title, str(row.minutes_of_id), str(newest.get(row.pk))]
        for row in documents
        if row.published_at is None or row.published_at > now or newest.get(row.pk) != row.current_version_id
    }


def digest_of(words: Words) -> str:
    """Tells one state from another: a page that publishes carries that of what it showed."""
    return hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()


def changed_since(before: Mapping[str, list[str]], of: PackUpload | Document | Meeting) -> str:
    """The name of the first thing that is not as it was, or is new; "" where all is."""
    now = words_of(of)
    return next((words[0] for key, words in now.items() if before.get(key) != words), "")


@transaction.atomic
def correct_words(*, document: Document, by: User) -> str:
    """Save the words that were altered on the row; answers what has to be done again, in words, or "".

    Where a second person releases, a paper that was released for a coming moment is a draft again, and release is asked
    for; so it is of what else was set for a coming moment with these words.
    """
    was = Document.objects.select_for_update().get(pk=document.pk)
    with recorded(by=by, why=f"Correct what is said of paper “{was.title}”"):
        released = was.published_at is not None and was.published_at > timezone.now() and needs_second_person()
        if released:
            document.published_at = None
        document.save()
        changed(document)
        subjects = [Subject(document=document)] if released else []
        subjects += _set_with(document) if needs_second_person() else []
        for of in subjects:
            if not requests_for(**of).filter(closed_at=None).exists():
                ask_for_release(by=by, note=f"“{document.title}” was changed after its release.", **of)
    return AGAIN if subjects else ""


@transaction.atomic
def ask_again(*, meeting: Meeting, by: User | None, **_: object) -> None:
    """Items of the meeting were edited: what was set for a coming moment with other words is to be released again."""
    if by is None or not needs_second_person():
        return
    of_meeting = Q(meeting=meeting) | Q(upload__meeting=meeting)
    for row in TimedPublication.objects.waiting().filter(of_meeting).select_related("meeting", "upload"):
        of = Subject(meeting=row.meeting, upload=row.upload)
        name = changed_since(row.looked_at, row.of) if row.looked_at else ""
        if name and not requests_for(**of).filter(closed_at=None).exists():
            ask_for_release(by=by, note=f"“{name}” was changed after its release.", **of)


AGAIN = "It was released before you changed it, so a second person has to release it again: they are asked to."


def _set_with(document: Document) -> list[Subject]:
    """What is set for a coming moment and has these words in it."""
    meetings = Listing.objects.filter(document=document).values("meeting")
    of_meeting = Q(meeting__in=meetings) | Q(upload__meeting__in=meetings)
    rows = (
        TimedPublication.objects.waiting().filter(Q(document=document) | of_meeting).select_related("meeting", "upload")
    )
    key = f"paper {document.pk}"
    return [
        Subject(meeting=row.meeting, upload=row.upload, document=row.document)
        for row in rows
        if key in words_of(row.of)
    ]
