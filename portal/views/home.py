from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committees.models import Committee, Decision, Meeting
from documents.models import Document, Listing
from portal.decision_rows import decision_rows
from portal.meeting_rows import meeting_rows
from portal.paper_links import PaperLink

NEXT_MEETINGS = 6
NEWEST_PAPERS = 6
NEWEST_DECISIONS = 4


@dataclass(frozen=True, slots=True)
class NewPaper:
    paper: PaperLink
    meeting: Meeting


def home(request: HttpRequest) -> HttpResponse:
    coming = Meeting.objects.public().from_day(timezone.localdate())[:NEXT_MEETINGS]
    return render(
        request,
        "home/home.html",
        {
            "rows": meeting_rows(coming),
            "newest": newest_papers(),
            "decisions": decision_rows(Decision.objects.public().order_by("-date", "-pk")[:NEWEST_DECISIONS]),
            "kinds": committees_by_kind(),
        },
    )


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
