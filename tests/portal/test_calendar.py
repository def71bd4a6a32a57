from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Meeting
from tests.builders import make_committee, make_meeting
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
    page = client.get(SEPTEMBER).text
    assert "August Body" not in page
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
