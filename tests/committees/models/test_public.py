"""What each model calls public."""

from datetime import timedelta

import pytest
from django.utils import timezone

from committees.models import AgendaItem, AgendaSection, Attendance, Committee, Meeting, MeetingMember, Membership
from tests.builders import (
    make_committee,
    make_item,
    make_meeting,
    make_membership,
    make_person,
    make_section,
)

pytestmark = pytest.mark.django_db


def soon() -> object:
    return timezone.now() + timedelta(hours=1)


def test_meeting_announced_without_agenda_is_public() -> None:
    meeting = make_meeting(agenda=False)

    assert meeting in Meeting.objects.public()
    assert meeting not in Meeting.objects.with_public_agenda()


@pytest.mark.parametrize("published_at", [None, "later"])
def test_meeting_draft_or_scheduled_is_not_public(published_at: str | None) -> None:
    make_meeting(agenda=False, published_at=soon() if published_at else None)

    assert not Meeting.objects.public().exists()


def test_meeting_of_a_hidden_committee_is_not_public() -> None:
    make_meeting(committee=make_committee(is_public=False))

    assert not Meeting.objects.public().exists()
    assert not Committee.objects.public().exists()


def test_items_and_sections_wait_for_the_agenda() -> None:
    meeting = make_meeting(agenda=False)
    make_item(meeting=meeting)
    make_section(meeting=meeting)
    MeetingMember.objects.create(meeting=meeting, order=1, role="chair", name="A Person")

    assert not AgendaItem.objects.public().exists()
    assert not AgendaSection.objects.public().exists()
    assert not MeetingMember.objects.public().exists()


def test_printed_seat_of_a_hidden_person_is_not_public() -> None:
    hidden = make_person(is_public=False)
    MeetingMember.objects.create(meeting=make_meeting(), order=1, role="chair", name=hidden.name, person=hidden)

    assert not MeetingMember.objects.public().exists()


def test_item_added_later_is_a_draft_on_a_public_agenda() -> None:
    make_item(published_at=None)

    assert not AgendaItem.objects.public().exists()


def test_exempt_item_is_listed() -> None:
    item = make_item(access="exempt", exempt_paragraphs=[3])

    assert item in AgendaItem.objects.public()


def test_attendance_waits_for_its_publication() -> None:
    meeting = make_meeting()
    Attendance.objects.create(meeting=meeting, person=make_person())

    assert not Attendance.objects.public().exists()

    meeting.attendance_published_at = timezone.now()
    meeting.save()

    assert Attendance.objects.public().exists()


def test_membership_of_a_hidden_person_is_not_public() -> None:
    make_membership(person=make_person(is_public=False))

    assert not Membership.objects.public().exists()


def test_membership_on_a_day_is_of_terms_running_then() -> None:
    membership = make_membership(person=make_person(), ended_on=timezone.localdate())

    assert membership not in Membership.objects.on(timezone.localdate())
    assert membership in Membership.objects.on(timezone.localdate() - timedelta(days=1))
