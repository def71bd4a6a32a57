"""What has to be met. The peers were measured on another machine: their figures are told beside ours."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks.pages.asking import Cost
from tests.benchmarks.pages.weighing import Weight

MOST_QUERIES = 8
OF_BASE = 10  # times the processor time of base.html alone, for a page that is not in the cache
FIRST_BYTES, LATER_BYTES, MOST_REQUESTS = 60_000, 15_000, 6
PEERS = ("peers, a meeting page on another machine", ((368, 26, 16), (273, 83, 47)))  # kB, ms, queries
THIRD_OF_PEERS = (273_000 / 3, 26 / 3, 16 / 3)  # the smaller of each: bytes, ms, queries


@dataclass(frozen=True, slots=True)
class Measured:
    """Of one page; `made` is without the cache, `queries_alone` are its own queries and nothing else."""

    name: str
    address: str
    queries: int
    made: Cost
    kept: Cost
    queries_alone: Cost
    weight: Weight
    unaltered: int  # the status of an answer to a reader who has the page


@dataclass(frozen=True, slots=True)
class Floors:
    empty: Cost
    base: Cost


@dataclass(frozen=True, slots=True)
class Goal:
    words: str
    met: bool

    def __str__(self) -> str:
        return f"  {'met   ' if self.met else 'MISSED'}  {self.words}"


def goals(page: Measured, floors: Floors) -> Iterator[Goal]:
    def goal(words: str, value: float, most: float, form: str = ".1f") -> Goal:
        return Goal(f"{page.name}: {words}: {value:{form}} (at most {most:{form}})", value <= most)

    base, weight = floors.base.both, page.weight
    yield goal("queries", page.queries, MOST_QUERIES, ".0f")
    yield goal("times base.html, not in the cache", page.made.both / base, OF_BASE)
    yield goal("times base.html, from the cache", page.kept.both / base, 1, ".2f")
    yield goal("bytes of a first visit", weight.first, FIRST_BYTES, ",.0f")
    yield goal("bytes of a later visit", weight.later, LATER_BYTES, ",.0f")
    yield goal("requests of a first visit", weight.requests, MOST_REQUESTS, ".0f")
    yield Goal(f"{page.name}: 304 for a reader who has it: {page.unaltered}", page.unaltered == 304)
    if page.name == "meeting":
        yield from _below_peers(page)


def _below_peers(page: Measured) -> Iterator[Goal]:
    size, time, queries = THIRD_OF_PEERS
    yield Goal(
        f"meeting: bytes, a third of the peers': {page.weight.first:,} (below {size:,.0f})", page.weight.first < size
    )
    yield Goal(f"meeting: ms, a third of the peers': {page.made.both:.1f} (below {time:.1f})", page.made.both < time)
    yield Goal(f"meeting: queries, a third of the peers': {page.queries} (below {queries:.1f})", page.queries < queries)
