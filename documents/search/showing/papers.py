"""Papers, with the passages of their best pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, urlencode

from django.db.models import Q, QuerySet

from documents.models import Document, Listing, Page
from documents.search.finding import Thing
from documents.search.passages import passage
from documents.search.places import Place, place_of, places_on
from documents.search.query import Filters
from documents.search.results import Group, Hit
from documents.search.schema import PAGE
from documents.search.syntax import Request

HITS = 3  # pages shown of one paper, of which the best is quoted
HITS_WITHIN = 50  # where one paper is searched, each quoted


def papers(things: Sequence[Thing], *, query: str, request: Request, filters: Filters) -> dict[Thing, Group]:
    """In three queries."""
    if not things:
        return {}
    listings = _listings([thing.id for thing in things], filters)
    within = filters.document is not None
    shown, quoted = (HITS_WITHIN, HITS_WITHIN) if within else (HITS, 1)
    pages = _pages(things, {listing.document_id: listing.document for listing in listings.values()}, quoted)
    words = urlencode({"q": query})
    return {
        thing: _paper(thing, listings[thing.id], pages, words, request, shown)
        for thing in things
        if thing.id in listings
    }


@cache
def _public_listings() -> QuerySet[Listing]:
    """Built once: of a search that takes milliseconds it would be a large part."""
    return (
        Listing.objects.public()
        .filter(document__in=Document.objects.public())
        .select_related("document", "meeting__committee", "item__section", "item__meeting")
        .order_by("meeting__date", "-order", "-pk")
    )


def _listings(documents: Iterable[int], filters: Filters) -> dict[int, Listing]:
    """Where each public paper is taken: the newest meeting within the filters, else the newest."""
    rows = _public_listings().filter(document__in=list(documents))

    def is_within(listing: Listing) -> bool:
        return filters.take(listing.meeting.committee_id, listing.meeting.date)

    return {listing.document_id: listing for listing in sorted(rows, key=is_within)}


@dataclass(frozen=True, slots=True)
class _Shown:
    """A page to show."""

    label: str
    text: str
    places: list[Place]


def _pages(
    things: Sequence[Thing], documents: dict[int, Document], quoted: int
) -> dict[tuple[int | None, int], _Shown]:
    """By version and number, in two queries."""
    wanted = Q(pk=None)
    for thing in things:
        if thing.id in documents:
            numbers = [page.number for page in thing.pages[:quoted]]
            wanted |= Q(version=documents[thing.id].current_version_id, number__in=numbers)
    rows = list(Page.objects.filter(wanted).order_by().values_list("version", "number", "label", "text"))
    places = places_on((version, number) for version, number, _, _ in rows)
    return {
        (version, number): _Shown(label, text, places.get((version, number), []))
        for version, number, label, text in rows
    }


def _paper(
    thing: Thing,
    listing: Listing,
    pages: dict[tuple[int | None, int], _Shown],
    words: str,
    request: Request,
    shown: int,
) -> Group:
    document = listing.document
    url = f"{document.get_absolute_url()}?{words}"
    hits = [
        _hit(page.number, pages.get((document.current_version_id, page.number)), url, request)
        for page in thing.pages[:shown]
    ]
    return Group(
        id=document.pk,
        type=PAGE,
        kind=document.get_kind_display(),
        title=document.title,
        url=url,
        committee=listing.meeting.committee.name,
        meeting_date=listing.meeting.date,
        meeting_url=listing.meeting.get_absolute_url(),
        item=listing.item.reference if listing.item else "",
        item_title=listing.item.title if listing.item else "",
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
