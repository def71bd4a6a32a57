from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import Committee, Meeting
from tests.builders import make_committee, make_decision, make_item, make_meeting, make_paper
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db


def test_home_shows_the_next_meetings_soonest_first(client: Client) -> None:
    today = timezone.localdate()
    make_meeting(committee=make_committee(name="Later Committee"), date=today + timedelta(days=9))
    make_meeting(committee=make_committee(name="Sooner Committee"), date=today)
    rows = client.get("/").context["rows"]
    assert [row.meeting.committee.name for row in rows] == ["Sooner Committee", "Later Committee"]


def test_home_parts_the_meetings_that_just_met_from_the_next(client: Client) -> None:
    past = [make_meeting(date=timezone.localdate() - timedelta(days=days)) for days in (1, 2)]
    page = client.get("/")
    assert page.context["rows"] == []
    assert [row.meeting for row in page.context["met"]] == past


def test_home_leaves_out_meetings_not_yet_announced(client: Client) -> None:
    make_meeting(agenda=False, published_at=None)
    make_meeting(agenda=False, published_at=timezone.now() + timedelta(hours=1))
    assert "No meetings are announced at present." in client.get("/").text


def test_home_says_a_meeting_is_cancelled(client: Client) -> None:
    make_meeting(state=Meeting.State.CANCELLED)
    assert "Cancelled" in client.get("/").text


def test_home_shows_the_newest_papers_with_their_meeting(client: Client) -> None:
    item = make_item(meeting=make_meeting(committee=make_committee(name="Planning Committee")))
    make_paper(item=item, title="The old mill", published_at=timezone.now() - timedelta(days=2))
    make_paper(item=item, title="The new bridge")
    page = client.get("/")
    assert [new.paper.title for new in page.context["newest"]] == ["The new bridge", "The old mill"]
    assert "Planning Committee" in page.text


def test_home_leaves_out_hidden_papers(client: Client) -> None:
    make_paper(title="Draft secret", published_at=None)
    make_paper(title="Scheduled secret", published_at=timezone.now() + timedelta(hours=1))
    make_paper(title="Exempt secret", access="exempt", exempt_paragraphs=[3])
    make_paper(title="Withdrawn secret", withdrawn_at=timezone.now(), withdrawal_reason="A mistake")
    make_paper(title="Agenda secret", item=make_item(meeting=make_meeting(agenda=False)))
    page = client.get("/").text
    assert "secret" not in page
    assert "No papers have been published yet." in page


def test_home_groups_committees_by_kind(client: Client) -> None:
    make_committee(name="Cabinet", kind=Committee.Kind.EXECUTIVE)
    make_committee(name="Council", kind=Committee.Kind.COUNCIL)
    make_committee(name="Ended Board", ended_on=timezone.localdate())
    make_committee(name="Hidden Board", is_public=False)
    kinds = client.get("/").context["kinds"]
    assert [(kind, [str(found) for found in committees]) for kind, committees in kinds] == [
        ("Council", ["Council"]),
        ("Executive", ["Cabinet"]),
    ]


def test_home_queries_do_not_grow(client: Client) -> None:
    make_paper()
    few = queries_of(client, "/")
    for _ in range(5):
        make_paper()
    assert queries_of(client, "/") == few <= 8


def test_home_shows_the_newest_decisions(client: Client) -> None:
    assert "Newest decisions" not in client.get("/").text
    for day in range(1, 7):
        make_decision(title=f"Decision of day {day}", date=timezone.localdate() - timedelta(days=day))
    rows = client.get("/").context["decisions"]
    assert [row.decision.title for row in rows] == [f"Decision of day {day}" for day in (1, 2, 3, 4, 5)]
