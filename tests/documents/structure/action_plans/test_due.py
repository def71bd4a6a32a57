from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.structure.action_plans.due import due_month


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Dec 15", date(2015, 12, 1)),
        ("April 17", date(2017, 4, 1)),
        ("Sept 16", date(2016, 9, 1)),
        ("Oct ’25", date(2025, 10, 1)),
        ("Mar-26", date(2026, 3, 1)),
        ("March 2017", date(2017, 3, 1)),
        ("March, 2017", date(2017, 3, 1)),
        ("by end of March 2017", date(2017, 3, 1)),
        ("31/03/2017", date(2017, 3, 1)),
        ("31.3.17", None),
        ("31/03/17", date(2017, 3, 1)),
        ("31 March 2017", date(2017, 3, 1)),
        ("Friday 31st March 2017", date(2017, 3, 1)),
        ("15 May 16", date(2016, 5, 1)),
        ("03/2017", date(2017, 3, 1)),
        ("2017-03", date(2017, 3, 1)),
        ("2017-03-31", date(2017, 3, 1)),
        ("Q1 2016/17", date(2016, 6, 1)),
        ("Q2 2016/17", date(2016, 9, 1)),
        ("Q4 16/17", date(2017, 3, 1)),
        ("2016/17 Q3", date(2016, 12, 1)),
        ("Quarter 4 (2016/2017)", date(2017, 3, 1)),
        ("End of 2016/17", date(2017, 3, 1)),
        ("end of financial year 2016/17", date(2017, 3, 1)),
        ("End of 2017", date(2017, 12, 1)),
        ("June 2016 – March 2017", date(2017, 3, 1)),
        ("June 2016 (was March 2016)", date(2016, 6, 1)),
        ("June 2016, previously March 2016", date(2016, 6, 1)),
        ("Completed May 2016", date(2016, 5, 1)),
        ("Rhagfyr 2025", date(2025, 12, 1)),
        ("From April 2016", None),
        ("Ongoing since May 2015", None),
        ("Ongoing", None),
        ("Q2 2016", None),
        ("Q2", None),
        ("2016/17", None),
        ("2017", None),
        ("Spring 2017", None),
        ("June", None),
        ("June to September", None),
        ("TBC", None),
        ("", None),
    ],
)
def test_due_month_of_what_plans_print(text: str, month: date | None) -> None:
    assert due_month(text) == month


@given(st.text(max_size=60))
def test_due_month_of_any_text_is_a_first_day(text: str) -> None:
    month = due_month(text)
    assert month is None or month.day == 1


@given(st.dates(date(2001, 1, 1), date(2098, 12, 31)))
def test_due_month_of_any_date(day: date) -> None:
    assert due_month(f"by {day:%d/%m/%Y}") == due_month(f"{day:%B %Y}") == day.replace(day=1)
