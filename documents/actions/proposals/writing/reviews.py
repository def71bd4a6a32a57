from collections.abc import Iterator, Sequence

from django.db import models

from committees.actions import NotAllowed
from committees.models import Meeting
from documents.actions.proposals.matching import committee_named
from documents.actions.proposals.writing.choice import Choice, meeting_of
from documents.models import Document, Proposal, Review, ReviewPoint, ReviewStage, Witness
from documents.structure.understood import ReadReview

LATER_STAGES = (
    ("report back", ReviewStage.Kind.REPORT_BACK),
    ("response", ReviewStage.Kind.RESPONSE),
    ("draft", ReviewStage.Kind.DRAFT),
    ("final", ReviewStage.Kind.FINAL),
    ("initiation", ReviewStage.Kind.INITIATION),
    ("visit", ReviewStage.Kind.VISIT),
)


def write_review(proposal: Proposal, read: ReadReview, choice: Choice) -> Sequence[models.Model]:
    """What a plan or report of a review says, beside what other papers of it say."""
    review = choice.review or Review.objects.filter(pk=proposal.target or 0).first() or _new_review(proposal, read)
    is_new = proposal.target != review.pk and choice.review is None
    proposal.target = review.pk
    document = proposal.version.document
    for model in (ReviewPoint, ReviewStage, Witness):
        model._base_manager.filter(document=document, review=review).delete()
    rows = [*_points(review, document, read), *_witnesses(review, document, read)]
    for row in rows:
        row.save()
    stages = [*_stages(review, document, read)]
    for stage in stages:
        stage.save()
        if stage.meeting_id and stage.meeting == meeting_of(document):
            stage.papers.add(document)
    return [*([review] if is_new else []), *rows, *stages]


def _new_review(proposal: Proposal, read: ReadReview) -> Review:
    committee = committee_named("", proposal.version)
    if committee is None:
        raise NotAllowed("List the paper at a meeting first, so that its committee is known.")
    if not read.titles:
        raise NotAllowed("The paper gives no title of the review: choose the review, or correct this.")
    return Review.objects.create(committee=committee, title=read.titles[0][:300])


def _points(review: Review, document: Document, read: ReadReview) -> Iterator[ReviewPoint]:
    known = {review.title.casefold(), *(title.casefold() for title in review.former_titles)}
    kinds = (
        (ReviewPoint.Kind.TITLE, [title for title in read.titles if title.casefold() not in known]),
        (ReviewPoint.Kind.OBJECTIVE, read.objectives),
        (ReviewPoint.Kind.THEME, read.themes),
        (ReviewPoint.Kind.BACKGROUND, read.background),
    )
    for kind, texts in kinds:
        for order, text in enumerate(texts, start=1):
            yield ReviewPoint(review=review, document=document, kind=kind, text=text, order=order)


def _witnesses(review: Review, document: Document, read: ReadReview) -> Iterator[Witness]:
    for order, witness in enumerate(read.witnesses, start=1):
        yield Witness(
            review=review,
            document=document,
            name=witness.name[:300],
            organisation=witness.organisation[:300],
            focus=witness.focus,
            theme=witness.theme,
            date=witness.date,
            page=witness.page or None,
            order=order,
        )


def _stages(review: Review, document: Document, read: ReadReview) -> Iterator[ReviewStage]:
    days = {stage.date for stage in read.stages if stage.date}
    on_day = {meeting.date: meeting for meeting in Meeting.objects.filter(committee=review.committee, date__in=days)}
    for order, stage in enumerate(read.stages, start=1):
        yield ReviewStage(
            review=review,
            document=document,
            kind=_kind_of(stage.theme),
            date=stage.date,
            date_text=stage.date_text[:80],
            text=stage.theme,
            meeting=on_day.get(stage.date) if stage.date else None,
            page=stage.page or None,
            order=order,
        )
    for order, visit in enumerate(read.visits, start=len(read.stages) + 1):
        yield ReviewStage(
            review=review,
            document=document,
            kind=ReviewStage.Kind.VISIT,
            date=visit.date,
            text=visit.text,
            page=visit.page or None,
            order=order,
        )


def _kind_of(theme: str) -> str:
    lower = theme.lower()
    return next((kind for words, kind in LATER_STAGES if words in lower), ReviewStage.Kind.EVIDENCE)
