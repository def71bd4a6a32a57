from datetime import date
from typing import Any

from committees.models import Decision
from portal.decisions.call_in import call_in_of

LAST = date(2025, 7, 3)


def read(today: date = LAST, **fields: Any) -> tuple[str, str] | None:
    call_in = call_in_of(Decision(**{"subject_to_call_in": True, "call_in_ends_on": LAST, **fields}), today)
    return (call_in.state, call_in.words) if call_in else None


def test_call_in_of_a_decision_that_has_none() -> None:
    assert read(subject_to_call_in=False, call_in_ends_on=None) is None


def test_call_in_on_its_last_day_is_still_open_and_names_no_hour() -> None:
    assert read() == ("Can be called in", "Can be called in until the end of Thursday 3 July 2025.")


def test_call_in_after_its_last_day_is_over() -> None:
    words = "The time for call-in ended on Thursday 3 July 2025. No call-in is recorded."
    assert read(date(2025, 7, 4)) == ("Call-in period over", words)


def test_call_in_without_a_last_day_invents_none() -> None:
    words = "It can be called in. The last day for that is not recorded yet."
    assert read(call_in_ends_on=None) == ("Can be called in", words)


def test_call_in_that_was_made() -> None:
    assert read(date(2026, 1, 1), called_in_on=date(2025, 7, 1)) == ("Called in", "Called in on Tuesday 1 July 2025.")
