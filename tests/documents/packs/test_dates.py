from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.packs.dates import WEEKDAY_NAMES, find_dates, first_date, first_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuesday, 4th March, 2025, at 10.00 am", date(2025, 3, 4)),
        ("4 March 2025", date(2025, 3, 4)),
        ("04/03/2025", date(2025, 3, 4)),
        ("4.3.2025", date(2025, 3, 4)),
        ("4-3-2025", date(2025, 3, 4)),
        ("4/3/25", date(2025, 3, 4)),
        ("Wed 5 Mar 2025", date(2025, 3, 5)),
        ("WEDNESDAY 5TH MARCH 2025", date(2025, 3, 5)),
        ("on the 5th day of March, 2025", date(2025, 3, 5)),
        ("March 5, 2025", date(2025, 3, 5)),
        ("1st September 2024", date(2024, 9, 1)),
        ("Dydd Mawrth, 4 Mawrth 2025", date(2025, 3, 4)),
        ("Friday 16 th September 2016", date(2016, 9, 16)),
    ],
)
def test_date_in_many_forms(text: str, expected: date) -> None:
    assert first_date(text) == expected


@pytest.mark.parametrize(
    "text",
    ["31 February 2025", "32/01/2025", "section 2.1.16 of the code", "the 15 may be held", "2024/25", "1 - 4", ""],
)
def test_no_date_where_there_is_none(text: str) -> None:
    assert first_date(text) is None


def test_date_without_a_year_has_no_value() -> None:
    found = find_dates("Monday 5 May")[0]

    assert (found.day, found.month, found.year, found.value) == (5, 5, None, None)


def test_weekday_that_is_not_that_of_the_date() -> None:
    wrong, right = find_dates("Monday 3 January 2017 and Tuesday 3 January 2017")

    assert wrong.contradicts_itself
    assert not right.contradicts_itself


@given(
    st.dates(date(1990, 1, 1), date(2090, 12, 31)),
    st.sampled_from(["{w} {d} {m} {y}", "{d}th {m}, {y}", "{d}/{n:02}/{y}"]),
)
def test_date_that_is_written_is_found(day: date, form: str) -> None:
    text = form.format(w=WEEKDAY_NAMES[day.weekday()], d=day.day, m=f"{day:%B}", n=day.month, y=day.year)

    found = find_dates(f"The meeting is on {text} in the hall")

    assert [one.value for one in found] == [day]
    assert not found[0].contradicts_itself


@given(st.text())
def test_find_dates_never_fails(text: str) -> None:
    for found in find_dates(text):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 7.30 pm", time(19, 30)),
        ("7:30pm", time(19, 30)),
        ("19:30", time(19, 30)),
        ("10.00 a.m.", time(10)),
        ("6pm", time(18)),
        ("12 noon", time(12)),
        ("midday", time(12)),
        ("12.15 am", time(0, 15)),
        ("12.15 p.m.", time(12, 15)),
        ("1400 HOURS", time(14)),
        ("14.00", time(14)),
    ],
)
def test_time_in_many_forms(text: str, expected: time) -> None:
    assert first_time(text) == expected


@pytest.mark.parametrize("text", ["Room 4", "£7.30 each", "25:61", "pages 5 - 18", "020 7527 3308", "3.5%", ""])
def test_no_time_where_there_is_none(text: str) -> None:
    assert first_time(text) is None
