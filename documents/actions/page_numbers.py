"""The numbers of a meeting's pages: continuous, blank pages left out, and never moved once they are public."""

from collections.abc import Sequence

from django.db.models import F

from committees.models import Access, Meeting
from documents.actions.versions import newest_versions
from documents.models import Document, Listing, PackUpload, Page
from documents.summons.packs import blank_pages


def number_pages(meeting: Meeting, *, anew: bool = False) -> None:
    """Number the papers that have no numbers, after all that have; `anew`, all drafts, so that no gap is left.

    Front sheets have none. Restricted papers come last, so that the public pack counts through. Drafts that came in
    a pack made elsewhere keep what is printed on them.
    """
    listings = list(
        Listing.objects.filter(meeting=meeting)
        .exclude(document__kind=Document.Kind.FRONT_SHEET)
        .select_related("document", "item")
        .order_by(F("item__order").asc(nulls_first=True), "order", "pk")
    )
    drafts = [row for row in listings if row.document.published_at is None]
    if not anew or _came_in_a_pack(drafts):
        drafts = [row for row in listings if row.first_page is None]
    if drafts:
        fixed = max((row.last_page or 0 for row in listings if row not in drafts), default=0)
        _number(sorted(drafts, key=_is_restricted), fixed + 1)


def _came_in_a_pack(drafts: Sequence[Listing]) -> bool:
    """Whether the drafts bear the numbers of a pack that was made elsewhere, which stay."""
    versions = newest_versions([row.document for row in drafts if row.first_page])
    return PackUpload.objects.filter(stored_file__in=[version.original_id for version in versions]).exists()


def _number(listings: Sequence[Listing], first: int) -> None:
    lengths = _lengths([row.document for row in listings])
    numbered: dict[int, tuple[int, int]] = {}
    for listing in listings:
        length = lengths.get(listing.document_id)
        if length is None:
            continue
        if listing.document_id not in numbered:
            numbered[listing.document_id] = (first, first + length - 1)
            first += length
        listing.first_page, listing.last_page = numbered[listing.document_id]
    Listing.objects.bulk_update(listings, ["first_page", "last_page"])


def _lengths(documents: Sequence[Document]) -> dict[int, int]:
    """How many pages each paper has, blank ones left out, by its id; of those that have a file. Two queries."""
    versions = list(newest_versions(documents))
    pages: dict[int, list[Page]] = {}
    for page in Page.objects.filter(version__in=versions).only("version_id", "number", "blocks"):
        pages.setdefault(page.version_id, []).append(page)
    return {
        version.document_id: max(1, version.page_count - len(blank_pages(pages.get(version.pk, []))))
        for version in versions
    }


def _is_restricted(listing: Listing) -> bool:
    is_open = listing.document.access == Access.OPEN and (listing.item is None or listing.item.access == Access.OPEN)
    return not is_open
