"""A whole agenda timed for a coming minute, and the reason asked for what is published late."""

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone

from committees.actions import ReasonNeeded
from committees.models import AgendaItem, Meeting
from documents.actions import papers
from documents.models import Document, Listing
from tests.builders import make_item, make_meeting, make_paper

WINTER = datetime(2036, 10, 26, 1, 30, tzinfo=UTC)  # the second 01:30 of that day


def draft(**fields: object) -> Meeting:
    meeting = make_meeting(agenda=False, published_at=None, **fields)
    make_paper(item=make_item(meeting=meeting, published_at=None), published_at=None)
    return meeting


def late() -> Meeting:
    return draft(date=timezone.localdate() + timedelta(days=1))


def publication_of(meeting: Meeting) -> str:
    return f"/admin/meetings/{meeting.pk}/publication/"


def test_timed_agenda_is_public_from_its_minute_with_items_and_papers(desk: Client, client: Client) -> None:
    meeting = draft(date=WINTER.date() + timedelta(days=30))

    desk.post(publication_of(meeting), {"at": "2036-10-26T01:30", "at_which": "second"})

    meeting.refresh_from_db()
    assert meeting.agenda_published_at == WINTER
    assert set(AgendaItem.objects.values_list("published_at", flat=True)) == {WINTER}
    assert set(Document.objects.values_list("published_at", flat=True)) == {WINTER}
    assert not Document.objects.public().exists()
    assert client.get(f"/meetings/{meeting.pk}/").status_code == 404
    assert "set to be published at 26 October 2036, 01:30 GMT" in desk.get(publication_of(meeting)).text


def test_timed_agenda_needs_no_worker_to_become_public(desk: Client, client: Client) -> None:
    meeting = draft()
    papers.publish_agenda(meeting=meeting, by=None, at=timezone.now() + timedelta(hours=1))
    paper = Document.objects.get()
    address = paper.get_absolute_url()
    before = client.get(address).status_code

    in_two_hours: tuple[str, list[str]] = ("now() + interval '2 hours'", [])
    with patch("django.db.models.functions.Now.as_postgresql", lambda *arguments, **more: in_two_hours):
        public = set(Document.objects.public())
    assert before == 404
    assert public == {paper}


def test_hour_that_does_not_exist_is_refused_and_what_was_typed_is_kept(desk: Client) -> None:
    meeting = draft()

    page = desk.post(publication_of(meeting), {"at": "2036-03-30T01:30", "late_reason": "The chair was ill"}).text

    assert "There is no 01:30 on 30 March 2036" in page
    assert "2036-03-30T01:30" in page
    assert "The chair was ill" in page
    assert not Meeting.objects.with_public_agenda().exists()


def test_timed_agenda_can_be_given_another_time_or_be_taken_back(desk: Client) -> None:
    meeting = draft(date=WINTER.date() + timedelta(days=30))
    papers.publish_agenda(meeting=meeting, by=None, at=WINTER)
    later = WINTER + timedelta(days=1)

    papers.publish_agenda(meeting=meeting, by=None, at=later)
    moments = {Meeting.objects.get().agenda_published_at, Document.objects.get().published_at}
    desk.post(f"{publication_of(meeting)}take-back/")

    meeting.refresh_from_db()
    assert moments == {later}
    assert (meeting.published_at, meeting.agenda_published_at) == (None, None)
    assert Document.objects.get().published_at is None
    assert AgendaItem.objects.get().published_at is None


def test_agenda_that_is_public_is_not_taken_back(desk: Client) -> None:
    meeting = make_meeting()

    page = desk.post(f"{publication_of(meeting)}take-back/").text

    assert "not timed for a coming moment" in page
    assert Meeting.objects.with_public_agenda().exists()


def test_late_agenda_is_published_only_with_the_reason(desk: Client) -> None:
    meeting = late()

    asked = desk.get(publication_of(meeting)).text
    refused = desk.post(publication_of(meeting)).text
    still_draft = not Meeting.objects.with_public_agenda().exists()
    desk.post(publication_of(meeting), {"late_reason": "Called at short notice after the flood."})

    assert "Why it is published late" in asked
    assert "The agenda is late: it was due by" in refused
    assert still_draft
    meeting.refresh_from_db()
    assert meeting.agenda_late_reason == "Called at short notice after the flood."
    assert Listing.objects.get().late_reason == ""  # the agenda's reason is its papers' too


def test_agenda_timed_for_too_late_needs_the_reason_too(desk: Client) -> None:
    meeting = draft()
    moment = timezone.localtime() + timedelta(days=20)

    page = desk.post(publication_of(meeting), {"at": moment.strftime("%Y-%m-%dT%H:%M")}).text

    assert "The agenda is late" in page
    assert Meeting.objects.get().agenda_published_at is None


def test_late_paper_is_published_only_with_the_reason(desk: Client) -> None:
    meeting = make_meeting(date=timezone.localdate() + timedelta(days=1))
    paper = make_paper(item=make_item(meeting=meeting), published_at=None)

    with pytest.raises(ReasonNeeded, match="is late: it was due by"):
        papers.publish_document(document=paper, by=None)
    desk.post(f"/admin/papers/{paper.pk}/publish/", {"late_reason": "The figures came on Monday."})

    assert Document.objects.public().exists()
    assert Listing.objects.get().late_reason == "The figures came on Monday."


@pytest.mark.django_db
def test_archive_of_an_old_meeting_is_not_late() -> None:
    meeting = make_meeting(date=timezone.localdate() - timedelta(days=400), agenda=False, published_at=None)

    papers.publish_agenda(meeting=meeting, by=None)

    assert meeting.agenda_late_reason == ""
    assert Meeting.objects.with_public_agenda().exists()


def test_paper_with_a_time_of_its_own_shows_it(desk: Client) -> None:
    meeting = make_meeting()
    make_paper(item=make_item(meeting=meeting), published_at=WINTER)

    assert "Public from 26 October 2036, 01:30 GMT" in desk.get(publication_of(meeting)).text
