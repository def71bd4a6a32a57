"""The screens on which a decision, or a correction of one, becomes public."""

from functools import partial
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from committees.actions import publish_decision, record_decision, reinstate_decision
from committees.admin.asking import MomentForm, Question, WhyForm, sent
from committees.admin.basis import guarded
from committees.admin.decisions.forms import DecisionForm
from committees.admin.decisions.screens import recording
from committees.models import Decision, User
from documents.actions.decisions import is_let_out, makers_of_decision, record_of_decision
from documents.actions.held import Content, correct_or_hold, put_in_force, waiting_of
from documents.admin.findings.record import HELD, Said, as_sent, content_of, let_out_page, said_in, show_waiting
from documents.models import WaitingRecord

may_change = permission_required("committees.change_decision", raise_exception=True)


def _decision(pk: int) -> Decision:
    return get_object_or_404(Decision.objects.select_related("committee", "meeting"), pk=pk)


def _by(request: HttpRequest) -> User:
    return cast(User, request.user)


@never_cache
@may_change
@guarded(Decision)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Its record; of a public decision what is saved may have to wait."""
    found = _decision(pk)
    waiting = waiting_of(found).first()
    opened = {"data": as_sent(waiting.content)} if waiting else {}
    form = DecisionForm(**(sent(request) or opened), decision=found)
    show_waiting(request, waiting, partial(_said, found))

    def write(form: DecisionForm) -> tuple[str, str]:
        draft, by, corrected = form.draft(), _by(request), "The decision is corrected."
        if not is_let_out(found):
            record_decision(draft=draft, by=by, decision=found)
            return reverse("admin:committees_decision_change", args=[pk]), corrected

        def put() -> None:
            record_decision(draft=draft, by=by, decision=_decision(pk))

        if correct_or_hold(of=found, write=put, content=content_of(request, form), by=by):
            return reverse("admin:committees_decision_change", args=[pk]), corrected
        messages.warning(request, HELD)
        return reverse("admin:decision_publish", args=[pk]), ""

    return recording(request, form, found, write)


@never_cache
@may_change
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft, or the correction that waits; of anything else its record is shown."""
    found = _decision(pk)
    if waiting := waiting_of(found).first():
        return _correction(request, found, waiting)
    if found.withdrawn_at:
        return redirect("admin:decision_reinstate", pk)
    if is_let_out(found):
        return redirect("admin:committees_decision_change", pk)

    def act(values: dict[str, Any]) -> str:
        publish_decision(decision=found, by=_by(request), at=values["at"])
        return "The decision is published."

    record = record_of_decision(found, makers=makers_of_decision(found))
    explanation = "The decision is in the public register, at an address that lasts."
    question = _question(found, "Publish", explanation, "Publish the decision")
    said = said_in(DecisionForm(decision=found))
    return let_out_page(request, record, question, MomentForm(**sent(request)), act, said=said)


@never_cache
@may_change
def reinstate(request: HttpRequest, pk: int) -> HttpResponse:
    """It passes the gate again."""
    found = _decision(pk)
    if found.withdrawn_at is None:
        return redirect("admin:committees_decision_change", pk)

    def act(values: dict[str, Any]) -> str:
        reinstate_decision(decision=found, by=_by(request), why=values["why"])
        return "The decision is reinstated."

    record = record_of_decision(found, makers=makers_of_decision(found))
    explanation = "The withdrawn decision is in the register again."
    question = _question(found, "Reinstate", explanation, "Reinstate the decision")
    said = said_in(DecisionForm(decision=found))
    return let_out_page(request, record, question, WhyForm(**sent(request)), act, said=said)


def _correction(request: HttpRequest, found: Decision, waiting: WaitingRecord) -> HttpResponse:
    form = DecisionForm(as_sent(waiting.content), decision=found)
    if not form.is_valid():  # a committee or ward that it names is here no more
        messages.warning(request, "The correction can no longer be made as it was typed: look at what is marked.")
        return redirect("admin:decision_correct", found.pk)
    draft = form.draft()

    def put() -> None:
        record_decision(draft=draft, by=_by(request), decision=_decision(found.pk), writers=waiting.makers)

    def act(_values: dict[str, Any]) -> str:
        put_in_force(waiting=waiting, write=put)
        return "The decision is corrected."

    record = record_of_decision(found, makers=waiting.makers, words=draft)
    explanation = "The public reads the old words of this decision until the correction is published."
    question = _question(found, "Publish the correction of", explanation, "Publish the correction")
    said, set_aside = _said(found, waiting.content), _said(found, waiting.set_aside)
    asked = forms.Form(**sent(request))
    return let_out_page(request, record, question, asked, act, said=said, waiting=waiting, set_aside=set_aside)


def _said(found: Decision, content: Content | None) -> list[Said]:
    """What a correction so typed changes of what the public reads."""
    if content is None:
        return []
    return said_in(DecisionForm(as_sent(content), decision=found), DecisionForm(decision=found))


def _question(found: Decision, title: str, explanation: str, button: str) -> Question:
    back = reverse("admin:committees_decision_change", args=[found.pk])
    return Question(title=f"{title} “{found}”", explanation=explanation, button=button, back=back)
