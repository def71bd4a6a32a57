from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Committee
from tests.builders import make_committee, make_item, make_meeting, make_paper, make_programme_entry
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db


def paper_of(committee: Committee, day: date, **fields: Any) -> Any:
    return make_paper(item=make_item(meeting=make_meeting(committee=committee, date=day)), **fields)


def address(committee: Committee) -> str:
    return reverse("work_programme", args=[committee.slug])


def test_work_programme_is_by_day_with_past_ones_apart(client: Client) -> None:
    committee, today = make_committee(), timezone.localdate()
    paper = paper_of(committee, today - timedelta(days=9))
    for days, title in [(20, "Later"), (-3, "Past"), (5, "Soon"), (5, "Soon too")]:
        make_programme_entry(document=paper, title=title, date=today + timedelta(days=days))
    programme = client.get(address(committee)).context["programme"]
    assert [planned.titles for planned in programme.coming] == [["Soon", "Soon too"], ["Later"]]
    assert [planned.titles for planned in programme.past] == [["Past"]]


def test_work_programme_is_that_of_the_newest_paper_and_says_which(client: Client) -> None:
    committee = make_committee()
    new = paper_of(committee, date(2026, 5, 1), title="Programme for May")
    old = paper_of(committee, date(2026, 1, 1), title="Programme for January")
    make_programme_entry(document=new, title="New plan")
    make_programme_entry(document=old, title="Old plan")
    page = client.get(address(committee)).text
    assert "New plan" in page
    assert "Programme for May" in page
    assert "Old plan" not in page


def test_work_programme_links_a_meeting_once_it_is_announced(client: Client) -> None:
    committee, day = make_committee(), timezone.localdate() + timedelta(days=30)
    paper = paper_of(committee, date(2026, 5, 1))
    make_programme_entry(document=paper, date=day)
    hidden = make_meeting(committee=committee, date=day, agenda=False, published_at=None)
    assert hidden.get_absolute_url() not in client.get(address(committee)).text
    hidden.published_at = timezone.now() - timedelta(hours=1)
    hidden.save()
    assert f'href="{hidden.get_absolute_url()}"' in client.get(address(committee)).text


def test_work_programme_shows_a_date_that_is_not_certain_as_printed(client: Client) -> None:
    committee = make_committee()
    make_programme_entry(document=paper_of(committee, date(2026, 5, 1)), date_text="Monday 3 January 2017")
    page = client.get(address(committee)).text
    assert "Monday 3 January 2017" in page
    assert "as printed" in page


def test_work_programme_of_a_hidden_paper_is_not_shown(client: Client) -> None:
    committee = make_committee()
    make_programme_entry(document=paper_of(committee, date(2026, 5, 1), published_at=None), title="Secret plan")
    page = client.get(address(committee)).text
    assert "No work programme of this committee has been published." in page
    assert "Secret plan" not in page


def test_work_programme_of_a_hidden_committee_is_not_found(client: Client) -> None:
    assert client.get(address(make_committee(is_public=False))).status_code == 404


def test_work_programme_queries_do_not_grow(client: Client) -> None:
    committee, today = make_committee(), timezone.localdate()
    paper = paper_of(committee, today)
    counts = []
    for number in (2, 12):
        for days in range(number):
            meeting = make_meeting(committee=committee, date=today + timedelta(days=number * 20 + days))
            make_programme_entry(document=paper, date=meeting.date, meeting=meeting if days % 2 else None)
        counts.append(queries_of(client, address(committee)))
    assert counts[0] == counts[1] <= 10
