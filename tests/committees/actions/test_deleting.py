"""Drafts are deleted so that they can be put back; what was ever public is not deleted."""

from datetime import timedelta

import pgtrigger
import pytest
from django.apps import apps
from django.utils import timezone

from committees.actions import InUse, NotAllowed, delete_draft, restore_draft, was_ever_public
from committees.models import AgendaItem, Attendance, Committee, DeletedDraft, Meeting, Membership
from tests.builders import (
    make_clerk,
    make_committee,
    make_item,
    make_meeting,
    make_membership,
    make_person,
    make_section,
)

pytestmark = pytest.mark.django_db


def draft_meeting(**fields: object) -> Meeting:
    return make_meeting(agenda=False, published_at=None, **fields)


def test_draft_meeting_comes_back_with_its_agenda_under_the_old_numbers() -> None:
    meeting = draft_meeting(venue="Annexe")
    section = make_section(meeting=meeting, letter="A", published_at=None)
    item = make_item(meeting=meeting, section=section, title="Garages", published_at=None)
    Attendance.objects.create(meeting=meeting, name="Dana Marsh", capacity="officer")
    clerk = make_clerk()

    deleted = delete_draft(row=meeting, by=clerk)
    assert not Meeting.objects.exists()
    assert deleted.counts["committees.agendaitem"] == 1
    restore_draft(deleted=deleted, by=clerk)

    back = AgendaItem.objects.get()
    assert (back.pk, back.section, back.title, back.meeting.venue) == (item.pk, section, "Garages", "Annexe")
    assert Attendance.objects.get().name == "Dana Marsh"


def test_announced_meeting_is_not_deleted_even_where_it_was_hidden_again() -> None:
    meeting = make_meeting(agenda=False)
    Meeting.objects.update(published_at=None)
    meeting.refresh_from_db()

    with pytest.raises(NotAllowed, match="has been public"):
        delete_draft(row=meeting, by=None)


def test_agenda_taken_back_before_its_moment_is_a_draft_like_any_other_once_that_has_passed() -> None:
    item = make_item(meeting=draft_meeting(), published_at=None)
    moment = timezone.now() - timedelta(minutes=2)
    for set_for in (moment, None):
        AgendaItem.objects.update(published_at=set_for)
    item.refresh_from_db()
    assert was_ever_public(item)

    with pgtrigger.ignore():
        apps.get_model("committees", "AgendaItemEvent")._default_manager.update(
            pgh_created_at=moment - timedelta(hours=1)
        )  # as long ago as it was timed

    assert not was_ever_public(item)


def test_committee_that_meets_is_not_deleted_and_says_what_rests_on_it() -> None:
    committee = make_committee(is_public=False)
    meeting = draft_meeting(committee=committee)

    with pytest.raises(InUse) as refused:
        delete_draft(row=committee, by=None)

    assert refused.value.by == [meeting]


def test_committee_without_history_comes_back_with_its_members() -> None:
    committee = make_committee(name="Parks Panel", is_public=False)
    make_membership(committee=committee, person=make_person())

    restore_draft(deleted=delete_draft(row=committee, by=None), by=None)

    assert Committee.objects.get().name == "Parks Panel"
    assert Membership.objects.get().committee_id == committee.pk


def test_section_comes_back_to_its_items() -> None:
    section = make_section(meeting=draft_meeting(), letter="A", published_at=None)
    item = make_item(meeting=section.meeting, section=section, published_at=None)
    deleted = delete_draft(row=section, by=None)
    item.refresh_from_db()
    assert item.section is None

    restore_draft(deleted=deleted, by=None)

    item.refresh_from_db()
    assert item.section == section


def test_item_whose_place_is_taken_comes_back_as_the_last() -> None:
    meeting = draft_meeting()
    first, second = (make_item(meeting=meeting, published_at=None) for _ in range(2))
    deleted = delete_draft(row=first, by=None)
    AgendaItem.objects.filter(pk=second.pk).update(order=1)

    restore_draft(deleted=deleted, by=None)

    assert list(AgendaItem.objects.order_by("order")) == [second, first]


def test_meeting_whose_time_is_taken_stays_deleted_and_says_why() -> None:
    meeting = draft_meeting()
    deleted = delete_draft(row=meeting, by=None)
    draft_meeting(committee=meeting.committee)

    with pytest.raises(NotAllowed, match="another has taken its place"):
        restore_draft(deleted=deleted, by=None)

    assert DeletedDraft.objects.restorable().exists()


def test_item_of_a_meeting_that_is_gone_stays_deleted() -> None:
    item = make_item(meeting=draft_meeting(), published_at=None)
    deleted = delete_draft(row=item, by=None)
    delete_draft(row=item.meeting, by=None)

    with pytest.raises(NotAllowed, match="is gone"):
        restore_draft(deleted=deleted, by=None)


def test_draft_is_put_back_once_and_within_thirty_days() -> None:
    deleted = delete_draft(row=draft_meeting(), by=None)
    DeletedDraft.objects.update(deleted_at=timezone.now() - timedelta(days=31))

    with pytest.raises(NotAllowed, match="30 days are over"):
        restore_draft(deleted=deleted, by=None)
