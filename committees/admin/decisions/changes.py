"""Pages for changes of one decision: its notice, its call-in, withdrawing."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import date_format

from committees import actions
from committees.admin.asking import Question, ReasonForm, ask, sent
from committees.admin.decisions.forms import CallInForm, NotifyForm
from committees.models import Decision, User

Act = Callable[[dict[str, Any]], str]
Words = tuple[str, str, str]

may_change = permission_required("committees.change_decision", raise_exception=True)


def _decision(pk: int) -> Decision:
    return get_object_or_404(Decision.objects.select_related("committee", "meeting"), pk=pk)


def _ask(
    request: HttpRequest,
    found: Decision,
    words: tuple[str, str, str],
    form: forms.Form,
    act: Act,
    *,
    hides: bool = False,
) -> HttpResponse:
    """`words` are the change as a title, what it does, and the button."""
    title, explanation, button = words
    back = reverse("admin:committees_decision_change", args=[found.pk])
    question = Question(title=f"{title}: {found}", explanation=explanation, button=button, back=back, hides=hides)
    return ask(request, question, form, act)


def _by(request: HttpRequest) -> User:
    return cast(User, request.user)


@may_change
def notify(request: HttpRequest, pk: int) -> HttpResponse:
    found = _decision(pk)

    def act(values: dict[str, Any]) -> str:
        actions.notify_decision(decision=found, on=values["on"], by=_by(request))
        deadline = actions.call_in_deadline(values["on"])
        return f"It can be called in until the end of {date_format(deadline.day, 'l j F Y')}. {deadline.working}."

    explanation = "The decision is subject to call-in: its working days count from the notice, by the council’s rule."
    return _ask(
        request, found, ("Record the notice", explanation, "Record the notice"), NotifyForm(**sent(request)), act
    )


@may_change
def call_in(request: HttpRequest, pk: int) -> HttpResponse:
    found = _decision(pk)

    def act(values: dict[str, Any]) -> str:
        actions.call_in_decision(decision=found, on=values["on"], by=_by(request))
        return "The call-in is recorded."

    explanation = "The public sees that the decision was called in, and is not carried out until that is settled."
    return _ask(
        request, found, ("Record a call-in", explanation, "Record the call-in"), CallInForm(**sent(request)), act
    )


@may_change
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    found = _decision(pk)

    def act(values: dict[str, Any]) -> str:
        actions.withdraw_decision(decision=found, by=_by(request), reason=values["reason"])
        return "The decision is withdrawn."

    explanation = "The decision goes from the register at once. Its address will show the date and your reason."
    words = ("Withdraw", explanation, "Withdraw the decision")
    return _ask(request, found, words, ReasonForm(**sent(request)), act, hides=True)
