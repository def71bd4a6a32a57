"""What the meeting page tells of papers that come after the agenda."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import Access, AgendaItem, Meeting
from documents.actions.papers_to_follow import drop_promise, promise_paper
from documents.models import Listing, PaperToFollow, Supplement
from tests.builders import make_item, make_meeting, make_paper

pytestmark = pytest.mark.django_db

AT = datetime(2016, 9, 20, 16, 10, tzinfo=ZoneInfo("Europe/London"))


def read(client: Client, meeting: Meeting) -> str:
    return client.get(meeting.get_absolute_url()).text


def test_supplement_stands_with_its_time_and_why_it_is_late(client: Client) -> None:
    meeting = make_meeting(
        date=AT.date() + timedelta(days=2),
        published_at=AT - timedelta(days=6),
        agenda_published_at=AT - timedelta(days=6),
    )
    make_paper(item=make_item(meeting=meeting), published_at=AT, title="Pool survey")
    supplement = Supplement.objects.create(meeting=meeting, number=1, published_at=AT, late_reason="It came late.")
    Listing.objects.update(supplement=supplement)

    text = read(client, meeting)

    assert "<strong>Supplement 1</strong>, published" in text
    assert "Tuesday 20 September 2016 at 4.10 pm" in text
    assert "Why it is late: It came late." in text


def test_single_paper_stands_with_its_time_and_why_it_is_late(client: Client) -> None:
    meeting = make_meeting(
        date=AT.date() + timedelta(days=2),
        published_at=AT - timedelta(days=6),
        agenda_published_at=AT - timedelta(days=6),
    )
    make_paper(item=make_item(meeting=meeting), published_at=AT, title="Pool survey")
    Listing.objects.update(late_reason="The auditor was late.")

    text = read(client, meeting)

    assert "<strong>Paper added</strong>, published" in text
    assert "Tuesday 20 September 2016 at 4.10 pm" in text
    assert "Why it is late: The auditor was late." in text


def test_paper_published_with_the_agenda_is_not_told_as_later(client: Client) -> None:
    meeting = make_meeting()
    make_paper(item=make_item(meeting=meeting), published_at=meeting.agenda_published_at)

    assert "Published after the agenda" not in read(client, meeting)


@pytest.fixture
def promise() -> PaperToFollow:
    item = make_item(title="Parks")
    day = timezone.localdate() + timedelta(days=2)
    return promise_paper(meeting=item.meeting, item=item, title="Survey of parks", expected_on=day, by=None)


def test_paper_to_follow_is_promised_with_its_day(client: Client, promise: PaperToFollow) -> None:
    assert "<strong>To follow</strong>: Survey of parks, expected " in read(client, promise.meeting)
    assert promise.item
    assert "Survey of parks" in client.get(promise.item.get_absolute_url()).text


def test_day_that_has_passed_is_not_held_against_anybody(client: Client, promise: PaperToFollow) -> None:
    PaperToFollow.objects.update(expected_on=timezone.localdate() - timedelta(days=1))

    text = read(client, promise.meeting)

    assert "Survey of parks" in text
    assert "expected" not in text


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"access": Access.CONFIDENTIAL}, {"state": "withdrawn"}])
def test_promise_is_nowhere_where_its_item_is_hidden(
    client: Client, promise: PaperToFollow, hidden: dict[str, str | None]
) -> None:
    AgendaItem.objects.update(**hidden)

    assert "Survey of parks" not in read(client, promise.meeting)


def test_dropped_promise_is_gone(client: Client, promise: PaperToFollow) -> None:
    drop_promise(promise=promise, by=None, why="Not needed")

    assert "Survey of parks" not in read(client, promise.meeting)
