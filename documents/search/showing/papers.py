"""Papers, with the passages of their best pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.db.models import QuerySet

from committees.models import Committee, Meeting
from documents.models import Document, Listing
from documents.search.finding import Thing
from documents.search.passages import passage
from documents.search.places import Place, place_of, places_on
from documents.search.prepared import Prepared, fetched
from documents.search.query import Filters
from documents.search.results import Group, Hit
from documents.search.schema import PAGE
from documents.search.syntax import Request

HITS = 3  # pages shown of one paper, of which the best is quoted
HITS_WITHIN = 50  # where one paper is searched, each quoted
PAGES = """
SELECT page.version_id, page.number, page.label, page.text
FROM documents_page AS page
JOIN unnest(%s::bigint[], %s::bigint[]) AS wanted(version, number)
  ON page.version_id = wanted.version AND page.number = wanted.number
"""


class Taken(NamedTuple):
    """A paper as it is taken at one meeting."""

    document: int
    version: int
    kind: str
    title: str
    meeting: int
    day: date
    committee: int
    committee_name: str
    section: str | None
    label: str | None
    item_title: str | None


@dataclass(frozen=True, slots=True)
class _Shown:
    """A page to show."""

    label: str
    text: str
    places: list[Place]


def papers(things: Sequence[Thing], *, query: str, request: Request, filters: Filters) -> dict[Thing, Group]:
    """In three queries."""
    if not things:
        return {}
    taken = _taken([thing.id for thing in things], filters)
    shown, quoted = (HITS, 1) if filters.document is None else (HITS_WITHIN, HITS_WITHIN)
    things = [thing for thing in things if thing.id in taken]
    wanted = [(taken[thing.id].version, page.number) for thing in things for page in thing.pages[:quoted]]
    pages = _pages(wanted)
    words = urlencode({"q": query})
    return {thing: _paper(thing, taken[thing.id], pages, words, request, shown) for thing in things}


def _public_listings(documents: list[int]) -> QuerySet[Listing, tuple[object, ...]]:
    rows = Listing.objects.of_public_papers().filter(document_id__in=documents)
    return rows.order_by("meeting__date", "-order", "-pk").values_list(
        "document_id",
        "document__current_version_id",
        "document__kind",
        "document__title",
        "meeting_id",
        "meeting__date",
        "meeting__committee_id",
        "meeting__committee__name",
        "item__section__letter",
        "item__label",
        "item__title",
    )


_listings = Prepared(_public_listings)


def _taken(documents: list[int], filters: Filters) -> dict[int, Taken]:
    """Where each public paper is taken: the newest meeting within the filters, else the newest."""
    rows = [Taken(*row) for row in _listings.rows(documents)]
    return {row.document: row for row in sorted(rows, key=lambda row: filters.take(row.committee, row.day))}


def _pages(wanted: Iterable[tuple[int, int]]) -> dict[tuple[int, int], _Shown]:
    """By version and number, in two queries."""
    wanted = list(wanted)
    rows = fetched(PAGES, [[version for version, _ in wanted], [number for _, number in wanted]])
    places = places_on((version, number) for version, number, _, _ in rows)
    return {
        (version, number): _Shown(label, text, places.get((version, number), []))
        for version, number, label, text in rows
    }


def _paper(
    thing: Thing, taken: Taken, pages: dict[tuple[int, int], _Shown], words: str, request: Request, shown: int
) -> Group:
    document = Document(pk=taken.document, title=taken.title, kind=taken.kind)
    meeting = Meeting(pk=taken.meeting, date=taken.day, committee=Committee(name=taken.committee_name))
    url = f"{document.get_absolute_url()}?{words}"
    hits = [_hit(page.number, pages.get((taken.version, page.number)), url, request) for page in thing.pages[:shown]]
    return Group(
        id=taken.document,
        type=PAGE,
        kind=document.get_kind_display(),
        title=taken.title,
        url=url,
        committee=taken.committee_name,
        meeting_date=taken.day,
        meeting_url=meeting.get_absolute_url(),
        item=f"{taken.section or ''}{taken.label or ''}",
        item_title=taken.item_title or "",
        hits=tuple(hits),
        more_hits=len(thing.pages) - len(hits),
    )


def _hit(number: int, shown: _Shown | None, url: str, request: Request) -> Hit:
    if shown is None:
        return Hit(number, "", "", (), f"{url}#page-{number}")
    words = passage(shown.text, request)
    place = place_of(words, shown.places)
    anchor = quote(place.anchor) if place else f"page-{number}"
    return Hit(number, shown.label, place.label if place else "", words, f"{url}#{anchor}")
