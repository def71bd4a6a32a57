"""The clerk's screens of one decision: how it stands, and its record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from committees.actions import NotAllowed, call_in_deadline, record_decision
from committees.admin.asking import sent
from committees.admin.basis import changed_elsewhere
from committees.admin.decisions.forms import DecisionForm
from committees.models import Access, Decision, User
from committees.notice import Reckoning

Kind = Decision.Kind


@dataclass(frozen=True, slots=True)
class Standing:
    """How a decision stands for the public, and what to look at before it is published."""

    decision: Decision
    is_public: bool
    call_in: Reckoning | None
    checks: list[str]

    @property
    def words(self) -> str:
        if self.decision.withdrawn_at:
            return "Withdrawn"
        if self.is_public:
            return "Public"
        return "Public with its minutes" if self.decision.minute_id else "Draft"

    @property
    def state(self) -> str:
        """The name of the state's colour."""
        return "withdrawn" if self.decision.withdrawn_at else "published" if self.is_public else "ready"

    @property
    def rule_has_changed(self) -> bool:
        """Whether the deadline of its day is another than the council's rule would give now."""
        return self.call_in is not None and self.call_in.day != self.decision.call_in_ends_on


def standing(decision: Decision) -> Standing:
    is_public = Decision.objects.public().filter(pk=decision.pk).exists()
    return Standing(decision, is_public, working_of(decision.notified_on), list(_checks(decision)))


def working_of(notified_on: date | None) -> Reckoning | None:
    try:
        return call_in_deadline(notified_on) if notified_on else None
    except NotAllowed:
        return None


def _checks(decision: Decision) -> Iterator[str]:
    if decision.kind == Kind.MEETING:
        return
    if not decision.reasons:
        yield "It gives no reasons: the law asks for them in the record of executive and officer decisions."
    if not decision.alternatives:
        yield "It names no alternatives that were considered and rejected."
    if decision.kind in (Kind.INDIVIDUAL, Kind.OFFICER) and not decision.decided_by:
        yield "It does not say who decided."
    if decision.access != Access.OPEN:
        yield "It is not open, so the public will not see it even once it is published."


@never_cache
@permission_required("committees.change_decision", raise_exception=True)
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Decision.objects.select_related("committee", "meeting__committee", "item", "minute__minutes", "person")
    found = get_object_or_404(rows, pk=pk)
    about = standing(found)
    context = {**site.each_context(request), "title": str(found), "decision": found, "about": about}
    return render(request, "admin/decisions/decision.html", context)


@never_cache
@permission_required("committees.add_decision", raise_exception=True)
def record(request: HttpRequest) -> HttpResponse:
    def write(form: DecisionForm) -> tuple[str, str]:
        written = record_decision(draft=form.draft(), by=cast(User, request.user))
        return reverse("admin:committees_decision_change", args=[written.pk]), "The decision is recorded."

    return recording(request, DecisionForm(**sent(request)), None, write)


def recording(
    request: HttpRequest, form: DecisionForm, found: Decision | None, write: Callable[[DecisionForm], tuple[str, str]]
) -> HttpResponse:
    """The form; “Work out the deadline” shows it again with the working, and keeps nothing.

    `write` keeps a valid form, and answers the address to go on to and what is told there, if anything.
    """
    only_asked = request.POST.get("act") == "deadline"
    if request.method != "POST" or not form.is_valid() or only_asked or changed_elsewhere(request):
        return _form_page(request, form, found)
    try:
        address, told = write(form)
    except NotAllowed as error:
        form.add_error(None, str(error))
        return _form_page(request, form, found)
    if told:
        messages.success(request, told)
    return redirect(address)


def _form_page(request: HttpRequest, form: DecisionForm, found: Decision | None) -> HttpResponse:
    context = {
        **site.each_context(request),
        "title": f"Correct “{found}”" if found else "Record a decision",
        "decision": found,
        "form": form,
        "deadline": working_of(_notified_on(form)),
    }
    return render(request, "admin/decisions/record.html", context)


def _notified_on(form: DecisionForm) -> date | None:
    """As typed, whatever else of the form is amiss."""
    if not form.is_bound:
        first: date | None = form.initial.get("notified_on")
        return first
    form.is_valid()
    day: date | None = form.cleaned_data.get("notified_on")
    return day
