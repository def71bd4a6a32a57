"""The pages that answer, best first, as the index has them and PostgreSQL confirms them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tantivy import Query, Searcher

from committees.models import AgendaItem
from documents.models import Document
from documents.search.index import Snapshot, damage_reported

CONSIDERED = 2000  # best pages that are grouped by paper; the count of pages is of all


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    score: float  # how well it answers; where the newest go first, nothing


@dataclass(frozen=True, slots=True)
class Thing:
    """A paper or an agenda item with its pages that answer, best first."""

    id: int
    is_item: bool
    newest: int  # the day of its last meeting, as an ordinal
    pages: tuple[Page, ...]

    @property
    def age(self) -> tuple[int, int]:
        return -self.newest, -self.id

    @property
    def rank(self) -> tuple[float, int, int]:
        """The best page's score; among equals the newer first."""
        return -round(self.pages[0].score, 1), -self.newest, -self.id


@dataclass(frozen=True, slots=True)
class Found:
    pages: int  # all that answer
    things: tuple[Thing, ...]
    more_things: bool  # than those of the pages considered


def find(index: Snapshot, query: Query, *, newest_first: bool = False) -> Found:
    """The best things first, or those of the newest meetings, each with its pages in their order.

    Asks the index, then PostgreSQL whether each thing found is public at this moment: one that is not is no hit.
    """
    with damage_reported(index.name):
        order = "newest" if newest_first else None
        answer = index.searcher.search(query, CONSIDERED, order_by_field=order)
        count = int(answer.count)
        things = _grouped(index.searcher, answer.hits, scored=not newest_first)
    public = _public(things)
    hidden = sum(len(thing.pages) for thing in things) - sum(len(thing.pages) for thing in public)
    return Found(
        pages=count - hidden,
        things=tuple(sorted(public, key=lambda thing: thing.age if newest_first else thing.rank)),
        more_things=count > CONSIDERED,
    )


def _grouped(searcher: Searcher, hits: list[tuple[float, object]], *, scored: bool) -> list[Thing]:
    addresses = [address for _, address in hits]
    columns = (searcher.fast_field_values(name, addresses) for name in ("document", "item", "number", "newest"))
    pages: dict[tuple[bool, int], list[Page]] = defaultdict(list)
    newest: dict[tuple[bool, int], int] = {}
    for (score, _), document, item, number, day in zip(hits, *columns, strict=True):
        key = (True, int(item)) if document is None else (False, int(document))
        pages[key].append(Page(int(number), score if scored else 0.0))
        newest[key] = int(day)
    if not scored:
        pages = {key: sorted(found, key=lambda page: page.number) for key, found in pages.items()}
    return [Thing(key[1], key[0], newest[key], tuple(found)) for key, found in pages.items()]


def _public(things: Iterable[Thing]) -> list[Thing]:
    papers = [thing.id for thing in things if not thing.is_item]
    items = [thing.id for thing in things if thing.is_item]
    public = {
        False: set(Document.objects.public().filter(pk__in=papers).order_by().values_list("pk", flat=True)),
        True: set(AgendaItem.objects.public().filter(pk__in=items).order_by().values_list("pk", flat=True)),
    }
    return [thing for thing in things if thing.id in public[thing.is_item]]
