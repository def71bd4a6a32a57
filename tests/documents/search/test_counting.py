"""Counts are what choosing them then finds."""

from datetime import date
from typing import Any

from hypothesis import given, settings, strategies

from documents.search.index import Snapshot
from documents.search.outbox import Touched
from documents.search.schema import DECISION, Sitting, Unit
from tests.documents.search.units import found, indexed, page

NONE, FIRST, SECOND, THIRD = 0, 1, 2, 3
OLD, NEW = date(2020, 3, 5), date(2026, 3, 5)

sittings = strategies.builds(
    Sitting,
    meeting=strategies.integers(1, 4),
    committee=strategies.sampled_from([NONE, FIRST, SECOND, THIRD]),
    day=strategies.sampled_from([OLD, date(2020, 12, 31), date(2021, 1, 1), NEW]),
)
units = strategies.builds(
    page,
    strategies.sampled_from(["kingfisher", "kingfisher heron", "heron"]),
    paper=strategies.integers(1, 4),
    number=strategies.integers(1, 3),
    kind=strategies.sampled_from(["report", "minutes"]),
    wards=strategies.sets(strategies.integers(1, 3)).map(tuple),
    sittings=strategies.sets(sittings, max_size=3).map(tuple),
)
filters = strategies.fixed_dictionaries(
    {},
    optional={
        "committees": strategies.sampled_from([(FIRST,), (FIRST, SECOND)]),
        "date_from": strategies.sampled_from([OLD, date(2021, 1, 1)]),
        "date_to": strategies.sampled_from([date(2020, 12, 31), NEW]),
        "kind": strategies.just("report"),
        "ward": strategies.just(1),
        "meeting": strategies.just(1),
    },
)


def pages_found(index: Snapshot, **chosen: Any) -> int:
    return found(index, "kingfisher", **chosen).counts.pages


@settings(max_examples=80, deadline=None)
@given(of=strategies.lists(units, min_size=1, max_size=8), given_filters=filters)
def test_what_is_counted_is_what_choosing_it_finds(of: list[Unit], given_filters: dict[str, Any]) -> None:
    index = indexed(of)
    counts = found(index, "kingfisher", **given_filters).counts

    for kind, number in counts.kinds.items():
        assert pages_found(index, **{**given_filters, "kind": kind}) == number
    for ward, number in counts.wards.items():
        assert pages_found(index, **{"ward": ward, **given_filters}) == number or "ward" in given_filters
    for committee, number in counts.committees.items():
        assert pages_found(index, **{**given_filters, "committees": (committee,)}) == number
    if not {"date_from", "date_to"} & given_filters.keys():
        for year, number in counts.years.items():
            within = {"date_from": date(year, 1, 1), "date_to": date(year, 12, 31)}
            assert pages_found(index, **given_filters, **within) == number


@settings(max_examples=30, deadline=None)
@given(of=strategies.lists(units, min_size=1, max_size=8))
def test_nothing_that_choosing_would_find_is_missing_from_the_counts(of: list[Unit]) -> None:
    index = indexed(of)
    counts = found(index, "kingfisher").counts

    for committee in (FIRST, SECOND, THIRD):
        assert pages_found(index, committees=(committee,)) == counts.committees[committee]
    for ward in (1, 2, 3):
        assert pages_found(index, ward=ward) == counts.wards[ward]


TWICE = page("kingfisher", sittings=(Sitting(1, FIRST, OLD), Sitting(2, SECOND, NEW)))


def test_a_page_of_two_committees_and_years_counts_for_each() -> None:
    counts = found(indexed([TWICE]), "kingfisher").counts

    assert (counts.pages, counts.committees, counts.years) == (1, {FIRST: 1, SECOND: 1}, {2020: 1, 2026: 1})


def test_with_a_committee_chosen_only_its_years_count() -> None:
    assert found(indexed([TWICE]), "kingfisher", committees=(FIRST,)).counts.years == {2020: 1}


def test_with_dates_chosen_only_the_committees_of_those_days_count() -> None:
    assert found(indexed([TWICE]), "kingfisher", date_from=date(2025, 1, 1)).counts.committees == {SECOND: 1}


def test_a_page_taken_twice_by_one_committee_in_one_year_counts_once() -> None:
    unit = page("kingfisher", sittings=(Sitting(1, FIRST, OLD), Sitting(2, FIRST, date(2020, 9, 3))))

    counts = found(indexed([unit]), "kingfisher").counts

    assert (counts.committees, counts.years) == ({FIRST: 1}, {2020: 1})


def test_a_decision_of_no_committee_counts_for_its_year_alone() -> None:
    decision = Unit(DECISION, 1, DECISION, (), "kingfisher", sittings=(Sitting(0, NONE, NEW),))

    counts = found(indexed([decision]), "kingfisher").counts

    assert (counts.committees, counts.years, counts.kinds) == ({}, {2026: 1}, {DECISION: 1})


def test_nothing_pending_is_counted() -> None:
    counts = found(indexed([TWICE]), "kingfisher", pending=Touched(documents={1})).counts

    assert (counts.pages, counts.committees, counts.years, counts.kinds) == (0, {}, {}, {})
