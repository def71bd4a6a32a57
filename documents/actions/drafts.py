"""The papers of a plan, written as drafts: nothing here is public until a clerk publishes."""

from collections.abc import Sequence
from dataclasses import dataclass

from committees.models import AgendaItem, Meeting, User
from documents.actions.masking import as_shown, shown_contacts
from documents.actions.matching import find_committee, match_documents
from documents.actions.versions import PackRange, add_versions_of_pack, cutting, read_range
from documents.models import Document, Listing, Page, StoredFile
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


def write_papers(
    *, meeting: Meeting, items: Sequence[AgendaItem], plan: PackPlan, pack: StoredFile, text: PdfText, by: User | None
) -> list[Document]:
    """Draft papers and versions for a plan's documents; those whose text is as it was are left alone.

    A paper of an earlier pack keeps its address and gets a new version. Raises PdfError.
    """
    all_places = places(plan, items)
    planned = [paper for place in all_places for paper in place.planned]
    with cutting(pack, [(paper.pdf_first, paper.pdf_last) for paper in planned]) as cut:
        documents = [document for place in all_places for document in _write_place(place, meeting, plan)]
        changed, shown = [], shown_contacts()
        for paper, document, file in zip(planned, documents, cut.targets, strict=True):
            pages = as_shown(read_range(text.pages, paper.pdf_first, paper.pdf_last), shown)
            if not same_as_newest(document, pages):
                changed.append(PackRange(document, paper.pdf_first, paper.pdf_last, pages, file))
        cut.finish()
        add_versions_of_pack(pack=pack, ranges=changed, by=by, shown=shown)
    return documents


def _write_place(place: Place, meeting: Meeting, plan: PackPlan) -> list[Document]:
    """The papers of one place, in order, listed there."""
    listed = Listing.objects.filter(meeting=meeting, item=place.item).select_related("document")
    found = match_documents(place.planned, [listing.document for listing in listed])
    written = []
    for order, (planned, known) in enumerate(zip(place.planned, found, strict=True), start=1):
        document = _write_document(planned, known, meeting, plan.previous_minutes)
        _write_listing(document, meeting, place.item, planned, order)
        written.append(document)
    return written


def same_as_newest(document: Document, pages: Sequence[ReadPage]) -> bool:
    """Whether the paper's newest version says just this. Pages without text, as scanned ones, are never the same."""
    if document.pk is None or any(not page.raw_text.strip() for page in pages):
        return False
    newest = document.versions.order_by("-number").first()
    if newest is None:
        return False
    before = Page.objects.filter(version=newest).order_by("number").values_list("text", flat=True)
    return list(before) == [page.text for page in pages]


def _write_document(
    planned: PlannedDocument, known: Document | None, meeting: Meeting, minutes: PlannedMinutes | None
) -> Document:
    document = known or Document()
    if document.published_at is None:
        document.title = planned.title[:500]
        document.kind = Document.Kind.FRONT_SHEET if planned.title == FRONT_SHEET else planned.kind
        document.access = planned.access
        document.exempt_paragraphs = planned.exempt_paragraphs if planned.access == "exempt" else []
        document.minutes_of = minutes_of(planned, meeting, minutes)
        document.save()
    return document


def minutes_of(planned: PlannedDocument, meeting: Meeting, minutes: PlannedMinutes | None) -> Meeting | None:
    """The earlier meeting that this paper records, where it is on the calendar."""
    if minutes is None or minutes.date is None or planned.pdf_first != minutes.pdf_first:
        return None
    committee = find_committee(minutes.committee) or meeting.committee
    return Meeting.objects.filter(committee=committee, date=minutes.date).exclude(pk=meeting.pk).first()


def _write_listing(
    document: Document, meeting: Meeting, item: AgendaItem | None, planned: PlannedDocument, order: int
) -> None:
    Listing.objects.update_or_create(
        document=document,
        meeting=meeting,
        item=item,
        defaults={"order": order, "first_page": planned.first_page, "last_page": planned.last_page},
    )
