"""What is due and what is late in the whole council: meetings, decisions and scrutiny reviews, for the clerk's desk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from committees.clock import Deadline, Rules, State, decision_clocks, meeting_clocks, rules_of
from committees.clock.deadlines import KEPT_KINDS, report_back_deadline, response_deadline
from committees.models import Council, Decision, Meeting
from documents.ledger import LedgerEntry, read_ledger
from documents.models import Progress, Response, Review
from documents.waiting import Waiting, waiting_matters

Said = Mapping[type[Response] | type[Progress], Mapping[int, date]]
BACK, AHEAD = timedelta(days=60), timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline that wants attention, of what, and the clerk's page where that is done."""

    deadline: Deadline
    of: Meeting | Decision | Review | Waiting
    address: str

    @property
    def is_late(self) -> bool:
        return self.deadline.state == State.LATE

    @property
    def words(self) -> str:
        """How its day is told of: a period that ends is never due."""
        if self.deadline.kind in KEPT_KINDS:
            return "the period ends"
        return "was due" if self.is_late else "due"


def due_and_late(now: datetime | None = None) -> list[Due]:
    """Late ones first, then those that are soon, each by their day: of meetings, decisions, reviews and papers."""
    now, council = now or timezone.now(), Council.objects.current()
    rules = rules_of(council)
    found = [*_of_meetings(council, now), *_of_decisions(rules, now), *_of_reviews(rules, now)]
    found += [Due(one.deadline, one, one.address) for one in waiting_matters(rules, now)]
    return sorted(found, key=lambda due: (not due.is_late, due.deadline.day))


def review_clock(review: Review, *, now: datetime | None = None) -> list[Deadline]:
    """The executive's response and the report back: each only where a notice, or a date agreed, is recorded."""
    rules = rules_of(Council.objects.current())
    return review_clocks([review], rules=rules, now=now or timezone.now())[review.pk]


def review_clocks(reviews: Iterable[Review], *, rules: Rules, now: datetime) -> dict[int, list[Deadline]]:
    rows = list(reviews)
    entries = defaultdict(list)
    ledger = read_ledger(
        response_months=rules.response_months, reviews=Review.objects.filter(pk__in=[review.pk for review in rows])
    )
    for entry in ledger.values():
        entries[entry.review].append(entry)
    said = _said_of([entry.id for entry in ledger.values()])
    return {review.pk: list(_of_review(review, entries[review.pk], said, rules, now)) for review in rows}


def recommendation_clock(entry: LedgerEntry, review: Review, *, rules: Rules, now: datetime) -> list[Deadline]:
    """Of one recommendation as it stands in the ledger."""
    return list(_of_review(review, [entry], _said_of([entry.id]), rules, now))


def _of_review(
    review: Review, entries: list[LedgerEntry], said: Said, rules: Rules, now: datetime
) -> Iterator[Deadline]:
    """Done once every recommendation is answered, or reported back on."""
    reported = bool(entries) and all(entry.is_reported_back or entry.is_done for entry in entries)
    answered = bool(entries) and all(entry.is_answered or entry.is_reported_back or entry.is_done for entry in entries)
    ids = [entry.id for entry in entries]
    response = response_deadline(
        notice_given_on=review.notice_given_on,
        is_answered=answered,
        answered_at=_last(said[Response], ids) if answered and review.notice_given_on else None,
        rules=rules,
        now=now,
    )
    report_back = report_back_deadline(
        agreed_on=review.report_back_on,
        is_reported=reported,
        reported_at=_last(said[Progress], ids) if reported and review.report_back_on else None,
        rules=rules,
        now=now,
    )
    yield from (deadline for deadline in (response, report_back) if deadline is not None)


def _said_of(recommendations: list[int]) -> Said:
    """The last day on which each recommendation was answered, and reported back on, where that is known."""
    return {kind: _last_days(kind, recommendations) for kind in (Response, Progress)}


def _last_days(kind: type[Response] | type[Progress], recommendations: list[int]) -> dict[int, date]:
    dated = kind.objects.public().filter(recommendation__in=recommendations, date__isnull=False).order_by()
    return dict(dated.values("recommendation").annotate(last=Max("date")).values_list("recommendation", "last"))


def _last(days: Mapping[int, date], recommendations: list[int]) -> datetime | None:
    """Noon of the day on which the last of them was answered or reported back on, where that is known."""
    day = max((days[pk] for pk in recommendations if pk in days), default=None)
    return timezone.make_aware(datetime.combine(day, time(12))) if day else None


def _of_meetings(council: Council, now: datetime) -> Iterator[Due]:
    today = timezone.localdate(now)
    near = Meeting.objects.filter(date__gte=today - BACK, date__lte=today + AHEAD).select_related("committee")
    meetings = {meeting.pk: meeting for meeting in near}
    for pk, deadlines in meeting_clocks(meetings.values(), council=council, now=now).items():
        yield from _wanting(deadlines, meetings[pk], reverse("admin:meeting_clock", args=[pk]))


def _of_decisions(rules: Rules, now: datetime) -> Iterator[Due]:
    today = timezone.localdate(now)
    outside = Decision.objects.filter(meeting=None, date__gte=today - BACK, key=True, withdrawn_at=None)
    decisions = {decision.pk: decision for decision in outside}
    for pk, deadlines in decision_clocks(decisions.values(), rules=rules, now=now).items():
        yield from _wanting(deadlines, decisions[pk], reverse("admin:committees_decision_change", args=[pk]))


def _of_reviews(rules: Rules, now: datetime) -> Iterator[Due]:
    reviews = {review.pk: review for review in Review.objects.filter(ended_on=None)}
    for pk, deadlines in review_clocks(reviews.values(), rules=rules, now=now).items():
        yield from _wanting(deadlines, reviews[pk], reverse("admin:documents_review_change", args=[pk]))


def _wanting(deadlines: list[Deadline], of: Meeting | Decision | Review, address: str) -> Iterator[Due]:
    return (Due(deadline, of, address) for deadline in deadlines if deadline.wants_attention)
