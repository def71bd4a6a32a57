"""The clerk's search box."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from documents.admin.desk.finding import find, understood
from tests.builders import make_committee, make_meeting, make_paper


def test_committee_its_meetings_and_papers_are_found_by_words(desk: Client) -> None:
    committee = make_committee(name="Planning Committee")
    make_meeting(committee=committee, agenda=False, published_at=None)
    make_paper(title="Planning obligations", published_at=None)

    text = desk.get("/admin/find/?q=planning").text

    assert f"/admin/committees/committee/{committee.pk}/change/" in text
    assert text.count("Draft</span>") == 2


@pytest.mark.parametrize("asked", ["cabinet 3 March 2031", "3/3/2031 cabinet", "cabinet march 2031", "cabinet 2031"])
def test_date_among_the_words_picks_out_meetings(db: None, asked: str) -> None:
    cabinet = make_committee(name="Cabinet")
    wanted = make_meeting(committee=cabinet, date=date(2031, 3, 3))
    make_meeting(committee=cabinet, date=date(2030, 3, 3))

    assert list(find(asked).meetings) == [wanted]


def test_number_finds_the_meeting_and_the_paper_of_that_number(db: None) -> None:
    meeting, paper = make_meeting(), make_paper()

    assert meeting in find(str(meeting.pk)).meetings
    assert paper in find(f"#{paper.pk}").papers


@pytest.mark.parametrize("asked", ["", "  ", "99999999999999999999999", "%", "a\0b", "31 February 2031"])
def test_odd_words_find_nothing_and_break_nothing(db: None, asked: str) -> None:
    assert find(asked).is_nothing


def test_words_and_date_are_told_apart() -> None:
    asked = understood("licensing 3 Jan 2017 panel")

    assert (asked.words, asked.days) == (["licensing", "panel"], (date(2017, 1, 3), date(2017, 1, 3)))


def test_next_meeting_is_found_before_later_ones_and_those_that_were(db: None) -> None:
    committee, today = make_committee(name="Parks Committee"), timezone.localdate()
    days = [today + timedelta(days=number) for number in (-30, 60, 3, -2)]
    for day in days:
        make_meeting(committee=committee, date=day)

    assert [row.date for row in find("parks").meetings] == [days[2], days[1], days[3], days[0]]
