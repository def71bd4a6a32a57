from datetime import date

import pytest
from hypothesis import given, strategies

from documents.search.days import first_and_last


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-05-06", date(2025, 5, 6), date(2025, 5, 6)),
        ("6/5/2025", date(2025, 5, 6), date(2025, 5, 6)),
        ("6th May 2025", date(2025, 5, 6), date(2025, 5, 6)),
        ("may  2025", date(2025, 5, 1), date(2025, 5, 31)),
        ("Sept 2025", date(2025, 9, 1), date(2025, 9, 30)),
        ("2/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_day_a_month_and_a_year_are_read(text: str, first: date, last: date) -> None:
    assert first_and_last(text) == (first, last)


@pytest.mark.parametrize("text", ["", "31/2/2025", "2025-13", "0000", "25", "May", "Mayday 2025", "٢٠٢٥", "5/6/25"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert first_and_last(text) is None


@given(strategies.dates())
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert first_and_last(day.isoformat()) == (day, day)
    assert first_and_last(f"{day.day}/{day.month}/{day.year:04}") == (day, day)
