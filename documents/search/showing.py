"""The rows of one page of results, read in a fixed number of queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.db.models import Q

from committees.models import Access, AgendaItem, Meeting
from documents.models import Document, Listing, Page
from documents.search.finding import Thing
from documents.search.passages import passage
from documents.search.places import Place, place_of, places_on
from documents.search.query import Filters
from documents.search.results import Group, Hit
from documents.search.syntax import Request

HITS = 3  # pages shown of one paper


def groups(things: Sequence[Thing], *, query: str, request: Request, filters: Filters) -> tuple[Group, ...]:
    """In the order of `things`; one that is no longer public is left out."""
    papers = _papers([thing for thing in things if not thing.is_item], query, request, filters)
    items = _items([thing for thing in things if thing.is_item], request)
    shown = {**papers, **items}
    return tuple(shown[thing] for thing in things if thing in shown)


def _papers(things: Sequence[Thing], query: str, request: Request, filters: Filters) -> dict[Thing, Group]:
    documents = Document.objects.public().in_bulk([thing.id for thing in things])
    listings = _listings(documents, filters)
    pages = _pages(things, documents)
    return {
        thing: _paper(thing, documents[thing.id], listings[thing.id], pages, query=query, request=request)
        for thing in things
        if thing.id in documents and thing.id in listings
    }


def _listings(documents: Iterable[int], filters: Filters) -> dict[int, Listing]:
    """Where each is taken: the newest meeting within the filters, else the newest."""
    rows = (
        Listing.objects.public()
        .filter(document__in=list(documents))
        .select_related("meeting__committee", "item__section", "item__meeting")
        .order_by("meeting__date", "-order", "-pk")
    )
    ordered = sorted(rows, key=lambda listing: _is_within(listing.meeting, filters))
    return {listing.document_id: listing for listing in ordered}


def _is_within(meeting: Meeting, filters: Filters) -> bool:
    return (
        (not filters.committees or meeting.committee_id in filters.committees)
        and (filters.date_from is None or meeting.date >= filters.date_from)
        and (filters.date_to is None or meeting.date <= filters.date_to)
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """A page to show."""

    label: str
    text: str
    places: list[Place]


def _pages(things: Sequence[Thing], documents: dict[int, Document]) -> dict[tuple[int | None, int], _Shown]:
    """By version and number, in two queries."""
    wanted = Q(pk=None)
    for thing in things:
        if thing.id in documents:
            numbers = [page.number for page in thing.pages[:HITS]]
            wanted |= Q(version=documents[thing.id].current_version_id, number__in=numbers)
    rows = list(Page.objects.filter(wanted).order_by().values_list("version", "number", "label", "text"))
    places = places_on((version, number) for version, number, _, _ in rows)
    return {
        (version, number): _Shown(label, text, places.get((version, number), []))
        for version, number, label, text in rows
    }


def _paper(
    thing: Thing,
    document: Document,
    listing: Listing,
    pages: dict[tuple[int | None, int], _Shown],
    *,
    query: str,
    request: Request,
) -> Group:
    url = document.get_absolute_url()
    marked_url = f"{url}?{urlencode({'q': query})}"
    hits = [
        _hit(page.number, pages.get((document.current_version_id, page.number)), marked_url, request)
        for page in thing.pages[:HITS]
    ]
    return Group(
        id=document.pk,
        is_item=False,
        kind=document.get_kind_display(),
        title=document.title,
        url=marked_url,
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


def _items(things: Sequence[Thing], request: Request) -> dict[Thing, Group]:
    rows = AgendaItem.objects.public().select_related("meeting__committee", "section")
    items = rows.in_bulk([thing.id for thing in things])
    return {thing: _item(items[thing.id], request) for thing in things if thing.id in items}


def _item(item: AgendaItem, request: Request) -> Group:
    text = item.text if item.access == Access.OPEN else ""
    return Group(
        id=item.pk,
        is_item=True,
        kind="Agenda item",
        title=item.title,
        url=item.get_absolute_url(),
        committee=item.meeting.committee.name,
        meeting_date=item.meeting.date,
        meeting_url=item.meeting.get_absolute_url(),
        item=item.reference,
        item_title=item.title,
        hits=(Hit(None, "", "", passage(text, request), item.get_absolute_url()),),
        more_hits=0,
    )
