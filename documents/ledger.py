"""The ledger of recommendations to the executive: where each one stands, and what is due on it.

One is made, then answered, then reported back on, then recorded as done; it stands at the furthest of these. A
lettered part stands at least where its whole stands; a whole stands where its own papers put it, or else all its parts.

An answer is due only from a recorded notice (`Review.notice_given_on`), a report back only from an agreed day
(`Review.report_back_on`): without them nothing is due, and so nothing is overdue. Only public papers count.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import OuterRef, QuerySet, Subquery

from documents.models import Listing, Progress, Recommendation, Response, Review


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


def read_ledger(*, response_months: int, reviews: "QuerySet[Review] | None" = None) -> dict[int, LedgerEntry]:
    """Every public recommendation to the executive by its id, or those of some reviews; in four queries."""
    wanted = Review.objects.public() if reviews is None else reviews
    of_reviews = {review.pk: review for review in wanted}
    recommendations = with_made_on(Recommendation.objects.public().to_executive().filter(review__in=list(of_reviews)))
    rows = list(recommendations.order_by("pk").values_list("pk", "parent", "review", "made_on", "done_on"))
    families = _families([(pk, parent) for pk, parent, *_rest in rows])
    ids = [pk for pk, *_rest in rows]
    answered = families.spread(_of_recommendations(Response.objects.public(), ids))
    reported = families.spread(_of_recommendations(Progress.objects.public(), ids))
    done = families.spread({pk for pk, *_rest, done_on in rows if done_on})
    return {
        pk: _entry(
            (pk, parent, made_on), of_reviews[review], (pk in answered, pk in reported, pk in done), response_months
        )
        for pk, parent, review, made_on, _done_on in rows
    }


def with_made_on(recommendations: "QuerySet[Recommendation]") -> "QuerySet[Any]":
    """Each with `made_on`: the day of the first public meeting that took the paper whose words it is."""
    taken = Listing.objects.public().filter(document=OuterRef("document")).order_by("meeting__date")
    return recommendations.annotate(made_on=Subquery(taken.values("meeting__date")[:1]))


def _of_recommendations(said: "QuerySet[Any]", ids: list[int]) -> set[int]:
    return set(said.filter(recommendation__in=ids).order_by().values_list("recommendation", flat=True).distinct())


def _entry(
    row: tuple[int, int | None, date | None],
    review: Review,
    reached: tuple[bool, bool, bool],
    response_months: int,
) -> LedgerEntry:
    pk, parent, made_on = row
    is_answered, is_reported_back, is_done = reached
    awaits_report = not (is_reported_back or is_done)
    return LedgerEntry(
        id=pk,
        parent=parent,
        review=review.pk,
        made_on=made_on,
        is_answered=is_answered,
        is_reported_back=is_reported_back,
        is_done=is_done,
        answer_due_on=review.answer_due_on(response_months) if awaits_report and not is_answered else None,
        report_back_due_on=review.report_back_on if awaits_report else None,
    )


@dataclass(frozen=True, slots=True)
class _Families:
    """Wholes with their lettered parts."""

    parts: dict[int, list[int]]

    def spread(self, told: set[int]) -> set[int]:
        """What is told of a whole holds for its parts, and what is told of every part holds for the whole."""
        wholes = {whole for whole, parts in self.parts.items() if told.issuperset(parts)}
        return told | wholes | {part for whole in told for part in self.parts.get(whole, ())}


def _families(rows: list[tuple[int, int | None]]) -> _Families:
    parts: dict[int, list[int]] = defaultdict(list)
    for pk, parent in rows:
        if parent is not None:
            parts[parent].append(pk)
    return _Families(parts)
