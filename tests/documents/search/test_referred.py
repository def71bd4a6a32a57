"""Items and meetings that a query names by their day, and committees that it asks about."""

from datetime import date
from typing import Any

import pytest

from committees.models import AgendaItem, Meeting
from documents.search.referred import referred_to
from tests.builders import make_committee, make_item, make_meeting, make_section

pytestmark = pytest.mark.django_db

DAY = date(2016, 9, 22)


@pytest.fixture
def meeting() -> Meeting:
    return make_meeting(committee=make_committee(name="Planning Committee"), date=DAY)


@pytest.fixture
def item(meeting: Meeting) -> AgendaItem:
    return make_item(meeting=meeting, section=make_section(meeting=meeting, letter="B"), label="2", title="Sheds")


@pytest.mark.parametrize(
    "query",
    [
        "B2 22 September 2016",
        "b2 22nd September 2016",
        "item B2 of 22/9/2016",
        "agenda item b2, 2016-09-22",
        "planning committee 22 September 2016 B2",
        "22 Sept 2016 item B2 planning",
    ],
)
def test_an_item_is_named_by_its_label_and_day(item: AgendaItem, query: str) -> None:
    assert list(referred_to(query)) == [item]


@pytest.mark.parametrize(
    "query",
    [
        "B2",
        "B3 22 September 2016",
        "B2 23 September 2016",
        "B2 22 September 2016 sheds",  # more than its committee
        "B2 22 September 2016 licensing panel",
        "B2 September 2016",  # not one day
        "B2 31 September 2016",
    ],
)
def test_anything_else_names_no_item(item: AgendaItem, query: str) -> None:
    assert list(referred_to(query)) == []


def test_a_hidden_item_is_not_named(item: AgendaItem) -> None:
    AgendaItem.objects.filter(pk=item.pk).update(published_at=None)

    assert list(referred_to("B2 22 September 2016")) == []


def test_an_item_of_an_agenda_that_is_not_published_is_not_named(item: AgendaItem) -> None:
    Meeting.objects.filter(pk=item.meeting_id).update(agenda_published_at=None)

    assert list(referred_to("B2 22 September 2016")) == []


@pytest.mark.parametrize("query", ["22 September 2016", "planning committee, 22/09/2016", "minutes of 2016-09-22"])
def test_a_day_by_itself_names_its_meetings(meeting: Meeting, query: str) -> None:
    assert list(referred_to(query)) == [meeting]


def test_a_hidden_meeting_is_not_named(meeting: Meeting) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(published_at=None, agenda_published_at=None)

    assert list(referred_to("22 September 2016")) == []


@pytest.mark.parametrize(
    "query",
    ["who chairs planning", "Who is the chair of the Planning Committee?", "when is the next planning meeting"],
)
def test_a_committee_is_named_by_a_question_of_its_chair_or_meetings(query: str) -> None:
    committee = make_committee(name="Planning Committee")

    assert list(referred_to(query)) == [committee]


@pytest.mark.parametrize(
    "query",
    [
        "planning",
        "who chairs",
        "who chairs the committee",
        "who chairs planning sheds",
        "next generation broadband",
        "chair -planning",
        '"planning chair"',
    ],
)
def test_what_asks_nothing_of_a_committee_names_none(query: str) -> None:
    make_committee(name="Planning Committee")

    assert list(referred_to(query)) == []


@pytest.mark.parametrize("hidden", [{"is_public": False}, {"ended_on": date(2020, 1, 1)}], ids=["hidden", "ended"])
def test_a_committee_that_is_hidden_or_has_ended_answers_no_question(hidden: dict[str, Any]) -> None:
    make_committee(name="Planning Committee", **hidden)

    assert list(referred_to("who chairs planning")) == []
