from collections.abc import Sequence

from django.db import models

from committees.actions import NotAllowed
from documents.actions.proposals.writing.choice import Choice, meeting_of
from documents.models import Document, Paragraph, Progress, Proposal, Recommendation, Response, Review
from documents.structure.understood import ReadPart, ReadProgress, ReadRecommendation, ReadResponse


def write_recommendation(proposal: Proposal, read: ReadRecommendation, choice: Choice) -> Sequence[models.Model]:
    """A recommendation to the executive and its lettered parts; `target` is the review where it was matched."""
    review = choice.review or Review.objects.filter(pk=proposal.target or 0).first()
    before = _made_before(proposal)
    if review is None and before is not None:
        review = before.review
    if review is None:
        raise NotAllowed("Choose the review that this recommendation belongs to, or make it.")
    proposal.target = review.pk
    return _write(proposal.version.document, review, read, before)


def _made_before(proposal: Proposal) -> Recommendation | None:
    ids = [name.split(":")[1] for name in proposal.made if name.startswith("documents.recommendation:")]
    return Recommendation.objects.filter(pk__in=ids, parent=None).select_related("review").first()


def _write(
    document: Document, review: Review, read: ReadRecommendation, before: Recommendation | None
) -> list[Recommendation]:
    row = before or _same(document, read) or Recommendation(document=document, kind=Recommendation.Kind.EXECUTIVE)
    row.review, row.label, row.number, row.text = review, read.label[:40], read.number, read.text
    row.order = read.number or row.order or Recommendation.objects.filter(document=document).count() + 1
    row.paragraph, row.page = read.paragraph[:20], max(read.page, 1)
    row.anchor = _anchor(document, read.paragraph or read.label)
    row.save()
    return [row, *_write_parts(row, read.parts)]


def _same(document: Document, read: ReadRecommendation) -> Recommendation | None:
    rows = Recommendation.objects.to_executive().filter(document=document, parent=None)
    return rows.filter(label=read.label[:40], page=max(read.page, 1)).first()


def _anchor(document: Document, label: str) -> str:
    found = Paragraph.objects.filter(version__document=document, label=label).order_by("-version__number", "order")
    return found.values_list("anchor", flat=True).first() or ""


def _write_parts(whole: Recommendation, parts: Sequence[ReadPart]) -> list[Recommendation]:
    """A part keeps its row by its letter; one that is no more goes, unless something was said of it."""
    rows = {row.label: row for row in Recommendation.objects.filter(parent=whole)}
    written = []
    for order, part in enumerate(parts, start=1):
        row = rows.pop(part.label[:40], None) or Recommendation(parent=whole, label=part.label[:40])
        row.document, row.review, row.kind = whole.document, whole.review, whole.kind
        row.order, row.text, row.page = order, part.text, whole.page
        row.paragraph, row.anchor = whole.paragraph, whole.anchor
        row.save()
        written.append(row)
    for row in rows.values():
        if not Response.objects.filter(recommendation=row).exists():
            row.delete()
    return written


def write_response(proposal: Proposal, read: ReadResponse, choice: Choice) -> Sequence[models.Model]:
    """The executive's words. Its verdict is the clerk's to record, and stays as it was."""
    recommendation, made = _answered(proposal, read, choice)
    meeting = meeting_of(proposal.version.document)
    response, _ = Response.objects.update_or_create(
        recommendation=recommendation,
        document=proposal.version.document,
        defaults={
            "words": read.response,
            "page": max(read.page, 1),
            "meeting": meeting,
            "date": meeting.date if meeting else None,
            "by": meeting.committee.name if meeting else "",
        },
    )
    return [*made, response]


def write_progress(proposal: Proposal, read: ReadProgress, choice: Choice) -> Sequence[models.Model]:
    recommendation, made = _answered(proposal, read, choice)
    meeting = meeting_of(proposal.version.document)
    progress, _ = Progress.objects.update_or_create(
        recommendation=recommendation,
        document=proposal.version.document,
        defaults={
            "words": read.text,
            "rag": read.rag,
            "page": max(read.page, 1),
            "meeting": meeting,
            "date": meeting.date if meeting else None,
        },
    )
    return [*made, progress]


def _answered(
    proposal: Proposal, read: ReadResponse | ReadProgress, choice: Choice
) -> tuple[Recommendation, list[Recommendation]]:
    """The recommendation that is answered, and the rows made for it where this paper is the first that tells of it."""
    known = Recommendation.objects.to_executive().filter(pk=proposal.target or 0).first()
    if known is not None:
        return known, []
    if choice.review is None:
        raise NotAllowed("Choose the recommendation this answers, or the review to record it in.")
    if not read.recommendation:
        raise NotAllowed("The paper does not repeat the recommendation: choose the one this answers.")
    restated = ReadRecommendation(
        label=read.label,
        text=read.recommendation,
        parts=read.parts,
        number=read.number,
        to="executive",
        page=read.page,
    )
    made = _write(proposal.version.document, choice.review, restated, None)
    proposal.target = made[0].pk
    return made[0], made
