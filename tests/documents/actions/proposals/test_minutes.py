"""Minutes that were read in a paper, accepted by a clerk: records that are public when the paper is."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from committees.actions import NotAllowed, restrict_item
from committees.models import Attendance, Committee, Decision, Declaration, Meeting, Minute, Minutes, NamedVote
from documents.actions import proposals
from documents.actions.papers import (
    open_document,
    publish_document,
    reinstate_document,
    restrict_document,
    withdraw_document,
)
from documents.actions.understanding import understand_version
from documents.models import Document, Proposal
from tests.builders import GROUNDS, make_committee, make_item, make_meeting, make_membership, make_minutes, make_person
from tests.documents.actions.texts import MINUTES, paper_of, version_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee() -> Committee:
    return make_committee(name="Environment Scrutiny Committee")


@pytest.fixture
def recorded(committee: Committee) -> Meeting:
    """The meeting that the minutes record."""
    return make_meeting(committee=committee, date=date(2025, 6, 4))


@pytest.fixture
def later(committee: Committee) -> Meeting:
    """The meeting in whose pack they come."""
    return make_meeting(committee=committee, date=date(2025, 7, 2))


def proposed(document: Document, kind: str = Proposal.Kind.MINUTES) -> Proposal:
    understand_version(version_of(document))
    return Proposal.objects.get(kind=kind)


def minutes_paper(later: Meeting, **fields: object) -> Document:
    return paper_of(MINUTES, item=make_item(meeting=later), kind=Document.Kind.MINUTES, **fields)


def test_minutes_are_matched_to_the_meeting_of_their_committee_and_date(recorded: Meeting, later: Meeting) -> None:
    proposal = proposed(minutes_paper(later))

    assert proposal.target == recorded.pk
    assert proposal.confidence >= proposals.CERTAIN


def test_nothing_is_recorded_before_a_clerk_accepts(recorded: Meeting, later: Meeting) -> None:
    proposed(minutes_paper(later))

    assert not Minutes.objects.exists()
    assert not Decision.objects.exists()


def test_accepted_minutes_of_a_public_paper_are_public(recorded: Meeting, later: Meeting) -> None:
    proposals.accept(proposal=proposed(minutes_paper(later)), by=None)

    assert Minutes.objects.public().get().meeting == recorded
    assert [row.number for row in Minute.objects.public()] == ["12", "13", "14"]
    recorded.refresh_from_db()
    assert f"{recorded.closed_at:%H:%M}" == "20:40"
    assert recorded.state == Meeting.State.HELD


def test_resolutions_become_decisions_of_the_meeting(recorded: Meeting, later: Meeting) -> None:
    item = make_item(meeting=recorded, label="3", title="Quiet streets review")

    proposals.accept(proposal=proposed(minutes_paper(later)), by=None)

    decision = Decision.objects.public().get(item=item)
    assert decision.parts == ["That the report be agreed and sent to the Executive."]
    assert (decision.title, decision.date) == ("Quiet streets review", recorded.date)


def test_people_are_known_by_the_surname_of_a_member(recorded: Meeting, later: Meeting) -> None:
    marsh = make_person(name="Dana Marsh")
    make_membership(committee=recorded.committee, person=marsh)

    proposals.accept(proposal=proposed(minutes_paper(later)), by=None)

    assert Attendance.objects.public().get(person=marsh).status == Attendance.Status.PRESENT
    assert Attendance.objects.public().get(name="Penn").status == Attendance.Status.APOLOGIES


def test_attendance_that_a_clerk_recorded_stays(recorded: Meeting, later: Meeting) -> None:
    marsh = make_person(name="Dana Marsh")
    make_membership(committee=recorded.committee, person=marsh)
    Attendance.objects.create(meeting=recorded, person=marsh, status=Attendance.Status.ABSENT)

    proposals.accept(proposal=proposed(minutes_paper(later)), by=None)

    assert Attendance.objects.get(person=marsh).status == Attendance.Status.ABSENT


def test_minutes_of_a_draft_paper_are_public_with_it(recorded: Meeting, later: Meeting) -> None:
    paper = minutes_paper(later, published_at=None)
    proposals.accept(proposal=proposed(paper), by=None)
    assert not Minutes.objects.public().exists()

    paper.refresh_from_db()
    publish_document(document=paper, by=None)

    assert Minutes.objects.public().exists()


def test_minutes_go_when_their_paper_is_withdrawn_and_come_back_with_it(recorded: Meeting, later: Meeting) -> None:
    paper = minutes_paper(later)
    proposals.accept(proposal=proposed(paper), by=None)
    paper.refresh_from_db()

    withdraw_document(document=paper, by=None, reason="It names a resident.")
    assert not Minutes.objects.public().exists()
    assert not Decision.objects.public().exists()

    reinstate_document(document=paper, by=None, why="Corrected.")
    assert Minutes.objects.public().exists()


def test_minutes_go_with_a_restricted_paper_and_come_back_when_it_opens(recorded: Meeting, later: Meeting) -> None:
    paper = minutes_paper(later)
    proposals.accept(proposal=proposed(paper), by=None)
    paper.refresh_from_db()

    restrict_document(
        document=paper, by=None, access="exempt", paragraphs=[3], reason="Business affairs.", grounds=GROUNDS
    )
    assert not Minutes.objects.public().exists()

    open_document(document=paper, by=None, reason="No longer sensitive.")
    assert Minutes.objects.public().exists()


def test_minutes_go_when_the_item_that_takes_their_paper_is_restricted(recorded: Meeting, later: Meeting) -> None:
    item = make_item(meeting=later)
    paper = paper_of(MINUTES, item=item, kind=Document.Kind.MINUTES)
    proposals.accept(proposal=proposed(paper), by=None)

    restrict_item(item=item, by=None, access="exempt", paragraphs=[1], reason="An individual.", grounds=GROUNDS)

    assert not Minutes.objects.public().exists()


def test_minute_of_an_item_that_becomes_exempt_is_nowhere(recorded: Meeting, later: Meeting) -> None:
    item = make_item(meeting=recorded, label="3")
    proposals.accept(proposal=proposed(minutes_paper(later)), by=None)

    restrict_item(item=item, by=None, access="exempt", paragraphs=[3], reason="Business affairs.", grounds=GROUNDS)

    assert [row.number for row in Minute.objects.public()] == ["12", "13"]
    assert not Decision.objects.public().filter(item=item).exists()


def test_meeting_that_is_not_known_is_never_made_silently(committee: Committee, later: Meeting) -> None:
    proposal = proposed(minutes_paper(later))

    with pytest.raises(NotAllowed, match="new one"):
        proposals.accept(proposal=proposal, by=None)

    assert not Meeting.objects.filter(date=date(2025, 6, 4)).exists()


def test_meeting_that_is_not_known_is_made_when_the_clerk_says_so(committee: Committee, later: Meeting) -> None:
    proposals.accept(proposal=proposed(minutes_paper(later)), by=None, new_meeting=True)

    assert Minutes.objects.public().get().meeting == Meeting.objects.public().get(date=date(2025, 6, 4))


def test_minutes_a_clerk_wrote_are_not_replaced(recorded: Meeting, later: Meeting) -> None:
    make_minutes(meeting=recorded, written_here=True)

    with pytest.raises(NotAllowed, match="written minutes"):
        proposals.accept(proposal=proposed(minutes_paper(later)), by=None)


def test_confirmation_needs_the_minutes_and_the_clerk(recorded: Meeting, later: Meeting) -> None:
    earlier = make_meeting(committee=recorded.committee, date=date(2025, 5, 7))
    minutes = make_minutes(meeting=earlier)
    paper = minutes_paper(later)
    proposals.accept(proposal=proposed(paper), by=None)
    minutes.refresh_from_db()
    assert not minutes.is_confirmed

    proposals.accept(proposal=Proposal.objects.get(kind=Proposal.Kind.CONFIRMATION), by=None)

    minutes.refresh_from_db()
    assert (minutes.confirmed_at, minutes.confirmed_on) == (recorded, recorded.date)


def test_confirmation_is_matched_once_the_meeting_of_the_minutes_is_chosen(recorded: Meeting, later: Meeting) -> None:
    earlier = make_meeting(committee=recorded.committee, date=date(2025, 5, 7))
    make_minutes(meeting=earlier)
    minutes = proposed(minutes_paper(later))
    confirmation = Proposal.objects.get(kind=Proposal.Kind.CONFIRMATION)
    Proposal.objects.update(target=None, why="Choose the meeting of these minutes first.")

    proposals.accept(proposal=minutes, by=None, target=recorded.pk)

    confirmation.refresh_from_db()
    assert (confirmation.target, confirmation.why) == (
        earlier.pk,
        "The resolution names the date of these minutes.",
    )


def test_accepting_draft_minutes_can_be_undone(recorded: Meeting, later: Meeting) -> None:
    proposal = proposed(minutes_paper(later, published_at=None))
    proposals.accept(proposal=proposal, by=None)

    proposals.undo(proposal=proposal, by=None)

    assert not Minutes.objects.exists()
    assert not Decision.objects.exists()
    assert not Attendance.objects.exists()
    assert proposal.state == Proposal.State.WAITING


def test_public_minutes_are_withdrawn_and_not_undone(recorded: Meeting, later: Meeting) -> None:
    proposal = proposed(minutes_paper(later))
    proposals.accept(proposal=proposal, by=None)

    with pytest.raises(NotAllowed, match="withdraw"):
        proposals.undo(proposal=proposal, by=None)

    assert Minutes.objects.public().exists()


def test_undoing_removes_the_meeting_that_was_made_for_the_minutes(committee: Committee, later: Meeting) -> None:
    paper = minutes_paper(later, published_at=None)
    proposal = proposed(paper)
    proposals.accept(proposal=proposal, by=None, new_meeting=True)

    proposals.undo(proposal=proposal, by=None)

    assert not Meeting.objects.filter(date=date(2025, 6, 4)).exists()
    paper.refresh_from_db()
    assert paper.minutes_of is None


def test_undoing_leaves_what_the_pack_said_of_the_paper(recorded: Meeting, later: Meeting) -> None:
    paper = minutes_paper(later, published_at=None, minutes_of=recorded)
    proposal = proposed(paper)
    proposals.accept(proposal=proposal, by=None)

    proposals.undo(proposal=proposal, by=None)

    paper.refresh_from_db()
    assert paper.minutes_of == recorded


def test_attendance_goes_with_the_minutes_it_came_with_and_comes_back(recorded: Meeting, later: Meeting) -> None:
    paper = minutes_paper(later)
    proposals.accept(proposal=proposed(paper), by=None)
    paper.refresh_from_db()
    assert Attendance.objects.public().exists()

    withdraw_document(document=paper, by=None, reason="It names a resident.")
    assert not Attendance.objects.public().exists()

    reinstate_document(document=paper, by=None, why="Corrected.")
    assert Attendance.objects.public().exists()


def test_attendance_of_a_scheduled_paper_that_is_withdrawn_before_its_time_never_shows(
    recorded: Meeting, later: Meeting
) -> None:
    paper = minutes_paper(later, published_at=timezone.now() + timedelta(days=1))
    proposals.accept(proposal=proposed(paper), by=None)
    paper.refresh_from_db()

    withdraw_document(document=paper, by=None, reason="It names a resident.")

    recorded.refresh_from_db()
    assert recorded.attendance_published_at is None


def test_minutes_of_a_draft_paper_never_take_the_place_of_public_ones(recorded: Meeting, later: Meeting) -> None:
    proposals.accept(proposal=proposed(minutes_paper(later)), by=None)
    waiting = minutes_paper(later, published_at=None)
    understand_version(version_of(waiting))

    with pytest.raises(NotAllowed, match="public already"):
        proposals.accept(proposal=Proposal.objects.get(version__document=waiting, kind="minutes"), by=None)

    assert Minutes.objects.public().filter(meeting=recorded).exists()


def test_draft_minutes_with_interests_declared_and_votes_can_be_undone(recorded: Meeting, later: Meeting) -> None:
    proposal = proposed(minutes_paper(later, published_at=None))
    first = proposal.payload["entries"][0]
    first["declarations"] = [{"name": "Dana Marsh", "item": "", "text": "She lives there."}]
    first["votes"] = [{"name": "Dana Marsh", "cast": "for"}]
    proposals.accept(proposal=proposal, by=None)
    assert Declaration.objects.count() == NamedVote.objects.count() == 1

    proposals.undo(proposal=proposal, by=None)

    assert not Minutes.objects.exists()


def test_confirmation_waits_until_the_minutes_that_confirm_are_public(recorded: Meeting, later: Meeting) -> None:
    make_minutes(meeting=make_meeting(committee=recorded.committee, date=date(2025, 5, 7)))
    proposals.accept(proposal=proposed(minutes_paper(later, published_at=None)), by=None)

    with pytest.raises(NotAllowed, match="not public yet"):
        proposals.accept(proposal=Proposal.objects.get(kind=Proposal.Kind.CONFIRMATION), by=None)


def test_attendance_of_a_draft_paper_is_not_added_to_what_is_published(recorded: Meeting, later: Meeting) -> None:
    recorded.attendance_published_at = recorded.published_at
    recorded.save()

    proposals.accept(proposal=proposed(minutes_paper(later, published_at=None)), by=None)

    assert not Attendance.objects.exists()


def test_meeting_made_from_a_draft_paper_is_announced_with_its_minutes(committee: Committee, later: Meeting) -> None:
    paper = minutes_paper(later, published_at=None)
    proposals.accept(proposal=proposed(paper), by=None, new_meeting=True)
    assert not Meeting.objects.public().filter(date=date(2025, 6, 4)).exists()

    paper.refresh_from_db()
    publish_document(document=paper, by=None)

    assert Meeting.objects.public().filter(date=date(2025, 6, 4)).exists()
    assert Minutes.objects.public().exists()
