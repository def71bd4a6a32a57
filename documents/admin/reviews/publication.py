"""The screens on which a review, or a correction of one, becomes public."""

from functools import partial
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from committees.actions import NotAllowed
from committees.admin.asking import MomentForm, Question, sent
from committees.admin.basis import changed_elsewhere, guarded
from committees.models import User
from documents.actions.held import Content, correct_or_hold, put_in_force, waiting_of
from documents.actions.reviews import makers_of_review, publish_review, record_of_review, record_review
from documents.admin.findings.record import HELD, Said, as_sent, content_of, let_out_page, said_in, show_waiting
from documents.admin.reviews.forms import ReviewForm
from documents.admin.reviews.screens import form_page
from documents.models import Review, WaitingRecord

may_change = permission_required("documents.change_review", raise_exception=True)
PUBLIC = (
    " This review is published: what you save is public at once, unless something is found in it or a second person "
    "releases here. Then it waits."
)


def _review(pk: int) -> Review:
    return get_object_or_404(Review.objects.select_related("committee"), pk=pk)


def _by(request: HttpRequest) -> User:
    return cast(User, request.user)


def _back(review: Review) -> str:
    return reverse("admin:documents_review_change", args=[review.pk])


@never_cache
@may_change
@guarded(Review)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    found = _review(pk)
    waiting = waiting_of(found).first()
    opened = {"data": as_sent(waiting.content)} if waiting else {}
    form = ReviewForm(**(sent(request) or opened), review=found)
    show_waiting(request, waiting, partial(_said, found))
    if request.method == "POST" and not changed_elsewhere(request) and form.is_valid():
        try:
            return redirect(_kept(request, found, form))
        except NotAllowed as error:
            form.add_error(None, str(error))
    public = PUBLIC if found.published_at else ""
    question = Question(
        f"Correct “{found}”", f"What clerks record of a review.{public}", "Save the review", _back(found)
    )
    return form_page(request, question, form)


def _kept(request: HttpRequest, found: Review, form: ReviewForm) -> str:
    """Recorded, or held back; then the address to go on to."""
    facts, by = form.facts(), _by(request)

    def write() -> None:
        record_review(facts=facts, by=by, review=_review(found.pk))

    if found.published_at is None:
        write()
    elif not correct_or_hold(of=found, write=write, content=content_of(request, form), by=by):
        messages.warning(request, HELD)
        return reverse("admin:review_publish", args=[found.pk])
    messages.success(request, "The review is recorded.")
    return _back(found)


@never_cache
@may_change
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """A review that is not public, or the correction that waits; of any other its screen is shown."""
    found = _review(pk)
    if waiting := waiting_of(found).first():
        return _correction(request, found, waiting)
    if found.published_at is not None:
        return redirect(_back(found))

    def act(values: dict[str, Any]) -> str:
        publish_review(review=found, by=_by(request), at=values["at"])
        return "The review is published."

    explanation = "The review has its page, with its recommendations and what was read of it in papers that are public."
    question = Question(f"Publish “{found}”", explanation, "Publish the review", _back(found))
    record = record_of_review(found, makers=makers_of_review(found))
    said = said_in(ReviewForm(review=found))
    return let_out_page(request, record, question, MomentForm(**sent(request)), act, said=said)


def _correction(request: HttpRequest, found: Review, waiting: WaitingRecord) -> HttpResponse:
    form = ReviewForm(as_sent(waiting.content), review=found)
    if not form.is_valid():  # a committee that it names is here no more
        return redirect("admin:review_correct", found.pk)
    facts = form.facts()

    def write() -> None:
        record_review(facts=facts, by=_by(request), review=_review(found.pk), writers=waiting.makers)

    def act(_values: dict[str, Any]) -> str:
        put_in_force(waiting=waiting, write=write)
        return "The review is corrected."

    explanation = "The public reads the old words of this review until the correction is published."
    question = Question(f"Publish the correction of “{found}”", explanation, "Publish the correction", _back(found))
    record = record_of_review(found, makers=waiting.makers, facts=facts)
    said, set_aside = _said(found, waiting.content), _said(found, waiting.set_aside)
    asked = forms.Form(**sent(request))
    return let_out_page(request, record, question, asked, act, said=said, waiting=waiting, set_aside=set_aside)


def _said(found: Review, content: Content | None) -> list[Said]:
    """What a correction so typed changes of what the public reads."""
    if content is None:
        return []
    return said_in(ReviewForm(as_sent(content), review=found), ReviewForm(review=found))
