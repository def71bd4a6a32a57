"""Making one meeting, and a year of them."""

from datetime import date, time, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import AgendaTemplate, ClosureDay, Committee, Meeting, PublicChange
from tests.builders import make_clerk, make_committee, make_meeting, make_user

NEW, YEAR = "/admin/meetings/new/", "/admin/meetings/new/year/"
CHRISTMAS = date(2030, 12, 25)  # a Wednesday


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    client.force_login(make_clerk())
    return client


@pytest.fixture
def committee(db: None) -> Committee:
    return make_committee(name="Scrutiny Committee")


def pattern_of(committee: Committee, **changes: Any) -> str:
    asked = {
        "committee": committee.pk,
        "pattern": "monthly",
        "nth": 3,
        "weekday": 3,
        "skipped": 8,
        "weeks": 6,
        "first": "2030-01-01",
        "last": "2030-12-31",
        "time": "19:30",
        "venue": "Town Hall",
    }
    return f"{YEAR}?{urlencode({**asked, **changes})}"


def posted(desk: Client, address: str, **changes: str) -> dict[str, str]:
    """What the preview would send, with some of its fields changed; keep- fields left empty are unticked."""
    rows = desk.get(address).context["rows"]
    sent = {"sittings-TOTAL_FORMS": str(len(rows)), "sittings-INITIAL_FORMS": str(len(rows))}
    for place, row in enumerate(rows):
        sent |= {f"sittings-{place}-keep": "on", f"sittings-{place}-date": f"{row.sitting.day}"}
        sent |= {f"sittings-{place}-time": "19:30"}
    return {**sent, **{name.replace("__", "-"): value for name, value in changes.items()}}


def test_meeting_is_made_as_a_draft(desk: Client, committee: Committee) -> None:
    sent = {"committee": committee.pk, "date": "2030-01-17", "time": "19:30", "venue": "Town Hall", "title": ""}

    response = desk.post(NEW, sent)

    meeting = Meeting.objects.get()
    assert response["Location"] == f"/admin/meetings/{meeting.pk}/"
    assert (meeting.date, meeting.time, meeting.published_at) == (date(2030, 1, 17), time(19, 30), None)
    assert not PublicChange.objects.exists()


def test_meeting_on_a_bank_holiday_is_made_only_when_the_clerk_is_sure(desk: Client, committee: Committee) -> None:
    sent = {"committee": committee.pk, "date": f"{CHRISTMAS}", "time": "", "venue": "", "title": ""}

    assert "is Christmas Day" in desk.post(NEW, sent).text
    assert not Meeting.objects.exists()

    desk.post(NEW, {**sent, "sure": "yes"})
    assert Meeting.objects.get().date == CHRISTMAS


def test_second_meeting_at_the_same_time_is_refused_and_what_was_typed_is_kept(
    desk: Client, committee: Committee
) -> None:
    there = make_meeting(committee=committee)
    sent = {"committee": committee.pk, "date": f"{there.date}", "time": "19:30", "venue": "Annexe", "sure": "yes"}

    text = desk.post(NEW, sent).text

    assert "already has a meeting on" in text
    assert 'value="Annexe"' in text


def test_pattern_is_looked_over_before_anything_is_made(desk: Client, committee: Committee) -> None:
    text = desk.get(pattern_of(committee)).text

    assert "The third Thursday of each month but August" in text
    assert "Thursday 17 January 2030" in text
    assert "August 2030" not in text
    assert not Meeting.objects.exists()


def test_year_of_meetings_is_made_with_one_dropped_and_one_moved(desk: Client, committee: Committee) -> None:
    address = pattern_of(committee)

    page = desk.post(address, posted(desk, address, sittings__0__keep="", sittings__1__date="2030-02-20"), follow=True)

    assert "10 meetings of" in page.text
    assert all(meeting.date.strftime("%A") in page.text for meeting in Meeting.objects.all())
    assert f'href="/admin/meetings/{Meeting.objects.order_by("date")[0].pk}/"' in page.text
    days = list(Meeting.objects.order_by("date").values_list("date", flat=True))
    assert len(days) == 10
    assert days[0] == date(2030, 2, 20)


def test_bank_holiday_of_a_pattern_is_moved_and_said(desk: Client, committee: Committee) -> None:
    text = desk.get(pattern_of(committee, pattern="weeks", first="2030-12-25", last="2030-12-26")).text

    assert "is Christmas Day: moved to the next working day" in text
    assert "Friday 27 December 2030" in text


def test_announced_meetings_tell_the_followers(desk: Client, committee: Committee) -> None:
    address = pattern_of(committee)

    desk.post(address, posted(desk, address, announce="on"))

    assert Meeting.objects.public().count() == 11
    assert PublicChange.objects.filter(subject="meeting").count() == 11


def test_drafts_of_a_committee_are_announced_together(desk: Client, committee: Committee) -> None:
    for day in (7, 8):
        make_meeting(committee=committee, date=date(2030, 1, day), published_at=None, agenda=False)
    address = f"/admin/committees/{committee.pk}/meetings/"

    assert "2 of them are drafts" in desk.get(address).text
    assert "2 meetings are in the public calendar now" in desk.post(address, follow=True).text
    assert Meeting.objects.public().count() == 2


def test_taken_day_makes_none_of_them_and_keeps_the_rows(desk: Client, committee: Committee) -> None:
    address = pattern_of(committee)
    sent = posted(desk, address, sittings__2__date="2030-03-22")
    make_meeting(committee=committee, date=date(2030, 4, 18))

    response = desk.post(address, sent)

    assert "already has a meeting on Thursday 18 April 2030" in response.text
    assert 'value="2030-03-22"' in response.text
    assert Meeting.objects.count() == 1


def test_place_that_is_booked_is_told(desk: Client, committee: Committee) -> None:
    make_meeting(date=date(2030, 1, 17), venue="town hall", committee=make_committee(name="Cabinet"))

    assert "Cabinet meets there on this day" in desk.get(pattern_of(committee)).text


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"first": "2030-12-31", "last": "2030-01-01"}, "The last day is before the first"),
        ({"last": "2040-01-01"}, "within three years"),
        ({"first": "9999-12-01", "last": "9999-12-31"}, "in a year from"),
        ({"pattern": "weeks", "weeks": ""}, "how many weeks"),
    ],
)
def test_pattern_that_makes_no_sense_says_so(
    desk: Client, committee: Committee, changes: dict[str, str], message: str
) -> None:
    assert message in desk.get(pattern_of(committee, **changes)).text


def test_staff_who_may_add_no_meeting_make_none(client: Client, committee: Committee) -> None:
    client.force_login(make_user(is_staff=True))
    tomorrow = timezone.localdate() + timedelta(days=1)

    assert client.post(NEW, {"committee": committee.pk, "date": f"{tomorrow}"}).status_code == 403
    assert client.get(YEAR).status_code == 403


def test_closure_day_of_the_council_is_avoided(desk: Client, committee: Committee) -> None:
    ClosureDay.objects.create(name="Election count", first_day=date(2030, 1, 17))

    assert "is Election count: moved to the next working day" in desk.get(pattern_of(committee)).text


def test_time_and_place_left_empty_are_those_of_the_committees_template(desk: Client, committee: Committee) -> None:
    AgendaTemplate.objects.create(committee=committee, venue="Council Chamber", time=time(18, 30))

    desk.post(NEW, {"committee": committee.pk, "date": "2030-01-17", "time": "", "venue": "", "title": ""})
    proposed = desk.get(pattern_of(committee, time="", venue="")).context

    meeting = Meeting.objects.get()
    assert (meeting.time, meeting.venue) == (time(18, 30), "Council Chamber")
    assert {row.form.initial["time"] for row in proposed["rows"]} == {time(18, 30)}
    assert proposed["of_pattern"]["venue"] == "Council Chamber"
