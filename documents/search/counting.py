"""How many pages answer, and how many of each committee, year, kind and ward: exact, in one walk through the index.

It is made on a thread of its own: the library lets go of the interpreter while it counts, so that the best pages are
found, read and quoted meanwhile.
"""

from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from tantivy import Query

from documents.search.filters import Filters
from documents.search.index import Snapshot, damage_reported
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
        self._name, self._filters = index.name, filters
        self._answer: Future[dict[str, Any]] = _threads.submit(index.searcher.aggregate, query, COUNTS)

    @cached_property
    def counts(self) -> Counts:
        """Waits for them. Raises SearchUnavailable.

        Read here and not on their thread: the interpreter would be taken from whoever finds the best pages meanwhile.
        """
        with damage_reported(self._name):
            return _read(self._answer.result(), self._filters)


def _read(answer: dict[str, Any], filters: Filters) -> Counts:
    """What narrowing by one more would leave, which is what choosing it then finds."""
    counts = Counts(pages=sum(number for _, number in _buckets(answer, "kind_and_wards")))
    kinds, of_wards, committees, years = counts.kinds, counts.wards, counts.committees, counts.years
    for key, number in _buckets(answer, "kind_and_wards"):
        kind, wards = _kind_and_wards(key)
        kinds[kind] += number
        for ward in wards:
            of_wards[ward] += number
    for key, number in _buckets(answer, "sittings"):
        of_committees, of_years = _of_one_sitting(key) if "/" in key else committees_and_years(key, filters.take)
        for committee in of_committees:
            committees[committee] += number
        for year in of_years:
            years[year] += number
    return counts


@lru_cache(maxsize=8192)
def _kind_and_wards(key: str) -> tuple[str, tuple[int, ...]]:
    kind, *wards = key.split()
    return kind, tuple(map(int, wards))


@lru_cache(maxsize=8192)
def _of_one_sitting(key: str) -> tuple[set[int], set[int]]:
    """Whatever the filters: its thing is found only where they take it."""
    return committees_and_years(key, lambda _committee, _day: True)


def _buckets(answer: dict[str, Any], name: str) -> list[tuple[str, int]]:
    return [(bucket["key"], int(bucket["doc_count"])) for bucket in answer[name]["buckets"]]
