from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Council, Meeting
from documents.ledger import LedgerEntry, read_ledger, with_made_on
from documents.models import Recommendation, Review, ReviewPoint, ReviewStage
from portal.addresses import redirect_to
from portal.context import council_of
from portal.filters import ReviewFilter
from portal.recommendation_rows import RecommendationRow, recommendation_rows
from portal.review_stages import Stages, StageShown, read_stages
from portal.subjects import Subject, of_review

REVIEWS_PER_PAGE = 25
Point = ReviewPoint.Kind


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """`stage` is the furthest one whose day has come, and `recommendations` how many there are, parts apart."""

    review: Review
    stage: str
    recommendations: int


def index(request: HttpRequest) -> HttpResponse:
    """Those going on, then those that ended, the newest first."""
    found = ReviewFilter(request.GET or None, queryset=Review.objects.public(), request=request)
    reviews = found.qs.select_related("committee")
    going_on, ended = reviews.filter(ended_on=None), reviews.exclude(ended_on=None)
    page = Paginator(ended.order_by("-ended_on", "-pk"), REVIEWS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": found,
        "going_on": review_rows(going_on.order_by("-pk")) if page.number == 1 else [],
        "ended": review_rows(page.object_list),
        "page": page,
    }
    return render(request, "reviews/index.html", context)


def review_rows(reviews: Iterable[Review]) -> list[ReviewRow]:
    """In four queries, however many."""
    rows = list(reviews)
    reached = _stages_reached(rows, timezone.localdate())
    wholes = Recommendation.objects.public().to_executive().filter(parent=None, review__in=rows)
    counts = dict(wholes.order_by().values_list("review").annotate(Count("pk")))
    return [ReviewRow(row, reached.get(row.pk, ""), counts.get(row.pk, 0)) for row in rows]


def _stages_reached(reviews: list[Review], today: date) -> dict[int, str]:
    """By review; a stage has the day of its meeting, where that is public, unless it tells one of its own."""
    stages = list(ReviewStage.objects.public().filter(review__in=reviews))
    taken = [stage.meeting_id for stage in stages if stage.meeting_id]
    meetings = dict(Meeting.objects.public().filter(pk__in=taken).values_list("pk", "date"))
    order = list(ReviewStage.Kind.values)
    past = [stage for stage in stages if (stage.date or meetings.get(stage.meeting_id or 0) or date.max) <= today]
    return {
        stage.review_id: stage.get_kind_display() for stage in sorted(past, key=lambda stage: order.index(stage.kind))
    }


@dataclass(frozen=True, slots=True)
class Coming:
    """Something due or planned."""

    date: date
    words: str
    stage: StageShown | None = None
    is_overdue: bool = False


@dataclass(frozen=True, slots=True)
class ReviewPage:
    review: Review
    former_titles: list[str]
    objectives: list[ReviewPoint]
    themes: list[ReviewPoint]
    background: list[ReviewPoint]
    stages: Stages
    coming: list[Coming]
    recommendations: list[RecommendationRow]
    subject: Subject


def review(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    found = get_object_or_404(Review.objects.public().select_related("committee"), pk=pk)
    if elsewhere := redirect_to(found.get_absolute_url(), request):
        return elsewhere
    return render(request, "reviews/review.html", {"page": read_page(found, council_of(request), timezone.localdate())})


def read_page(review: Review, council: Council, today: date) -> ReviewPage:
    points: list[ReviewPoint] = list(ReviewPoint.objects.public().filter(review=review))
    ledger = read_ledger(response_months=council.response_months, reviews=Review.objects.public().filter(pk=review.pk))
    stages = read_stages(review)
    return ReviewPage(
        review=review,
        former_titles=[*review.former_titles, *(point.text for point in points if point.kind == Point.TITLE)],
        objectives=[point for point in points if point.kind == Point.OBJECTIVE],
        themes=[point for point in points if point.kind == Point.THEME],
        background=[point for point in points if point.kind == Point.BACKGROUND],
        stages=stages,
        coming=[*_due(ledger.values(), today), *(_planned(stage) for stage in stages.coming(today))],
        recommendations=_recommendations(review, ledger, today),
        subject=of_review(review),
    )


def _recommendations(review: Review, ledger: dict[int, LedgerEntry], today: date) -> list[RecommendationRow]:
    wholes = with_made_on(Recommendation.objects.public().to_executive().filter(review=review, parent=None))
    in_order = wholes.select_related("review__committee").order_by("made_on", "document", "order", "pk")
    return recommendation_rows(in_order, ledger, today)


def _planned(stage: StageShown) -> Coming:
    return Coming(stage.date or date.max, stage.name, stage)


def _due(entries: Iterable[LedgerEntry], today: date) -> list[Coming]:
    """What is still owed on the review's recommendations, once for all of them."""
    wholes = [entry for entry in entries if entry.parent is None]
    answers = {entry.answer_due_on for entry in wholes if entry.answer_due_on}
    reports = {entry.report_back_due_on for entry in wholes if entry.report_back_due_on}
    return [
        *(Coming(day, _("The executive’s answer is due"), is_overdue=day < today) for day in answers),
        *(Coming(day, _("A report back is due"), is_overdue=day < today) for day in reports),
    ]
