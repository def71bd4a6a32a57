"""The screens on which a recommendation is recorded as done, and on which what is said of it becomes public."""

from functools import partial
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from committees.admin.asking import Question, sent
from committees.admin.basis import changed_elsewhere, guarded
from committees.models import User
from documents.actions.held import Content, correct_or_hold, put_in_force, waiting_of
from documents.actions.recommendations import record_done, record_of_note
from documents.admin.findings.record import HELD, Said, as_sent, content_of, let_out_page, said_in, show_waiting
from documents.admin.reviews.forms import DoneForm
from documents.admin.reviews.screens import back_of, form_page, recommendation_of, today
from documents.models import Recommendation

EXPLANATION = "The public sees that it was done, on what day, and your words on how."

may_change = permission_required("documents.change_recommendation", raise_exception=True)


def _first(found: Recommendation) -> dict[str, Any]:
    return {"on": found.done_on or today(), "note": found.done_note}


@never_cache
@may_change
@guarded(Recommendation, ["done_on", "done_note"])
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """When and how it was done; what is saved may have to wait."""
    found, by = recommendation_of(pk), cast(User, request.user)
    waiting = waiting_of(found).first()
    opened = {"data": as_sent(waiting.content)} if waiting else {}
    form = DoneForm(**(sent(request) or opened), initial=_first(found))
    show_waiting(request, waiting, partial(_said, found))
    question = Question(f"Done: {found}", EXPLANATION, "Record as done", back_of(found))
    if request.method != "POST" or not form.is_valid() or changed_elsewhere(request):
        return form_page(request, question, form)

    def write() -> None:
        record_done(recommendation=recommendation_of(pk), by=by, **form.cleaned_data)

    if correct_or_hold(of=found, write=write, content=content_of(request, form), by=by):
        messages.success(request, f"{found} is recorded as done.")
        return redirect(question.back)
    messages.warning(request, HELD)
    return redirect("admin:recommendation_publish", pk)


@never_cache
@may_change
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """What waits to be said of it; where nothing does, its review is shown."""
    found = recommendation_of(pk)
    waiting = waiting_of(found).first()
    if waiting is None:
        return redirect(back_of(found))
    form = DoneForm(as_sent(waiting.content))
    if not form.is_valid():
        return redirect("admin:recommendation_correct", pk)

    def write() -> None:
        record_done(
            recommendation=recommendation_of(pk),
            by=cast(User, request.user),
            writers=waiting.makers,
            **form.cleaned_data,
        )

    def act(_values: dict[str, Any]) -> str:
        put_in_force(waiting=waiting, write=write)
        return f"{found} is recorded as done."

    record = record_of_note(found, form.cleaned_data["note"], makers=waiting.makers)
    question = Question(f"Done: {found}", EXPLANATION, "Record as done", back_of(found))
    said, set_aside = _said(found, waiting.content), _said(found, waiting.set_aside)
    asked = forms.Form(**sent(request))
    return let_out_page(request, record, question, asked, act, said=said, waiting=waiting, set_aside=set_aside)


def _said(found: Recommendation, content: Content | None) -> list[Said]:
    """What the public will read, where it is so typed, that it does not read now."""
    if content is None:
        return []
    public = {"on": found.done_on, "note": found.done_note}
    return said_in(DoneForm(as_sent(content)), DoneForm(initial=public))
