from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format

from documents.models import Document, PlannedAction, Rag
from portal.addresses import redirect_to
from portal.recommendations.said import paper_at, tone_of
from portal.views import papers


@dataclass(frozen=True, slots=True)
class ActionRow:
    """`due` is the month where it is certain, else as printed; `rag` is a word, or "" where none was given."""

    action: PlannedAction
    due: str
    rag: str
    tone: str
    address: str


@dataclass(frozen=True, slots=True)
class Objective:
    title: str
    champion: str
    rows: list[ActionRow]


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    objectives: list[Objective]


@dataclass(frozen=True, slots=True)
class RagCount:
    """How many actions have this RAG; `title` is "Not given" for those without one."""

    rag: str
    tone: str
    count: int


def action_plan(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The rows of the action plan in a paper. A paper that may not be read answers as its own page does."""
    document = Document.objects.public().filter(pk=pk).first()
    if document is None:
        return papers.notice(request, pk)
    actions = list(PlannedAction.objects.public().filter(document=document).order_by("order"))
    if not actions:
        raise Http404
    if elsewhere := redirect_to(reverse("action_plan", args=[document.pk, document.slug]), request):
        return elsewhere
    places = papers.places_taken(document)
    context = {
        "document": document,
        "parts": parts_of(actions, document),
        "total": len(actions),
        "counts": counts_of(actions),
        "meeting": places[0].meeting if places else None,
    }
    return render(request, "action_plans/action_plan.html", context)


def parts_of(actions: Sequence[PlannedAction], document: Document) -> list[Part]:
    """In the order of the plan; objectives are told apart within their part, where their numbers may start again."""
    return [
        Part(
            part,
            [
                Objective(objective, champion, [_row(row, document) for row in of_objective])
                for (objective, champion), of_objective in groupby(of_part, lambda row: (row.objective, row.champion))
            ],
        )
        for part, of_part in groupby(actions, lambda row: row.part)
    ]


def _row(action: PlannedAction, document: Document) -> ActionRow:
    return ActionRow(
        action=action,
        due=date_format(action.due_month, "F Y") if action.due_month else action.due,
        rag=action.get_rag_display() if action.rag else "",
        tone=tone_of(action.rag),
        address=paper_at(document, page=action.page).address,
    )


def counts_of(actions: Sequence[PlannedAction]) -> list[RagCount]:
    """Of each RAG that occurs, red first."""
    counts = [(rag, sum(action.rag == rag for action in actions)) for rag in Rag.values]
    return [RagCount(str(Rag(rag).label), tone_of(rag), count) for rag, count in counts if count]
