"""Minutes written here: seen as the public will, published, confirmed, withdrawn."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import (
    Attendance,
    Decision,
    Declaration,
    Meeting,
    Minute,
    Minutes,
    MinutesDraft,
    NamedVote,
    PublicChange,
)
from tests.builders import make_item, make_meeting, make_minute, make_minutes
from tests.documents.admin.minutes.test_editor import address, typed


@pytest.fixture
def meeting(db: None) -> Meeting:
    meeting = make_meeting()
    make_item(meeting=meeting, title="Pool")
    make_item(meeting=meeting, title="Parks")
    return meeting


def write(desk: Client, meeting: Meeting, **fields: str) -> None:
    words = {"first__text": "It was discussed.", "first__resolution": "(a) That it close.\r\n(b) That people be told."}
    desk.post(address(meeting), typed(meeting, **{**words, **fields}), headers={"Accept": "application/json"})


def test_publishing_makes_draft_minutes_with_their_decisions(desk: Client, meeting: Meeting) -> None:
    write(
        desk,
        meeting,
        chair="Ada Byrne",
        closed_at="20:35",
        first__requests="A plan by May.",
        first__declarations="Councillor Byrne (B2): lives beside it",
        first__votes_for="Ada Byrne, Ben Okoro",
        first__votes_against="Cy Dale",
    )

    response = desk.post(address(meeting, "publish/"))

    assert response["Location"] == address(meeting)
    minutes = Minutes.objects.public().get()
    assert (minutes.chair, minutes.written_here, minutes.is_confirmed) == ("Ada Byrne", True, False)
    assert Decision.objects.public().get().parts == ["(a) That it close.", "(b) That people be told."]
    assert Minute.objects.get(title="Pool").requests == ["A plan by May."]
    declared = Declaration.objects.get()
    assert (declared.name, declared.item_label, declared.text) == ("Councillor Byrne", "B2", "lives beside it")
    assert NamedVote.objects.filter(cast="for").count() == 2
    meeting.refresh_from_db()
    assert (f"{meeting.closed_at:%H:%M}", meeting.state) == ("20:35", "held")
    assert not MinutesDraft.objects.exists()


def test_publish_page_counts_what_becomes_public(desk: Client, meeting: Meeting) -> None:
    Attendance.objects.create(meeting=meeting, name="Ada Byrne")
    write(desk, meeting)

    text = desk.get(address(meeting, "publish/")).text

    assert "<strong>2</strong> minutes, and the attendance of <strong>1</strong> person" in text
    assert not Minutes.objects.exists()


def test_publish_page_says_what_is_missing(desk: Client, meeting: Meeting) -> None:
    write(desk, meeting)
    make_item(meeting=meeting, title="Late item")

    text = desk.get(address(meeting, "publish/")).text

    assert "No attendance is recorded." in text
    assert "Late item has no minute." in text


def test_faults_stop_publication_and_lead_to_their_fields(desk: Client, meeting: Meeting) -> None:
    write(desk, meeting, first__title="", closed_at="half past")

    text = desk.post(address(meeting, "publish/")).text

    assert f'href="{address(meeting)}?check=1#entries-0-title"' in text
    assert f'href="{address(meeting)}?check=1#closed_at"' in text
    assert not Minutes.objects.exists()


def test_name_in_two_camps_stops_publication(desk: Client, meeting: Meeting) -> None:
    write(desk, meeting, first__votes_for="Ada Byrne", first__votes_against="ada byrne")

    assert "ada byrne is named twice in this vote." in desk.get(address(meeting, "publish/")).text


def test_empty_minutes_are_not_published(desk: Client, db: None) -> None:
    meeting = make_meeting()

    text = desk.post(address(meeting, "publish/")).text

    assert "no minute is written" in text
    assert not Minutes.objects.exists()


def test_corrections_wait_until_they_are_published(desk: Client, meeting: Meeting) -> None:
    write(desk, meeting)
    desk.post(address(meeting, "publish/"))
    form = desk.get(address(meeting))
    again = typed(meeting, basis=form.context["basis"], first__text="Corrected.")

    desk.post(address(meeting), again)
    assert Minute.objects.get(title="Pool").text == "It was discussed."
    assert "not public yet" in desk.get(address(meeting)).text

    desk.post(address(meeting, "publish/"))
    assert Minute.objects.get(title="Pool").text == "Corrected."


def test_withheld_item_is_marked_before_publication(desk: Client, db: None) -> None:
    meeting = make_meeting()
    make_item(meeting=meeting, title="Sale", access="exempt", exempt_paragraphs=[3])
    make_item(meeting=meeting, title="Parks")
    write(desk, meeting, first__access="exempt")

    assert "Withheld</span>" in desk.get(address(meeting, "publish/")).text
    desk.post(address(meeting, "publish/"))

    assert {row.title for row in Minute.objects.public()} == {"Parks"}


def test_preview_is_the_public_page_and_leaves_nothing_behind(desk: Client, meeting: Meeting) -> None:
    Meeting.objects.update(published_at=None, agenda_published_at=None)
    write(desk, meeting)

    response = desk.get(address(meeting, "preview/"))

    assert "That it close." in response.text
    assert "Nobody else can see it yet." in response.text
    assert "no-store" in response["Cache-Control"]
    assert not Minutes.objects.exists()
    assert not Decision.objects.exists()
    assert not PublicChange.objects.exists()
    assert MinutesDraft.objects.exists()
    meeting.refresh_from_db()
    assert meeting.published_at is None


def test_preview_of_faulty_minutes_leads_back_to_the_faults(desk: Client, meeting: Meeting) -> None:
    write(desk, meeting, first__title="")

    assert desk.get(address(meeting, "preview/"))["Location"] == address(meeting) + "?check=1"


def test_minutes_are_confirmed_by_the_next_meeting(desk: Client, db: None) -> None:
    minutes = make_minutes()
    following = make_meeting(committee=minutes.meeting.committee, date=minutes.meeting.date + timedelta(days=3))

    shown = desk.get(address(minutes.meeting, "confirm/")).text
    desk.post(address(minutes.meeting, "confirm/"), {"at_meeting": following.pk, "on": ""})

    assert f'value="{following.pk}" selected' in shown
    minutes.refresh_from_db()
    assert (minutes.confirmed_at, minutes.confirmed_on) == (following, following.date)


def test_minutes_are_not_confirmed_by_a_meeting_that_is_still_to_come(desk: Client, db: None) -> None:
    minutes = make_minutes()
    coming = make_meeting(committee=minutes.meeting.committee, date=timezone.localdate() + timedelta(days=30))

    shown = desk.get(address(minutes.meeting, "confirm/")).text
    text = desk.post(address(minutes.meeting, "confirm/"), {"at_meeting": coming.pk, "on": ""}).text

    assert f'value="{coming.pk}"' not in shown
    minutes.refresh_from_db()
    assert "is still to come: confirm them once it has been" in text
    assert not minutes.is_confirmed


def test_confirmation_needs_a_meeting_or_a_day(desk: Client, db: None) -> None:
    minutes = make_minutes()

    text = desk.post(address(minutes.meeting, "confirm/"), {"at_meeting": "", "on": ""}).text

    assert "Choose the meeting, or enter the day." in text


def test_confirmation_is_taken_back(desk: Client, db: None) -> None:
    minutes = make_minutes()
    desk.post(address(minutes.meeting, "confirm/"), {"on": str(minutes.meeting.date)})

    desk.post(address(minutes.meeting, "unconfirm/"), {"why": "The wrong meeting"})

    minutes.refresh_from_db()
    assert not minutes.is_confirmed


def test_minutes_are_withdrawn_and_reinstated(desk: Client, db: None) -> None:
    minutes = make_minutes()
    make_minute(minutes=minutes)

    desk.post(address(minutes.meeting, "withdraw/"), {"reason": "A name was wrong"})
    assert not Minutes.objects.public().exists()
    assert "A name was wrong" in desk.get(address(minutes.meeting)).text
    desk.post(address(minutes.meeting, "reinstate/"), {"why": "Put right"})

    assert Minutes.objects.public().exists()


def test_meetings_form_leads_to_its_minutes(desk: Client, meeting: Meeting) -> None:
    assert address(meeting) in desk.get(f"/admin/committees/meeting/{meeting.pk}/change/").text
