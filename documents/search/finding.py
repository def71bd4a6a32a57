"""The pages and records that answer, best first, as the index has them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tantivy import DocAddress, Occur, Query

from documents.search.counting import Counting, Counts
from documents.search.index import Snapshot, damage_reported
from documents.search.query import Asking
from documents.search.schema import COMMITTEE, MEETING, PAGE, PERSON, owner_of, type_of
from documents.search.syntax import Clause

RANKED = 200  # best pages by stems, that are grouped by paper
IN_ORDER = 50  # papers and records, the first of those, that are put in order by all that counts
CONSIDERED = 2000  # that are grouped by paper where so many are asked for; the counts are of all
RARER = 0.2  # of the pages, at most: a word by which alone a page may answer
EQUAL = 2  # decimals of a score that tell answers apart
NAMED = 20  # that bear the name asked for, at most
WEIGHTS = {MEETING: 0.5}  # a meeting's few words must not hide what was said there
NAMED_FIRST = (COMMITTEE, PERSON)
COLUMNS = ("thing", "newest", "number")


class Page(NamedTuple):
    number: int
    score: float  # how well it answers; nothing where the newest go first


@dataclass(frozen=True, slots=True)
class Thing:
    """A paper with its pages that answer, best first, or a record."""

    key: int  # schema.thing_key
    newest: int  # the day of its last meeting, as an ordinal
    pages: tuple[Page, ...]

    @property
    def type(self) -> str:
        return type_of(self.key)

    @property
    def id(self) -> int:
        return owner_of(self.key)

    @property
    def is_paper(self) -> bool:
        return self.type == PAGE

    @property
    def age(self) -> tuple[int, int]:
        return -self.newest, -self.id

    @property
    def rank(self) -> tuple[float, int, int]:
        """The best page's score; among equals the newer first."""
        return -round(self.pages[0].score * WEIGHTS.get(self.type, 1.0), EQUAL), *self.age

    @property
    def named_rank(self) -> tuple[bool, int, int]:
        return self.type not in NAMED_FIRST, *self.age


@dataclass(frozen=True, slots=True)
class Found:
    things: tuple[Thing, ...] = ()
    counting: Counting | None = None  # of all that answer; None where nothing does
    asking: Asking | None = None  # as they were asked for
    fully: int | None = None  # pages that have all the words, where others that have some follow
    whole: frozenset[int] = frozenset()  # the keys of their things

    @property
    def counts(self) -> Counts:
        """Waits until all are counted. Raises SearchUnavailable."""
        return self.counting.counts if self.counting else Counts()

    @property
    def considered(self) -> int:
        """Pages of these things: all that answer where they are fewer than RANKED."""
        return sum(len(thing.pages) for thing in self.things)

    @property
    def has_complete(self) -> bool:
        return bool(self.things) if self.fully is None else self.fully > 0

    @property
    def complete(self) -> int:
        """The pages that have all the words."""
        return self.counts.pages if self.fully is None else self.fully


NOTHING = Found()


def find(index: Snapshot, asking: Asking, *, papers: int = 10, newest_first: bool = False) -> Found:
    """The best things first, before all those that the words are the whole name of; or those of the newest meetings.

    More of them than `papers` where there are; all of a search with up to RANKED pages. They are counted meanwhile.
    """
    with damage_reported(index.name):
        counting = Counting(index, asking.matching(), asking.filters)
        things = _ordered(index, asking, papers, newest_first=newest_first)
    return Found(tuple(things), counting, asking) if things else NOTHING


def _ordered(index: Snapshot, asking: Asking, papers: int, *, newest_first: bool) -> list[Thing]:
    order, queries = ("newest", [asking.matching()]) if newest_first else (None, asking.ranked())
    found = _things(index, queries, RANKED, order=order)
    best = _by_age(found) if newest_first else _best(index, asking, found)
    if len(best) > papers or sum(len(thing.pages) for thing in found) < RANKED:
        return best
    seen = {thing.key for thing in best}
    more = [thing for thing in _things(index, queries, CONSIDERED, order=order) if thing.key not in seen]
    return best + (_by_age(more) if newest_first else more)


def _by_age(things: list[Thing]) -> list[Thing]:
    return sorted(things, key=lambda thing: thing.age)


def followed_by(found: Found, wider: Found) -> Found:
    """What has all the words, before what has some of them."""
    whole = frozenset(thing.key for thing in found.things)
    widened = {thing.key: thing for thing in wider.things}
    things = [widened.pop(thing.key, thing) for thing in found.things]
    return replace(wider, things=(*things, *widened.values()), fully=found.considered, whole=whole)


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
        scored = {thing.key: thing for thing in _things(index, [query], CONSIDERED)}
    return [replace(thing, pages=scored.get(thing.key, thing).pages) for thing in things]


def _best(index: Snapshot, asking: Asking, found: list[Thing]) -> list[Thing]:
    """The first of these things by all that counts, and before them those that bear the name asked for."""
    is_name = asking.row and index.searcher.doc_freq("name", asking.name)
    named = {thing.key for thing in _things(index, [asking.bearing_name()], NAMED)} if is_name else set()
    candidates = named.union(thing.key for thing in _first(found))
    ranked = sorted(_things(index, [asking.among(candidates)], RANKED), key=lambda thing: thing.rank)
    first = sorted((thing for thing in ranked if thing.key in named), key=lambda thing: thing.named_rank)
    seen = {thing.key for thing in ranked}
    rest = [thing for thing in found if thing.key not in seen]
    return [*first, *(thing for thing in ranked if thing.key not in named), *rest]


def _first(found: list[Thing]) -> list[Thing]:
    """Of things in the order of their best pages as many as are put in order, and those as good as the last."""
    least = found[:IN_ORDER][-1].pages[0].score if found else 0.0
    return [thing for thing in found if thing.pages[0].score >= least]


def _things(index: Snapshot, queries: Sequence[Query], limit: int, *, order: str | None = None) -> list[Thing]:
    """What has the first pages, each thing at the place of its first; without scores where they are in an order."""
    hits = _first_of_all(
        [index.searcher.search(query, limit, count=False, order_by_field=order).hits for query in queries]
    )[:limit]
    addresses = [address for _, address in hits]
    keys, newest, numbers = (
        index.searcher.fast_field_values(name, addresses) for name in ("thing", "newest", "number")
    )
    pages: dict[int, list[Page]] = {}
    for (score, _), key, number in zip(hits, keys, numbers, strict=True):
        pages.setdefault(key, []).append(Page(number, 0.0 if order else score))
    days = dict(zip(keys, newest, strict=True))
    return [Thing(key, days[key], tuple(of_thing)) for key, of_thing in pages.items()]


def _first_of_all(found: list[list[tuple[float, DocAddress]]]) -> list[tuple[float, DocAddress]]:
    """The pages of several searches as one would have them, each with its best score."""
    if len(found) == 1:
        return found[0]
    best: dict[tuple[int, int], tuple[float, DocAddress]] = {}
    for hits in found:
        for hit in hits:
            place = hit[1].segment_ord, hit[1].doc
            if place not in best or best[place][0] < hit[0]:
                best[place] = hit
    return [best[place] for place in sorted(best, key=lambda place: (-best[place][0], place))]
