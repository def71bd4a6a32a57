from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.builders import make_committee, make_item, make_meeting, make_minutes, make_paper
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db


def tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


def names(client: Client, **query: str) -> list[str]:
    rows = client.get(reverse("meetings"), query).context["rows"]
    return [row.meeting.committee.name for row in rows]


def test_meetings_come_soonest_first_then_the_past_newest_first(client: Client) -> None:
    today = timezone.localdate()
    for name, days in [("Old", -30), ("Recent", -1), ("Soon", 0), ("Far", 40)]:
        make_meeting(committee=make_committee(name=name), date=today + timedelta(days=days))
    assert names(client) == ["Soon", "Far", "Recent", "Old"]


def test_meetings_of_one_committee_and_year(client: Client) -> None:
    planning = make_committee(name="Planning")
    make_meeting(committee=planning, date=date(2024, 3, 1))
    make_meeting(committee=planning, date=date(2025, 3, 1))
    make_meeting(date=date(2025, 3, 1))
    rows = client.get(reverse("meetings"), {"committee": "planning", "year": "2025"}).context["rows"]
    assert [row.meeting.date for row in rows] == [date(2025, 3, 1)]


def test_meetings_by_words_of_an_item(client: Client) -> None:
    found = make_meeting(committee=make_committee(name="Scrutiny"))
    make_item(meeting=found, title="School places from 2027")
    make_meeting(committee=make_committee(name="Cabinet"))
    assert names(client, words="places school") == ["Scrutiny"]


def test_meetings_by_words_of_a_draft_item_finds_none(client: Client) -> None:
    make_item(meeting=make_meeting(), title="School places", published_at=None)
    make_item(meeting=make_meeting(agenda=False), title="School places")
    page = client.get(reverse("meetings"), {"words": "places"})
    assert page.context["rows"] == []
    assert "No meetings match." in page.text


def test_meetings_with_and_without_minutes(client: Client) -> None:
    recorded = make_meeting(committee=make_committee(name="Recorded"), date=date(2025, 1, 8))
    make_paper(minutes_of=recorded, kind="minutes")
    awaited = make_meeting(committee=make_committee(name="Awaited"), date=date(2025, 1, 9))
    make_paper(minutes_of=awaited, kind="minutes", published_at=None)
    make_minutes(meeting=make_meeting(committee=make_committee(name="Read"), date=date(2025, 1, 7)))
    assert names(client, minutes="with") == ["Recorded", "Read"]
    assert "Recorded" not in names(client, minutes="without")
    assert "Awaited" in names(client, minutes="without")


def test_meetings_with_a_choice_that_is_not_offered_say_so(client: Client) -> None:
    assert "“1066” is not in the list" in client.get(reverse("meetings"), {"year": "1066"}).text


def test_meetings_keep_the_choices_from_page_to_page(client: Client) -> None:
    planning = make_committee(name="Planning")
    for days in range(30):
        make_meeting(committee=planning, date=tomorrow() + timedelta(days=days))
    page = client.get(reverse("meetings"), {"committee": "planning"})
    assert len(page.context["rows"]) == 25
    assert 'href="?committee=planning&amp;page=2"' in page.text
    assert len(client.get(reverse("meetings"), {"committee": "planning", "page": "2"}).context["rows"]) == 5


def test_meetings_leave_out_hidden_ones(client: Client) -> None:
    make_meeting(agenda=False, published_at=None)
    make_meeting(agenda=False, published_at=timezone.now() + timedelta(hours=1))
    make_meeting(committee=make_committee(name="Secret", is_public=False))
    page = client.get(reverse("meetings"))
    assert "No meetings are announced yet." in page.text
    assert "Secret" not in page.text


def test_meetings_queries_do_not_grow(client: Client) -> None:
    counts = []
    for number in (2, 18):
        for _ in range(number):
            make_item(meeting=make_meeting())
        counts.append(queries_of(client, reverse("meetings")))
    assert counts[0] == counts[1] <= 8
