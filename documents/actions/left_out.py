"""Drafts of an earlier pack that a corrected one has no more: nobody drops them but a clerk, who is asked."""

from collections.abc import Collection

from django.db import transaction

from committees.models import AgendaItem, Meeting, User
from documents.actions.deleting import delete_draft_paper
from documents.actions.drafts import listings_of, places
from documents.actions.matching import match_items, match_listings
from documents.models import Document, DocumentVersion, Listing, PackUpload, Supplement
from documents.packs.plan import PackPlan


def left_out_of(meeting: Meeting) -> list[Listing]:
    """Draft papers that came in a pack of the meeting and are not in its newest whole one.

    What a clerk added by hand, or came in a supplement, is in no whole pack.
    """
    packs = PackUpload.objects.filter(meeting=meeting, drafted_at__isnull=False)
    newest = (
        packs.exclude(pk__in=Supplement.objects.exclude(upload=None).values("upload")).order_by("-drafted_at").first()
    )
    if newest is None or newest.plan is None:
        return []
    plan = PackPlan.from_json(newest.plan)
    listed = listings_of(meeting, plan, None)
    of_packs = DocumentVersion.objects.filter(original__in=packs.values("stored_file")).values("document")
    drafts = set(Document.objects.filter(pk__in=of_packs, published_at=None).values_list("pk", flat=True))
    inside = _in_plan(plan, meeting, listed)
    return [row for row in listed if row.document_id in drafts - inside and row.supplement_id is None]


def _in_plan(plan: PackPlan, meeting: Meeting, listed: Collection[Listing]) -> set[int]:
    """The papers that the plan's are, by their ids."""
    rows = list(AgendaItem.objects.filter(meeting=meeting).select_related("section"))
    items = [item or AgendaItem(pk=-1) for item in match_items(plan.items, rows)]
    found: set[int] = set()
    for place in places(plan, items):
        here = [row for row in listed if row.item_id == (place.item.pk if place.item else None)]
        found |= {row.document_id for row in match_listings(place.planned, here) if row is not None}
    return found


@transaction.atomic
def drop_left_out(*, meeting: Meeting, papers: Collection[int], by: User) -> list[Document]:
    """Of these, those that are left out are deleted, and can be put back for 30 days. Raises NotAllowed."""
    chosen = [row.document for row in left_out_of(meeting) if row.document_id in set(papers)]
    for paper in chosen:
        delete_draft_paper(paper=paper, by=by)
    return chosen
