"""The ledger of recommendations to the executive: where each one stands, and what is due on it.

One is made, then answered, then reported back on, then recorded as done; it stands at the furthest of these. A
lettered part stands at least where its whole stands; a whole stands where its own papers put it, or else all its parts.

An answer is due only from a recorded notice (`Review.notice_given_on`), a report back only from an agreed day
(`Review.report_back_on`): without them nothing is due, and so nothing is overdue. Only public papers count.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from documents.models import Listing, Progress, Recommendation, Response, Review
from documents.models.reviews import answer_due_on


class Status(models.TextChoices):
    MADE = "made", "Made, not answered"
    ANSWERED = "answered", "Answered"
    REPORTED_BACK = "reported_back", "Reported back on"
    DONE = "done", "Recorded as done"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One recommendation: `parent` is the whole it is a part of; `made_on` is when its report was first taken.

    `answer_due_on` and `report_back_due_on` are None once that has come, and where nothing says when it is due.
    """

    id: int
    parent: int | None
    review: int
    made_on: date | None
    is_answered: bool
    is_reported_back: bool
    is_done: bool
    answer_due_on: date | None
    report_back_due_on: date | None

    @property
    def status(self) -> Status:
        if self.is_done:
            return Status.DONE
        if self.is_reported_back:
            return Status.REPORTED_BACK
        return Status.ANSWERED if self.is_answered else Status.MADE

    def is_answer_overdue(self, today: date) -> bool:
        """The day itself is still in time."""
        return self.answer_due_on is not None and self.answer_due_on < today

    def is_report_back_overdue(self, today: date) -> bool:
        return self.report_back_due_on is not None and self.report_back_due_on < today

    def is_overdue(self, today: date) -> bool:
        return self.is_answer_overdue(today) or self.is_report_back_overdue(today)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """What is on record of one recommendation by itself: the columns of `ledger_rows`, in their order."""

    id: int
    parent: int | None
    review: int
    notice_given_on: date | None
    report_back_on: date | None
    made_on: date | None
    done_on: date | None
    is_answered: bool
    is_reported_back: bool


def read_ledger(*, response_months: int, reviews: "QuerySet[Review] | None" = None) -> dict[int, LedgerEntry]:
    """Every public recommendation to the executive by its id, or those of some reviews; in one query."""
    wanted = Recommendation.objects.public().to_executive()
    if reviews is not None:
        wanted = wanted.filter(review__in=reviews)
    return ledger_of(ledger_rows(wanted), response_months=response_months)


def ledger_rows(recommendations: "QuerySet[Recommendation]") -> "QuerySet[Any, tuple[Any, ...]]":
    """The columns of a LedgerRow, of public recommendations to the executive; the newest review first."""
    own = OuterRef("pk")
    told = with_made_on(recommendations).annotate(
        is_answered=Exists(Response.objects.of_public_ones().filter(recommendation=own)),
        is_reported_back=Exists(Progress.objects.of_public_ones().filter(recommendation=own)),
    )
    of_review = ("review", "review__notice_given_on", "review__report_back_on")
    columns = ("pk", "parent", *of_review, "made_on", "done_on", "is_answered", "is_reported_back")
    newest = F("made_on").desc(nulls_last=True)
    ordered: QuerySet[Any, Any] = told.order_by(newest, "review", "document", "order", "pk")
    return ordered.values_list(*columns)


def ledger_of(columns: Iterable[tuple[Any, ...]], *, response_months: int) -> dict[int, LedgerEntry]:
    """By id, in the order given. The columns are those of `ledger_rows`, of all parts with their wholes."""
    rows = [LedgerRow(*row) for row in columns]
    families = _families(rows)
    answered = families.spread({row.id for row in rows if row.is_answered})
    reported = families.spread({row.id for row in rows if row.is_reported_back})
    done = families.spread({row.id for row in rows if row.done_on})
    return {
        row.id: _entry(row, (row.id in answered, row.id in reported, row.id in done), response_months) for row in rows
    }


def with_made_on(recommendations: "QuerySet[Recommendation]") -> "QuerySet[Any]":
    """Each with `made_on`: the day of the first public meeting that took the paper whose words it is."""
    taken = Listing.objects.public().filter(document=OuterRef("document")).order_by("meeting__date")
    return recommendations.annotate(made_on=Subquery(taken.values("meeting__date")[:1]))


def _entry(row: LedgerRow, reached: tuple[bool, bool, bool], response_months: int) -> LedgerEntry:
    is_answered, is_reported_back, is_done = reached
    awaits_report = not (is_reported_back or is_done)
    return LedgerEntry(
        id=row.id,
        parent=row.parent,
        review=row.review,
        made_on=row.made_on,
        is_answered=is_answered,
        is_reported_back=is_reported_back,
        is_done=is_done,
        answer_due_on=(
            answer_due_on(row.notice_given_on, response_months) if awaits_report and not is_answered else None
        ),
        report_back_due_on=row.report_back_on if awaits_report else None,
    )


@dataclass(frozen=True, slots=True)
class _Families:
    """Wholes with their lettered parts."""

    parts: dict[int, list[int]]

    def spread(self, told: set[int]) -> set[int]:
        """What is told of a whole holds for its parts, and what is told of every part holds for the whole."""
        wholes = {whole for whole, parts in self.parts.items() if told.issuperset(parts)}
        return told | wholes | {part for whole in told for part in self.parts.get(whole, ())}


def _families(rows: Iterable[LedgerRow]) -> _Families:
    parts: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row.parent is not None:
            parts[row.parent].append(row.id)
    return _Families(parts)
