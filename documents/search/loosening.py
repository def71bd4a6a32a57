"""What a search that found nothing could leave out to find something, and how much it then finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from documents.search.filters import Filters
from documents.search.narrowing import fields, read_narrowing, without_field
from documents.search.syntax import Request, tokens_of, typed

SEARCHES = 8  # made for offers at the most, of which each is a query of the index and two of the database
FILTERS = ("committee", "ward", "kind", "from", "to", "meeting", "paper", "person")


@dataclass(frozen=True, slots=True)
class Offer:
    """A query that finds something. What it leaves out are filters, or else words of the query."""

    query: str
    filters: tuple[str, ...]  # of FILTERS, to be left out of the form too
    words: str  # left out; of a phrase that the query still has, only the quotation marks
    pages: int = 0  # that it finds

    @property
    def is_of_quotation_marks(self) -> bool:
        return self.words.startswith('"') and self.words.strip('" ') in self.query


def offers(
    query: str, request: Request, filters: Filters, count: Callable[[str, tuple[str, ...]], int]
) -> tuple[Offer, ...]:
    """Those that find something; `count` says how many pages a query finds without these filters."""
    tried = islice(_thinkable(typed(query), request, filters), SEARCHES)
    found = (replace(offer, pages=count(offer.query, offer.filters)) for offer in tried)
    return tuple(offer for offer in found if offer.pages)


def _thinkable(query: str, request: Request, filters: Filters) -> Iterator[Offer]:
    """Without each filter, without all, and without each of the words."""
    given = _given(filters)
    for names in [*((name,) for name in given), *([given] if len(given) > 1 else [])]:
        yield Offer(_without(query, names, request), names, "")
    if request.doubt is None and not request.choices:
        yield from _without_each(query)


def _given(filters: Filters) -> tuple[str, ...]:
    values = (
        filters.committees,
        filters.ward,
        filters.kind,
        filters.date_from,
        filters.date_to,
        filters.meeting,
        filters.document,
        filters.person,
    )
    return tuple(name for name, value in zip(FILTERS, values, strict=True) if value)


def _without(query: str, names: tuple[str, ...], request: Request) -> str:
    return query if request.doubt else without_field(query, names)


def _without_each(query: str) -> Iterator[Offer]:
    """Phrases are first offered as words. What narrows is kept, and stands last."""
    _, rest = read_narrowing(query)
    tokens = [token[0] for token in tokens_of(rest)]
    narrowing = [query[field.start : field.end] for field in fields(query)]

    def offer(place: int, instead: list[str]) -> Offer:
        kept = [*tokens[:place], *instead, *tokens[place + 1 :], *narrowing]
        return Offer(" ".join(kept), (), tokens[place])

    for place, token in enumerate(tokens):
        if token.startswith('"') and " " in token.strip('" '):
            yield offer(place, [token.strip('" ')])
    if len(tokens) > 1:
        yield from (offer(place, []) for place in range(len(tokens)))
