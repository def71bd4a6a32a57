"""The clerk's screen for a meeting's clock, and what a clerk records on it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import ClosureDay, DutyRecord
from tests.builders import make_clerk, make_meeting

MEETING = date(2036, 9, 23)


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    client.force_login(make_clerk())
    return client


def test_clock_shows_each_day_with_its_working_and_its_rule(desk: Client) -> None:
    meeting = make_meeting(date=MEETING, agenda=False)

    page = desk.get(f"/admin/committees/meeting/{meeting.pk}/clock/").text

    assert "Monday 15 September 2036" in page
    assert "5 clear days: Tue 16, Wed 17, Thu 18, Fri 19 and Mon 22 September." in page
    assert "Local Government Act 1972 s100A-B" in page
    assert "Needs attention" not in page


def test_clock_warns_before_a_day_passes(desk: Client) -> None:
    meeting = make_meeting(date=timezone.localdate() + timedelta(days=3), agenda=False)

    page = desk.get(f"/admin/committees/meeting/{meeting.pk}/clock/").text

    assert "Needs attention" in page
    assert "was due by" in page


def test_deposit_is_recorded_with_when_by_whom_and_how(desk: Client) -> None:
    meeting = make_meeting()
    address = f"/admin/committees/meeting/{meeting.pk}/duties/deposit/"

    desk.post(address, {"at": "2026-09-14T17:05", "done_by": "Rosa Hale", "how": "Left at reception"})
    page = desk.get(f"/admin/committees/meeting/{meeting.pk}/clock/").text

    record = DutyRecord.objects.get()
    assert record.duty == "deposit"
    assert record.recorded_by
    assert "Left at reception, by Rosa Hale on 14 September 2026, 17:05." in page


def test_duty_that_is_still_to_come_is_not_recorded_and_what_was_typed_is_kept(desk: Client) -> None:
    meeting = make_meeting()
    address = f"/admin/committees/meeting/{meeting.pk}/duties/summons/"

    response = desk.post(address, {"at": "2066-09-14T17:05", "done_by": "Rosa Hale", "how": "Emailed"})

    assert "still to come" in response.text
    assert "Rosa Hale" in response.text
    assert not DutyRecord.objects.exists()


def test_unknown_duty_is_no_page(desk: Client) -> None:
    assert desk.get(f"/admin/committees/meeting/{make_meeting().pk}/duties/dinner/").status_code == 404


def test_time_that_comes_twice_is_asked_about(desk: Client) -> None:
    meeting = make_meeting()
    address = f"/admin/committees/meeting/{meeting.pk}/duties/deposit/"
    sent = {"at": "2025-10-26T01:30", "done_by": "Rosa Hale", "how": "Left at reception"}

    asked = desk.post(address, sent).text
    desk.post(address, {**sent, "at_which": "second"})

    assert "this time comes twice: 26 October 2025, 01:30 BST, and 26 October 2025, 01:30 GMT" in asked
    assert DutyRecord.objects.get().done_at.isoformat() == "2025-10-26T01:30:00+00:00"


def test_publication_in_an_hour_that_does_not_exist_is_refused(desk: Client) -> None:
    meeting = make_meeting(agenda=False, published_at=None)

    page = desk.post(f"/admin/committees/meeting/{meeting.pk}/announce/", {"at": "2036-03-30T01:30"}).text

    assert "There is no 01:30 on 30 March 2036: the clocks go forward then. Choose 00:30, or 02:30 or later." in page
    meeting.refresh_from_db()
    assert meeting.published_at is None


def test_publication_in_the_past_is_refused(desk: Client) -> None:
    meeting = make_meeting(agenda=False, published_at=None)

    page = desk.post(f"/admin/committees/meeting/{meeting.pk}/announce/", {"at": "2020-03-30T01:30"}).text

    assert "That moment has passed" in page


def test_closure_days_are_edited_in_the_admin(desk: Client) -> None:
    sent = {"name": "Christmas closure", "first_day": "2026-12-29", "last_day": "2026-12-31"}

    desk.post("/admin/committees/closureday/add/", sent)
    backwards = desk.post("/admin/committees/closureday/add/", {**sent, "last_day": "2026-12-01"}).text

    assert [str(day) for day in ClosureDay.objects.by_day()] == ["2026-12-29", "2026-12-30", "2026-12-31"]
    assert "The last day is the first or a later one" in backwards
