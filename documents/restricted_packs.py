"""The pack that members get: everything on the agenda, restricted papers with their marking on every page.

It is made for each who asks and kept nowhere, so that no address could ever reach it.
"""

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import F

from committees.models import Access, AgendaItem, AgendaSection, Meeting
from documents.actions.versions import newest_versions
from documents.models import Listing
from documents.summons.packs import PackedPaper, packed_papers


def restricted_pack(meeting: Meeting) -> list[PackedPaper]:
    """Every paper of the meeting that is not withdrawn, drafts too: for clerks, and members who may read them."""
    listings = list(
        Listing.objects.filter(meeting=meeting, document__withdrawn_at=None)
        .exclude(item__state=AgendaItem.State.WITHDRAWN)
        .select_related("document__current_version__served", "item")
        .order_by(F("item__order").asc(nulls_first=True), "order", "pk")
    )
    _use_newest(listings)
    letters = dict(AgendaSection.objects.filter(meeting=meeting).values_list("pk", "letter"))
    marked = {row.document_id: marking(row) for row in reversed(listings)}
    return [replace(paper, marking=marked[paper.document]) for paper in packed_papers(listings, letters)]


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
