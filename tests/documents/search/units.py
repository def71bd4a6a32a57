"""An index in memory, of units given by hand: what the engine finds, without rows and files."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import tantivy
from django.utils import timezone

from documents.search.asked import Within, read
from documents.search.fields import Fields
from documents.search.filters import Filters
from documents.search.finding import Found, find
from documents.search.index import Snapshot, State
from documents.search.outbox import Position, Progress, Touched
from documents.search.query import Asking
from documents.search.schema import PAGE, Unit, build_schema, index_document, register_analyzers

FEWEST_BYTES = 15_000_000  # that the library writes with
NOTHING_PENDING = Touched()


def page(text: str = "", *, paper: int = 1, title: str = "", **fields: Any) -> Unit:
    """A page of a report."""
    given = {"type": PAGE, "owner": paper, "kind": "report", "titles": (title,) if title else (), "document": paper}
    return Unit(text=text, **{**given, **fields})


def pages(*texts: str) -> list[Unit]:
    """The first page of papers 1, 2 and so on."""
    return [page(text, paper=number) for number, text in enumerate(texts, start=1)]


def indexed(units: Iterable[Unit]) -> Snapshot:
    index = tantivy.Index(build_schema())
    register_analyzers(index)
    writer = index.writer(FEWEST_BYTES, 1)
    for unit in units:
        writer.add_document(index_document(unit))
    writer.commit()
    index.reload()
    state = State("of no database", Progress(Position(0)), timezone.now())
    return Snapshot("in memory", index.schema, index.searcher(), state)


def asking(index: Snapshot, query: str, *, pending: Touched = NOTHING_PENDING, **filters: Any) -> Asking:
    """The query as it is read, not widened."""
    asked = replace(read(query, Within()), filters=Filters(**filters))
    return Asking(Fields(index.schema), asked.request, asked.filters, pending, typed=asked.typed, row=asked.row)


def found(index: Snapshot, query: str, **filters: Any) -> Found:
    return find(index, asking(index, query, **filters))


def papers_found(index: Snapshot, query: str, **filters: Any) -> list[int]:
    """Best first."""
    return [thing.id for thing in found(index, query, **filters).things]
