from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from committees.models import Council
from documents.ledger import LedgerEntry
from documents.models import Recommendation, Review
from portal.context import council_of
from portal.files.spreadsheets import csv_answer, csv_refused
from portal.filters import RecommendationFilter
from portal.queries.found_first import found_first
from portal.queries.kept import KeptQuery
from portal.recommendations.ledgers import every_recommendation, recommendations_of_review
from portal.recommendations.rows import RecommendationRow, Standing, recommendation_rows, standing_of
from portal.recommendations.said import Paper, Said, answers_to, paper_at, reports_back_on
from portal.recommendations.summary import read_summary
from portal.recommendations.trails import Step, trail_of

RECOMMENDATIONS_PER_PAGE = 25
COLUMNS = [
    "Recommendation",
    "Words",
    "Review",
    "Committee",
    "Made",
    "Where it stands",
    "Answered",
    "Reported back on",
    "Recorded as done",
    "Done on",
    "Last RAG",
    "Answer due",
    "Report back due",
    "Overdue",
    "Address",
]


def index(request: HttpRequest) -> HttpResponse:
    """The register of what scrutiny asked the executive to do, the newest review first."""
    today = timezone.localdate()
    found, ledger = _chosen(request, today)
    page = Paginator(_wholes(found, ledger), RECOMMENDATIONS_PER_PAGE).get_page(request.GET.get("page"))
    context = {"filter": found, "page": page, "rows": recommendation_rows(list(page.object_list), ledger, today)}
    return render(request, "recommendations/index.html", context)


def as_csv(request: HttpRequest) -> HttpResponse:
    """Everything the register shows for the same choices, on all its pages, the lettered parts included."""
    today = timezone.localdate()
    found, ledger = _chosen(request, today)
    if found.faults:
        return csv_refused(fault.words for fault in found.faults)
    rows = recommendation_rows(_wholes(found, ledger), ledger, today)
    return csv_answer("recommendations", COLUMNS, _cells(rows, ledger, today))


def _chosen(request: HttpRequest, today: date) -> tuple[Any, dict[int, LedgerEntry]]:
    ledger = every_recommendation(response_months=council_of(request).response_months)
    wholes = Recommendation.objects.public().to_executive().filter(parent=None).order_by()
    return RecommendationFilter(request.GET, queryset=wholes, request=request, ledger=ledger, today=today), ledger


def _wholes(chosen: Any, ledger: Mapping[int, LedgerEntry]) -> list[int]:
    """The ids of the whole ones that were chosen, in the order of the ledger."""
    wholes = [entry.id for entry in ledger.values() if entry.parent is None]
    if not chosen.is_bound:
        return wholes
    wanted = set(chosen.qs.values_list("pk", flat=True))
    return [pk for pk in wholes if pk in wanted]


def _cells(rows: list[RecommendationRow], ledger: dict[int, LedgerEntry], today: date) -> Iterator[list[object]]:
    for row in rows:
        yield _cells_of(row, ledger[row.recommendation.pk], today)
        for part in row.parts:
            yield _cells_of(part, ledger[part.recommendation.pk], today)


def _cells_of(row: RecommendationRow, entry: LedgerEntry, today: date) -> list[object]:
    return [
        row.recommendation.name,
        row.recommendation.text,
        row.review.title if row.review else "",
        row.review.committee.name if row.review else "",
        entry.made_on,
        row.standing.words,
        _yes(entry.is_answered),
        _yes(entry.is_reported_back),
        _yes(entry.is_done),
        row.recommendation.done_on,
        row.rag,
        entry.answer_due_on,
        entry.report_back_due_on,
        _yes(entry.is_overdue(today)),
        f"{settings.SITE_ADDRESS}{row.recommendation.get_absolute_url()}",
    ]


def _yes(value: bool) -> str:
    return "Yes" if value else "No"


def summary(request: HttpRequest) -> HttpResponse:
    """How many were made, answered, reported back on, recorded as done and are overdue."""
    today = timezone.localdate()
    ledger = every_recommendation(response_months=council_of(request).response_months)
    reviews = Review.objects.public().select_related("committee").in_bulk()
    context = {"summary": read_summary(ledger.values(), reviews, today), "today": today}
    return render(request, "recommendations/summary.html", context)


@dataclass(frozen=True, slots=True)
class RecommendationPage:
    """One recommendation to the executive, or a lettered part of one.

    `paragraph` is that of its report; a part has that of its whole. What was said of the whole is shown with its
    parts, and what was said of a part with its whole.
    """

    recommendation: Recommendation
    review: Review
    entry: LedgerEntry
    standing: Standing
    source: Paper
    paragraph: str
    parts: list[RecommendationRow]
    answers: list[Said]
    reports: list[Said]
    trail: list[Step]
    earlier: Recommendation | None
    later: Recommendation | None

    @property
    def words(self) -> str:
        """The exact words, each lettered part on a line of its own."""
        return with_parts_apart(self.recommendation.text, [part.recommendation.label for part in self.parts])

    @property
    def last_report(self) -> date | None:
        return self.reports[-1].date if self.reports else None


def with_parts_apart(text: str, labels: Sequence[str]) -> str:
    """The words with a new line before each part's marker: "… (a) Plant trees. (b) Water them."."""
    at = 0
    for label in labels:
        place = text.find(f"({label})", at)
        if place > 0 and text[place - 1] == " ":
            text = f"{text[: place - 1]}\n{text[place:]}"
        at = max(place, at)
    return text


def recommendation(request: HttpRequest, pk: int) -> HttpResponse:
    """What a report asks a meeting to decide is read in that report: its own page would look like a scrutiny one."""
    found = _RECOMMENDATION.first(pk=pk)
    if found is None:
        raise Http404
    if found.kind == Recommendation.Kind.MEETING or found.review is None:
        return HttpResponseRedirect(paper_at(found.document, page=found.page, anchor=found.anchor).address)
    page = read_page(found, found.review, council_of(request))
    return render(request, "recommendations/recommendation.html", {"page": page})


_RECOMMENDATION = KeptQuery(
    lambda pk: Recommendation.objects.public().filter(pk=pk).select_related("document", "review__committee", "parent")
)


def read_page(recommendation: Recommendation, review: Review, council: Council) -> RecommendationPage:
    today = timezone.localdate()
    ledger = recommendations_of_review(review.pk, response_months=council.response_months)
    if recommendation.pk not in ledger:
        raise Http404
    entry = ledger[recommendation.pk]
    [row] = recommendation_rows([recommendation.pk], ledger, today)
    family = [recommendation, *(part.recommendation for part in row.parts)]
    if recommendation.parent:
        family.append(recommendation.parent)
    numbered = recommendation if recommendation.anchor else recommendation.parent or recommendation
    source = paper_at(recommendation.document, page=recommendation.page, anchor=numbered.anchor)
    answers, reports = answers_to(family), reports_back_on(family)
    earlier, later = _neighbours(recommendation)
    return RecommendationPage(
        recommendation=recommendation,
        review=review,
        entry=entry,
        standing=standing_of(entry, today),
        source=source,
        paragraph=numbered.paragraph,
        parts=row.parts,
        answers=answers,
        reports=reports,
        trail=trail_of(recommendation, entry, answers=answers, reports=reports, today=today),
        earlier=earlier,
        later=later,
    )


def _in_report(document: int) -> "QuerySet[Recommendation]":
    own = found_first(Recommendation.objects.filter(document=document).order_by())
    rows = Recommendation.objects.public().to_executive().filter(own)
    return rows.select_related("parent").order_by("order", "pk")


_IN_REPORT = KeptQuery(_in_report)


def _neighbours(recommendation: Recommendation) -> tuple[Recommendation | None, Recommendation | None]:
    """The ones before and after it in its report: wholes for a whole, parts of the same whole for a part."""
    found = _IN_REPORT(document=recommendation.document_id)
    rows = [row for row in found if row.parent_id == recommendation.parent_id]
    place = rows.index(recommendation)
    return (rows[place - 1] if place else None, rows[place + 1] if place + 1 < len(rows) else None)
