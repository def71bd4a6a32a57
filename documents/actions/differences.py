"""What a pack would change of a meeting that is already here: for a clerk to see before it is applied."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.template.defaultfilters import pluralize
from django.utils.formats import date_format, time_format

from committees.models import AgendaItem, Meeting, MeetingMember
from documents.actions.agenda import facts_of
from documents.actions.drafts import Place, found_papers, listings_of, newest_texts, places, says_the_same, texts_of
from documents.actions.masking import as_shown, shown_contacts
from documents.actions.matching import match_items
from documents.actions.supplements import match_supplement_items
from documents.actions.versions import read_range
from documents.models import Document, Listing, Supplement
from documents.packs.plan import PackPlan, PlannedDocument, PlannedItem
from documents.pdf import PdfText
from documents.reading import ReadPage

STAYS = "is withdrawn from the agenda"
GOES = "is deleted with its papers, and can be put back for 30 days"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: what of, the words before and after ("" for what was or will be absent), and its PDF page."""

    what: str
    before: str
    after: str
    page: int | None = None


def differences(
    *, plan: PackPlan, meeting: Meeting, text: PdfText, supplement: Supplement | None = None
) -> list[Difference]:
    """Every change that applying the plan to the meeting would make; none for the pack it was made from."""
    rows = list(AgendaItem.objects.filter(meeting=meeting).select_related("section"))
    if plan.is_supplement:
        found = match_supplement_items(plan.items, rows)
        return [*_added_items(plan, found), *_papers(plan, meeting, found, text, supplement)]
    found = match_items(plan.items, rows)
    return [
        *_facts(plan, meeting),
        *_members(plan, meeting),
        *_items(plan, rows, found),
        *_papers(plan, meeting, found, text, supplement),
    ]


def _added_items(plan: PackPlan, found: list[AgendaItem | None]) -> Iterator[Difference]:
    """A supplement adds items, and leaves those that are here as they are."""
    for planned, row in zip(plan.items, found, strict=True):
        if row is None:
            yield Difference("Item added", "", _reference(planned), planned.pdf_first)


def _facts(plan: PackPlan, meeting: Meeting) -> Iterator[Difference]:
    for field, after in facts_of(plan.meeting).items():
        before = getattr(meeting, field)
        if before != after:
            name = Meeting._meta.get_field(field).verbose_name  # type: ignore[union-attr]
            yield Difference(str(name).capitalize(), _words(before), _words(after), 1)


def _words(value: Any) -> str:
    if hasattr(value, "hour"):
        return time_format(value, "H:i")
    if hasattr(value, "year"):
        return date_format(value, "j F Y")
    return "" if value is None else str(value)


def _members(plan: PackPlan, meeting: Meeting) -> Iterator[Difference]:
    before = {
        (member.name, member.get_role_display(), member.representing)
        for member in MeetingMember.objects.filter(meeting=meeting)
    }
    after = {(member.name or "", MeetingMember.Role(member.role).label, member.representing) for member in plan.members}
    for name, role, representing in sorted(before - after):
        yield Difference("Member", _seat(name, role, representing), "", 1)
    for name, role, representing in sorted(after - before):
        yield Difference("Member", "", _seat(name, role, representing), 1)


def _seat(name: str, role: str, representing: str) -> str:
    return ", ".join(part for part in (name, role, representing) if part)


def _items(plan: PackPlan, rows: list[AgendaItem], found: list[AgendaItem | None]) -> Iterator[Difference]:
    for planned, row in zip(plan.items, found, strict=True):
        if row is None:
            yield Difference("Item added", "", _reference(planned), planned.pdf_first)
        else:
            yield from _item(planned, row)
    for row in rows:
        if row not in found:
            gone = STAYS if row.published_at else GOES
            yield Difference("Item not in the pack", str(row), gone)


def _item(planned: PlannedItem, row: AgendaItem) -> Iterator[Difference]:
    if _reference(planned) != str(row):
        yield Difference("Item", str(row), _reference(planned), planned.pdf_first)
    if planned.text != row.text:
        yield Difference(f"Text of item {row.reference}", row.text, planned.text, 1)
    if planned.access != row.access:
        yield Difference(f"Access of item {row.reference}", row.access, planned.access, planned.pdf_first)


def _reference(planned: PlannedItem) -> str:
    letter = planned.section if planned.section and len(planned.section) <= 2 else ""
    return f"{letter}{planned.label} {planned.title}".strip()


def _papers(
    plan: PackPlan,
    meeting: Meeting,
    found: list[AgendaItem | None],
    text: PdfText,
    supplement: Supplement | None,
) -> Iterator[Difference]:
    listings = listings_of(meeting, plan, supplement)
    before, shown = newest_texts([listing.document for listing in listings]), shown_contacts()
    seen: set[int] = set()
    here = _planned_places(plan, found)
    names = ["the meeting itself", *(_reference(item) for item in plan.items)]
    known = found_papers(plan, here, listings, before, partial(texts_of, text, shown))
    for place, name, rows in zip(here, names, known, strict=True):
        for paper, listing in zip(place.planned, rows, strict=True):
            if listing is None:
                yield Difference("Paper added", "", paper.title, paper.pdf_first)
            else:
                seen.add(listing.document_id)
                pages = as_shown(read_range(text.pages, paper.pdf_first, paper.pdf_last), shown)
                yield from _paper(paper, listing.document, before.get(listing.document_id), pages)
                yield from _labels(paper, listing)
                if listing.item_id != (place.item.pk if place.item else None):
                    moved = f"{paper.title}, at {listing.item or names[0]}"
                    yield Difference("Paper moved", moved, f"at {name}", paper.pdf_first)
    for listing in [] if plan.is_supplement else listings:
        if listing.document_id not in seen:
            yield _missing(listing.document)


def _planned_places(plan: PackPlan, found: list[AgendaItem | None]) -> list[Place]:
    """An item not yet here has no papers: those that the pack has there are new, or were moved to it."""
    return places(plan, [item or AgendaItem(pk=-1) for item in found])


def _paper(
    paper: PlannedDocument, document: Document, before: Sequence[str] | None, pages: Sequence[ReadPage]
) -> Iterator[Difference]:
    if not says_the_same(before, pages):
        yield Difference(
            "Paper changed",
            document.title,
            f"{paper.title} ({len(pages)} {pluralize(len(pages), 'page,pages')})",
            paper.pdf_first,
        )


def _labels(paper: PlannedDocument, listing: Listing) -> Iterator[Difference]:
    """Page labels that are public stay, though the pack prints others."""
    before, after = (listing.first_page, listing.last_page), (paper.first_page, paper.last_page)
    if listing.document.published_at and None not in before and after[0] is not None and before != after:
        stay = f"{after[0]} to {after[1]}: the published numbers stay"
        yield Difference(f"Page numbers of “{listing.document}”", f"{before[0]} to {before[1]}", stay, paper.pdf_first)


def _missing(document: Document) -> Difference:
    stays = "stays public until you withdraw it" if document.published_at else "stays a draft"
    return Difference("Paper not in the pack", document.title, stays)
