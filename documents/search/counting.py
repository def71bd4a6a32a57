"""How many pages answer, and how many of each committee, year, kind and ward: exact, in one walk through the index.

It is made on a thread of its own: the library lets go of the interpreter while it counts, so that the best pages are
found, read and quoted meanwhile.
"""

from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tantivy import Query, Searcher

from documents.search.index import Snapshot, damage_reported
from documents.search.query import Filters
from documents.search.schema import committees_and_years

MANY = 65_000  # buckets: more than there are committees in a year, sets of meetings or kinds and wards
COUNTS = {name: {"terms": {"field": name, "size": MANY}} for name in ("kind_and_wards", "sittings")}
_threads = ThreadPoolExecutor(max_workers=4, thread_name_prefix="counting")


@dataclass(frozen=True, slots=True)
class Counts:
    """Pages by what narrows them; a page of two committees counts for each."""

    pages: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    committees: Counter[int] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)
    wards: Counter[int] = field(default_factory=Counter)


class Counting:
    """Counts on their way."""

    def __init__(self, index: Snapshot, query: Query, filters: Filters) -> None:
        self._name = index.name
        self._made: Future[Counts] = _threads.submit(count, index.searcher, query, filters)

    @cached_property
    def counts(self) -> Counts:
        """Waits for them. Raises SearchUnavailable."""
        with damage_reported(self._name):
            return self._made.result()


def count(searcher: Searcher, query: Query, filters: Filters) -> Counts:
    """What narrowing by one more would leave, which is what choosing it then finds."""
    answer = searcher.aggregate(query, COUNTS)
    counts = Counts(pages=sum(number for _, number in _buckets(answer, "kind_and_wards")))
    for key, number in _buckets(answer, "kind_and_wards"):
        kind, *wards = key.split()
        counts.kinds[kind] += number
        for ward in wards:
            counts.wards[int(ward)] += number
    for key, number in _buckets(answer, "sittings"):
        committees, years = committees_and_years(key, filters.take)
        for committee in committees:
            counts.committees[committee] += number
        for year in years:
            counts.years[year] += number
    return counts


def _buckets(answer: dict[str, Any], name: str) -> list[tuple[str, int]]:
    return [(bucket["key"], int(bucket["doc_count"])) for bucket in answer[name]["buckets"]]
