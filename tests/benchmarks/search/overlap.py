"""How many of the first ten papers are those that exact BM25 puts first, each at its best page.

The library scores every page that answers, with the product's own query and no shortcut.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from documents.search import search
from documents.search.asked import Searcher, Within, read
from documents.search.finding import EQUAL
from tests.benchmarks.search.queries import Query

FIRST = 10
PAGES = 20_000  # the best, of which the first ten papers are, and those as good as the tenth


@dataclass(frozen=True, slots=True)
class Scored:
    """A page of a paper."""

    paper: int
    number: int  # of the page
    score: float

    @property
    def place(self) -> tuple[int, int]:
        return self.paper, self.number


def exact_top(query: str, limit: int) -> list[Scored]:
    """The pages of papers that answer best, every match having been scored."""
    searcher = Searcher.now()
    asking = searcher.asking(searcher.widened(read(query, Within())))
    index = searcher.index
    hits = index.searcher.search(asking.in_full(), limit).hits
    addresses = [address for _, address in hits]
    columns = (index.searcher.fast_field_values(name, addresses) for name in ("document", "number"))
    return [
        Scored(int(paper), int(number), score)
        for (score, _), paper, number in zip(hits, *columns, strict=True)
        if paper is not None
    ]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Parts of the first ten."""

    strict: float  # the very pages
    with_equals: float  # or others of a score as good as the last's, of which the newer goes first


def mean(shares: Sequence[Overlap]) -> Overlap:
    return Overlap(fmean(share.strict for share in shares), fmean(share.with_equals for share in shares))


def overlap(query: Query) -> Overlap | None:
    """None where nothing is to be found. What is typed wrongly is compared with what was meant."""
    exact = exact_top(query.meant or query.typed, PAGES)
    first = _best_of_each_paper(exact)[:FIRST]
    if not first:
        return None
    ours = set(_first_papers(query.typed))
    very = {scored.place for scored in first}
    as_good = {scored.place for scored in exact if round(scored.score, EQUAL) >= round(first[-1].score, EQUAL)}
    return Overlap(len(ours & very) / len(first), len(ours & as_good) / len(first))


def _first_papers(typed: str) -> list[tuple[int, int]]:
    """What the product shows of papers, each by its first page; items, and whatever else is no paper, have none."""
    groups = search(query=typed, per_page=2 * FIRST).groups
    pages = [(group.id, group.hits[0].number) for group in groups if group.hits]
    return [(paper, number) for paper, number in pages if number is not None][:FIRST]


def _best_of_each_paper(pages: Iterable[Scored]) -> list[Scored]:
    best: dict[int, Scored] = {}
    for page in pages:
        best.setdefault(page.paper, page)
    return list(best.values())
