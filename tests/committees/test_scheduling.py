"""Days of a pattern, and those that give way."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from committees.notice import bank_holidays
from committees.scheduling import LAST, EveryWeeks, Monthly, sittings

THURSDAY = 3


def why_closed(day: date) -> str:
    return bank_holidays("england", day.year).get(day, "")


def test_third_thursday_of_each_month_but_august() -> None:
    pattern = Monthly(3, THURSDAY, frozenset({8}))

    days = list(pattern.days(date(2027, 1, 1), date(2027, 12, 31)))

    assert len(days) == 11
    assert days[:2] == [date(2027, 1, 21), date(2027, 2, 18)]
    assert str(pattern) == "The third Thursday of each month but August"


def test_last_monday_of_each_month() -> None:
    pattern = Monthly(LAST, 0)

    assert list(pattern.days(date(2027, 5, 1), date(2027, 6, 30))) == [date(2027, 5, 31), date(2027, 6, 28)]


def test_every_six_weeks_counts_from_the_first_day() -> None:
    days = list(EveryWeeks(6).days(date(2027, 1, 5), date(2027, 4, 1)))

    assert days == [date(2027, 1, 5), date(2027, 2, 16), date(2027, 3, 30)]


def test_bank_holiday_gives_way_to_the_next_working_day() -> None:
    (sitting,) = sittings(Monthly(LAST, 0), date(2027, 5, 1), date(2027, 5, 31), why_closed)

    assert (sitting.day, sitting.why) == (date(2027, 6, 1), "Spring Bank Holiday")


def test_christmas_day_gives_way_over_all_that_follows_it() -> None:
    (sitting,) = sittings(EveryWeeks(1), date(2026, 12, 25), date(2026, 12, 25), why_closed)

    assert sitting.day == date(2026, 12, 29)


def test_day_with_no_free_day_near_stays_and_says_why() -> None:
    (sitting,) = sittings(EveryWeeks(1), date(2027, 1, 5), date(2027, 1, 5), lambda day: "Closed for works")

    assert (sitting.is_moved, sitting.why) == (False, "Closed for works")


@given(
    st.sampled_from([1, 2, 3, 4, LAST]),
    st.integers(0, 6),
    st.frozensets(st.integers(1, 12), max_size=11),
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
)
def test_monthly_days_are_of_their_weekday_once_a_month(
    nth: int, weekday: int, skipped: frozenset[int], first: date
) -> None:
    days = list(Monthly(nth, weekday, skipped).days(first, first.replace(year=first.year + 2, day=1)))

    assert {day.weekday() for day in days} <= {weekday}
    assert not {day.month for day in days} & skipped
    assert len({(day.year, day.month) for day in days}) == len(days)
    assert all(day >= first for day in days)
