"""The clerk's screen of one review: its facts, what is due, and what came of each recommendation."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from committees.actions import NotAllowed
from committees.admin.asking import Question, WhyForm, ask, sent
from committees.models import Council, User
from committees.sent_numbers import number_sent
from documents.actions.recommendations import record_verdict, take_back_done
from documents.actions.reviews import hide_review, record_review
from documents.admin.proposals.choices import in_order
from documents.admin.reviews.forms import ReviewForm, VerdictForm, municipal_year
from documents.ledger import read_ledger
from documents.models import DocumentVersion, Listing, Progress, Recommendation, Report, Response, Review, WaitingRecord

NOT_PUBLIC = "The review is kept for the clerks alone until you publish it."

may_change = permission_required("documents.change_review", raise_exception=True)


@dataclass(slots=True)
class Made:
    """A recommendation with what was said of it, oldest first, and what waits to be said of how it was done."""

    recommendation: Recommendation
    held: WaitingRecord | None = None
    responses: list[Response] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)


def recommendations_of(review: Review) -> list[Made]:
    rows = Recommendation.objects.to_executive().filter(review=review).select_related("document", "parent")
    made = {row.pk: Made(row) for row in in_order(rows.order_by("document", "order", "pk"))}
    for response in _said(Response, made):
        made[response.recommendation_id].responses.append(response)
    for progress in _said(Progress, made):
        made[progress.recommendation_id].progress.append(progress)
    for held in WaitingRecord.objects.filter(recommendation__in=made).select_related("written_by"):
        made[held.of.pk].held = held
    return list(made.values())


def _said(model: Any, made: dict[int, Made]) -> Sequence[Any]:
    rows: Sequence[Any] = model.objects.filter(recommendation__in=made).select_related("document", "meeting__committee")
    return rows


def _review(pk: int) -> Review:
    return get_object_or_404(Review.objects.select_related("committee"), pk=pk)


def _by(request: HttpRequest) -> User:
    return cast(User, request.user)


def _back(review: Review) -> str:
    return reverse("admin:documents_review_change", args=[review.pk])


@never_cache
@may_change
def review(request: HttpRequest, pk: int) -> HttpResponse:
    found = _review(pk)
    months = Council.objects.current().response_months
    context = {
        **site.each_context(request),
        "title": str(found),
        "review": found,
        "made": recommendations_of(found),
        "answer": _answer(found, months),
        "months": months,
        "verdicts": Response.Verdict.choices,
        "is_public": Review.objects.public().filter(pk=found.pk).exists(),
    }
    return render(request, "admin/reviews/review.html", context)


@dataclass(frozen=True, slots=True)
class Answer:
    """When the executive is to answer by, and how many of the public recommendations it has still to answer."""

    due_on: date
    asked: int
    unanswered: int

    @property
    def is_past(self) -> bool:
        return self.due_on < timezone.localdate()


def _answer(found: Review, months: int) -> Answer | None:
    due_on = found.answer_due_on(months)
    if due_on is None:
        return None
    ledger = read_ledger(response_months=months, reviews=Review.objects.filter(pk=found.pk))
    wholes = [one for one in ledger.values() if one.parent is None]
    return Answer(due_on, len(wholes), sum(not one.is_answered for one in wholes))


def form_page(request: HttpRequest, question: Question, form: forms.Form) -> HttpResponse:
    context = {**site.each_context(request), "title": question.title, "question": question, "form": form}
    return render(request, "admin/ask.html", context)


def _recorded(request: HttpRequest, form: ReviewForm, found: Review | None) -> Review | None:
    try:
        written = record_review(facts=form.facts(), by=_by(request), review=found)
    except NotAllowed as error:
        form.add_error(None, str(error))
        return None
    messages.success(request, "The review is recorded.")
    return written


@never_cache
@permission_required("documents.add_review", raise_exception=True)
def add(request: HttpRequest) -> HttpResponse:
    """A new review; of a paper (?paper=version), it begins with what the paper says, and leads back there."""
    version = _paper_of(request)
    form = ReviewForm(**sent(request), initial=first_facts(version) if version else {"year": municipal_year(today())})
    if request.method == "POST" and form.is_valid() and (made := _recorded(request, form, None)):
        if version is not None:
            return redirect(f"{reverse('admin:paper_proposals', args=[version.pk])}?review={made.pk}")
        return redirect(_back(made))
    back = (
        reverse("admin:paper_proposals", args=[version.pk]) if version else reverse("admin:documents_review_changelist")
    )
    question = Question(
        title="Make a review",
        explanation="The review is kept for the clerks alone until you publish it.",
        button="Make the review",
        back=back,
    )
    return form_page(request, question, form)


def today() -> date:
    return timezone.localdate()


def _paper_of(request: HttpRequest) -> DocumentVersion | None:
    rows = DocumentVersion.objects.select_related("document")
    return rows.filter(pk=number_sent(request.GET.get("paper", "")) or 0).first()


def first_facts(version: DocumentVersion) -> dict[str, Any]:
    """What a paper gives to begin a review with: its subject, its committee, and the municipal year of its meeting."""
    report = Report.objects.filter(version=version).first()
    taken = Listing.objects.filter(document=version.document_id).select_related("meeting").first()
    return {
        "title": (report.subject if report and report.subject else version.document.title)[:300],
        "committee": taken.meeting.committee_id if taken else None,
        "year": municipal_year(taken.meeting.date if taken else today()),
    }


@may_change
def hide(request: HttpRequest, pk: int) -> HttpResponse:
    found = _review(pk)

    def act(values: dict[str, Any]) -> str:
        hide_review(review=found, by=_by(request), why=values["why"])
        return "The review is hidden."

    explanation = "Its page and its recommendations are the clerks’ alone again. Do this only where it was a mistake."
    question = Question(f"Hide “{found}”", explanation, "Hide the review", _back(found), hides=True)
    return ask(request, question, WhyForm(**sent(request)), act)


@require_POST
@permission_required("documents.change_response", raise_exception=True)
def verdict(request: HttpRequest, pk: int) -> HttpResponse:
    """The verdict on a response, chosen where the response is shown; then back there."""
    response = get_object_or_404(Response.objects.select_related("recommendation__review"), pk=pk)
    form = VerdictForm(request.POST)
    if form.is_valid():
        record_verdict(response=response, verdict=form.cleaned_data["verdict"], by=_by(request))
        words = Response.Verdict(form.cleaned_data["verdict"]).label
        messages.success(request, f"{response.recommendation}: {words.lower()}.", extra_tags=request.POST.get("at", ""))
    else:
        messages.error(request, "Choose one of the verdicts.")
    return redirect(_next(request) or reverse("admin:documents_review_changelist"))


def _next(request: HttpRequest) -> str:
    """The address to go back to, where it is one of this site."""
    address = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if safe and address.startswith("/") else ""  # a bare word is taken for the name of a view


def recommendation_of(pk: int) -> Recommendation:
    return get_object_or_404(Recommendation.objects.to_executive().select_related("review", "parent"), pk=pk)


@permission_required("documents.change_recommendation", raise_exception=True)
def not_done(request: HttpRequest, pk: int) -> HttpResponse:
    found = recommendation_of(pk)

    def act(values: dict[str, Any]) -> str:
        take_back_done(recommendation=found, by=_by(request), why=values["why"])
        return f"{found} is no longer recorded as done."

    explanation = "The public no longer sees that it was done."
    question = Question(f"Not done: {found}", explanation, "Take back that it was done", back_of(found))
    return ask(request, question, WhyForm(**sent(request)), act)


def back_of(recommendation: Recommendation) -> str:
    found = cast(Review, recommendation.review)
    return f"{_back(found)}#recommendation-{recommendation.pk}"
