"""Papers, with the passages of their best pages."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.db.models import QuerySet

from committees.models import meeting_address
from documents.models import Document, Listing, paper_address
from documents.search.filters import Filters
from documents.search.finding import Thing
from documents.search.passages import passage
from documents.search.places import place_of, places_of
from documents.search.prepared import Prepared, array
from documents.search.results import Group, Hit
from documents.search.schema import PAGE
from documents.search.syntax import Request

HITS = 3  # pages shown of one paper, of which the best is quoted
HITS_WITHIN = 50  # where one paper is searched, each quoted
KINDS = {kind.value: str(kind.label) for kind in Document.Kind}


class Taken(NamedTuple):
    """A page of a public paper, to be quoted, as the paper is taken at one meeting."""

    document: int
    kind: str
    title: str
    meeting: int
    day: date
    committee: int
    committee_name: str
    section: str | None
    label: str | None
    item_title: str | None
    place: int  # on the agenda
    listing: int
    number: int  # of the page
    page_label: str | None  # none of a page that the paper has not
    text: str | None
    paragraphs: list[tuple[str, str, str]] | None  # numbered ones that begin on the page: label, anchor and text


def _public_listings(documents: list[int]) -> QuerySet[Listing, tuple[object, ...]]:
    rows = Listing.objects.of_public_papers().filter(document_id__in=documents).order_by()
    return rows.values_list(
        "document_id",
        "document__kind",
        "document__title",
        "meeting_id",
        "meeting__date",
        "meeting__committee_id",
        "meeting__committee__name",
        "item__section__letter",
        "item__label",
        "item__title",
        "order",
        "pk",
        "document__current_version_id",
    )


_pages = Prepared(
    _public_listings,
    around=f"""
    WITH taken({", ".join(Taken._fields[:12])}, version) AS MATERIALIZED ({{rows}})
    SELECT {", ".join(f"taken.{name}" for name in Taken._fields[:12])}, wanted.number, page.label, page.text, (
        SELECT json_agg(json_build_array(label, anchor, text) ORDER BY "order") FROM documents_paragraph
        WHERE version_id = page.version_id AND documents_paragraph.page = page.number AND label <> '' AND anchor <> ''
    )
    FROM taken
    JOIN unnest(%s::bigint[], %s::bigint[]) AS wanted(document, number) ON wanted.document = taken.document
    LEFT JOIN documents_page AS page ON page.version_id = taken.version AND page.number = wanted.number
    """,  # noqa: S608 - of constants alone
)


def papers(things: Sequence[Thing], *, query: str, request: Request, filters: Filters) -> dict[Thing, Group]:
    """In one query."""
    if not things:
        return {}
    shown, quoted = (HITS, 1) if filters.document is None else (HITS_WITHIN, HITS_WITHIN)
    taken = _taken([(thing.id, page.number) for thing in things for page in thing.pages[:quoted]], filters)
    words = urlencode({"q": query})
    return {thing: _paper(thing, taken[thing.id], words, request, shown) for thing in things if thing.id in taken}


def _taken(wanted: list[tuple[int, int]], filters: Filters) -> dict[int, dict[int, Taken]]:
    """Of each public paper its pages: as taken at the newest meeting within the filters, else at the newest."""
    documents, numbers = [document for document, _ in wanted], [number for _, number in wanted]
    rows = [Taken(*row) for row in _pages.rows(dict.fromkeys(documents), array(documents), array(numbers))]
    found: dict[int, dict[int, Taken]] = {}
    for row in sorted(rows, key=lambda row: (filters.take(row.committee, row.day), row.day, -row.place, -row.listing)):
        found.setdefault(row.document, {})[row.number] = row
    return found


def _paper(thing: Thing, pages: dict[int, Taken], words: str, request: Request, shown: int) -> Group:
    taken = next(iter(pages.values()))
    url = f"{paper_address(taken.document, taken.title)}?{words}"
    hits = [_hit(page.number, pages.get(page.number), url, request) for page in thing.pages[:shown]]
    return Group(
        id=taken.document,
        type=PAGE,
        kind=KINDS[taken.kind],
        title=taken.title,
        url=url,
        committee=taken.committee_name,
        meeting_date=taken.day,
        meeting_url=meeting_address(taken.meeting, taken.committee_name, taken.day),
        item=f"{taken.section or ''}{taken.label or ''}",
        item_title=taken.item_title or "",
        hits=tuple(hits),
        more_hits=len(thing.pages) - len(hits),
    )


def _hit(number: int, quoted: Taken | None, url: str, request: Request) -> Hit:
    if quoted is None or quoted.text is None:
        return Hit(number, "", "", (), f"{url}#page-{number}")
    words = passage(quoted.text, request)
    place = place_of(words, places_of(quoted.paragraphs or []))
    anchor = quote(place.anchor) if place else f"page-{number}"
    return Hit(number, quoted.page_label or "", place.label if place else "", words, f"{url}#{anchor}")
