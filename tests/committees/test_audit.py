"""The audit is kept by the database: every change, with who and why, and never altered."""

import pytest
from django.apps import apps
from django.db import ProgrammingError

from committees.audit import recorded
from committees.models import Meeting
from tests.builders import make_clerk, make_committee, make_meeting

pytestmark = pytest.mark.django_db

MeetingEvent = apps.get_model("committees", "MeetingEvent")
CommitteeEvent = apps.get_model("committees", "CommitteeEvent")


def test_change_records_who_and_why() -> None:
    meeting, clerk = make_meeting(), make_clerk(username="rosa")

    with recorded(by=clerk, why="The venue moved"):
        meeting.venue = "Library"
        meeting.save()

    event = MeetingEvent.objects.filter(pgh_label="update").latest("pgh_id")
    assert event.venue == "Library"
    assert event.pgh_context.metadata["username"] == "rosa"
    assert event.pgh_context.metadata["why"] == "The venue moved"


def test_bulk_change_is_recorded_too() -> None:
    make_meeting()

    Meeting.objects.update(venue="Library")

    assert MeetingEvent.objects.filter(pgh_label="update", venue="Library").count() == 1


def test_record_cannot_be_altered() -> None:
    make_meeting()

    with pytest.raises(ProgrammingError, match="Cannot update"):
        MeetingEvent.objects.update(venue="Elsewhere")


def test_change_outside_any_request_names_nobody() -> None:
    committee = make_committee()

    committee.name = "Renamed"
    committee.save()

    assert CommitteeEvent.objects.filter(pgh_label="update").latest("pgh_id").pgh_context is None


def test_action_within_another_keeps_its_own_reason_and_leaves_the_others() -> None:
    meeting, clerk = make_meeting(), make_clerk(username="rosa")

    with recorded(by=clerk, why="Publish the pack"):
        Meeting.objects.update(venue="First")
        with recorded(by=clerk, why="Publish the agenda"):
            Meeting.objects.update(venue="Second")
        Meeting.objects.update(venue="Third")

    events = MeetingEvent.objects.filter(pgh_obj_id=meeting.pk, pgh_label="update").order_by("pgh_id")
    assert [(event.venue, event.pgh_context.metadata["why"]) for event in events] == [
        ("First", "Publish the pack"),
        ("Second", "Publish the agenda"),
        ("Third", "Publish the pack"),
    ]
