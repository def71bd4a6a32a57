from collections.abc import Iterator, Sequence
from datetime import date

from django.db import models
from django.utils import timezone

from committees.actions import (
    AttendanceDraft,
    MinuteDraft,
    NotAllowed,
    add_attendance,
    confirm_minutes,
    unconfirm_minutes,
    write_minutes,
)
from committees.models import (
    AgendaItem,
    Attendance,
    Committee,
    Decision,
    Declaration,
    Meeting,
    Minute,
    Minutes,
    NamedVote,
)
from documents.actions.minutes_papers import keep_in_step, public_from
from documents.actions.proposals.contents import Confirmation
from documents.actions.proposals.linking import link_decisions
from documents.actions.proposals.matching import committee_named
from documents.actions.proposals.writing.choice import Choice
from documents.models import Document, Proposal
from documents.structure.understood import Present, ReadMinute, ReadMinutes

CAPACITIES = {
    "member": Attendance.Capacity.MEMBER,
    "co-opted": Attendance.Capacity.CO_OPTED,
    "substitute": Attendance.Capacity.SUBSTITUTE,
    "also-present": Attendance.Capacity.ALSO_PRESENT,
    "officer": Attendance.Capacity.OFFICER,
}


def write_read_minutes(proposal: Proposal, read: ReadMinutes, choice: Choice) -> Sequence[models.Model]:
    """The minutes of the meeting that was chosen or is made, public as draft minutes once their paper is public."""
    document = proposal.version.document
    made: list[models.Model] = []
    meeting = Meeting.objects.filter(pk=proposal.target or 0).first()
    if meeting is None:
        meeting = _new_meeting(proposal, read, choice)
        made.append(meeting)
        proposal.target = meeting.pk
    _refuse_in_place_of_public_ones(meeting, document)
    items = list(AgendaItem.objects.filter(meeting=meeting).select_related("section"))
    minutes = write_minutes(
        meeting=meeting,
        entries=[_draft(entry, items) for entry in read.entries],
        by=choice.by,
        chair=read.chair,
        closed_at=read.closed,
        written_here=False,
    )
    made += [minutes, *_add_attendance(meeting, document, read, choice)]
    made += [*Minute.objects.filter(minutes=minutes), *Decision.objects.filter(minute__minutes=minutes)]
    made += [*Declaration.objects.filter(minute__minutes=minutes), *NamedVote.objects.filter(minute__minutes=minutes)]
    _record_on(document, meeting)
    link_decisions(item for item in items)
    return made


def _add_attendance(meeting: Meeting, document: Document, read: ReadMinutes, choice: Choice) -> list[Attendance]:
    """None beside what a clerk has published, from a paper that is not public: it would show at once."""
    if meeting.attendance_published_at is not None and not _is_public(document):
        return []
    return add_attendance(meeting=meeting, drafts=list(_attendance(read)), by=choice.by)


def _is_public(document: Document) -> bool:
    since = public_from(document)
    return since is not None and since <= timezone.now()


def _refuse_in_place_of_public_ones(meeting: Meeting, document: Document) -> None:
    """The words of a paper that is not public yet must neither show in public minutes nor take them away."""
    if not _is_public(document) and Minutes.objects.public().filter(meeting=meeting).exists():
        raise NotAllowed("Minutes of this meeting are public already: publish this paper before it replaces them.")


def _record_on(document: Document, meeting: Meeting) -> None:
    document.minutes_of = meeting
    document.save(update_fields=["minutes_of"])
    keep_in_step([document])


def _new_meeting(proposal: Proposal, read: ReadMinutes, choice: Choice) -> Meeting:
    committee = committee_named(read.committee, proposal.version)
    if read.date is None:
        raise NotAllowed("The minutes name no date: choose the meeting they record.")
    if committee is None:
        raise NotAllowed(f"No committee called “{read.committee}” is known: add it, or correct the name.")
    if not choice.new_meeting:
        raise NotAllowed("Choose the meeting these minutes record, or say that it is a new one.")
    return _make_meeting(committee, read.date, read, proposal.version.document)


def _make_meeting(committee: Committee, day: date, read: ReadMinutes, document: Document) -> Meeting:
    since = public_from(document)
    return Meeting.objects.create(
        committee=committee,
        date=day,
        time=read.time,
        venue=read.venue[:300],
        published_at=max(since, timezone.now()) if since else None,
    )


def _draft(entry: ReadMinute, items: Sequence[AgendaItem]) -> MinuteDraft:
    item = _item_of(entry, items)
    same_words = item is not None and item.title.casefold() == entry.title.casefold()
    return MinuteDraft(
        title=item.title if item and same_words else entry.title,
        number=entry.number,
        item=item,
        item_label=entry.item,
        text=entry.text,
        resolved=entry.resolved,
        requests=entry.requests,
        vote=entry.vote,
        declarations=[(one.name, one.item, one.text) for one in entry.declarations],
        votes=[(one.name, one.cast) for one in entry.votes],
    )


def _item_of(entry: ReadMinute, items: Sequence[AgendaItem]) -> AgendaItem | None:
    """The item of that label, or else of that title; a label that several items have tells nothing."""
    label = entry.item.replace(" ", "").casefold()
    by_label = [item for item in items if label and label == item.reference.casefold()]
    by_title = [item for item in items if item.title.casefold() == entry.title.casefold()]
    for found in (by_label, by_title):
        if len(found) == 1:
            return found[0]
    return None


def _attendance(read: ReadMinutes) -> Iterator[AttendanceDraft]:
    replaced = {one.name.casefold(): one.replaces for one in read.substitutes}
    for present in [*read.present, *read.also_present, *read.officers]:
        yield _present(present, replaced.get(present.name.casefold(), ""))
    for name in read.apologies:
        yield AttendanceDraft(name, Attendance.Capacity.MEMBER, Attendance.Status.APOLOGIES)


def _present(present: Present, replaces: str) -> AttendanceDraft:
    capacity = (
        Attendance.Capacity.SUBSTITUTE if replaces else CAPACITIES.get(present.capacity, Attendance.Capacity.MEMBER)
    )
    status = Attendance.Status.REMOTE if present.virtually else Attendance.Status.PRESENT
    return AttendanceDraft(present.name, capacity, status, replaces)


def write_confirmation(proposal: Proposal, read: Confirmation, choice: Choice) -> Sequence[models.Model]:
    """The earlier minutes are confirmed by the meeting whose minutes say so."""
    minutes = Minutes.objects.filter(meeting=proposal.target).select_related("meeting").first()
    if minutes is None:
        raise NotAllowed(f"The minutes of {read.confirms:%-d %B %Y} are not recorded here yet.")
    recording = proposal.version.document.minutes_of
    if recording is None:
        raise NotAllowed("Accept the minutes themselves first, so that the confirming meeting is known.")
    if not Minutes.objects.public().filter(meeting=recording).exists():
        raise NotAllowed("The minutes that confirm these are not public yet: publish them first.")
    confirm_minutes(minutes=minutes, at_meeting=recording, on=recording.date, by=choice.by)
    return []


def take_back_confirmation(proposal: Proposal, choice: Choice) -> None:
    minutes = Minutes.objects.filter(meeting=proposal.target).first()
    if minutes is not None:
        unconfirm_minutes(minutes=minutes, by=choice.by, why="undone by a clerk")
