"""The trail of a recommendation across committees: every public step in date order, and what is to come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from committees.models import Meeting
from documents.ledger import LedgerEntry
from documents.models import Listing, Recommendation, Review
from portal.queries.kept import KeptQuery
from portal.recommendations.said import Paper, Said, paper_at


@dataclass(frozen=True, slots=True)
class Step:
    """`is_coming` for what is due, `is_overdue` once its day is past; `date` is None where no paper tells it."""

    date: date | None
    title: str
    meeting: Meeting | None = None
    paper: Paper | None = None
    note: str = ""
    is_coming: bool = False
    is_overdue: bool = False


def trail_of(
    recommendation: Recommendation,
    entry: LedgerEntry,
    *,
    answers: Sequence[Said],
    reports: Sequence[Said],
    today: date,
) -> list[Step]:
    """Needs the recommendation's `document`, `review` and `parent`; in one query."""
    said_in = {said.paper.id: said.paper for said in [*answers, *reports]}
    listings = _listings([recommendation.document_id, *said_in])
    made_in = paper_at(recommendation.document, page=recommendation.page, anchor=recommendation.anchor)
    steps = [
        *_made(listings, made_in),
        *_told(answers, listings, _("Answered"), _("The answer was considered")),
        *_told(reports, listings, _("Reported back on"), _("The report back was considered")),
        *_recorded(recommendation),
        *_due(entry, today),
    ]
    return sorted(steps, key=lambda step: (step.date or date.max, step.is_coming))


def _listings(documents: list[int]) -> list[Listing]:
    """Every public place where these papers were taken, the first first."""
    return _LISTINGS(documents=documents)


def _taken(documents: list[int]) -> "QuerySet[Listing]":
    listed = Listing.objects.public().filter(document__in=documents).select_related("meeting__committee")
    return listed.order_by("meeting__date", "meeting__time", "pk")


_LISTINGS = KeptQuery(_taken)


def _made(listings: Iterable[Listing], paper: Paper) -> list[Step]:
    taken = [listing.meeting for listing in listings if listing.document_id == paper.id]
    return [
        Step(meeting.date, _("Its report was considered") if number else _("Made"), meeting, paper)
        for number, meeting in enumerate(dict.fromkeys(taken))
    ]


def _told(said: Sequence[Said], listings: Iterable[Listing], title: str, again: str) -> list[Step]:
    """One step for each paper at the meeting that took it, and one for each other meeting it then went to."""
    steps = []
    for paper in dict.fromkeys(row.paper.id for row in said):
        rows = [row for row in said if row.paper.id == paper]
        first, states = rows[0], {row.state for row in rows if row.is_stated}
        name = f"{title}: {states.pop()}" if len(states) == 1 else title
        by_others = first.meeting is None or first.by.casefold() != first.meeting.committee.name.casefold()
        steps.append(Step(first.date, name, first.meeting, first.paper, first.by if by_others else ""))
        others = dict.fromkeys(listing.meeting for listing in listings if listing.document_id == paper)
        steps += [Step(meeting.date, again, meeting, first.paper) for meeting in others if meeting != first.meeting]
    return steps


def _recorded(recommendation: Recommendation) -> list[Step]:
    """What clerks recorded: the notice to answer, and that it is done."""
    steps = []
    review: Review | None = recommendation.review
    if review and review.notice_given_on:
        steps.append(Step(review.notice_given_on, _("Notice to answer was given")))
    whole = recommendation.parent
    for row in (recommendation, whole):
        if row and row.done_on:
            steps.append(Step(row.done_on, _("Recorded as done"), note=row.done_note))
            break
    return steps


def _due(entry: LedgerEntry, today: date) -> list[Step]:
    steps = []
    if entry.answer_due_on:
        steps.append(_coming(entry.answer_due_on, _("An answer is due"), _("An answer was due"), today))
    if entry.report_back_due_on:
        steps.append(_coming(entry.report_back_due_on, _("A report back is due"), _("A report back was due"), today))
    return steps


def _coming(day: date, due: str, overdue: str, today: date) -> Step:
    is_overdue = day < today
    return Step(day, overdue if is_overdue else due, is_coming=True, is_overdue=is_overdue)
