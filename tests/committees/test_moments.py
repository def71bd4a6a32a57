"""The council's time across both changes of the clocks."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from committees.moments import occurrences, skipped, spoken_time, written, written_exactly


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(19, 30), "7.30 pm"),
        (time(10), "10 am"),
        (time(12), "noon"),
        (time(0), "midnight"),
        (time(12, 5), "12.05 pm"),
        (time(0, 15), "12.15 am"),
    ],
)
def test_time_is_said_as_councils_print_it(moment: time, words: str) -> None:
    assert spoken_time(moment) == words


def test_time_that_the_clocks_skip_does_not_occur() -> None:
    assert occurrences(datetime(2026, 3, 29, 1, 30)) == []
    assert "There is no 01:30 on 29 March 2026: the clocks go forward" in skipped(datetime(2026, 3, 29, 1, 30))


def test_time_in_the_hour_that_comes_twice_occurs_twice_in_order() -> None:
    first, second = occurrences(datetime(2026, 10, 25, 1, 30))

    assert (written(first), written(second)) == ("25 October 2026, 01:30 BST", "25 October 2026, 01:30 GMT")
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)


def test_edges_of_both_changes_occur_once() -> None:
    for local in (
        datetime(2026, 3, 29, 0, 59),
        datetime(2026, 3, 29, 2, 0),
        datetime(2026, 10, 25, 0, 59),
        datetime(2026, 10, 25, 2, 0),
    ):
        assert len(occurrences(local)) == 1


def test_moment_is_written_to_the_second_with_its_zone() -> None:
    assert written_exactly(datetime(2026, 1, 2, 9, 5, 7, tzinfo=UTC)) == "2 January 2026, 09:05:07 GMT"


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2060, 1, 1)))
def test_every_occurrence_shows_the_time_that_was_asked_for(local: datetime) -> None:
    found = occurrences(local)

    assert len(found) <= 2
    assert all(timezone.localtime(moment).replace(tzinfo=None, fold=0) == local for moment in found)
    assert found or local.month == 3
