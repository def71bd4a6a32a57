"""What the index keeps of a unit."""

from datetime import date

import pytest
from hypothesis import given, strategies

from documents.search.schema import (
    TYPES,
    Sitting,
    committee_and_day,
    owner_of,
    sitting_key,
    thing_key,
    type_of,
)

IDS = strategies.integers(0, 2**40)


@given(type_=strategies.sampled_from(TYPES), owner=IDS)
def test_a_thing_is_read_back_from_its_key(type_: str, owner: int) -> None:
    assert (type_of(key := thing_key(type_, owner)), owner_of(key)) == (type_, owner)


@given(committee=IDS, day=strategies.dates())
def test_a_sitting_is_read_back_from_its_key(committee: int, day: date) -> None:
    assert committee_and_day(Sitting(1, committee, day).key) == (committee, day)


@pytest.mark.parametrize("committee", [0, 1, 7])
def test_the_days_of_one_committee_lie_together(committee: int) -> None:
    first, last = sitting_key(committee, date.min), sitting_key(committee, date.max)

    assert first < sitting_key(committee, date(2016, 9, 22)) < last < sitting_key(committee + 1, date.min)
