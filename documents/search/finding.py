"""The pages and records that answer, best first, as the index has them."""

from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from tantivy import Occur, Query

from documents.search.counting import Counts, count
from documents.search.index import Snapshot, damage_reported
from documents.search.query import COMPLETE, Asking
from documents.search.schema import COMMITTEE, MEETING, PAGE, PERSON, thing_key, type_and_owner
from documents.search.syntax import Clause

RANKED = 300  # best pages by stems, whose papers and records are then put in order by all that counts
CONSIDERED = 2000  # that are grouped by paper where so many are asked for; the counts are of all
RARER = 0.2  # of the pages, at most: a word by which alone a page may answer
EQUAL = 2  # decimals of a score that tell answers apart
NAMED = 20  # that bear the name asked for, at most
# The library lets go of the interpreter while it counts, so that the best pages are found meanwhile
_counting = ThreadPoolExecutor(max_workers=4, thread_name_prefix="counting")
WEIGHTS = {MEETING: 0.5}  # a meeting's few words must not hide what was said there
NAMED_FIRST = (COMMITTEE, PERSON)


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    score: float  # how well it answers; nothing where the newest go first


@dataclass(frozen=True, slots=True)
class Thing:
    """A paper with its pages that answer, best first, or a record."""

    type: str
    id: int
    newest: int  # the day of its last meeting, as an ordinal
    pages: tuple[Page, ...]

    @property
    def key(self) -> int:
        return thing_key(self.type, self.id)

    @property
    def is_paper(self) -> bool:
        return self.type == PAGE

    @property
    def is_complete(self) -> bool:
        """Where some of the words are enough: whether it has all."""
        return self.pages[0].score >= COMPLETE

    @property
    def age(self) -> tuple[int, int]:
        return -self.newest, -self.id

    @property
    def rank(self) -> tuple[float, int, int]:
        """The best page's score; among equals the newer first."""
        return -round(self.pages[0].score * WEIGHTS.get(self.type, 1.0), EQUAL), -self.newest, -self.id

    @property
    def named_rank(self) -> tuple[bool, int, int]:
        return self.type not in NAMED_FIRST, -self.newest, -self.id


@dataclass(frozen=True, slots=True)
class Found:
    counts: Counts
    things: tuple[Thing, ...]
    more_things: bool  # than those of the pages considered
    complete: int  # pages that have all the words


NOTHING = Found(Counts(), (), more_things=False, complete=0)


def find(index: Snapshot, asking: Asking, *, papers: int = 10, newest_first: bool = False) -> Found:
    """The best things first, before all those that the words are the whole name of; or those of the newest meetings.

    More of them than `papers` where there are; all of a search with up to RANKED pages.
    """
    with damage_reported(index.name):
        matching = asking.matching()
        counted = _counting.submit(count, index.searcher, matching, asking.filters)
        things = _ordered(index, asking, matching, papers, newest_first=newest_first)
        counts = counted.result()
        if not things:
            return NOTHING
    considered = sum(len(thing.pages) for thing in things)
    return Found(counts, tuple(things), more_things=counts.pages > considered, complete=counts.pages)


def _ordered(index: Snapshot, asking: Asking, matching: Query, papers: int, *, newest_first: bool) -> list[Thing]:
    order = "newest" if newest_first else None
    found = _grouped(index, matching, RANKED, order=order)
    best = sorted(found, key=lambda thing: thing.age) if newest_first else _best(index, asking, found)
    if len(best) > papers or sum(len(thing.pages) for thing in found) < RANKED:
        return best
    seen = {thing.key for thing in best}
    more = [thing for thing in _grouped(index, matching, CONSIDERED, order=order) if thing.key not in seen]
    return best + (sorted(more, key=lambda thing: thing.age) if newest_first else more)


def any_of_the_rarer(index: Snapshot, asking: Asking) -> Asking | None:
    """For one of the words to be enough, if it is not on so many pages that they tell nothing."""
    many = index.searcher.num_docs * RARER
    frequent = frozenset(
        part
        for part in asking.typed
        if isinstance(part, Clause) and part.is_word and index.searcher.doc_freq("text", part.stems[0]) > many
    )
    return None if frequent.issuperset(asking.typed) else replace(asking, least=1, left_out=frequent)


def how_many(index: Snapshot, asking: Asking, *, bearing: str | None = None) -> int:
    """The pages and records that answer; of those, where one is given, that have this very word in their text."""
    query = asking.matching()
    if bearing is not None:
        very_word = Query.term_query(index.schema, "text_exact", bearing)
        query = Query.boolean_query([(Occur.Must, query), (Occur.Must, very_word)])
    with damage_reported(index.name):
        return int(index.searcher.search(query, 1).count or 0)


def with_best_pages(index: Snapshot, asking: Asking, things: Iterable[Thing]) -> list[Thing]:
    """Things ordered by their age, each with its best pages first."""
    things = list(things)
    with damage_reported(index.name):
        query = asking.among([thing.key for thing in things])
        scored = {thing.key: thing for thing in _grouped(index, query, CONSIDERED)}
    return [replace(thing, pages=scored.get(thing.key, thing).pages) for thing in things]


def _best(index: Snapshot, asking: Asking, found: list[Thing]) -> list[Thing]:
    """These by all that counts, and before them those that bear the name asked for."""
    is_name = asking.row and index.searcher.doc_freq("name", asking.name)
    named = {thing.key for thing in _grouped(index, asking.bearing_name(), NAMED)} if is_name else set()
    candidates = named.union(thing.key for thing in found)
    ranked = sorted(_grouped(index, asking.among(candidates), RANKED), key=lambda thing: thing.rank)
    first = sorted((thing for thing in ranked if thing.key in named), key=lambda thing: thing.named_rank)
    seen = {thing.key for thing in ranked}
    rest = [thing for thing in found if thing.key not in seen]
    return [*first, *(thing for thing in ranked if thing.key not in named), *rest]


def _grouped(index: Snapshot, query: Query, limit: int, *, order: str | None = None) -> list[Thing]:
    hits = index.searcher.search(query, limit, count=False, order_by_field=order).hits
    addresses = [address for _, address in hits]
    columns = (index.searcher.fast_field_values(name, addresses) for name in ("thing", "number", "newest"))
    pages: dict[int, list[Page]] = defaultdict(list)
    newest: dict[int, int] = {}
    for (score, _), thing, number, day in zip(hits, *columns, strict=True):
        pages[int(thing or 0)].append(Page(int(number or 1), 0.0 if order else float(score)))
        newest[int(thing or 0)] = int(day or 0)
    return [Thing(*type_and_owner(thing), newest[thing], tuple(found)) for thing, found in pages.items()]
