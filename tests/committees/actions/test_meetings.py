"""Changes to what the public can see of meetings."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from committees import actions
from committees.models import AgendaItem, Attendance, Committee, Meeting, PublicChange
from tests.builders import (
    GROUNDS,
    make_clerk,
    make_committee,
    make_item,
    make_meeting,
    make_minutes,
    make_person,
    make_section,
)

pytestmark = pytest.mark.django_db


def test_publish_agenda_makes_meeting_sections_and_items_public() -> None:
    meeting = make_meeting(agenda=False, published_at=None)
    section = make_section(meeting=meeting, published_at=None)
    item = make_item(meeting=meeting, section=section, published_at=None)

    actions.publish_agenda(meeting=meeting, by=make_clerk())

    assert meeting in Meeting.objects.with_public_agenda()
    assert item in AgendaItem.objects.public()
    assert section in type(section).objects.public()


def test_publish_agenda_makes_a_drafted_committee_public() -> None:
    meeting = make_meeting(agenda=False, published_at=None, committee=make_committee(is_public=False))

    actions.publish_agenda(meeting=meeting, by=None)

    assert meeting in Meeting.objects.public()


def test_agenda_of_a_drafted_committee_cannot_be_timed_as_its_name_would_be_public_before() -> None:
    meeting = make_meeting(agenda=False, published_at=None, committee=make_committee(is_public=False))

    with pytest.raises(actions.NotAllowed, match="not public yet"):
        actions.publish_agenda(meeting=meeting, by=None, at=timezone.now() + timedelta(days=1))

    assert not Committee.objects.public().exists()


def test_publish_agenda_again_keeps_the_first_time() -> None:
    meeting = make_meeting()
    first = meeting.agenda_published_at

    actions.publish_agenda(meeting=meeting, by=None)

    assert meeting.agenda_published_at == first


def test_publish_agenda_refuses_an_exempt_item_without_a_paragraph() -> None:
    meeting = make_meeting(agenda=False)
    make_item(meeting=meeting, published_at=None, access="exempt", title="Lease of the depot")

    with pytest.raises(actions.NotAllowed, match="Lease of the depot"):
        actions.publish_agenda(meeting=meeting, by=None)

    assert not Meeting.objects.with_public_agenda().exists()


def test_meeting_that_is_announced_stays_announced_as_it_was() -> None:
    """Announced again for a coming moment it would be gone until then."""
    meeting = make_meeting(agenda=False)

    with pytest.raises(actions.NotAllowed, match="announced already"):
        actions.announce_meeting(meeting=meeting, by=None, at=timezone.now() + timedelta(days=1))

    assert Meeting.objects.public().get() == meeting


def test_meeting_is_not_announced_after_its_agenda() -> None:
    soon = timezone.now() + timedelta(hours=1)
    meeting = make_meeting(published_at=soon, agenda_published_at=soon)

    with pytest.raises(actions.NotAllowed, match="before that"):
        actions.announce_meeting(meeting=meeting, by=None, at=soon + timedelta(hours=1))


def test_every_action_tells_the_followers() -> None:
    meeting = make_meeting(agenda=False, published_at=None, date=timezone.localdate())
    item = make_item(meeting=meeting)

    for act in (
        lambda: actions.announce_meeting(meeting=meeting, by=None),
        lambda: actions.publish_agenda(meeting=meeting, by=None, late_reason="The chair was ill"),
        lambda: actions.withdraw_item(item=item, by=None, reason="Deferred by the applicant"),
        lambda: actions.restrict_item(
            item=item, by=None, access="exempt", paragraphs=[3], reason="Prices", grounds=GROUNDS
        ),
        lambda: actions.publish_attendance(meeting=meeting, by=None),
        lambda: actions.cancel_meeting(meeting=meeting, by=None, reason="No business"),
        lambda: actions.postpone_meeting(meeting=meeting, to=None, by=None, reason="Snow"),
    ):
        PublicChange.objects.all().delete()
        act()
        assert PublicChange.objects.filter(subject="meeting", subject_id=meeting.pk).exists()


def test_postpone_meeting_cannot_move_it_to_itself() -> None:
    meeting = make_meeting()

    with pytest.raises(actions.NotAllowed):
        actions.postpone_meeting(meeting=meeting, to=meeting, by=None, reason="Snow")


def test_restrict_item_as_exempt_needs_a_paragraph() -> None:
    with pytest.raises(actions.NotAllowed, match="Schedule 12A"):
        actions.restrict_item(
            item=make_item(), by=None, access="exempt", paragraphs=[], reason="Prices", grounds=GROUNDS
        )


@pytest.mark.parametrize(
    ("grounds", "said"),
    [
        (replace(GROUNDS, public_interest=" "), "public interest"),
        (replace(GROUNDS, review_on=None), "look at it again"),
    ],
)
def test_exempt_is_only_what_was_weighed_and_is_looked_at_again(grounds: actions.Grounds, said: str) -> None:
    with pytest.raises(actions.NotAllowed, match=said):
        actions.restrict_item(
            item=make_item(), by=None, access="exempt", paragraphs=[3], reason="Prices", grounds=grounds
        )


def test_agenda_is_not_published_while_an_exempt_item_of_a_pack_is_not_weighed() -> None:
    meeting = make_meeting(agenda=False)
    make_item(meeting=meeting, published_at=None, access="exempt", exempt_paragraphs=[3])

    with pytest.raises(actions.NotAllowed, match="public interest"):
        actions.publish_agenda(meeting=meeting, by=None)


def test_publish_attendance_means_the_meeting_was_held() -> None:
    meeting = make_meeting(date=timezone.localdate())
    Attendance.objects.create(meeting=meeting, person=make_person())

    actions.publish_attendance(meeting=meeting, by=None)

    assert Attendance.objects.public().count() == 1
    assert meeting.state == Meeting.State.HELD


def test_followers_are_told_of_a_committee_that_becomes_public_with_its_agenda() -> None:
    meeting = make_meeting(agenda=False, committee=make_committee(is_public=False))

    actions.publish_agenda(meeting=meeting, by=None)

    assert PublicChange.objects.filter(subject="committee", subject_id=meeting.committee_id).exists()


def test_attendance_that_is_public_stays_so() -> None:
    """Published again for a coming moment it would be gone until then."""
    meeting = make_meeting(date=timezone.localdate())
    before = timezone.now() - timedelta(hours=1)
    Meeting.objects.filter(pk=meeting.pk).update(attendance_published_at=before)
    meeting.refresh_from_db()

    actions.publish_attendance(meeting=meeting, by=None, at=timezone.now() + timedelta(days=1))

    assert meeting.attendance_published_at == before


def test_attendance_of_a_meeting_to_come_is_not_published() -> None:
    meeting = make_meeting()

    with pytest.raises(actions.NotAllowed, match="still to come"):
        actions.publish_attendance(meeting=meeting, by=None)

    assert meeting.state == Meeting.State.SCHEDULED


def moved() -> Meeting:
    """Of yesterday, and postponed to another day."""
    to = make_meeting()
    meeting = make_meeting(committee=to.committee, date=timezone.localdate() - timedelta(days=1))
    return actions.postpone_meeting(meeting=meeting, to=to, by=None, reason="Snow")


def test_meeting_that_was_moved_can_be_cancelled() -> None:
    meeting = actions.cancel_meeting(meeting=moved(), by=None, reason="No business")

    assert (meeting.state, meeting.moved_to) == (Meeting.State.CANCELLED, None)


def test_meeting_that_was_held_after_all_is_moved_no_more() -> None:
    meeting = actions.publish_attendance(meeting=moved(), by=None)

    assert (meeting.state, meeting.moved_to) == (Meeting.State.HELD, None)


def test_minutes_of_a_meeting_that_was_held_after_all_are_published() -> None:
    minutes = make_minutes(meeting=moved(), published_at=None)

    actions.publish_minutes(minutes=minutes, by=None)

    assert minutes.meeting.moved_to is None
