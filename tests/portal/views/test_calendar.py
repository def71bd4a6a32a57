from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Meeting
from documents.models import Report
from tests.builders import make_committee, make_decision, make_item, make_meeting, make_paper, make_ward
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db
SEPTEMBER = "/meetings/calendar/2026/9/"


def test_calendar_opens_at_this_month_with_today_marked(client: Client) -> None:
    page = client.get(reverse("calendar"))
    assert f"{timezone.localdate():%B %Y}" in page.text
    assert page.text.count('aria-current="date"') == 1


def test_calendar_puts_each_meeting_on_its_day(client: Client) -> None:
    meeting = make_meeting(date=date(2026, 9, 24))
    weeks = client.get(SEPTEMBER).context["page"].weeks
    assert [day.date for week in weeks for day in week if day.rows] == [meeting.date]
    assert [week[0].date.weekday() for week in weeks] == [0] * len(weeks)


def test_calendar_leaves_out_meetings_of_other_months(client: Client) -> None:
    make_meeting(committee=make_committee(name="August Body"), date=date(2026, 8, 31))
    response = client.get(SEPTEMBER)
    page = response.text
    assert response.context["page"].days == []
    assert "No meetings are announced for this month." in page


def test_calendar_leaves_out_hidden_meetings(client: Client) -> None:
    make_meeting(date=date(2026, 9, 1), agenda=False, published_at=None)
    make_meeting(date=date(2026, 9, 2), agenda=False, published_at=timezone.now() + timedelta(days=1))
    make_meeting(date=date(2026, 9, 3), committee=make_committee(is_public=False))
    assert client.get(SEPTEMBER).context["page"].days == []


def test_calendar_says_a_meeting_is_cancelled(client: Client) -> None:
    make_meeting(date=date(2026, 9, 24), state=Meeting.State.CANCELLED)
    assert client.get(SEPTEMBER).text.count("Cancelled") == 2


def test_calendar_leads_to_the_months_around(client: Client) -> None:
    page = client.get("/meetings/calendar/2026/12/").text
    assert 'href="/meetings/calendar/2026/11/"' in page
    assert 'href="/meetings/calendar/2027/1/"' in page


@pytest.mark.parametrize("month", ["2026/0", "2026/13", "1/1", "99999/1"])
def test_calendar_of_no_month_is_not_found(client: Client, month: str) -> None:
    assert client.get(f"/meetings/calendar/{month}/").status_code == 404


def test_calendar_ends_without_a_link_beyond(client: Client) -> None:
    assert client.get("/meetings/calendar/2199/12/").context["page"].later is None


def test_calendar_queries_do_not_grow(client: Client) -> None:
    make_meeting(date=date(2026, 9, 1))
    few = queries_of(client, SEPTEMBER)
    for day in range(2, 21):
        make_meeting(date=date(2026, 9, day))
    assert queries_of(client, SEPTEMBER) == few <= 8


def test_calendar_chooses_by_committee_and_keeps_the_choice_from_month_to_month(client: Client) -> None:
    planning = make_committee(name="Planning Committee", slug="planning-committee")
    meeting = make_meeting(committee=planning, date=date(2026, 9, 24))
    make_meeting(date=date(2026, 9, 25))
    response = client.get(f"{SEPTEMBER}?committee=planning-committee")
    assert [row.meeting for day in response.context["page"].days for row in day.rows] == [meeting]
    assert 'href="/meetings/calendar/2026/10/?committee=planning-committee"' in response.text


def test_calendar_chooses_meetings_that_concern_a_ward(client: Client) -> None:
    ward = make_ward(name="Abbey Fields")
    decided, reported = make_meeting(date=date(2026, 9, 3)), make_meeting(date=date(2026, 9, 4))
    make_meeting(date=date(2026, 9, 5))
    make_decision(meeting=decided).wards.add(ward)
    paper = make_paper(item=make_item(meeting=reported))
    Report.objects.create(document=paper, version=paper.versions.get(), wards=["Abbey Fields"])
    days = client.get(f"{SEPTEMBER}?ward={ward.slug}").context["page"].days
    assert [row.meeting for day in days for row in day.rows] == [decided, reported]


def test_calendar_as_a_list_has_no_table(client: Client) -> None:
    make_meeting(date=date(2026, 9, 24))
    page = client.get(f"{SEPTEMBER}?view=list").text
    assert "<table" not in page
    assert "Show as a month" in page
