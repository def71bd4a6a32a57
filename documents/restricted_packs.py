"""The pack that members get: everything on the agenda, restricted papers with their marking on every page.

It is made for each who asks and kept nowhere, so that no address could ever reach it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import F, Q, QuerySet

from committees.models import Access, AgendaItem, AgendaSection, Meeting, User
from documents.actions.versions import newest_versions
from documents.models import Document, DocumentVersion, Listing
from documents.summons.packs import PackedPaper, packed_papers


@dataclass(frozen=True, slots=True)
class MarkedPack:
    """`restricted` are the versions in it that are not for publication: that they were read is recorded."""

    papers: list[PackedPaper]
    restricted: list[DocumentVersion]


def staff_pack(meeting: Meeting) -> MarkedPack:
    """Every paper of the meeting that is not withdrawn, drafts too: for clerks."""
    listed = Listing.objects.filter(meeting=meeting, document__withdrawn_at=None)
    listings = _in_order(listed.exclude(item__state=AgendaItem.State.WITHDRAWN))
    _use_newest(listings)
    return _packed(meeting, listings)


def members_pack(meeting: Meeting, reader: User) -> MarkedPack:
    """The public papers of a published agenda, and the restricted ones that somebody may read."""
    public = Listing.objects.public().filter(document__in=Document.objects.public())
    withheld = Listing.objects.public(of_withheld_items=True)
    withheld = withheld.filter(document__in=Document.objects.restricted_for(reader))
    shown = Q(pk__in=public.values("pk")) | Q(pk__in=withheld.values("pk"))
    return _packed(meeting, _in_order(Listing.objects.filter(shown, meeting=meeting)))


def _in_order(listings: "QuerySet[Listing]") -> list[Listing]:
    return list(
        listings.select_related("document__current_version__served", "item").order_by(
            F("item__order").asc(nulls_first=True), "order", "pk"
        )
    )


def _packed(meeting: Meeting, listings: Sequence[Listing]) -> MarkedPack:
    letters = dict(AgendaSection.objects.filter(meeting=meeting).values_list("pk", "letter"))
    marked = _markings(listings)
    papers = [replace(paper, marking=marked[paper.document]) for paper in packed_papers(listings, letters)]
    versions = {row.document_id: row.document.current_version for row in listings}
    restricted = [versions[paper.document] for paper in papers if paper.marking]
    return MarkedPack(papers, [version for version in restricted if version])


def _markings(listings: Sequence[Listing]) -> dict[int, str]:
    """What each paper is marked with: for itself, the item it is taken at, or another it is taken at elsewhere."""
    documents = [row.document_id for row in listings]
    elsewhere = Listing.objects.filter(document__in=documents).under_withheld_item().select_related("document", "item")
    marked: dict[int, str] = {}
    for row in [*listings, *elsewhere.order_by("pk")]:
        marked[row.document_id] = marked.get(row.document_id) or marking(row)
    return marked


def _use_newest(listings: Sequence[Listing]) -> None:
    """A draft has no version in force yet: its newest is what it will have."""
    drafts = [row.document for row in listings if row.document.current_version_id is None]
    newest = {version.document_id: version for version in newest_versions(drafts).select_related("served")}
    for row in listings:
        if row.document.current_version_id is None:
            row.document.current_version = newest.get(row.document_id)


def marking(listing: Listing) -> str:
    """What stands on top of each page of a paper that is not for the public; "" for an open one."""
    document, item = listing.document, listing.item
    access, paragraphs = document.access, document.exempt_paragraphs
    if access == Access.OPEN and item is not None:
        access, paragraphs = item.access, item.exempt_paragraphs
    if access == Access.OPEN:
        return ""
    if access == Access.CONFIDENTIAL:
        return "CONFIDENTIAL - NOT FOR PUBLICATION"
    named = ", ".join(map(str, paragraphs))
    law = f" - Schedule 12A, paragraph{'s' if len(paragraphs) > 1 else ''} {named}" if paragraphs else ""
    return f"EXEMPT - NOT FOR PUBLICATION{law}"
