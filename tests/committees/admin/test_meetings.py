"""Clerks' work on meetings, committees and people."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Committee, Meeting, Person, PublicChange
from tests.builders import make_clerk, make_committee, make_item, make_meeting, make_person
from tests.committees.admin.whole_form import whole_form


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    client.force_login(make_clerk())
    return client


def change_of(meeting: Meeting) -> str:
    return reverse("admin:committees_meeting_change", args=[meeting.pk])


def test_saved_meeting_tells_the_followers(desk: Client) -> None:
    meeting = make_meeting()

    desk.post(change_of(meeting), whole_form(desk, change_of(meeting), venue="Library"))

    meeting.refresh_from_db()
    assert meeting.venue == "Library"
    assert PublicChange.objects.filter(subject="meeting", subject_id=meeting.pk).exists()


def test_saved_committee_and_person_tell_the_followers(desk: Client) -> None:
    committee, person = make_committee(name="Old"), make_person(name="Ada Byrne")
    of_committee = reverse("admin:committees_committee_change", args=[committee.pk])
    of_person = reverse("admin:committees_person_change", args=[person.pk])

    desk.post(of_committee, whole_form(desk, of_committee, name="New"))
    desk.post(of_person, whole_form(desk, of_person, party="Independent"))

    assert Committee.objects.get().name == "New"
    assert Person.objects.get().party == "Independent"
    assert set(PublicChange.objects.values_list("subject", flat=True)) == {"committee", "person"}


def test_publication_is_not_changed_in_passing(desk: Client) -> None:
    meeting = make_meeting()

    desk.post(change_of(meeting), whole_form(desk, change_of(meeting), published_at_0="", state="cancelled"))

    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.SCHEDULED
    assert meeting.published_at


def test_published_meeting_cannot_be_deleted(desk: Client) -> None:
    meeting = make_meeting()

    response = desk.post(reverse("admin:committees_meeting_delete", args=[meeting.pk]), {"post": "yes"})

    assert response.status_code == 403
    assert "cancelled or postponed, never deleted" in desk.get(change_of(meeting)).text


def test_draft_meeting_can_be_deleted(desk: Client) -> None:
    meeting = make_meeting(agenda=False, published_at=None)

    desk.post(reverse("admin:committees_meeting_delete", args=[meeting.pk]), {"post": "yes"})

    assert not Meeting.objects.exists()


def test_item_of_a_public_agenda_cannot_be_removed(desk: Client) -> None:
    item = make_item()

    form = whole_form(desk, change_of(item.meeting), items__0__DELETE="on")
    desk.post(change_of(item.meeting), form)

    assert item.meeting.items.exists()


def test_public_item_is_not_made_exempt_among_its_other_fields(desk: Client) -> None:
    """That has a page of its own, which asks why."""
    item = make_item()

    desk.post(change_of(item.meeting), whole_form(desk, change_of(item.meeting), items__0__access="exempt"))

    item.refresh_from_db()
    assert item.access == "open"


def test_meeting_is_announced(desk: Client) -> None:
    meeting = make_meeting(agenda=False, published_at=None)

    desk.post(f"/admin/committees/meeting/{meeting.pk}/announce/", {"at": ""})

    assert Meeting.objects.public().get() == meeting


def test_meeting_is_cancelled_with_its_reason(desk: Client) -> None:
    meeting = make_meeting()

    desk.post(f"/admin/committees/meeting/{meeting.pk}/cancel/", {"reason": "Too few members."})

    meeting.refresh_from_db()
    assert (meeting.state, meeting.state_reason) == ("cancelled", "Too few members.")


def test_meeting_is_postponed_to_another_of_its_committee(desk: Client) -> None:
    meeting = make_meeting()
    later = make_meeting(committee=meeting.committee, date="2030-01-08")

    desk.post(f"/admin/committees/meeting/{meeting.pk}/postpone/", {"reason": "Snow.", "to": later.pk})

    meeting.refresh_from_db()
    assert (meeting.state, meeting.moved_to) == ("postponed", later)


def test_meeting_is_not_postponed_to_another_committees(desk: Client) -> None:
    meeting, other = make_meeting(), make_meeting()

    desk.post(f"/admin/committees/meeting/{meeting.pk}/postpone/", {"reason": "Snow.", "to": other.pk})

    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.SCHEDULED


def test_attendance_is_published(desk: Client) -> None:
    meeting = make_meeting(date=timezone.localdate())

    desk.post(f"/admin/committees/meeting/{meeting.pk}/attendance/", {"at": ""})

    meeting.refresh_from_db()
    assert meeting.attendance_published_at
    assert meeting.state == Meeting.State.HELD


@pytest.mark.parametrize("noun", ["council", "ward", "person", "committee", "meeting", "user"])
def test_each_noun_has_a_list_and_a_form(desk: Client, noun: str) -> None:
    make_meeting()
    make_person()

    assert desk.get(reverse(f"admin:committees_{noun}_changelist")).status_code == 200
    assert desk.get(reverse(f"admin:committees_{noun}_add")).status_code == 200
