"""The clerk's first page, and where it leads."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from committees.models import Meeting
from documents.models import PaperToFollow
from tests.builders import make_committee, make_item, make_meeting, make_minutes, make_paper, make_user


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def test_meeting_without_items_lacks_its_agenda_with_the_latest_day_and_its_working(desk: Client) -> None:
    make_meeting(agenda=False, date=in_days(30))

    text = desk.get("/admin/").text

    assert "No agenda yet: due by" in text
    assert "5 clear days: " in text
    assert f'href="/admin/meetings/{Meeting.objects.get().pk}/build/">Make it' in text


def test_agenda_whose_latest_day_has_passed_is_late(desk: Client) -> None:
    make_meeting(agenda=False, date=in_days(3))

    text = desk.get("/admin/").text

    assert "<strong>Late.</strong> No agenda yet: was due by" in text


def test_last_meeting_without_minutes_is_told_at_the_next(desk: Client) -> None:
    committee = make_committee()
    before = make_meeting(committee=committee, date=in_days(-20))
    make_meeting(committee=committee, date=in_days(20))

    text = desk.get("/admin/").text

    assert f'href="/admin/meetings/{before.pk}/minutes/">Write them' in text


def test_last_meeting_with_minutes_is_not_told(desk: Client) -> None:
    committee = make_committee()
    make_minutes(meeting=make_meeting(committee=committee, date=in_days(-20)))
    make_meeting(committee=committee, date=in_days(20))

    text = desk.get("/admin/").text

    assert "Complete: nothing is missing." in text


def test_unpublished_papers_of_a_public_agenda_are_counted(desk: Client) -> None:
    meeting = make_meeting()
    for _ in range(2):
        make_paper(meeting=meeting, published_at=None)

    assert "2 papers not published" in desk.get("/admin/").text


def test_cancelled_and_far_meetings_are_not_the_weeks_work(desk: Client) -> None:
    make_meeting(state=Meeting.State.CANCELLED, committee=make_committee(name="Cancelled Board"))
    make_meeting(date=in_days(90), committee=make_committee(name="Far Board"))

    text = desk.get("/admin/").text

    assert "Cancelled Board" not in text
    assert "Far Board" not in text


def test_withdrawn_paper_and_item_stand_on_the_desk(desk: Client) -> None:
    make_paper(title="Flats", withdrawn_at=timezone.now(), withdrawal_reason="It names residents.")
    make_item(title="Garages", state="withdrawn")

    text = desk.get("/admin/").text

    assert "Flats" in text
    assert "It names residents." in text
    assert "Garages" in text


def test_queries_do_not_grow_with_the_rows(desk: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            desk.get("/admin/")
        return len(captured)

    def one_more() -> None:
        committee = make_committee()
        make_meeting(committee=committee, date=in_days(-9))
        make_paper(meeting=make_meeting(committee=committee, agenda=False, date=in_days(9)), published_at=None)
        make_paper(withdrawn_at=timezone.now(), withdrawal_reason="Names.")

    one_more()
    few = queries()
    for _ in range(4):
        one_more()

    assert queries() == few


def test_every_task_is_one_click_from_its_meeting(desk: Client) -> None:
    meeting = make_meeting(agenda=False)
    make_item(meeting=meeting)

    text = desk.get(f"/admin/meetings/{meeting.pk}/").text

    for address in ("publication/", "papers/add/", "minutes/"):
        assert f'href="/admin/meetings/{meeting.pk}/{address}"' in text
    assert "The meeting, in lists and calendars, without its agenda yet." in text


def test_model_lists_are_on_a_page_of_their_own(desk: Client) -> None:
    assert "/admin/committees/ward/" not in desk.get("/admin/").text
    assert "/admin/committees/ward/" in desk.get("/admin/records/").text


@pytest.mark.parametrize("address", ["/admin/find/?q=park", "/admin/meetings/1/"])
def test_staff_without_permission_find_nothing(client: Client, db: None, address: str) -> None:
    client.force_login(make_user(is_staff=True))

    assert client.get(address).status_code == 403


def test_what_is_late_stands_first_and_has_its_working_on_a_page_of_its_own(desk: Client) -> None:
    make_meeting(agenda=False, date=in_days(3), committee=make_committee(name="Cabinet"))

    assert "Agenda and open reports published" in desk.get("/admin/").text
    assert "5 clear days: " in desk.get("/admin/due/").text


def test_promised_paper_whose_day_has_passed_is_late(desk: Client) -> None:
    PaperToFollow.objects.create(meeting=make_meeting(), title="Budget", expected_on=in_days(-1))

    assert "<strong>Late.</strong> 1 paper to follow" in desk.get("/admin/").text


def test_promised_paper_without_a_day_wants_one(desk: Client) -> None:
    meeting = make_meeting(date=in_days(20))
    PaperToFollow.objects.create(meeting=meeting, title="Budget", expected_on=None)
    PaperToFollow.objects.create(meeting=meeting, title="Pool", expected_on=in_days(5))

    text = desk.get("/admin/").text

    assert "2 papers to follow, expected" in text
    assert "No day said for 1 paper to follow" in text
    assert f'href="/admin/meetings/{meeting.pk}/build/">Say when' in text
