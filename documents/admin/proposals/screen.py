"""One paper's proposals, by kind and in reading order, beside its pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_GET, require_POST

from committees.models import User
from committees.sent_numbers import number_sent
from documents import files, pdf
from documents.actions.proposals import CERTAIN, accept_certain
from documents.actions.rereading import read_again
from documents.admin.proposals.choices import Choices, Choosing
from documents.admin.proposals.words import Fact, certainty, changed_facts, facts_of
from documents.docx import DocxError
from documents.models import DocumentVersion, Listing, Page, Proposal, Response, Review, StoredFile, WaitingRecord
from documents.pdf import PdfError

TASKS = (Proposal.Kind.TABLE, Proposal.Kind.NOTE)
HEADINGS: dict[str, str] = {
    Proposal.Kind.MINUTES: "Minutes",
    Proposal.Kind.CONFIRMATION: "Confirmation of earlier minutes",
    Proposal.Kind.RECOMMENDATION: "Recommendations to the executive",
    Proposal.Kind.RESPONSE: "Responses to recommendations",
    Proposal.Kind.PROGRESS: "Progress on recommendations",
    Proposal.Kind.ACTION: "Planned actions",
    Proposal.Kind.REVIEW: "Review",
    Proposal.Kind.PROGRAMME: "Work programme",
    Proposal.Kind.TABLE: "Tables that could not be rebuilt",
    Proposal.Kind.NOTE: "Not understood",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One proposal as the screen shows it. `matched` is what it was matched to, in words; `response` what it made."""

    proposal: Proposal
    facts: list[Fact]
    choosing: Choosing
    chosen: str
    newer: list[tuple[str, Fact | None, Fact | None]]
    response: Response | None = None
    following: int | None = None  # the next proposal to decide
    held: bool = False  # whether a correction of what was accepted waits

    @property
    def is_task(self) -> bool:
        return self.proposal.kind in TASKS

    @property
    def is_open(self) -> bool:
        """Whether the clerk has something to decide here."""
        return self.proposal.state == Proposal.State.WAITING or self.proposal.newer is not None

    @property
    def certainty(self) -> str:
        return certainty(self.proposal.confidence)

    @property
    def name(self) -> str:
        """What the card is about, in a line: for its heading, and for its buttons read out of their place."""
        content = self.proposal.content
        if self.proposal.kind in (Proposal.Kind.RECOMMENDATION, Proposal.Kind.RESPONSE, Proposal.Kind.PROGRESS):
            return f"Recommendation {content.get('label') or content.get('number') or ''}".strip()
        if self.proposal.kind == Proposal.Kind.ACTION:
            return f"Action {self.proposal.key.rpartition(':')[2]} of the plan"  # numbers restart in its parts
        if self.proposal.kind in TASKS:
            return f"Page {self.proposal.page}" if self.proposal.page else "The whole paper"
        return HEADINGS[self.proposal.kind]


@dataclass(frozen=True, slots=True)
class Said:
    """What the clerk is told, at the proposal `here` where it is of one."""

    text: str
    level_tag: str
    here: int | None


@dataclass(frozen=True, slots=True)
class Section:
    kind: str
    heading: str
    cards: list[Card]

    @property
    def open_count(self) -> int:
        return sum(card.is_open for card in self.cards)


def version_of(pk: int) -> DocumentVersion:
    return get_object_or_404(DocumentVersion.objects.select_related("document", "original", "served"), pk=pk)


@never_cache
@permission_required("documents.change_proposal", raise_exception=True)
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    version = version_of(pk)
    rows = list(Proposal.objects.filter(version=version).select_related("decided_by").order_by("order", "pk"))
    choices = Choices(version, rows)
    sections = _sections(rows, choices)
    newest = version.document.versions.order_by("-number").first()
    context = {
        **site.each_context(request),
        "title": f"Read in “{version.document}”",
        "version": version,
        "newer_version": newest if newest and newest.pk != version.pk else None,
        "sections": sections,
        "choices": choices,
        "review": _review(request, rows, choices),
        "certain": sum(row.state == Proposal.State.WAITING and row.confidence >= CERTAIN for row in rows),
        "open": sum(section.open_count for section in sections),
        "said": _said(request),
        "verdicts": Response.Verdict.choices,
        "taken_at": Listing.objects.filter(document=version.document).select_related("meeting__committee", "item"),
        **pages_context(version, rows),
    }
    return render(request, "admin/proposals/paper.html", context)


def _said(request: HttpRequest) -> list[Said]:
    said = []
    for message in messages.get_messages(request):
        place = (message.extra_tags or "").partition("proposal-")[2]
        said.append(Said(str(message), message.level_tag, number_sent(place)))
    return said


def _sections(rows: Sequence[Proposal], choices: Choices) -> list[Section]:
    """In the order of HEADINGS; each card knows the next one to decide."""
    responses = _responses(rows)
    ordered = [row for kind in HEADINGS for row in rows if row.kind == kind]
    cards: list[Card] = []
    held = set(WaitingRecord.objects.filter(proposal__in=rows).values_list("proposal", flat=True))
    following = None
    for row in reversed(ordered):
        card = replace(_card(row, choices, responses), following=following, held=row.pk in held)
        cards.insert(0, card)
        following = row.pk if card.is_open else following
    sections = [
        Section(kind, HEADINGS[kind], [card for card in cards if card.proposal.kind == kind]) for kind in HEADINGS
    ]
    return [section for section in sections if section.cards]


def _card(row: Proposal, choices: Choices, responses: dict[str, Response]) -> Card:
    facts = facts_of(row, row.content)
    newer = changed_facts(facts, facts_of(row, row.newer)) if row.newer is not None else []
    made = next((responses[name] for name in row.made if name in responses), None)
    return Card(row, facts, choices.of(row), str(row.target or ""), newer, made)


def _responses(rows: Sequence[Proposal]) -> dict[str, Response]:
    """What accepted proposals made, by the name that they keep of it."""
    names = [name for row in rows for name in row.made if name.startswith("documents.response:")]
    found = Response.objects.filter(pk__in=[name.split(":")[1] for name in names])
    return {f"documents.response:{response.pk}": response for response in found}


def _review(request: HttpRequest, rows: Sequence[Proposal], choices: Choices) -> Review | None:
    """The review chosen for this paper, or else the one that its proposals are matched to, where that is one."""
    known = {review.pk: review for review in choices.reviews}
    chosen = number_sent(request.GET.get("review", ""))
    if chosen is not None:
        return known.get(chosen)
    of_review = {row.target for row in rows if row.kind in (Proposal.Kind.RECOMMENDATION, Proposal.Kind.REVIEW)}
    answered = {row.pk: row.review_id for row in choices.recommendations}
    of_review |= {answered.get(row.target) for row in rows if row.target in answered}
    matched = [known[pk] for pk in of_review if pk in known]
    return matched[0] if len(matched) == 1 else None


def pages_context(version: DocumentVersion, rows: Sequence[Proposal], *, shown: int = 4) -> dict[str, object]:
    """The pages for the pane, and those to show without script: the first few that something was read on."""
    pages = Page.objects.filter(version=version).count()
    numbers = list(dict.fromkeys(row.page for row in rows if row.page and row.page <= pages))
    has_images = version.original.kind == StoredFile.Kind.PDF
    return {"last_page": pages, "shown_pages": numbers[:shown] or [1], "has_images": has_images and pages > 0}


@require_GET
@permission_required("documents.view_proposal", raise_exception=True)
@cache_control(private=True, no_store=True)
def page_image(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A picture of one page of a version, from its original, for staff alone."""
    version = version_of(pk)
    if version.original.kind != StoredFile.Kind.PDF or not 1 <= number <= version.page_count:
        raise Http404
    try:
        with files.local_path(version.original) as path:
            image = pdf.page_image(path, version.first_page + number - 1)
    except PdfError as error:
        raise Http404(str(error)) from error
    return HttpResponse(image, content_type="image/webp")


@require_POST
@permission_required("documents.change_proposal", raise_exception=True)
def accept_all(request: HttpRequest, pk: int) -> HttpResponse:
    version = version_of(pk)
    review = review_chosen(request)
    accepted = accept_certain(version=version, by=cast(User, request.user), review=review)
    left = Proposal.objects.filter(version=version, state=Proposal.State.WAITING, confidence__gte=CERTAIN).count()
    messages.success(request, f"{accepted} accepted. Each can be undone below.")
    if left:
        messages.warning(request, f"{left} could not be accepted as they stand: accept them one by one to see why.")
    return back_to(version, review)


@require_POST
@permission_required("documents.change_proposal", raise_exception=True)
def read_paper_again(request: HttpRequest, pk: int) -> HttpResponse:
    version = version_of(pk)
    try:
        read_again(version=version, by=cast(User, request.user))
    except (PdfError, DocxError) as error:
        messages.error(request, f"The paper could not be read again: {error} Nothing was changed.")
    else:
        messages.success(request, "The paper was read again. Nothing that you decided has changed.")
    return redirect("admin:paper_proposals", version.pk)


def review_chosen(request: HttpRequest) -> Review | None:
    return Review.objects.filter(pk=number_sent(request.POST.get("review", "")) or 0).first()


def back_to(version: DocumentVersion, review: Review | None, *, done: int | None = None) -> HttpResponse:
    """The paper's screen again, at what was decided last."""
    address = redirect("admin:paper_proposals", version.pk).url
    query = f"?review={review.pk}" if review else ""
    return redirect(f"{address}{query}{f'#proposal-{done}' if done else ''}")
