"""What a paper asks its meeting to decide, with what was decided, and the records that were made from it."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef, Q

from committees.models import Decision
from documents.models import Document, PlannedAction, Progress, Recommendation, Response


@dataclass(frozen=True, slots=True)
class Asked:
    """Recommendations to the meeting that one decision answers; without one, those not known to be answered."""

    recommendations: list[Recommendation]
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Records:
    """`to_executive` are the recommendations that the paper makes, answers or reports back on."""

    asked: list[Asked]
    to_executive: list[Recommendation]
    has_actions: bool


def records_of(document: Document) -> Records:
    """Of a public paper, in four queries."""
    return Records(
        asked=_asked(document),
        to_executive=_to_executive(document),
        has_actions=PlannedAction.objects.public().filter(document=document).exists(),
    )


def _asked(document: Document) -> list[Asked]:
    rows = list(Recommendation.objects.public().to_meeting().filter(document=document, parent=None).order_by("order"))
    answers = {row.decision_id for row in rows if row.decision_id}
    decisions = Decision.objects.public().in_bulk(answers) if answers else {}
    return [
        Asked(list(group), decisions.get(decision or 0))
        for decision, group in groupby(rows, key=lambda row: row.decision_id if row.decision_id in decisions else None)
    ]


def _to_executive(document: Document) -> list[Recommendation]:
    here = {"document": document, "recommendation": OuterRef("pk")}
    spoken_of = Exists(Response.objects.public().filter(**here)) | Exists(Progress.objects.public().filter(**here))
    rows = Recommendation.objects.public().to_executive().filter(Q(document=document) | Q(spoken_of), parent=None)
    return list(rows.order_by("document", "order"))
