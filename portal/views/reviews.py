from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import Paginator
from django.db.models import Case, Count, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, JSONObject
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Council, meeting_is_public
from documents.ledger import LedgerEntry
from documents.models import Recommendation, Review, ReviewPoint, ReviewStage
from portal.addresses import redirect_to
from portal.context import council_of
from portal.filters import ReviewFilter
from portal.people.subjects import Subject, of_review
from portal.queries.found_first import in_order
from portal.queries.kept import KeptQuery
from portal.queries.rows_within import read_rows, rows_within
from portal.recommendations.ledgers import recommendations_of_review
from portal.recommendations.review_stages import Stages, StageShown, read_stages, with_witnesses
from portal.recommendations.rows import RecommendationRow, recommendation_rows

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
    found = ReviewFilter(request.GET, queryset=Review.objects.public(), request=request)
    newest = found.qs.order_by("-ended_on", "-pk").values_list("pk", "ended_on")
    ended = [pk for pk, ended_on in newest if ended_on]
    page = Paginator(ended, REVIEWS_PER_PAGE).get_page(request.GET.get("page"))
    going_on = [pk for pk, ended_on in newest if ended_on is None] if page.number == 1 else []
    rows = review_rows([*going_on, *page.object_list])
    context = {
        "filter": found,
        "going_on": [row for row in rows if row.review.ended_on is None],
        "ended": [row for row in rows if row.review.ended_on],
        "page": page,
    }
    return render(request, "reviews/index.html", context)


def review_rows(ids: Sequence[int]) -> list[ReviewRow]:
    """In the order given, in one query."""
    today = timezone.localdate()
    found = in_order(ids, _ROWS(ids=list(ids))) if ids else []
    return [ReviewRow(row, _stage_reached(vars(row)["told"], today), vars(row)["made"] or 0) for row in found]


def _with_course(reviews: "QuerySet[Review]") -> "QuerySet[Review]":
    """Each with its stages, as kind and day, and with how many recommendations it made, parts apart.

    A stage has the day of its meeting, where that is public, unless it tells one of its own.
    """
    day = Coalesce("date", Case(When(meeting_is_public("meeting__"), then="meeting__date")))
    stages = ReviewStage.objects.public().filter(review=OuterRef("pk")).order_by("order", "pk")
    wholes = Recommendation.objects.public().to_executive().filter(parent=None, review=OuterRef("pk"))
    return reviews.annotate(
        told=ArraySubquery(stages.values(found=JSONObject(kind="kind", day=day))),
        made=Subquery(wholes.order_by().values("review").annotate(number=Count("pk")).values("number")),
    )


_ROWS = KeptQuery(lambda ids: _with_course(Review.objects.public().filter(pk__in=ids)).select_related("committee"))


def _stage_reached(stages: Iterable[dict[str, str]], today: date) -> str:
    """The furthest whose day has come."""
    past = {stage["kind"] for stage in stages if stage["day"] and stage["day"] <= today.isoformat()}
    return next((str(kind.label) for kind in reversed(ReviewStage.Kind) if kind in past), "")


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
    found = _REVIEW.first(pk=pk)
    if found is None:
        raise Http404
    if elsewhere := redirect_to(found.get_absolute_url(), request):
        return elsewhere
    return render(request, "reviews/review.html", {"page": read_page(found, council_of(request), timezone.localdate())})


def _with_points(pk: int) -> "QuerySet[Review]":
    points = ReviewPoint.objects.public().filter(review=OuterRef("pk")).order_by("order", "pk")
    reviews = with_witnesses(Review.objects.public().filter(pk=pk)).annotate(own_points=rows_within(points))
    return reviews.select_related("committee")


_REVIEW = KeptQuery(_with_points)


def read_page(review: Review, council: Council, today: date) -> ReviewPage:
    points = read_rows(ReviewPoint, vars(review)["own_points"])
    ledger = recommendations_of_review(review.pk, response_months=council.response_months)
    stages = read_stages(review)
    return ReviewPage(
        review=review,
        former_titles=[*review.former_titles, *(point.text for point in points if point.kind == Point.TITLE)],
        objectives=[point for point in points if point.kind == Point.OBJECTIVE],
        themes=[point for point in points if point.kind == Point.THEME],
        background=[point for point in points if point.kind == Point.BACKGROUND],
        stages=stages,
        coming=[*_due(ledger.values(), today), *(_planned(stage) for stage in stages.coming(today))],
        recommendations=_recommendations(ledger, today),
        subject=of_review(review),
    )


def _recommendations(ledger: dict[int, LedgerEntry], today: date) -> list[RecommendationRow]:
    wholes = [entry for entry in ledger.values() if entry.parent is None]
    oldest_first = sorted(wholes, key=lambda entry: entry.made_on or date.max)  # in the order of the ledger within
    return recommendation_rows([entry.id for entry in oldest_first], ledger, today)


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
