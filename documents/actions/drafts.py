"""The papers of a plan, written as drafts: nothing here is public until a clerk publishes."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from committees.models import AgendaItem, Meeting, User
from documents.actions.masking import as_shown, shown_contacts
from documents.actions.matching import Texts, find_committee, match_listings, match_papers
from documents.actions.saving import save_all
from documents.actions.versions import Cutting, PackRange, add_versions_of_pack, newest_versions, read_range
from documents.models import Document, Listing, Page, Supplement
from documents.packs.plan import PackPlan, PlannedDocument, PlannedMinutes
from documents.pdf import PdfText
from documents.reading import ReadPage

FRONT_SHEET = "Agenda front sheet"


@dataclass(frozen=True, slots=True)
class Place:
    """Planned papers of one item, or of the meeting itself (the front sheet, and pages of no item)."""

    item: AgendaItem | None
    planned: Sequence[PlannedDocument]


def places(plan: PackPlan, items: Sequence[AgendaItem]) -> list[Place]:
    of_meeting = [*front_sheet(plan), *plan.other_documents]
    of_items = [Place(item, planned.documents) for item, planned in zip(items, plan.items, strict=True)]
    return [Place(None, of_meeting), *of_items]


def front_sheet(plan: PackPlan) -> list[PlannedDocument]:
    if not plan.front_pages:
        return []
    return [PlannedDocument(FRONT_SHEET, "other", None, None, 1, plan.front_pages)]


def ranges_of(plan: PackPlan) -> list[tuple[int, int]]:
    """The first and last PDF page of each paper, in the order in which `write_papers` takes them."""
    return [(paper.pdf_first, paper.pdf_last) for paper in _papers(plan)]


def titles_of(plan: PackPlan) -> list[str]:
    """The title of each paper, in the order of `ranges_of`."""
    return [paper.title for paper in _papers(plan)]


def _papers(plan: PackPlan) -> list[PlannedDocument]:
    return [*front_sheet(plan), *plan.other_documents, *(paper for item in plan.items for paper in item.documents)]


def write_papers(
    *,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    plan: PackPlan,
    cut: Cutting,
    text: PdfText,
    by: User | None,
    supplement: Supplement | None = None,
) -> list[Document]:
    """Draft papers and versions for a plan's documents; those whose text is as it was are left alone.

    `cut` is of the plan's ranges. A paper of an earlier pack keeps its address and gets a new version. Raises PdfError.
    """
    listed = listings_of(meeting, plan, supplement)
    before, shown = newest_texts([listing.document for listing in listed]), shown_contacts()
    here = places(plan, items)
    found = found_papers(plan, here, listed, before, partial(texts_of, text, shown))
    documents = _write_documents(here, found, listed, meeting, plan.previous_minutes, supplement)
    changed = []
    for document, (first, last), file in zip(documents, ranges_of(plan), cut.targets, strict=True):
        pages = as_shown(read_range(text.pages, first, last), shown)
        if not says_the_same(before.get(document.pk), pages):
            changed.append(PackRange(document, first, last, pages, file))
    cut.finish()
    add_versions_of_pack(pack=cut.pack, ranges=changed, by=by, shown=shown)
    return documents


def found_papers(
    plan: PackPlan,
    all_places: Sequence[Place],
    listed: Sequence[Listing],
    before: Mapping[int, Sequence[str]],
    texts: Texts,
) -> list[list[Listing | None]]:
    """The listing of each planned paper that is here. A supplement adds, and moves nothing."""
    here = [(place.item.pk if place.item else None, place.planned) for place in all_places]
    if not plan.is_supplement:
        return match_papers(here, listed, texts=texts, before=before)
    return [match_listings(planned, [row for row in listed if row.item_id == item]) for item, planned in here]


def texts_of(text: PdfText, shown: list[str] | None, planned: PlannedDocument) -> list[str]:
    """The pages of a planned paper; none where one has no text, as of scanned ones."""
    pages = as_shown(read_range(text.pages, planned.pdf_first, planned.pdf_last), shown)
    return [page.text for page in pages] if all(page.raw_text.strip() for page in pages) else []


def newest_texts(documents: Collection[Document]) -> dict[int, list[str]]:
    """What the newest version of each paper says, page by page, by the paper's id."""
    pages = Page.objects.filter(version__in=newest_versions(documents).values("pk")).order_by("number")
    texts: dict[int, list[str]] = defaultdict(list)
    for document, page in pages.values_list("version__document", "text"):
        texts[document].append(page)
    return texts


def says_the_same(before: Sequence[str] | None, pages: Sequence[ReadPage]) -> bool:
    """Whether pages have the text a paper had before. Those without text, as scanned ones, are never the same."""
    return all(page.raw_text.strip() for page in pages) and before == [page.text for page in pages]


def listings_of(meeting: Meeting, plan: PackPlan, supplement: Supplement | None) -> list[Listing]:
    """What a pack's papers may be new versions of: all that is listed, but for the front sheets of other packs.

    `supplement` is the pack's own, where it has been drafted before.
    """
    listed = Listing.objects.filter(meeting=meeting).select_related("document", "item")
    of_none = 0 if plan.is_supplement else None
    pack = supplement.pk if supplement else of_none
    return [row for row in listed if row.document.kind != Document.Kind.FRONT_SHEET or row.supplement_id == pack]


def _write_documents(
    all_places: Sequence[Place],
    all_found: Sequence[Sequence[Listing | None]],
    listed: Sequence[Listing],
    meeting: Meeting,
    minutes: PlannedMinutes | None,
    supplement: Supplement | None,
) -> list[Document]:
    """The document of each planned paper, in order, listed at its place; `listed` is what the meeting has so far.

    `all_found` are the listings, of those, that the planned papers of each place have.
    """
    by_item: dict[int | None, list[Listing]] = defaultdict(list)
    for listing in listed:
        by_item[listing.item_id].append(listing)
    written = []
    for place, found in zip(all_places, all_found, strict=True):
        here = by_item[place.item.pk if place.item else None]
        first = max((row.order for row in here), default=0) + 1 if supplement else 1
        for order, (planned, known) in enumerate(zip(place.planned, found, strict=True), start=first):
            listing = known or Listing(document=Document(), meeting=meeting, item=place.item)
            _place(listing, planned, order, stays=known is not None and supplement is not None)
            _move(listing, place.item)
            _fill_document(listing.document, planned, meeting, minutes, supplement)
            written.append(listing)
    documents = [listing.document for listing in written]
    save_all(Document, [document for document in documents if document.published_at is None])
    save_all(Listing, written)
    return documents


def _place(listing: Listing, planned: PlannedDocument, order: int, *, stays: bool) -> None:
    """Page labels that the public has seen never move, whatever a later pack prints."""
    if not stays:
        listing.order = order
    if listing.document.published_at is None or listing.first_page is None:
        listing.first_page, listing.last_page = planned.first_page, planned.last_page


def _move(listing: Listing, item: AgendaItem | None) -> None:
    """To where the pack takes it: a draft at once, and what the public reads when the pack is published."""
    if listing.document.published_at is None:
        listing.item, listing.moves_to = item, None
    else:
        listing.moves_to = item if item and item.pk != listing.item_id else None


def _fill_document(
    document: Document,
    planned: PlannedDocument,
    meeting: Meeting,
    minutes: PlannedMinutes | None,
    supplement: Supplement | None,
) -> None:
    if document.published_at is None:
        is_front = planned.title == FRONT_SHEET
        document.title = f"{supplement}: front sheet" if is_front and supplement else planned.title[:500]
        document.kind = Document.Kind.FRONT_SHEET if is_front else planned.kind
        document.access = planned.access
        document.exempt_paragraphs = planned.exempt_paragraphs if planned.access == "exempt" else []
        document.minutes_of = minutes_of(planned, meeting, minutes)


def minutes_of(planned: PlannedDocument, meeting: Meeting, minutes: PlannedMinutes | None) -> Meeting | None:
    """The earlier meeting that this paper records, where it is on the calendar."""
    if minutes is None or minutes.date is None or planned.pdf_first != minutes.pdf_first:
        return None
    committee = find_committee(minutes.committee) or meeting.committee
    return Meeting.objects.filter(committee=committee, date=minutes.date).exclude(pk=meeting.pk).first()
