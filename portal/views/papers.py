from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committees.models import AgendaItem, AgendaSection, Meeting
from documents.models import Document, DocumentVersion, Listing, Page
from documents.search import QUERY_LIMIT, asked_for
from portal.addresses import redirect_to
from portal.context import council_of
from portal.filters import PaperFilter
from portal.papers.asked import records_of
from portal.papers.citations import CitedSource, citation_asked_for, cited_source
from portal.papers.links import PaperLink
from portal.papers.marking import WordMarker
from portal.papers.other_formats import format_request
from portal.papers.reports import report_facts
from portal.papers.sheets import citable, headings, sheets
from portal.papers.withheld import withheld_paper
from portal.queries.counted import paginated
from portal.queries.found_first import in_order
from portal.queries.kept import KeptQuery

PAPERS_PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class PlaceTaken:
    """Where a paper is taken: a meeting, and the item with the label residents quote ("B2"), if any."""

    meeting: Meeting
    item: AgendaItem | None
    reference: str


def paper(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """One paper, with its text page by page; the words of ?q= are marked."""
    document = _PAPER.first(pk=pk)
    if document is None:
        return notice(request, pk)
    if redirect := redirect_to(document.get_absolute_url(), request):
        return redirect
    version = document.current_version
    query = request.GET.get("q", "")[:QUERY_LIMIT].strip()
    pages = _PAGES(version=version.pk) if version else []
    found = sheets(pages, WordMarker(asked_for(query) if query else None))
    places, link = places_taken(document), PaperLink.of(document)
    meeting = places[0].meeting if places else None
    source = source_of(document, places)
    context = {
        "document": document,
        "version": version,
        "comparable": comparable_versions(document) if version and version.number > 1 else [],
        "link": link,
        "has_images": link.file_type == "PDF",
        "beside": link.file_type == "PDF" and request.GET.get("view") == "pages",
        "source": source,
        "citation": citation_asked_for(request.GET.get("cite", ""), source, citable(found)),
        "report": report_facts(document, pages, [place.item.pk for place in places if place.item]),
        "records": records_of(document),
        "format_request": format_request(document.title, meeting, council_of(request)),
        "trail": _trail([place.meeting for place in places]),
        "places": places,
        "sheets": found,
        "headings": headings(pages),
        "query": query,
        "marked_pages": [sheet.number for sheet in found if sheet.has_marks],
    }
    return render(request, "papers/paper.html", context)


_PAPER = KeptQuery(
    lambda pk: Document.objects.public().select_related("current_version__served").filter(pk=pk).order_by("pk")
)
_PAGES = KeptQuery(lambda version: Page.objects.filter(version=version).order_by("number").defer("raw_text"))


def comparable_versions(document: Document) -> "QuerySet[DocumentVersion]":
    """The versions of a public paper that may be shown beside what they replaced, the newest first."""
    rows = DocumentVersion.objects.filter(document=document, compared_with__isnull=False, in_force_at__isnull=False)
    return rows.select_related("compared_with").order_by("-number")


def source_of(document: Document, places: Sequence[PlaceTaken]) -> CitedSource:
    """Of the latest meeting that takes the paper, and its item there."""
    place = next((place for place in places if place.item), places[0] if places else None)
    item = _("item %(reference)s") % {"reference": place.reference} if place and place.reference else ""
    meeting = place.meeting if place else None
    return cited_source(meeting, item, f"“{document.title}”", path=document.get_absolute_url())


@dataclass(frozen=True, slots=True)
class Step:
    title: str
    address: str


def _trail(meetings: list[Meeting]) -> list[Step]:
    """Down to the paper from the latest meeting that takes it."""
    if not meetings:
        return [Step(_("Papers"), reverse("papers"))]
    meeting = meetings[0]
    committee = meeting.committee
    day = date_format(meeting.date, "j F Y")
    return [Step(committee.name, committee.get_absolute_url()), Step(day, meeting.get_absolute_url())]


def _places(document: int) -> "QuerySet[Listing]":
    letters = AgendaSection.objects.public().filter(pk=OuterRef("item__section")).values("letter")
    listings = Listing.objects.public().filter(document=document).annotate(letter=Subquery(letters))
    return listings.select_related("meeting__committee", "item").order_by("-meeting__date", "item__order", "pk")


_PLACES = KeptQuery(_places)


def places_taken(document: Document) -> list[PlaceTaken]:
    """The public places alone, in one query; the latest meeting first."""
    return [
        PlaceTaken(
            listing.meeting,
            listing.item,
            f"{vars(listing)['letter'] or ''}{listing.item.label}" if listing.item else "",
        )
        for listing in _PLACES(document=document.pk)
    ]


def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """What may be said of a paper that may not be read; 404 where not even that.

    A withdrawn paper is 410, gone, with the date and the reason. A withheld one is a page like any other, 200:
    the law has the public told of it and why (LGA 1972 s100B), and 404 or 403 would be read as a fault. Neither is
    for search engines. The slug asked for is not looked at, for to correct it would tell the title.
    """
    notices = Document.objects.filter(pk=pk).notices()
    if not notices:
        raise Http404
    withheld = withheld_paper(notices[0], council_of(request), _resolved_on(pk))
    status = 410 if notices[0].is_withdrawn else 200
    places = _places_of_notice(pk)
    context = {"withheld": withheld, "places": places, "trail": _trail(places)}
    response = render(request, "papers/withheld.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-cache"
    return response


def _resolved_on(pk: int) -> date | None:
    """When a meeting excluded the public for a public item at which the paper is taken: the latest one."""
    listed = Listing.objects.public(of_withheld_items=True).filter(document=pk)
    return (
        listed.order_by(F("item__private_resolved_on").desc(nulls_last=True))
        .values_list("item__private_resolved_on", flat=True)
        .first()
    )


def _places_of_notice(pk: int) -> list[Meeting]:
    """The meetings at whose public agendas the paper is listed; their items may be withheld themselves."""
    listed = Listing.objects.public(of_withheld_items=True).filter(document=pk)
    return list(
        Meeting.objects.public().filter(pk__in=listed.values("meeting")).select_related("committee").order_by("-date")
    )


def index(request: HttpRequest) -> HttpResponse:
    """The newest papers, by committee, kind and words of the title."""
    papers = Document.objects.public().order_by("-published_at", "-pk").values_list("pk", flat=True)
    chosen = PaperFilter(request.GET, queryset=papers, request=request)
    page = paginated(request, chosen.qs, PAPERS_PER_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {"filter": chosen, "page": page, "rows": rows(list(page.object_list))}
    return render(request, "papers/index.html", context)


@dataclass(frozen=True, slots=True)
class PaperRow:
    link: PaperLink
    place: Meeting | None


def rows(ids: list[int]) -> list[PaperRow]:
    """Each paper with the latest public meeting that takes it, in two queries for all."""
    latest = {listing.document_id: listing.meeting for listing in _LISTED(ids=ids)}
    return [PaperRow(PaperLink.of(row), latest.get(row.pk)) for row in in_order(ids, _ROWS(ids=ids))]


_ROWS = KeptQuery(
    lambda ids: Document.objects.public().filter(pk__in=ids).select_related("current_version__served").order_by()
)
_LISTED = KeptQuery(
    lambda ids: (
        Listing.objects.public().filter(document__in=ids).select_related("meeting__committee").order_by("meeting__date")
    )
)
