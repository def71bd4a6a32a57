"""Why papers are withheld, where they are so with their item."""

from django.db import transaction

from committees.actions import grounds_lacking
from committees.audit import recorded
from committees.models import Access, AgendaItem, User
from committees.models.withholding import WITHHOLDING_FIELDS
from documents.actions.papers import changed
from documents.models import Document


@transaction.atomic
def share_grounds(*, item: AgendaItem, by: User | None) -> list[Document]:
    """The papers of an exempt item that are exempt themselves, and do not say why, are so by the item's grounds."""
    papers = Document.objects.filter(listings__item=item, access=Access.EXEMPT)
    lacking = [paper for paper in papers if item.access == Access.EXEMPT and grounds_lacking(paper)]
    with recorded(by=by, why=f"Grounds of item “{item}”"):
        for paper in lacking:
            paper.exempt_paragraphs = paper.exempt_paragraphs or item.exempt_paragraphs
            paper.withheld_reason = paper.withheld_reason or item.withheld_reason
            paper.public_interest = paper.public_interest or item.public_interest
            paper.withheld_by = paper.withheld_by or item.withheld_by
            paper.withheld_review_on = paper.withheld_review_on or item.withheld_review_on
        Document.objects.bulk_update(lacking, WITHHOLDING_FIELDS)
        changed(*lacking)
    return lacking
