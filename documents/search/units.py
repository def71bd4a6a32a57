"""The units of the index, made from rows that are public and no others."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from django.db.models import Exists, OuterRef

from committees.models import Access, AgendaItem
from documents.models import Document, Listing, Page
from documents.search.schema import ITEM, PAGE, Sitting, Unit

BATCH = 50  # documents at a time: what memory holds of their listings


def paper_units(ids: Collection[int] | None = None) -> Iterator[Unit]:
    """A unit for each page of the public papers among `ids`, or of all; one without text still has its title."""
    rows = Document.objects.public().order_by("pk")
    wanted = sorted(rows.values_list("pk", flat=True) if ids is None else ids)
    for start in range(0, len(wanted), BATCH):
        yield from _units_of(list(rows.filter(pk__in=wanted[start : start + BATCH])))


def _units_of(documents: list[Document]) -> Iterator[Unit]:
    listings = _listings_of(documents)
    by_version = {document.current_version_id: document for document in documents}
    without_text = dict(by_version)
    pages = Page.objects.filter(version__in=by_version).order_by("version", "number")
    for version, number, text in pages.values_list("version", "number", "text").iterator(chunk_size=500):
        without_text.pop(version, None)
        yield _paper_unit(by_version[version], listings[by_version[version].pk], number, text)
    for document in without_text.values():
        yield _paper_unit(document, listings[document.pk], 1, "")


def _listings_of(documents: list[Document]) -> dict[int, list[Listing]]:
    found: dict[int, list[Listing]] = defaultdict(list)
    rows = Listing.objects.public().filter(document__in=documents).select_related("meeting", "item")
    for listing in rows:
        found[listing.document_id].append(listing)
    return found


def _paper_unit(document: Document, listings: list[Listing], number: int, text: str) -> Unit:
    of_items = dict.fromkeys(listing.item.title for listing in listings if listing.item)
    return Unit(
        type=PAGE,
        owner=document.pk,
        kind=document.kind,
        number=number,
        titles=tuple(dict.fromkeys((document.title, *of_items))),
        text=text,
        sittings=tuple({Sitting(at.meeting_id, at.meeting.committee_id, at.meeting.date) for at in listings}),
    )


def item_units(meetings: Collection[int] | None = None) -> Iterator[Unit]:
    """A unit for each public item without public papers, at `meetings` or at all. An exempt one is its title alone."""
    papers = Listing.objects.public().filter(item=OuterRef("pk"), document__in=Document.objects.public())
    items = AgendaItem.objects.public().filter(~Exists(papers)).select_related("meeting").order_by("pk")
    if meetings is not None:
        items = items.filter(meeting__in=meetings)
    for item in items.iterator(chunk_size=500):
        yield Unit(
            type=ITEM,
            owner=item.pk,
            kind=ITEM,
            number=1,
            titles=(item.title,),
            text=item.text if item.access == Access.OPEN else "",
            sittings=(Sitting(item.meeting_id, item.meeting.committee_id, item.meeting.date),),
        )
