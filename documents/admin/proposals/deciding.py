"""A clerk's decision on one proposal, and its correction."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST

from committees.actions import NotAllowed
from committees.admin.basis import changed_elsewhere, guarded
from committees.models import User
from documents.actions import proposals
from documents.actions.gate import Stopped
from documents.actions.held import correct_or_hold, waiting_of
from documents.actions.proposals.contents import FORMS
from documents.actions.proposals.typed import typed_in
from documents.actions.release import NeedsRelease
from documents.admin.findings.record import HELD, show_waiting
from documents.admin.proposals.choices import NEW
from documents.admin.proposals.content_form import ContentForm, with_row
from documents.admin.proposals.screen import TASKS, back_to, pages_context, review_chosen
from documents.admin.proposals.typed import said_of
from documents.models import Proposal

DONE = {
    "accept": "Accepted.",
    "dismiss": "Dismissed.",
    "undo": "Undone: it waits to be decided again.",
    "newer": "The new reading is taken.",
    "keep": "What stands is kept.",
}

may_decide = permission_required("documents.change_proposal", raise_exception=True)


def _proposal(pk: int) -> Proposal:
    rows = Proposal.objects.select_related("version__document", "version__original", "version__served")
    return get_object_or_404(rows, pk=pk)


@require_POST
@may_decide
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """What the pressed button asks, then back to the same place of the paper's screen."""
    proposal, review = _proposal(pk), review_chosen(request)
    by = cast(User, request.user)
    acts: dict[str, Callable[[], Any]] = {
        "accept": lambda: _accept(request, proposal, by),
        "dismiss": lambda: proposals.dismiss(proposal=proposal, by=by),
        "undo": lambda: proposals.undo(proposal=proposal, by=by),
        "newer": lambda: proposals.take_newer(proposal=proposal, by=by),
        "keep": lambda: proposals.keep_ours(proposal=proposal, by=by),
    }
    act = request.POST.get("act", "")
    if act in acts:
        try:
            acts[act]()
        except (Stopped, NeedsRelease) as error:
            Proposal.objects.filter(pk=pk).update(target=proposal.target)
            messages.error(request, str(error))
            return redirect("admin:proposal_publish", pk)
        except NotAllowed as error:
            messages.error(request, str(error), extra_tags=f"proposal-{proposal.pk}")
        else:
            said = "Ticked off." if act == "accept" and proposal.kind in TASKS else DONE[act]
            messages.success(request, said, extra_tags=f"proposal-{proposal.pk}")
    return back_to(proposal.version, review, done=proposal.pk)


def _accept(request: HttpRequest, proposal: Proposal, by: User) -> Proposal:
    """What was chosen counts, "" too: an answer that was matched wrongly is of no recommendation that is here."""
    chosen = request.POST.get("target")
    if chosen is not None:
        proposal.target = int(chosen) if chosen.isdecimal() and len(chosen) < 10 else None
    return proposals.accept(proposal=proposal, by=by, review=review_chosen(request), new_meeting=chosen == NEW)


@cache_control(private=True, no_cache=True)  # never "no-store": going back in the browser must bring the words back
@may_decide
@guarded(Proposal, ["corrected", "payload", "state"])
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """The fields of what was read, beside the page."""
    proposal = _proposal(pk)
    kind = FORMS[proposal.kind]
    waiting = waiting_of(proposal).first()
    show_waiting(request, waiting, partial(said_of, proposal))
    if request.method != "POST":
        initial = waiting.content if waiting else proposal.content
        return _correct_page(request, proposal, ContentForm(kind, initial=initial))
    if adding := request.POST.get("add"):
        return _correct_page(request, proposal, ContentForm(kind, data=with_row(request.POST, adding)))
    form = ContentForm(kind, data=request.POST)
    if not form.is_valid() or changed_elsewhere(request):
        return _correct_page(request, proposal, form, list(form.problems))
    try:
        in_force = _keep(proposal, form.content(), cast(User, request.user))
    except NotAllowed as error:
        return _correct_page(request, proposal, form, [("correction", str(error))])
    if not in_force:
        messages.warning(request, HELD)
        return redirect("admin:proposal_publish", pk)
    messages.success(request, "Your correction is kept.", extra_tags=f"proposal-{proposal.pk}")
    return back_to(proposal.version, review_chosen(request), done=proposal.pk)


def _keep(proposal: Proposal, content: dict[str, Any], by: User) -> bool:
    """Whether the correction is in force: of what is accepted already it may have to wait."""

    def write() -> None:
        proposals.correct(proposal=_proposal(proposal.pk), content=content, by=by)

    if proposal.state == Proposal.State.ACCEPTED and typed_in(proposal, content):
        return correct_or_hold(of=proposal, write=write, content=content, by=by)
    write()
    return True


def _correct_page(
    request: HttpRequest, proposal: Proposal, form: ContentForm, problems: list[tuple[str, str]] | None = None
) -> HttpResponse:
    context = {
        **site.each_context(request),
        "title": f"Correct: {proposal.get_kind_display()}",
        "proposal": proposal,
        "version": proposal.version,
        "form": form,
        "problems": problems or [],
        "review": request.POST.get("review", request.GET.get("review", "")),
        **pages_context(proposal.version, [proposal]),
    }
    return render(request, "admin/proposals/correct.html", context)
