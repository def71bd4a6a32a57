"""Reviews, recommendations and what came of them, and what papers plan."""

from typing import Any

from documents.models import (
    Document,
    PlannedAction,
    Progress,
    Recommendation,
    Response,
    Review,
    ReviewPoint,
    ReviewStage,
    Witness,
    WorkProgrammeEntry,
)
from tests.builders.bodies import long_ago, make_committee, numbers
from tests.builders.papers import make_paper


def make_review(**fields: Any) -> Review:
    committee = fields.pop("committee", None) or make_committee()
    return Review.objects.create(
        **{"committee": committee, "title": f"Review {next(numbers)}", "published_at": long_ago(), **fields}
    )


def make_stage(*, papers: tuple[Document, ...] = (), **fields: Any) -> ReviewStage:
    review = fields.pop("review", None) or make_review()
    order = ReviewStage.objects.filter(review=review).count() + 1
    stage = ReviewStage.objects.create(
        **{"review": review, "order": order, "kind": ReviewStage.Kind.EVIDENCE, **fields}
    )
    stage.papers.set(papers)
    return stage


def make_point(**fields: Any) -> ReviewPoint:
    """An objective, unless `kind` says otherwise."""
    review = fields.pop("review", None) or make_review()
    order = ReviewPoint.objects.filter(review=review).count() + 1
    return ReviewPoint.objects.create(
        **{
            "review": review,
            "order": order,
            "kind": ReviewPoint.Kind.OBJECTIVE,
            "text": f"To learn about matter {order}.",
            **fields,
        }
    )


def make_witness(**fields: Any) -> Witness:
    review = fields.pop("review", None) or make_review()
    order = Witness.objects.filter(review=review).count() + 1
    return Witness.objects.create(**{"review": review, "order": order, "name": f"Witness {order}", **fields})


def make_recommendation(**fields: Any) -> Recommendation:
    """To the executive, of a public review and paper; `kind="meeting"` needs no review. `parent` makes it a part."""
    parent = fields.pop("parent", None)
    document = fields.pop("document", None) or (parent.document if parent else make_paper())
    kind = fields.get("kind", parent.kind if parent else Recommendation.Kind.EXECUTIVE)
    review = fields.pop("review", None) or (parent.review if parent else None)
    if review is None and kind == Recommendation.Kind.EXECUTIVE:
        review = make_review()
    order = Recommendation.objects.filter(document=document).count() + 1
    return Recommendation.objects.create(
        **{
            "kind": kind,
            "document": document,
            "review": review,
            "parent": parent,
            "order": order,
            "label": str(order),
            "number": order if kind == Recommendation.Kind.EXECUTIVE else None,
            "text": f"That thing {order} be done.",
            "page": 1,
            **fields,
        }
    )


def make_response(**fields: Any) -> Response:
    return Response.objects.create(**_of_recommendation(fields, "We welcome this."))


def make_progress(**fields: Any) -> Progress:
    return Progress.objects.create(**_of_recommendation(fields, "Work has begun."))


def _of_recommendation(fields: dict[str, Any], words: str) -> dict[str, Any]:
    """The fields of what a paper of its own says of a recommendation, at that paper's meeting."""
    recommendation = fields.pop("recommendation", None) or make_recommendation()
    document = fields.pop("document", None) or make_paper()
    listing = document.listings.first()
    meeting = listing.meeting if listing else None
    made = {"recommendation": recommendation, "document": document, "meeting": meeting, "words": words, "page": 1}
    return {**made, "date": meeting.date if meeting else None, **fields}


def make_action(**fields: Any) -> PlannedAction:
    document = fields.pop("document", None) or make_paper()
    order = PlannedAction.objects.filter(document=document).count() + 1
    return PlannedAction.objects.create(
        **{
            "document": document,
            "order": order,
            "number": str(order),
            "action": f"Do thing {order}.",
            "page": 1,
            **fields,
        }
    )


def make_programme_entry(**fields: Any) -> WorkProgrammeEntry:
    """Of the committee whose meeting takes the paper."""
    document = fields.pop("document", None) or make_paper()
    committee = fields.pop("committee", None) or document.listings.get().meeting.committee
    order = WorkProgrammeEntry.objects.filter(document=document).count() + 1
    return WorkProgrammeEntry.objects.create(
        **{
            "committee": committee,
            "document": document,
            "order": order,
            "title": f"Subject {order}",
            "page": 1,
            **fields,
        }
    )
