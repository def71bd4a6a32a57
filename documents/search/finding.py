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
    score: float


@dataclass(frozen=True, slots=True)
class Thing:
    """A paper or an agenda item with its pages that answer, best first."""

    id: int
    is_item: bool
    newest: int  # the day of its last meeting, as an ordinal
    pages: tuple[Page, ...]

    @property
    def rank(self) -> tuple[float, int, int]:
        """The best page's score; among equals the newer first."""
        return -round(self.pages[0].score, 1), -self.newest, -self.id


@dataclass(frozen=True, slots=True)
class Found:
    pages: int  # all that answer
    things: tuple[Thing, ...]
    more_things: bool  # than those of the pages considered


def find(index: Snapshot, query: Query) -> Found:
    """Ask the index, then PostgreSQL whether each thing found is public at this moment: one that is not is no hit."""
    with damage_reported(index.name):
        answer = index.searcher.search(query, CONSIDERED)
        count = int(answer.count)
        things = _grouped(index.searcher, answer.hits)
    public = _public(things)
    hidden = sum(len(thing.pages) for thing in things) - sum(len(thing.pages) for thing in public)
    return Found(
        pages=count - hidden,
        things=tuple(sorted(public, key=lambda thing: thing.rank)),
        more_things=count > CONSIDERED,
    )


def _grouped(searcher: Searcher, hits: list[tuple[float, object]]) -> list[Thing]:
    addresses = [address for _, address in hits]
    columns = (searcher.fast_field_values(name, addresses) for name in ("document", "item", "number", "newest"))
    pages: dict[tuple[bool, int], list[Page]] = defaultdict(list)
    newest: dict[tuple[bool, int], int] = {}
    for (score, _), document, item, number, day in zip(hits, *columns, strict=True):
        key = (True, int(item)) if document is None else (False, int(document))
        pages[key].append(Page(int(number), score))
        newest[key] = int(day)
    return [Thing(key[1], key[0], newest[key], tuple(pages[key])) for key in pages]


def _public(things: Iterable[Thing]) -> list[Thing]:
    papers = [thing.id for thing in things if not thing.is_item]
    items = [thing.id for thing in things if thing.is_item]
    public = {
        False: set(Document.objects.public().filter(pk__in=papers).order_by().values_list("pk", flat=True)),
        True: set(AgendaItem.objects.public().filter(pk__in=items).order_by().values_list("pk", flat=True)),
    }
    return [thing for thing in things if thing.id in public[thing.is_item]]
