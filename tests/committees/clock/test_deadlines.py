"""The deadlines of meetings, decisions and reviews: the true figures, the edges, and what must always hold."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from committees.clock.deadlines import (
    ARCHIVE,
    Deadline,
    DecisionFacts,
    MeetingFacts,
    State,
    decision_deadlines,
    meeting_deadlines,
    report_back_deadline,
    response_deadline,
)
from committees.clock.rules import AGENDA_CLEAR_DAYS, Rules
from committees.notice import is_working_day

MEETING = date(2016, 9, 22)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 12, 31))
closed = st.sets(st.integers(min_value=1, max_value=30), max_size=6)  # days before the meeting


def closures_before(meeting: date, closed: set[int]) -> dict[date, str]:
    return {meeting - timedelta(days=step): "Closed" for step in closed}


def at(day: date, hour: int = 12) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def deadline(kind: str, facts: MeetingFacts, now: datetime, rules: Rules | None = None) -> Deadline:
    return next(one for one in meeting_deadlines(facts, rules or Rules(), now) if one.kind == kind)


def agenda(now: datetime, *, published: datetime | None = None, rules: Rules | None = None) -> Deadline:
    return deadline("agenda", MeetingFacts(day=MEETING, agenda_published_at=published), now, rules)


def test_agenda_and_questions_of_a_printed_pack_have_its_days_and_their_working() -> None:
    found = agenda(at(date(2016, 9, 1)))
    questions = deadline("questions", MeetingFacts(day=MEETING), at(date(2016, 9, 1)))

    assert (found.day, found.state) == (date(2016, 9, 14), State.COMING)
    assert found.working == "5 clear days: Thu 15, Fri 16, Mon 19, Tue 20 and Wed 21 September"
    assert questions.day == date(2016, 9, 16)


@pytest.mark.parametrize(
    ("today", "state"),
    [(8, State.COMING), (9, State.SOON), (14, State.SOON), (15, State.LATE), (22, State.LATE), (23, State.PASSED)],
)
def test_agenda_is_soon_then_late_then_past_with_its_meeting(today: int, state: State) -> None:
    assert agenda(at(date(2016, 9, today))).state == state


def test_last_minute_of_the_day_in_council_time_is_in_time_and_the_next_is_late() -> None:
    last = datetime(2016, 9, 14, 22, 59, tzinfo=UTC)  # 23:59 in British summer time

    assert not agenda(at(MEETING), published=last).was_late
    assert agenda(at(MEETING), published=last + timedelta(minutes=1)).was_late


def test_agenda_timed_for_a_coming_moment_is_not_done_yet() -> None:
    found = agenda(at(date(2016, 9, 12)), published=at(date(2016, 9, 15)))

    assert found.done_at is None
    assert found.state == State.SOON
    assert found.will_be_late


def test_agenda_published_after_its_meeting_is_an_archive_and_not_late() -> None:
    found = agenda(at(date(2020, 1, 1)), published=at(date(2019, 12, 1)))

    assert (found.state, found.note, found.was_late) == (State.DONE, ARCHIVE, False)


def test_deposit_and_summons_are_told_apart_from_publication() -> None:
    facts = MeetingFacts(day=MEETING, agenda_published_at=at(date(2016, 9, 14)), recorded={"deposit": at(MEETING, 9)})
    now = at(date(2016, 9, 22), 15)

    assert deadline("deposit", facts, now).was_late
    assert deadline("summons", facts, now).state == State.LATE
    assert deadline("agenda", facts, now).state == State.DONE


def test_meeting_that_is_off_has_no_deadlines() -> None:
    assert meeting_deadlines(MeetingFacts(day=MEETING, is_on=False), Rules(), at(MEETING)) == ()


def test_printed_day_for_questions_is_shown_with_the_one_of_the_rule() -> None:
    facts = MeetingFacts(day=MEETING, questions_by=date(2016, 9, 15))
    found = deadline("questions", facts, at(date(2016, 9, 17)))

    assert (found.day, found.state) == (date(2016, 9, 15), State.PASSED)
    assert "by the rule it is 16 September 2016" in found.note


def test_notices_of_the_executive_count_days_of_the_calendar_unless_the_council_says_otherwise() -> None:
    facts = MeetingFacts(day=MEETING, is_executive=True, has_private_business=True)
    now, skipping = at(date(2016, 7, 1)), Rules(long_notices_skip_days_off=True)

    assert deadline("private_notice", facts, now).day == date(2016, 8, 24)
    assert deadline("private_notice", facts, now).working == "28 clear days: Thu 25 August to Wed 21 September"
    assert deadline("second_private_notice", facts, now).day == date(2016, 9, 14)
    assert deadline("key_notice", facts, now, skipping).day == date(2016, 8, 11)
    assert "days off left out. Not counted: Mon 29 August" in deadline("key_notice", facts, now, skipping).working


def test_notices_of_the_executive_are_asked_of_no_other_committee() -> None:
    kinds = {one.kind for one in meeting_deadlines(MeetingFacts(day=MEETING), Rules(), at(MEETING))}

    assert not kinds & {"key_notice", "private_notice", "second_private_notice"}


def test_wales_has_three_clear_days_and_a_note_within_seven_working_days() -> None:
    rules = Rules(jurisdiction="wales", agenda_clear_days=AGENDA_CLEAR_DAYS["wales"], minutes_working_days=7)
    facts = MeetingFacts(day=MEETING, attendance_published_at=at(date(2016, 9, 30)))

    assert agenda(at(date(2016, 9, 1)), rules=rules).day == date(2016, 9, 16)
    assert deadline("note", facts, at(date(2016, 10, 5)), rules).day == date(2016, 10, 3)
    assert deadline("note", facts, at(date(2016, 10, 5)), rules).state == State.DONE


def test_minutes_of_a_past_meeting_stay_late_until_they_are_published() -> None:
    facts = MeetingFacts(day=MEETING)

    assert deadline("minutes", facts, at(date(2016, 12, 1))).state == State.LATE


def test_papers_are_kept_for_a_minimum_period() -> None:
    kept = deadline("papers_kept", MeetingFacts(day=date(2024, 2, 29)), at(date(2026, 1, 1)))
    background = deadline("background_kept", MeetingFacts(day=date(2024, 2, 29)), at(date(2026, 1, 1)))

    assert (kept.day, background.day) == (date(2030, 2, 28), date(2028, 2, 29))
    assert "never a date for deletion" in kept.note


def test_closure_of_the_council_is_passed_over_and_named() -> None:
    rules = Rules(closures={date(2016, 9, 19): "Staff day"})
    found = agenda(at(date(2016, 9, 1)), rules=rules)

    assert found.day == date(2016, 9, 13)
    assert "Not counted: Mon 19 September (Staff day)" in found.working


def test_meeting_on_a_saturday_counts_the_friday() -> None:
    found = deadline("agenda", MeetingFacts(day=date(2016, 9, 24)), at(date(2016, 9, 1)))

    assert found.day == date(2016, 9, 16)
    assert found.working == "5 clear days: Mon 19, Tue 20, Wed 21, Thu 22 and Fri 23 September"


def test_key_decision_has_its_notice_and_call_in() -> None:
    facts = DecisionFacts(MEETING, is_key=True, notified_on=date(2016, 9, 23), call_in_ends_on=date(2016, 9, 30))
    notice, call_in, kept = decision_deadlines(facts, Rules(), at(date(2016, 9, 26)))

    assert (notice.day, notice.state) == (date(2016, 8, 24), State.PASSED)
    assert (call_in.day, call_in.state) == (date(2016, 9, 30), State.COMING)
    assert call_in.working == "5 clear working days: Mon 26, Tue 27, Wed 28, Thu 29 and Fri 30 September"
    assert kept.day == date(2022, 9, 22)


def test_call_in_reckoned_by_an_older_rule_stays() -> None:
    facts = DecisionFacts(MEETING, notified_on=date(2016, 9, 23), call_in_ends_on=date(2016, 9, 28))

    assert "By the rule of the day" in decision_deadlines(facts, Rules(), at(MEETING))[0].working


def test_response_is_due_two_months_from_the_notice_and_never_without_one() -> None:
    now = at(date(2017, 1, 31))
    asked = {"is_answered": False, "answered_at": None, "rules": Rules(), "now": now}
    found = response_deadline(notice_given_on=date(2016, 12, 31), **asked)  # type: ignore[arg-type]

    assert found is not None
    assert (found.day, found.state) == (date(2017, 2, 28), State.COMING)
    assert found.working == "2 months from the notice of 31 December 2016"
    assert response_deadline(notice_given_on=None, **asked) is None  # type: ignore[arg-type]


def test_report_back_is_overdue_only_after_an_agreed_date() -> None:
    now = at(date(2017, 1, 31))
    found = report_back_deadline(
        agreed_on=date(2017, 1, 30), is_reported=False, reported_at=None, rules=Rules(), now=now
    )

    assert found is not None
    assert found.state == State.LATE
    assert report_back_deadline(agreed_on=None, is_reported=False, reported_at=None, rules=Rules(), now=now) is None


@given(days, st.sampled_from(sorted(AGENDA_CLEAR_DAYS)), st.booleans(), closed)
def test_agenda_deadline_leaves_exactly_its_clear_days(
    meeting: date, jurisdiction: str, saturdays: bool, closed: set[int]
) -> None:
    closures = closures_before(meeting, closed)
    rules = Rules(
        jurisdiction=jurisdiction,
        agenda_clear_days=AGENDA_CLEAR_DAYS[jurisdiction],
        saturdays_count=saturdays,
        closures=closures,
    )
    found = deadline("agenda", MeetingFacts(day=meeting), at(meeting), rules)
    between = [found.day + timedelta(days=step) for step in range(1, (meeting - found.day).days)]
    counted = [
        day
        for day in between
        if is_working_day(day, jurisdiction=jurisdiction, saturdays_count=saturdays, closures=closures)
    ]

    assert len(counted) == rules.agenda_clear_days
    assert found.day not in closures


@given(days, closed)
def test_meetings_a_day_apart_have_deadlines_in_the_same_order(meeting: date, closed: set[int]) -> None:
    rules = Rules(closures=closures_before(meeting, closed))
    first = deadline("agenda", MeetingFacts(day=meeting), at(meeting), rules)
    second = deadline("agenda", MeetingFacts(day=meeting + timedelta(days=1)), at(meeting), rules)

    assert first.day <= second.day < meeting + timedelta(days=1)


@given(days, closed)
def test_closure_never_brings_a_deadline_before_the_meeting_nearer_to_it(meeting: date, closed: set[int]) -> None:
    usual = deadline("agenda", MeetingFacts(day=meeting), at(meeting))
    closing = deadline(
        "agenda", MeetingFacts(day=meeting), at(meeting), Rules(closures=closures_before(meeting, closed))
    )

    assert closing.day <= usual.day


@given(days, st.sampled_from(range(-40, 40)))
def test_agenda_is_late_exactly_between_its_day_and_the_end_of_the_meeting(meeting: date, offset: int) -> None:
    now = at(meeting + timedelta(days=offset))
    found = deadline("agenda", MeetingFacts(day=meeting), now)

    assert (found.state == State.LATE) == (found.day < timezone.localdate(now) <= meeting)
