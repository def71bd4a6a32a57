from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.structure.printed_dates import PrintedDay, check_order, month_alone, printed_dates, years_in
from documents.structure.understood import PaperWarning


def messages_of(text: str, years: tuple[int, int] | None = None) -> tuple[date | None, list[str]]:
    warnings: list[PaperWarning] = []
    [one] = printed_dates(text, years, 2, warnings)
    return one.value, [warning.message for warning in warnings]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025/26", (2025, 2026)),
        ("2025-2026", (2025, 2026)),
        ("1999/00", None),
        ("2025/27", None),
        ("2099/00", (2099, 2100)),
    ],
)
def test_years_that_a_title_names(text: str, years: tuple[int, int] | None) -> None:
    assert years_in(text) == years


def test_day_without_a_year_is_in_the_municipal_year() -> None:
    assert messages_of("Tuesday 10 June", (2025, 2026)) == (date(2025, 6, 10), [])
    assert messages_of("14 April", (2025, 2026)) == (date(2026, 4, 14), [])


def test_day_without_a_year_has_none_where_no_title_names_it() -> None:
    assert messages_of("Tuesday 10 June") == (None, [])


def test_day_that_no_year_has_is_none() -> None:
    assert messages_of("29 February", (2025, 2026)) == (None, [])


def test_wrong_weekday_is_warned_of_and_kept() -> None:
    assert messages_of("Monday 3 January 2017") == (
        date(2017, 1, 3),
        ["“Monday 3 January 2017” cannot be right: that day was a Tuesday."],
    )


def test_month_alone_is_told_from_a_sentence() -> None:
    assert [month_alone(text) for text in ("June 2025", "(June)", "In June we meet", "")] == [
        "June 2025",
        "June",
        "",
        "",
    ]


def test_days_behind_the_others_are_warned_of() -> None:
    days = [date(2016, 9, 22), date(2016, 10, 18), date(2016, 11, 21), date(2017, 1, 3), date(2017, 2, 28)]
    printed = [PrintedDay(day, f"{day:%d %B %Y}", 9) for day in [*days, date(2016, 3, 20), date(2016, 5, 8)]]
    warnings: list[PaperWarning] = []
    assert check_order(printed, warnings) == {5, 6}
    assert [one.message for one in warnings] == [
        "“20 March 2016” comes after 28 February 2017, but lies before it: should it be 20 March 2017?",
        "“08 May 2016” comes after 28 February 2017, but lies before it: should it be 8 May 2017?",
    ]


def test_days_in_no_order_are_not_warned_of() -> None:
    days = [PrintedDay(date(2020 - number, 1, 1), "", 1) for number in range(6)]
    warnings: list[PaperWarning] = []
    assert (check_order(days, warnings), warnings) == (set(), [])


@given(st.lists(st.one_of(st.none(), st.dates(max_value=date(2199, 12, 31))), max_size=20))
def test_order_of_any_days_leaves_the_others_rising(days: list[date | None]) -> None:
    wrong = check_order([PrintedDay(day, "", 1) for day in days], [])
    kept = [day for place, day in enumerate(days) if day and place not in wrong]
    assert not wrong or kept == sorted(kept)
