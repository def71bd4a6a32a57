from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committees.models import Committee, Decision, Meeting
from documents.models import Document, Listing
from portal.decisions.rows import rows_of_decisions, with_places
from portal.meetings.rows import MeetingRow, rows_of, with_standing
from portal.papers.links import PaperLink
from portal.queries.found_first import found_first
from portal.queries.kept import KeptQuery

NEXT_MEETINGS = 5
LAST_MEETINGS = 5
NEWEST_PAPERS = 5
NEWEST_DECISIONS = 5


@dataclass(frozen=True, slots=True)
class NewPaper:
    paper: PaperLink
    meeting: Meeting


def home(request: HttpRequest) -> HttpResponse:
    coming, past = near_today()
    return render(
        request,
        "home/home.html",
        {
            "rows": coming,
            "met": past,
            "newest": newest_papers(),
            "decisions": rows_of_decisions(_DECISIONS()),
            "kinds": committees_by_kind(),
        },
    )


def near_today() -> tuple[list[MeetingRow], list[MeetingRow]]:
    """The coming meetings, soonest first, and the past ones, newest first; in one query."""
    rows = rows_of(_NEAR_TODAY(today=timezone.localdate()))
    return [row for row in rows if not row.is_past], [row for row in reversed(rows) if row.is_past]


def _near_today(today: date) -> "QuerySet[Meeting]":
    public = Meeting.objects.public()
    near = found_first(public.from_day(today)[:NEXT_MEETINGS], public.before_day(today)[:LAST_MEETINGS])
    return with_standing(public.filter(near).order_by("date", "time", "pk"))


def _newest() -> "QuerySet[Document]":
    newest = Document.objects.public().select_related("current_version__served").order_by("-published_at", "-pk")
    return newest[:NEWEST_PAPERS]


def _taken(papers: list[int]) -> "QuerySet[Listing]":
    listings = Listing.objects.public().filter(document__in=papers)
    return listings.select_related("meeting__committee").order_by("-meeting__date", "-pk")


_NEAR_TODAY, _NEWEST, _TAKEN = KeptQuery(_near_today), KeptQuery(_newest), KeptQuery(_taken)
_DECISIONS = KeptQuery(lambda: with_places(Decision.objects.public().order_by("-date", "-pk")[:NEWEST_DECISIONS]))
_COMMITTEES = KeptQuery(lambda: Committee.objects.public().meeting_now())


def newest_papers() -> list[NewPaper]:
    """The papers published last, each with the first meeting that takes it; in two queries."""
    papers = _NEWEST()
    meetings = {row.document_id: row.meeting for row in _TAKEN(papers=[paper.pk for paper in papers])}
    return [NewPaper(PaperLink.of(paper), meetings[paper.pk]) for paper in papers if paper.pk in meetings]


def committees_by_kind() -> list[tuple[str, list[Committee]]]:
    """The committees that meet now, under the name of their kind, in the order of kinds."""
    order = list(Committee.Kind.values)
    meeting_now = sorted(_COMMITTEES(), key=lambda committee: order.index(committee.kind))
    return [
        (Committee.Kind(kind).label, list(group)) for kind, group in groupby(meeting_now, key=lambda found: found.kind)
    ]
