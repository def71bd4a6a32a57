from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committees.addresses import address_of
from committees.models import Decision, Meeting, Minute, Person
from documents.models import Listing, Recommendation
from portal.addresses import redirect_to
from portal.decisions.rows import DecisionRow, decision_row, decision_rows, rows_of_decisions, with_places
from portal.files.spreadsheets import csv_answer, csv_refused
from portal.filters import DecisionFilter
from portal.meetings.item_places import ItemPlace, item_places
from portal.meetings.minutes import anchors_of
from portal.papers.links import PaperLink
from portal.queries.counted import paginated
from portal.queries.found_first import found_first
from portal.queries.kept import KeptQuery
from portal.recommendations.said import Paper, paper_at

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
    page = paginated(request, found.qs, DECISIONS_PER_PAGE).get_page(request.GET.get("page"))
    shown = found.qs[page.start_index() - 1 : page.end_index()] if page.paginator.count else found.qs.none()
    context = {"filter": found, "page": page, "rows": decision_rows(shown)}
    return render(request, "decisions/index.html", context)


def as_csv(request: HttpRequest) -> HttpResponse:
    """Everything the register shows for the same choices, on all its pages."""
    chosen = _chosen(request)
    if chosen.faults:
        return csv_refused(fault.words for fault in chosen.faults)
    return csv_answer("decisions", COLUMNS, _cells(chosen.qs))


def _chosen(request: HttpRequest) -> Any:
    decisions = Decision.objects.public().order_by("-date", "-pk")
    return DecisionFilter(request.GET, queryset=decisions, request=request)


def _cells(decisions: "QuerySet[Decision]") -> Iterator[list[object]]:
    for row in rows_of_decisions(with_places(decisions)):
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
    found = _DECISION.first(pk=pk)
    if found is None:
        return notice(request, pk)
    if elsewhere := redirect_to(found.get_absolute_url(), request):
        return elsewhere
    return render(request, "decisions/decision.html", {"page": read_page(found)})


_DECISION = KeptQuery(lambda pk: with_places(Decision.objects.public().filter(pk=pk)))
_PERSON = KeptQuery(lambda pk: Person.objects.public().filter(pk=pk))


def read_page(decision: Decision) -> DecisionPage:
    """Of a decision read through `with_places`; in five queries at most."""
    minutes = _MINUTES(minute=decision.minute_id) if decision.minute_id else []
    minute = next((row for row in minutes if row.pk == decision.minute_id), None)
    anchor = anchors_of(minutes).get(decision.minute_id or 0, "")
    return DecisionPage(
        row=decision_row(decision, timezone.localdate()),
        item=item_places([decision.item_id]).get(decision.item_id or 0),
        minute=minute,
        minute_address=_address_of(decision.meeting, anchor) if minute and decision.meeting else "",
        person=_PERSON.first(pk=decision.person_id) if decision.person_id else None,
        papers=_papers(decision),
        recommendations=_answered(decision),
    )


def _beside(minute: int) -> "QuerySet[Minute]":
    """The public minutes of the meeting that has this one: the anchor of each hangs on those before it."""
    own = Minute.objects.filter(pk=minute).values("minutes")
    return Minute.objects.public().filter(minutes=Subquery(own)).order_by("order").defer("text")


def _address_of(meeting: Meeting, anchor: str) -> str:
    return f"{address_of('minutes', meeting.pk, meeting.slug)}#{anchor}"


def _asked(decision: int) -> "QuerySet[Recommendation]":
    of_decision = found_first(Recommendation.objects.filter(decision=decision).order_by())
    return Recommendation.objects.public().to_meeting().filter(of_decision).select_related("document")


def _listed(item: int) -> "QuerySet[Listing]":
    papers = Listing.objects.of_public_papers().filter(item=item).order_by("order", "pk")
    return papers.select_related("document__current_version__served")


_MINUTES, _ASKED, _LISTED = KeptQuery(_beside), KeptQuery(_asked), KeptQuery(_listed)


def _answered(decision: Decision) -> list[Answered]:
    asked = _ASKED(decision=decision.pk)
    return [Answered(row, paper_at(row.document, page=row.page, anchor=row.anchor)) for row in asked]


def _papers(decision: Decision) -> list[PaperLink]:
    """The public papers on the decision's item, in their order on the agenda."""
    if decision.item_id is None:
        return []
    papers = {listing.document_id: listing.document for listing in _LISTED(item=decision.item_id)}
    return [PaperLink.of(paper) for paper in papers.values()]


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
