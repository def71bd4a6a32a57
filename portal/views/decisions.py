from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from committees.models import Decision, Meeting, Minute, Person
from documents.models import Document, Listing, Recommendation
from portal.addresses import redirect_to
from portal.decision_rows import DecisionRow, decision_row, decision_rows
from portal.filters import DecisionFilter
from portal.item_places import ItemPlace, item_places
from portal.minutes import anchors_of
from portal.paper_links import PaperLink
from portal.said import Paper, paper_at
from portal.spreadsheets import csv_answer

DECISIONS_PER_PAGE = 20
COLUMNS = [
    "Date",
    "Title",
    "Decision",
    "Kind",
    "Key decision",
    "Committee",
    "Decided by",
    "Meeting",
    "Wards",
    "Reasons",
    "Alternatives considered and rejected",
    "Conflicts of interest declared",
    "Dispensation",
    "Call-in",
    "Address",
]


def index(request: HttpRequest) -> HttpResponse:
    """The register, newest first."""
    found = _chosen(request)
    page = Paginator(found.qs, DECISIONS_PER_PAGE).get_page(request.GET.get("page"))
    shown = found.qs[page.start_index() - 1 : page.end_index()] if page.paginator.count else found.qs.none()
    context = {"filter": found, "page": page, "rows": decision_rows(shown)}
    return render(request, "decisions/index.html", context)


def as_csv(request: HttpRequest) -> HttpResponse:
    """Everything the register shows for the same choices, on all its pages."""
    return csv_answer("decisions", COLUMNS, _cells(_chosen(request).qs))


def _chosen(request: HttpRequest) -> Any:
    decisions = Decision.objects.public().order_by("-date", "-pk")
    return DecisionFilter(request.GET or None, queryset=decisions, request=request)


def _cells(decisions: "QuerySet[Decision]") -> Iterator[list[object]]:
    for row in decision_rows(decisions):
        decision = row.decision
        yield [
            decision.date,
            decision.title,
            "\n".join(decision.parts),
            decision.get_kind_display(),
            "Yes" if decision.key else "No",
            row.committee.name if row.committee else "",
            decision.decided_by,
            row.meeting.date if row.meeting else None,
            "; ".join(ward.name for ward in row.wards),
            decision.reasons,
            decision.alternatives,
            decision.conflicts,
            decision.dispensation,
            row.call_in.words if row.call_in else "",
            f"{settings.SITE_ADDRESS}{decision.get_absolute_url()}",
        ]


@dataclass(frozen=True, slots=True)
class Answered:
    """What a report asked the meeting to decide, and where it says so."""

    recommendation: Recommendation
    source: Paper


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """`item`, `minute` and `person` only where they are public; `papers` are those taken with the item."""

    row: DecisionRow
    item: ItemPlace | None
    minute: Minute | None
    minute_address: str
    person: Person | None
    papers: list[PaperLink]
    recommendations: list["Answered"]

    @property
    def has_record(self) -> bool:
        """Whether reasons, alternatives and conflicts have to be on record (SI 2012/2089, SI 2014/2095)."""
        return self.row.decision.kind != Decision.Kind.MEETING


def decision(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    found = Decision.objects.public().select_related("committee", "meeting__committee").filter(pk=pk).first()
    if found is None:
        return notice(request, pk)
    if elsewhere := redirect_to(found.get_absolute_url(), request):
        return elsewhere
    return render(request, "decisions/decision.html", {"page": read_page(found)})


def read_page(decision: Decision) -> DecisionPage:
    minute = Minute.objects.public().filter(pk=decision.minute_id or 0).first()
    return DecisionPage(
        row=decision_row(decision, timezone.localdate()),
        item=item_places([decision.item_id]).get(decision.item_id or 0),
        minute=minute,
        minute_address=_address_of(minute, decision.meeting) if minute and decision.meeting else "",
        person=Person.objects.public().filter(pk=decision.person_id or 0).first(),
        papers=_papers(decision),
        recommendations=_answered(decision),
    )


def _address_of(minute: Minute, meeting: Meeting) -> str:
    anchors = anchors_of(Minute.objects.public().filter(minutes=minute.minutes_id).order_by("order"))
    return f"{reverse('minutes', args=[meeting.pk, meeting.slug])}#{anchors[minute.pk]}"


def _answered(decision: Decision) -> list[Answered]:
    asked = Recommendation.objects.public().to_meeting().filter(decision=decision).select_related("document")
    return [Answered(row, paper_at(row.document, page=row.page, anchor=row.anchor)) for row in asked]


def _papers(decision: Decision) -> list[PaperLink]:
    """The public papers on the decision's item, in their order on the agenda."""
    if decision.item_id is None:
        return []
    listed = Listing.objects.public().filter(item=decision.item_id).order_by("order", "pk")
    documents = Document.objects.public().filter(pk__in=listed.values("document"))
    papers = {paper.pk: PaperLink.of(paper) for paper in documents.select_related("current_version__served")}
    order = list(listed.values_list("document", flat=True))
    return sorted(papers.values(), key=lambda paper: order.index(paper.id))


def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """410 with the date and the reason for a decision that was public and is withdrawn; 404 for any other.

    Nothing else of it is said, not even its title, so the slug asked for is not looked at.
    """
    withdrawn = Decision.objects.reported().filter(pk=pk, withdrawn_at__isnull=False).first()
    if withdrawn is None:
        raise Http404
    context = {"decision": withdrawn, "withdrawn_on": timezone.localdate(withdrawn.withdrawn_at)}
    response = render(request, "decisions/withdrawn.html", context, status=410)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-cache"
    return response
