"""Clear days: the true figures of printed packs, the edges of the calendar, and what must always hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committees.notice import PARTS, bank_holidays, call_in_ends_on, clear_days_after, clear_days_before, is_working_day

MEETING = date(2016, 9, 22)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 12, 31))
jurisdictions = st.sampled_from(sorted(PARTS))
few = st.integers(min_value=0, max_value=30)


def test_agenda_of_a_printed_pack_was_despatched_on_the_last_day() -> None:
    found = clear_days_before(MEETING, 5, jurisdiction="england")

    assert found.day == date(2016, 9, 14)
    assert found.working == "5 clear days: Thu 15, Fri 16, Mon 19, Tue 20 and Wed 21 September"


def test_questions_of_a_printed_pack_end_on_the_friday_before_the_weekend() -> None:
    assert clear_days_before(MEETING, 3, jurisdiction="england").day == date(2016, 9, 16)


def test_saturday_counts_where_the_council_says_so() -> None:
    found = clear_days_before(MEETING, 5, jurisdiction="england", saturdays_count=True)

    assert found.day == date(2016, 9, 15)
    assert date(2016, 9, 17) in found.counted


def test_easter_is_passed_over_and_named() -> None:
    found = clear_days_before(date(2026, 4, 9), 5, jurisdiction="england")

    assert found.day == date(2026, 3, 30)
    assert found.working == (
        "5 clear days: Tue 31 March, Wed 1, Thu 2, Tue 7 and Wed 8 April. "
        "Not counted: Fri 3 April (Good Friday), Mon 6 April (Easter Monday)"
    )


def test_easter_monday_counts_in_scotland() -> None:
    found = clear_days_before(date(2026, 4, 9), 5, jurisdiction="scotland")

    assert date(2026, 4, 6) in found.counted


def test_christmas_and_its_substitute_day_are_passed_over_into_the_new_year() -> None:
    found = clear_days_after(date(2026, 12, 23), 5, jurisdiction="england")

    assert [day.day for day in found.counted] == [24, 29, 30, 31, 4]
    assert found.day == date(2027, 1, 5)
    assert "Boxing Day (substitute day)" in found.working


def test_call_in_ends_on_its_last_working_day() -> None:
    found = call_in_ends_on(date(2026, 12, 17), 5, jurisdiction="wales")

    assert found.day == date(2026, 12, 24)
    assert found.working == "5 clear working days: Fri 18, Mon 21, Tue 22, Wed 23 and Thu 24 December"


def test_call_in_of_one_day_is_one_day() -> None:
    assert call_in_ends_on(MEETING, 1, jurisdiction="england").working == "1 clear working day: Fri 23 September"


def test_call_in_of_no_day_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one working day"):
        call_in_ends_on(MEETING, 0, jurisdiction="england")


def test_unknown_jurisdiction_is_refused() -> None:
    with pytest.raises(ValueError, match="no jurisdiction"):
        is_working_day(MEETING, jurisdiction="france")


def test_days_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(ValueError, match="outside the calendar"):
        clear_days_after(date(9999, 12, 20), 30, jurisdiction="england")


@given(days, few, jurisdictions, st.booleans())
def test_days_counted_are_working_days_between_the_two(
    day: date, number: int, jurisdiction: str, saturdays: bool
) -> None:
    found = clear_days_before(day, number, jurisdiction=jurisdiction, saturdays_count=saturdays)

    assert len(found.counted) == number
    assert all(found.day < counted < day for counted in found.counted)
    every = [found.day + timedelta(days=step) for step in range((day - found.day).days + 1)]
    working = [one for one in every if is_working_day(one, jurisdiction=jurisdiction, saturdays_count=saturdays)]
    assert [one for one in working if found.day < one < day] == list(found.counted)


@given(days, few, jurisdictions)
def test_reckoning_forwards_undoes_reckoning_backwards(day: date, number: int, jurisdiction: str) -> None:
    last = clear_days_before(day, number, jurisdiction=jurisdiction).day

    after = clear_days_after(last, number, jurisdiction=jurisdiction).day
    assert after == day if is_working_day(day, jurisdiction=jurisdiction) else after > day


@given(days, st.integers(min_value=1, max_value=30), jurisdictions)
def test_call_in_never_ends_on_a_day_off(day: date, number: int, jurisdiction: str) -> None:
    last = call_in_ends_on(day, number, jurisdiction=jurisdiction).day

    assert is_working_day(last, jurisdiction=jurisdiction)
    assert last > day


@given(st.integers(min_value=2000, max_value=2060), jurisdictions)
def test_christmas_and_boxing_day_are_holidays_everywhere(year: int, jurisdiction: str) -> None:
    assert {date(year, 12, 25), date(year, 12, 26)} <= bank_holidays(jurisdiction, year).keys()
