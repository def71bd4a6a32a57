"""The screen on which what a clerk typed in place of what was read becomes public, with what was found in it."""

from typing import Any, cast

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from committees.admin.asking import Question, sent
from committees.models import User
from documents.actions import proposals
from documents.actions.held import Content, put_in_force, waiting_of
from documents.actions.proposals.typed import record_of_proposal, typed_in
from documents.admin.findings.record import Said, let_out_page
from documents.admin.proposals.words import Fact, changed_facts, facts_of
from documents.models import Proposal

EXPLANATION = "What was read in the paper passed with the paper. These words were typed in place of it."


def said_of(proposal: Proposal, content: Content | None) -> list[Said]:
    """What a correction so typed changes of the record, or of what was read where nothing is accepted yet."""
    if content is None:
        return []
    public = proposal.content if proposal.state == Proposal.State.ACCEPTED else proposal.payload
    changed = changed_facts(facts_of(proposal, public), facts_of(proposal, content))
    return [Said(name, _words(new), _words(old)) for name, old, new in changed]


def _words(fact: Fact | None) -> str:
    return "\n\n".join(fact.texts) if fact else ""


@never_cache
@permission_required("documents.change_proposal", raise_exception=True)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """A correction that waits, or one of what is not accepted yet; of anything else the paper's proposals are shown."""
    rows = Proposal.objects.select_related("version__document")
    proposal, by = get_object_or_404(rows, pk=pk), cast(User, request.user)
    waiting = waiting_of(proposal).first()
    content = waiting.content if waiting else proposal.content
    back = f"{reverse('admin:paper_proposals', args=[proposal.version_id])}#proposal-{pk}"
    undecided = proposal.state == Proposal.State.WAITING and typed_in(proposal, content)
    if not waiting and not undecided:
        return redirect(back)

    def write() -> None:
        proposals.correct(proposal=rows.get(pk=pk), content=content, by=by, writers=waiting.makers)

    def act(_values: dict[str, Any]) -> str:
        if waiting:
            put_in_force(waiting=waiting, write=write)
            return "The correction is published."
        proposals.accept(proposal=proposal, by=by)
        return "Accepted."

    record = record_of_proposal(proposal, content, makers=waiting.makers if waiting else ())
    question = Question(f"Publish: {record.name}", EXPLANATION, "Publish the correction" if waiting else "Accept", back)
    set_aside = said_of(proposal, waiting.set_aside if waiting else None)
    form = forms.Form(**sent(request))
    said = said_of(proposal, content)
    return let_out_page(request, record, question, form, act, said=said, waiting=waiting, set_aside=set_aside)
