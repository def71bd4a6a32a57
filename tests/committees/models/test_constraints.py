"""What the database refuses, whoever asks."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from committees.models import AgendaItem, Council, Meeting, MeetingMember
from tests.builders import make_committee, make_item, make_meeting, make_membership, make_person

pytestmark = pytest.mark.django_db


def test_council_is_one() -> None:
    Council.objects.create(name="First")

    with pytest.raises(IntegrityError, match="council_is_one"):
        Council.objects.create(name="Second")


def test_membership_terms_of_one_person_never_overlap() -> None:
    person, committee = make_person(), make_committee()
    make_membership(person=person, committee=committee, started_on=date(2024, 5, 1))

    with pytest.raises(IntegrityError, match="membership_terms_never_overlap"):
        make_membership(person=person, committee=committee, started_on=date(2025, 5, 1))


def test_membership_may_follow_on_the_day_the_last_ended() -> None:
    person, committee = make_person(), make_committee()
    make_membership(person=person, committee=committee, started_on=date(2024, 5, 1), ended_on=date(2025, 5, 1))

    make_membership(person=person, committee=committee, started_on=date(2025, 5, 1))

    assert committee.memberships.count() == 2


def test_vacancies_of_one_committee_may_stand_side_by_side() -> None:
    committee = make_committee()

    make_membership(committee=committee, person=None)
    make_membership(committee=committee, person=None)

    assert committee.memberships.count() == 2


def test_membership_cannot_end_before_it_starts() -> None:
    with pytest.raises(IntegrityError, match="membership_ends_after_it_starts"):
        make_membership(person=make_person(), started_on=date(2025, 5, 1), ended_on=date(2025, 4, 1))


def test_meeting_of_one_committee_is_once_at_one_time() -> None:
    meeting = make_meeting(time=None)

    with pytest.raises(IntegrityError, match="meeting_is_once"):
        make_meeting(committee=meeting.committee, date=meeting.date, time=None)


def test_agenda_is_not_published_before_its_meeting() -> None:
    with pytest.raises(IntegrityError, match="meeting_is_announced_before_its_agenda"):
        make_meeting(published_at=None)


def test_item_order_is_unique_when_the_transaction_ends() -> None:
    meeting = make_meeting()
    first, second = make_item(meeting=meeting), make_item(meeting=meeting)

    with transaction.atomic():  # swapping passes through a state where both have one order
        AgendaItem.objects.filter(pk=first.pk).update(order=2)
        AgendaItem.objects.filter(pk=second.pk).update(order=1)

    AgendaItem.objects.filter(pk=second.pk).update(order=2)
    with pytest.raises(IntegrityError, match="item_order"):
        connection.check_constraints()


def test_published_exempt_item_has_a_paragraph() -> None:
    with pytest.raises(IntegrityError, match="item_published_exempt_has_a_paragraph"):
        make_item(access="exempt")


def test_draft_exempt_item_may_lack_a_paragraph() -> None:
    assert make_item(access="exempt", published_at=None).pk


def test_vacant_seat_has_no_name() -> None:
    with pytest.raises(IntegrityError, match="meeting_member_is_named_or_vacant"):
        MeetingMember.objects.create(meeting=make_meeting(), order=1, role="vacancy", name="A Person")


def test_published_meeting_cannot_be_deleted() -> None:
    meeting = make_meeting()

    with pytest.raises(ProgrammingError, match="Cannot delete"), transaction.atomic():
        meeting.delete()

    assert Meeting.objects.filter(pk=meeting.pk).exists()


def test_draft_and_scheduled_meetings_can_be_deleted() -> None:
    make_meeting(published_at=None, agenda=False).delete()
    make_meeting(published_at=timezone.now() + timedelta(days=1), agenda=False).delete()

    assert not Meeting.objects.exists()
