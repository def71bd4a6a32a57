"""Public decisions as rows of a register, with what each belongs to: a constant number of queries, however many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from committees.models import Committee, Decision, Meeting, Ward
from portal.decisions.call_in import CallIn, call_in_of
from portal.papers.written import Line, marked_line
from portal.queries.found_first import in_order
from portal.queries.kept import KeptQuery
from portal.queries.rows_within import read_rows, rows_within

DecisionWard: Any = Decision.wards.through


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """`by` is the committee's name or whoever decided; `parts` have their printed markers apart."""

    decision: Decision
    by: str
    committee: Committee | None
    meeting: Meeting | None
    wards: Sequence[Ward]
    parts: Sequence[Line]
    call_in: CallIn | None


def decision_rows(decisions: "QuerySet[Decision]") -> list[DecisionRow]:
    """Of public decisions, in the order given, in two queries.

    Committee and meeting are public with the decision (`DecisionQuerySet.reported`); its item may not be.
    """
    ids = list(decisions.values_list("pk", flat=True))
    return rows_of_decisions(in_order(ids, _ROWS(ids=ids))) if ids else []


def with_places(decisions: "QuerySet[Decision]") -> "QuerySet[Decision]":
    """Each with where it was taken and the wards it concerns."""
    concerned = DecisionWard.objects.filter(decision=OuterRef("pk")).order_by("ward__name")
    return decisions.select_related("committee", "meeting__committee").annotate(
        own_wards=rows_within(concerned, "ward")
    )


_ROWS = KeptQuery(lambda ids: with_places(Decision.objects.public().filter(pk__in=ids)))


def rows_of_decisions(decisions: Iterable[Decision]) -> list[DecisionRow]:
    """Of decisions read through `with_places`."""
    today = timezone.localdate()
    return [decision_row(decision, today) for decision in decisions]


def decision_row(decision: Decision, today: date) -> DecisionRow:
    """Of a decision read through `with_places`."""
    committee = decision.committee or (decision.meeting.committee if decision.meeting else None)
    return DecisionRow(
        decision=decision,
        by=decision.decided_by or (committee.name if committee else ""),
        committee=committee,
        meeting=decision.meeting,
        wards=[row.ward for row in read_rows(DecisionWard, vars(decision)["own_wards"], "ward")],
        parts=[marked_line(part) for part in decision.parts],
        call_in=call_in_of(decision, today),
    )
