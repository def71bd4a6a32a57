"""A council with something hidden in every way at once, each with a word of its own that stands nowhere else."""

from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from django.utils import timezone

from committees.actions.private_business import restrict_item
from committees.models import (
    Access,
    AgendaItem,
    AgendaTemplate,
    Attendance,
    Committee,
    Duty,
    DutyRecord,
    ExecutiveNotice,
    Meeting,
    MeetingMember,
    MinutesDraft,
    Role,
    User,
)
from documents.actions import papers, timed
from documents.actions.deleting import delete_draft_item, delete_draft_meeting, delete_draft_paper
from documents.models import (
    Document,
    EmptySearch,
    Finding,
    Invitation,
    Listing,
    PackUpload,
    PaperToFollow,
    ProblemReport,
    Proposal,
    ReleaseRequest,
    Supplement,
    WaitingRecord,
)
from tests.builders import (
    GROUNDS,
    long_ago,
    make_clerk,
    make_committee,
    make_decision,
    make_item,
    make_meeting,
    make_membership,
    make_minute,
    make_minutes,
    make_paper,
    make_person,
    make_programme_entry,
    make_recommendation,
    make_response,
    make_review,
    make_role,
    make_section,
    make_stage,
)
from tests.portal.stored_files import make_pdf, pdf_of

OPEN = "marimba"  # in what is public
# What a member of the committee may read, each a paper
FOR_MEMBERS = ("exemptpaperxq", "exemptitemxq", "confidentialxq")
WITHHELD: dict[str, Any] = {"paragraphs": [3], "reason": "It names a bidder.", "grounds": GROUNDS}


@dataclass(frozen=True)
class World:
    committee: Committee
    meeting: Meeting
    past: Meeting
    clerk: User
    member: User
    author: User
    restricted: dict[str, Document]


def make_world() -> World:
    committee = make_committee(name="Committee of the world")
    clerk, author = make_clerk(), make_role(Role.REPORT_AUTHOR)
    member = make_role(Role.MEMBER, person=make_person(name="Ann Open"))
    make_membership(committee=committee, person=member.person)
    meeting = make_meeting(committee=committee)
    past = make_meeting(committee=committee, date=timezone.localdate() - timedelta(days=9), state=Meeting.State.HELD)
    make_paper_of(make_item(meeting=meeting, title=f"{OPEN} item"), OPEN)
    restricted = hide_by_access(meeting, clerk)
    hide_by_moment(meeting, clerk)
    hide_deleted(meeting, clerk)
    hide_corrections(meeting, clerk)
    hide_of_past(past, clerk)
    hide_whole_bodies(clerk)
    hide_work_of_staff(meeting, clerk, author)
    return World(committee, meeting, past, clerk, member, author, restricted)


def make_paper_of(item: AgendaItem, word: str, **fields: Any) -> Document:
    """Whose title, pages, file and file's name are all the word."""
    served = make_pdf(f"{word} file", f"{word} more", name=f"{word}.pdf")
    return make_paper(
        item=item, title=f"{word} report", pages=(f"{word} words", f"{word} more"), served=served, **fields
    )


def hide_by_access(meeting: Meeting, clerk: User) -> dict[str, Document]:
    exempt = make_paper_of(make_item(meeting=meeting, title="Neutral one"), "exemptpaperxq")
    papers.restrict_document(document=exempt, by=clerk, access=Access.EXEMPT, **WITHHELD)
    item = make_item(meeting=meeting, title="Neutral two", text="exemptitemxq text")
    below = make_paper_of(item, "exemptitemxq")
    PaperToFollow.objects.create(meeting=meeting, item=item, title="exemptpromisexq")
    restrict_item(item=item, by=clerk, access=Access.EXEMPT, **WITHHELD)
    confidential = make_paper_of(make_item(meeting=meeting, title="Neutral three"), "confidentialxq")
    options = {**WITHHELD, "paragraphs": []}
    papers.restrict_document(document=confidential, by=clerk, access=Access.CONFIDENTIAL, **options)
    withdrawn = make_paper_of(make_item(meeting=meeting, title="Neutral four"), "withdrawnxq")
    of_paper = make_recommendation(document=withdrawn, text="withdrawnxq asked")
    make_response(recommendation=of_paper, document=withdrawn, words="withdrawnxq answer")
    make_programme_entry(document=withdrawn, committee=meeting.committee, title="withdrawnxq plan")
    papers.withdraw_document(document=withdrawn, by=clerk, reason="An address was in it.")
    ProblemReport.objects.create(document=withdrawn, kind="personal", words="problemreportxq", email="p@example.org")
    return {"exemptpaperxq": exempt, "exemptitemxq": below, "confidentialxq": confidential}


def hide_by_moment(meeting: Meeting, clerk: User) -> None:
    make_paper_of(make_item(meeting=meeting, title="Neutral five"), "draftpaperxq", published_at=None)
    make_paper_of(make_item(meeting=meeting, title="draftitemxq", published_at=None), "draftitemxq")
    make_section(meeting=meeting, title="draftsectionxq", published_at=None)
    soon = timezone.now() + timedelta(hours=2)
    coming = make_paper_of(make_item(meeting=meeting, title="Neutral six"), "timedpaperxq", published_at=None)
    papers.publish_document(document=coming, by=clerk, at=soon)
    make_item(meeting=meeting, title="timeditemxq", urgency_reason="timedurgencyxq", published_at=soon)
    later = make_meeting(committee=meeting.committee, agenda=False, date=meeting.date + timedelta(days=7))
    make_paper_of(
        make_item(meeting=later, title="timedagendaxq", published_at=None), "timedagendaxq", published_at=None
    )
    MeetingMember.objects.create(meeting=later, order=1, name="timedmemberxq", role="member")
    papers.publish_agenda(meeting=later, by=clerk, at=soon)
    Meeting.objects.filter(pk=later.pk).update(agenda_late_reason="timedreasonxq")
    supplement = Supplement.objects.create(
        meeting=meeting, number=1, late_reason="supplementreasonxq", upload=make_upload(meeting, "supplementxq")
    )
    added = make_paper_of(make_item(meeting=meeting, title="Neutral seven"), "supplementxq", published_at=None)
    Listing.objects.filter(document=added).update(supplement=supplement, late_reason="supplementlistingxq")


def make_upload(meeting: Meeting, word: str) -> PackUpload:
    return PackUpload.objects.create(
        stored_file=make_pdf(word, name=f"{word}pack.pdf"),
        committee=meeting.committee,
        meeting=meeting,
        state=PackUpload.State.DRAFTED,
        plan={"word": word},
    )


def hide_deleted(meeting: Meeting, clerk: User) -> None:
    """Kept for 30 days, for clerks alone."""
    paper = make_paper_of(make_item(meeting=meeting, title="Neutral eight"), "deletedpaperxq", published_at=None)
    delete_draft_paper(paper=paper, by=clerk)
    item = make_item(meeting=meeting, title="deleteditemxq", published_at=None)
    make_paper_of(item, "deleteditemxq", published_at=None)
    delete_draft_item(item=item, by=clerk)
    day = meeting.date + timedelta(days=14)
    draft = make_meeting(
        committee=meeting.committee, date=day, agenda=False, published_at=None, title="deletedmeetingxq"
    )
    delete_draft_meeting(meeting=draft, by=clerk)


def hide_corrections(meeting: Meeting, clerk: User) -> None:
    for word, at in (("waitingxq", None), ("timedcorrectionxq", timezone.now() + timedelta(hours=2))):
        paper = make_paper_of(make_item(meeting=meeting, title=f"{OPEN} to correct"), f"{OPEN} {word[:3]}")
        new = BytesIO(pdf_of(f"{word} corrected"))
        papers.replace_file(document=paper, file=new, name=f"{word}.pdf", note=f"{word} note", by=clerk, held=True)
        if at:
            timed.time_publication(of=paper, at=at, by=clerk, note=f"{word} timed note")


def hide_of_past(past: Meeting, clerk: User) -> None:
    item = make_item(meeting=past, title=f"{OPEN} past")
    minutes = make_minutes(meeting=past)
    minute = make_minute(minutes=minutes, item=item, text=f"{OPEN} minute")
    decision = make_decision(minute=minute, parts=[f"{OPEN} decision"])
    WaitingRecord.objects.create(decision=decision, content={"title": ["decisioncorrectionxq"]}, written_by=clerk)
    review = make_review(committee=past.committee, title=f"{OPEN} review")
    make_stage(review=review, text=f"{OPEN} stage")
    WaitingRecord.objects.create(review=review, content={"title": ["reviewcorrectionxq"]}, written_by=clerk)
    MinutesDraft.objects.create(meeting=past, content={"minutes": "minutescorrectionxq"}, saved_by=clerk)
    private = make_item(meeting=past, title="Neutral nine")
    hidden = make_minute(minutes=minutes, item=private, title="exemptminutexq", text="exemptminutexq text")
    make_decision(minute=hidden, title="exemptminutexq", parts=["exemptminutexq part"], reasons="exemptminutexq")
    restrict_item(item=private, by=clerk, access=Access.EXEMPT, **WITHHELD)
    make_decision(item=item, title="draftdecisionxq", parts=["draftdecisionxq"], published_at=None)
    Attendance.objects.create(meeting=past, name="attendancexq", status="present")
    before = make_meeting(committee=past.committee, date=past.date - timedelta(days=30), state=Meeting.State.HELD)
    unpublished = make_minutes(meeting=before, published_at=None, written_here=True)
    make_decision(minute=make_minute(minutes=unpublished, title="draftminutesxq", text="draftminutesxq"))
    gone = make_meeting(committee=past.committee, date=past.date - timedelta(days=60), state=Meeting.State.HELD)
    withdrawn = make_minutes(meeting=gone, withdrawn_at=timezone.now(), withdrawn_by=clerk, withdrawal_reason="A name.")
    make_minute(minutes=withdrawn, title="withdrawnminutesxq", text="withdrawnminutesxq")
    make_review(committee=past.committee, title="draftreviewxq", summary="draftreviewxq", published_at=None)


def hide_whole_bodies(clerk: User) -> None:
    hidden = make_committee(name="hiddencommitteexq", is_public=False, purpose="hiddencommitteexq")
    meeting = make_meeting(committee=hidden, venue="hiddencommitteexq hall")
    make_paper_of(make_item(meeting=meeting, title="hiddencommitteexq item"), "hiddencommitteexq")
    make_membership(committee=hidden, person=make_person(name="Bob Open"))
    make_review(committee=hidden, title="hiddencommitteexq review")
    make_decision(kind="executive", committee=hidden, title="hiddencommitteexq decision", parts=["hiddencommitteexq"])
    make_membership(committee=None, person=make_person(name="hiddenpersonxq", is_public=False))
    draft = make_meeting(agenda=False, published_at=None, title="draftmeetingxq", venue="draftmeetingxq hall")
    make_paper_of(
        make_item(meeting=draft, title="draftmeetingxq", published_at=None), "draftmeetingxq", published_at=None
    )


def hide_work_of_staff(meeting: Meeting, clerk: User, author: User) -> None:
    item = AgendaItem.objects.filter(meeting=meeting, published_at__lte=timezone.now()).order_by("pk")[0]
    paper = Listing.objects.get(item=item).document
    version: Any = paper.current_version
    Finding.objects.create(
        version=version,
        kind="phone",
        words="findingxq",
        state="accepted",
        reason="findingreasonxq",
        decided_by=clerk,
        decided_at=long_ago(),
    )
    ReleaseRequest.objects.create(meeting=meeting, note="releasexq", asked_by=clerk)
    Proposal.objects.create(
        version=version, kind="minutes", key="k", order=1, payload={"words": "proposalxq"}, why="proposalxq"
    )
    Invitation.objects.create(
        item=item, author=author, title="invitationxq", note="invitationnotexq", due_on=meeting.date, asked_by=clerk
    )
    DutyRecord.objects.create(
        meeting=meeting, duty=Duty.DEPOSIT, done_at=long_ago(), done_by="dutyxq", how="dutyxq", recorded_by=clerk
    )
    ExecutiveNotice.objects.create(title="noticexq", meeting=meeting, given_how="noticexq", representations="noticexq")
    template = AgendaTemplate.objects.create(committee=meeting.committee, venue="templatexq")
    template.items.create(order=1, title="templatexq", text="templatexq")
    EmptySearch.objects.create(words="emptysearchxq", first_on=date.today(), last_on=date.today())
