"""Papers understood: their structure kept, and what they say proposed to the clerk."""

import logging
from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import transaction
from procrastinate.contrib.django import app as jobs

from committees.models import AgendaItem
from documents.actions import proposals
from documents.models import Document, DocumentVersion, Listing, Page, Paragraph, Recommendation, Report
from documents.reading import ReadPage
from documents.structure.anchors import Anchored, anchored, kept_anchors
from documents.structure.paper import understand
from documents.structure.understood import ReadRecommendation, ReadReport, Understood, plain_of

logger = logging.getLogger(__name__)

UNDERSTAND = "documents.tasks.understand_papers"


def understand_later(versions: Iterable[DocumentVersion]) -> None:
    """Queue versions to be understood by the worker, in this transaction."""
    if ids := [version.pk for version in versions]:
        jobs.configure_task(UNDERSTAND).defer(version_ids=ids)


def understand_versions(ids: Sequence[int]) -> None:
    """Understand each of these versions; a fault in one is raised after the others are done."""
    faults = []
    for version in DocumentVersion.objects.filter(pk__in=ids).select_related("document"):
        try:
            understand_version(version)
        except Exception as fault:
            logger.exception("Version %s could not be understood", version.pk)
            faults.append(fault)
    if faults:
        raise faults[0]


@transaction.atomic
def understand_version(version: DocumentVersion) -> Understood:
    """Read a version's stored pages again. Its anchors stay, and nothing that a clerk decided is overwritten."""
    pages = list(Page.objects.filter(version=version).order_by("number"))
    keep_anchors(version, pages)
    understood = understand([_read_page(page) for page in pages])
    write_paragraphs(version, pages)
    if understood.report is not None:
        write_report(version, understood.report)
    else:
        Report.objects.filter(version=version).delete()
    if speaks_for_its_paper(version):
        write_asked_of_meeting(version.document, understood.report.recommendations if understood.report else [])
    proposals.propose(version=version, understood=understood, pages=pages)
    return understood


def speaks_for_its_paper(version: DocumentVersion) -> bool:
    """The version in force, or the newest of a paper that has none: what it asks is public with the paper."""
    document = version.document
    if document.current_version_id is not None:
        return document.current_version_id == version.pk
    return not document.versions.filter(number__gt=version.number).exists()


def _read_page(page: Page) -> ReadPage:
    return ReadPage(page.number, page.label, page.raw_text, page.text, page.blocks)


def keep_anchors(version: DocumentVersion, pages: Sequence[Page]) -> None:
    """Give the paragraphs of these pages the anchors that they had when the paper was last read."""
    before = _anchors_before(version)
    if not before:
        return
    now = [place for page in pages for place in anchored(page.blocks)]
    kept = iter(kept_anchors(before, now))
    altered = []
    for page in pages:
        for block in page.blocks:
            if block.get("anchor") and block["anchor"] != (anchor := next(kept)):
                block["anchor"] = anchor
                altered.append(page)
    Page.objects.bulk_update({page.pk: page for page in altered}.values(), ["blocks"])


def _anchors_before(version: DocumentVersion) -> list[Anchored]:
    """Of this version's last reading, or else of the version before it that was read."""
    read = Paragraph.objects.filter(version__document=version.document_id, version__number__lte=version.number)
    newest = read.order_by("-version__number").values_list("version", flat=True).first()
    rows = Paragraph.objects.filter(version=newest).order_by("order") if newest else []
    return [Anchored(row.anchor, row.label, row.text) for row in rows]


def write_paragraphs(version: DocumentVersion, pages: Sequence[Page]) -> None:
    Paragraph.objects.filter(version=version).delete()
    rows: list[Paragraph] = []
    heading = ""
    for page in pages:
        for place in (block for block in page.blocks if block.get("anchor")):
            heading = place["text"] if place["kind"] == "heading" else heading
            rows.append(
                Paragraph(
                    version=version,
                    order=len(rows) + 1,
                    anchor=place["anchor"][:80],
                    label=place.get("label", "")[:20],
                    heading=heading[:300],
                    text=place["text"],
                    page=page.number,
                )
            )
    Paragraph.objects.bulk_create(rows)


def write_report(version: DocumentVersion, report: ReadReport) -> None:
    Report.objects.update_or_create(
        version=version,
        defaults={
            "document": version.document,
            "report_of": report.report_of[:300],
            "meeting_of": report.meeting_of[:300],
            "date": report.date,
            "wards": [ward[:120] for ward in report.wards],
            "subject": report.subject[:500],
            "exempt": report.exempt,
            "implications": plain_of(report.implications),
            "appendices": report.appendices,
            "background_papers": report.background_papers,
            "clearance": plain_of(report.clearance),
        },
    )


def write_asked_of_meeting(document: Document, read: Sequence[ReadRecommendation]) -> None:
    """What the paper asks its meeting to decide. It is the paper's own text, so no clerk has to accept it."""
    asked = [recommendation for recommendation in read if recommendation.to == "meeting"]
    rows = {row.label: row for row in Recommendation.objects.to_meeting().filter(document=document, parent=None)}
    item = _item_of(document)
    for order, (recommendation, label) in enumerate(zip(asked, _labels(asked), strict=True), start=1):
        row = rows.pop(label, None) or Recommendation(
            document=document, kind=Recommendation.Kind.MEETING, label=label, item=item
        )
        row.order, row.number, row.text = order, recommendation.number, recommendation.text
        row.paragraph, row.page = recommendation.paragraph[:20], max(recommendation.page, 1)
        row.item = row.item or item
        row.anchor = _anchor_of(document, recommendation.paragraph or label, row.page)
        row.save()
    Recommendation.objects.filter(pk__in=[row.pk for row in rows.values()], decision=None).delete()
    if item is not None:
        proposals.link_decisions([item])


def _labels(read: Sequence[ReadRecommendation]) -> list[str]:
    """The label of each, none twice: an order for one without, and "2.1 (2)" for the second 2.1."""
    seen: Counter[str] = Counter()
    labels = []
    for order, recommendation in enumerate(read, start=1):
        label = recommendation.label[:30] or str(order)
        seen[label] += 1
        labels.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return labels


def _item_of(document: Document) -> AgendaItem | None:
    listing = Listing.objects.filter(document=document, item__isnull=False).select_related("item").first()
    return listing.item if listing else None


def _anchor_of(document: Document, label: str, page: int) -> str:
    of_paper = Paragraph.objects.filter(version__document=document, label=label, page=page).order_by("-version__number")
    return of_paper.values_list("anchor", flat=True).first() or ""
