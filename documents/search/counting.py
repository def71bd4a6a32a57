"""How many pages answer, and how many of each committee, year, kind and ward: exact, in one walk through the index."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tantivy import Query, Searcher

from documents.search.query import Filters
from documents.search.schema import committee_and_day

MANY = 65_000  # buckets: more than there can be committees, years or kinds
COUNTS = {
    name: {"terms": {"field": name, "size": MANY}} for name in ("kind", "only_committee", "year", "ward", "sittings")
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Pages by what narrows them; a page of two committees counts for each."""

    pages: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    committees: Counter[int] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)
    wards: Counter[int] = field(default_factory=Counter)


def count(searcher: Searcher, query: Query, filters: Filters) -> Counts:
    """What narrowing by one more would leave, which is what choosing it then finds."""
    answer = searcher.aggregate(query, COUNTS)
    kinds = Counter({str(key): number for key, number in _buckets(answer, "kind")})
    counts = Counts(
        pages=kinds.total(),
        kinds=kinds,
        committees=_numbers(answer, "only_committee"),
        years=_numbers(answer, "year"),
        wards=_numbers(answer, "ward"),
    )
    for key, number in _buckets(answer, "sittings"):
        sittings = [sitting for sitting in map(committee_and_day, map(int, str(key).split())) if filters.take(*sitting)]
        counts.committees.update(dict.fromkeys({committee for committee, _ in sittings if committee}, number))
        counts.years.update(dict.fromkeys({day.year for _, day in sittings}, number))
    return counts


def _buckets(answer: dict[str, Any], name: str) -> list[tuple[Any, int]]:
    return [(bucket["key"], int(bucket["doc_count"])) for bucket in answer[name]["buckets"]]


def _numbers(answer: dict[str, Any], name: str) -> Counter[int]:
    return Counter({int(key): number for key, number in _buckets(answer, name)})
