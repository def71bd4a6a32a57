from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.sample_council.dates import questions_by
from portal.sample_council.facts import SampleCouncil, sample_council
from portal.sample_council.pack_facts import packs
from portal.sample_council.working_days import AUGUST, is_working_day

todays = st.dates(min_value=date(2024, 1, 1), max_value=date(2040, 12, 31))
# Between Christmas and the New Year nobody meets, so that the next meeting is further off
NEAR = timedelta(days=24)


def days_of(council: SampleCouncil) -> list[date]:
    return [meeting.date for series in council.meetings.values() for meeting in series]


@settings(deadline=None, max_examples=40)
@given(todays)
def test_meetings_fall_on_working_days(today: date) -> None:
    assert all(is_working_day(day) for day in days_of(sample_council(today)))


@settings(deadline=None, max_examples=40)
@given(todays)
def test_august_is_free_but_for_the_meetings_nearest_to_today(today: date) -> None:
    series = sample_council(today).meetings.values()
    indexes = {meeting.index for meetings in series for meeting in meetings if meeting.date.month == AUGUST}
    assert indexes <= {-1, 0, None}


@settings(deadline=None, max_examples=40)
@given(todays)
def test_two_packs_are_published_for_meetings_just_to_come(today: date) -> None:
    coming = [pack for pack in packs(sample_council(today)) if pack.meeting.date >= today]
    near = [pack for pack in coming if pack.state == "published" and pack.meeting.date - today <= NEAR]
    assert len(near) >= 2
    assert all(pack.despatched <= today for pack in coming)


@settings(deadline=None, max_examples=40)
@given(todays)
def test_a_question_can_still_be_asked_for_the_next_scrutiny_meeting(today: date) -> None:
    assert questions_by(sample_council(today).meeting("scrutiny", 0).date) > today


@settings(deadline=None, max_examples=40)
@given(todays)
def test_the_review_runs_from_evidence_to_report_back_in_order(today: date) -> None:
    council = sample_council(today)
    stages = [("learning", -12), ("learning", -10), ("cabinet", -8), ("learning", -1)]
    days = [council.meeting(committee, index).date for committee, index in stages]
    assert days == sorted(days)


@settings(deadline=None, max_examples=40)
@given(todays)
def test_a_postponed_meeting_is_moved_to_one_on_the_calendar(today: date) -> None:
    series = sample_council(today).meetings["audit"]
    postponed = next(meeting for meeting in series if meeting.state == "postponed")
    assert postponed.moved_to in [meeting.date for meeting in series]


def test_each_committee_meets_once_a_day_at_most() -> None:
    for series in sample_council(date(2026, 11, 22)).meetings.values():
        days = [meeting.date for meeting in series]
        assert len(days) == len(set(days))
