from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committees.models import Committee, Decision, Meeting
from documents.models import Document, Listing
from portal.decision_rows import decision_rows
from portal.meeting_rows import MeetingRow, meeting_rows
from portal.paper_links import PaperLink

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
            "decisions": decision_rows(Decision.objects.public().order_by("-date", "-pk")[:NEWEST_DECISIONS]),
            "kinds": committees_by_kind(),
        },
    )


def near_today() -> tuple[list[MeetingRow], list[MeetingRow]]:
    """The coming meetings, soonest first, and the past ones, newest first; in one query."""
    public, today = Meeting.objects.public(), timezone.localdate()
    near = public.from_day(today)[:NEXT_MEETINGS].values("pk"), public.before_day(today)[:LAST_MEETINGS].values("pk")
    rows = meeting_rows(public.filter(Q(pk__in=near[0]) | Q(pk__in=near[1])).order_by("date", "time", "pk"))
    return [row for row in rows if not row.is_past], [row for row in reversed(rows) if row.is_past]


def newest_papers() -> list[NewPaper]:
    """The papers published last, each with the first meeting that takes it; in two queries."""
    newest = Document.objects.public().select_related("current_version__served").order_by("-published_at", "-pk")
    papers = list(newest[:NEWEST_PAPERS])
    listings = Listing.objects.public().filter(document__in=[paper.pk for paper in papers])
    taken = listings.select_related("meeting__committee").order_by("-meeting__date", "-pk")
    meetings = {listing.document_id: listing.meeting for listing in taken}
    return [NewPaper(PaperLink.of(paper), meetings[paper.pk]) for paper in papers if paper.pk in meetings]


def committees_by_kind() -> list[tuple[str, list[Committee]]]:
    """The committees that meet now, under the name of their kind, in the order of kinds."""
    order = list(Committee.Kind.values)
    meeting_now = sorted(Committee.objects.public().meeting_now(), key=lambda committee: order.index(committee.kind))
    return [
        (Committee.Kind(kind).label, list(group)) for kind, group in groupby(meeting_now, key=lambda found: found.kind)
    ]
