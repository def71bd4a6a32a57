from datetime import date
from typing import Any

from committees.models import Committee
from documents.ledger import LedgerEntry
from documents.models import Review
from portal.recommendations.summary import Group, read_summary

TODAY = date(2026, 11, 22)
PLANNING = Committee(pk=1, name="Planning", slug="planning", sort_key="planning")
HOUSING = Committee(pk=2, name="Housing", slug="housing", sort_key="housing")
REVIEWS = {10: Review(pk=10, committee=PLANNING), 20: Review(pk=20, committee=HOUSING)}


def entry(number: int, **fields: Any) -> LedgerEntry:
    return LedgerEntry(
        **{
            "id": number,
            "parent": None,
            "review": 10,
            "made_on": date(2025, 3, 1),
            "is_answered": False,
            "is_reported_back": False,
            "is_done": False,
            "answer_due_on": None,
            "report_back_due_on": None,
            **fields,
        }
    )


def counts(group: Group) -> list[int]:
    return [bar.count for bar in group.bars]


def test_summary_counts_by_committee_and_year() -> None:
    summary = read_summary(
        [
            entry(1, is_answered=True, is_reported_back=True, is_done=True),
            entry(2, is_answered=True),
            entry(3, made_on=date(2026, 3, 1), answer_due_on=date(2026, 5, 1)),
            entry(4, review=20),
        ],
        REVIEWS,
        TODAY,
    )
    assert [committee.committee.name for committee in summary.committees] == ["Housing", "Planning"]
    planning = summary.committees[1]
    assert [(year.title, counts(year)) for year in planning.years] == [
        ("2026", [1, 0, 0, 0, 1]),
        ("2025", [2, 2, 1, 1, 0]),
    ]
    assert counts(summary.total) == [4, 2, 1, 1, 1]


def test_summary_counts_a_recommendation_once_with_its_parts() -> None:
    summary = read_summary([entry(1), entry(2, parent=1), entry(3, parent=1)], REVIEWS, TODAY)
    assert counts(summary.total) == [1, 0, 0, 0, 0]


def test_summary_draws_all_bars_to_one_scale() -> None:
    summary = read_summary([entry(1), entry(2), entry(3, review=20)], REVIEWS, TODAY)
    housing, planning = summary.committees
    assert (planning.years[0].bars[0].share, housing.years[0].bars[0].share) == (100, 50)


def test_summary_of_nothing() -> None:
    summary = read_summary([], {}, TODAY)
    assert summary.committees == []
    assert counts(summary.total) == [0, 0, 0, 0, 0]
