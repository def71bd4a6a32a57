"""Public decisions as rows of a register, with what each belongs to: a constant number of queries, however many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from committees.models import Committee, Decision, Meeting, Ward
from portal.call_in import CallIn, call_in_of
from portal.written import Line, marked_line


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
    return rows_of_decisions(with_places(decisions))


def with_places(decisions: "QuerySet[Decision]") -> "QuerySet[Decision]":
    """Each with where it was taken and the wards it concerns."""
    return decisions.select_related("committee", "meeting__committee").prefetch_related("wards")


def rows_of_decisions(decisions: Iterable[Decision]) -> list[DecisionRow]:
    """Of decisions read through `with_places`."""
    today = timezone.localdate()
    return [decision_row(decision, today) for decision in decisions]


def decision_row(decision: Decision, today: date) -> DecisionRow:
    committee = decision.committee or (decision.meeting.committee if decision.meeting else None)
    return DecisionRow(
        decision=decision,
        by=decision.decided_by or (committee.name if committee else ""),
        committee=committee,
        meeting=decision.meeting,
        wards=list(decision.wards.all()),
        parts=[marked_line(part) for part in decision.parts],
        call_in=call_in_of(decision, today),
    )
