"""A paper of about 1,000 words on each item: its file, pages as they are read, paragraphs, and what it asks."""

import hashlib
import random
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from committees.models import AgendaItem, Committee
from documents.models import (
    Document,
    DocumentVersion,
    Listing,
    Page,
    Paragraph,
    Recommendation,
    Report,
    Response,
    Review,
    ReviewStage,
    StoredFile,
)
from tests.benchmarks.pages.council.meetings import AT_ONCE, long_ago, published_for
from tests.benchmarks.search import corpus

UPDATED_AT_ONCE = 100  # each row is sought among all of a statement
PAGES = 3  # of some 350 words
REVIEWS = 25
OF_A_REVIEW = 8  # recommendations


def write_papers(count: int) -> None:
    """On the first so many items."""
    items = AgendaItem.objects.select_related("meeting").order_by("pk")[:count].iterator(AT_ONCE)
    while batch := list(islice(items, AT_ONCE)):
        _write_batch(batch)
    write_reviews()


def _write_batch(items: Sequence[AgendaItem]) -> None:
    papers = [corpus.paper(item.pk, pages=PAGES) for item in items]
    files = StoredFile.objects.bulk_create(_file(paper) for paper in papers)
    documents = Document.objects.bulk_create(
        Document(kind=paper.kind, title=paper.title, published_at=published_for(item.meeting.date))
        for paper, item in zip(papers, items, strict=True)
    )
    versions = DocumentVersion.objects.bulk_create(
        DocumentVersion(document=document, original=file, served=file, first_page=1, last_page=PAGES)
        for document, file in zip(documents, files, strict=True)
    )
    for document, version in zip(documents, versions, strict=True):
        document.current_version = version
    Document.objects.bulk_update(documents, ["current_version"], batch_size=UPDATED_AT_ONCE)
    Listing.objects.bulk_create(
        Listing(document=document, meeting=item.meeting, item=item, order=1)
        for document, item in zip(documents, items, strict=True)
    )
    read = list(zip(papers, documents, versions, items, strict=True))
    Page.objects.bulk_create(page for paper, _document, version, _item in read for page in _pages(paper, version))
    Paragraph.objects.bulk_create(
        row for paper, _document, version, _item in read for row in _paragraphs(paper, version)
    )
    reports = [row for row in read if row[0].kind == Document.Kind.REPORT]
    Report.objects.bulk_create(
        Report(document=document, version=version, wards=list(paper.wards), subject=paper.title)
        for paper, document, version, _item in reports
    )
    Recommendation.objects.bulk_create(
        asked for _paper, document, _version, item in reports for asked in _asked(document, item)
    )


def _file(paper: corpus.Paper) -> StoredFile:
    name = f"{paper.number}.pdf"
    return StoredFile(
        file=f"be/{name}",
        name=name,
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        size=180_000,
        kind=StoredFile.Kind.PDF,
        page_count=PAGES,
    )


def _pages(paper: corpus.Paper, version: DocumentVersion) -> Iterator[Page]:
    for number, paragraphs in enumerate(paper.pages, 1):
        text = corpus.page_text(paragraphs)
        yield Page(
            version=version,
            number=number,
            label=str(number),
            raw_text=text,
            text=text,
            blocks=list(_blocks(paragraphs, number)),
        )


def _blocks(paragraphs: Sequence[corpus.Paragraph], page: int) -> Iterator[dict[str, Any]]:
    heading = ""
    for paragraph in paragraphs:
        if paragraph.heading != heading:
            heading = paragraph.heading
            anchor = f"h-{page}-{heading.lower().replace(' ', '-')[:30]}"
            yield {"kind": "heading", "level": 2, "text": heading, "anchor": anchor}
        yield {
            "kind": "numbered",
            "text": paragraph.text,
            "label": paragraph.label,
            "anchor": f"p{paragraph.label}",
        }


def _paragraphs(paper: corpus.Paper, version: DocumentVersion) -> Iterator[Paragraph]:
    order = 0
    for number, paragraphs in enumerate(paper.pages, 1):
        for found in paragraphs:
            order += 1
            yield Paragraph(
                version=version,
                order=order,
                anchor=f"p{found.label}",
                label=found.label,
                heading=found.heading,
                text=found.text,
                page=number,
            )


def _asked(document: Document, item: AgendaItem) -> Iterator[Recommendation]:
    for order, words in enumerate(("To note the report.", "To ask for a further report within six months."), 1):
        yield Recommendation(
            kind="meeting", document=document, item=item, order=order, label=f"1.{order}", text=words, page=1
        )


def write_reviews() -> None:
    """A review of each committee with recommendations to the executive, half of them answered."""
    draw = random.Random(5)
    published = long_ago()
    papers = {listing.meeting.committee_id: listing.document for listing in _latest()}
    for committee in Committee.objects.order_by("pk")[:REVIEWS]:
        document = papers[committee.pk]
        title = " ".join(corpus.rare_word(draw) for _ in range(3)).capitalize()
        review = Review.objects.create(committee=committee, title=title, year="2024/25", published_at=published)
        ReviewStage.objects.create(review=review, kind="final", document=document, page=1, text="Final report")
        made = Recommendation.objects.bulk_create(
            Recommendation(
                kind="executive",
                document=document,
                review=review,
                order=100 + number,
                label=str(number),
                number=number,
                text=f"That the council looks again at {corpus.rare_word(draw)} and says what it found.",
                page=2,
            )
            for number in range(1, OF_A_REVIEW + 1)
        )
        Response.objects.bulk_create(
            Response(recommendation=row, document=document, words="The Executive accepts this.", page=3)
            for row in made[::2]
        )


def _latest() -> Iterator[Listing]:
    return Listing.objects.select_related("document", "meeting").order_by("meeting__date").iterator()
