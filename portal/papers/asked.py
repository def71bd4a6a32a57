"""What a paper asks its meeting to decide, with what was decided, and the records that were made from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from committees.models import Decision
from documents.models import Document, PlannedAction, Progress, Recommendation, Response
from portal.queries.found_first import found_first
from portal.queries.kept import KeptQuery


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
    """Of a public paper, in three queries."""
    found = _RECOMMENDATIONS(document=document.pk)
    of_meeting = [row for row in found if row.kind == Recommendation.Kind.MEETING and row.document_id == document.pk]
    return Records(
        asked=_asked(of_meeting),
        to_executive=[row for row in found if row.kind == Recommendation.Kind.EXECUTIVE],
        has_actions=bool(_ACTIONS(document=document.pk)),
    )


def _recommendations(document: int) -> "QuerySet[Recommendation]":
    """Those of the paper and those it speaks of. What a public paper says of a public one is public itself."""
    own = Recommendation.objects.filter(document=document, parent=None).order_by()
    answered = Response.objects.filter(document=document, recommendation__parent=None).order_by()
    reported_on = Progress.objects.filter(document=document, recommendation__parent=None).order_by()
    of_paper = found_first(own, answered.values("recommendation"), reported_on.values("recommendation"))
    return Recommendation.objects.public().filter(of_paper).order_by("document", "order")


_RECOMMENDATIONS = KeptQuery(_recommendations)
_ACTIONS = KeptQuery(lambda document: PlannedAction.objects.public().filter(document=document).values_list("pk")[:1])


def _asked(rows: Sequence[Recommendation]) -> list[Asked]:
    answers = {row.decision_id for row in rows if row.decision_id}
    decisions = Decision.objects.public().in_bulk(answers) if answers else {}
    return [
        Asked(list(group), decisions.get(decision or 0))
        for decision, group in groupby(rows, key=lambda row: row.decision_id if row.decision_id in decisions else None)
    ]
