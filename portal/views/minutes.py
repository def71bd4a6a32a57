from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.addresses import address_of
from committees.models import Attendance, Meeting, Minute, Minutes
from documents.models import Document
from portal.addresses import redirect_to
from portal.meetings.attendance import AttendanceGroup, attendance_groups
from portal.meetings.minutes import MinuteEntry, minute_entries, with_entries
from portal.papers.citations import Citation, CitedSource, citation_asked_for, cited_source
from portal.papers.links import PaperLink
from portal.queries.kept import KeptQuery


@dataclass(frozen=True, slots=True)
class MinutesPage:
    """`confirmed_at` is the meeting whose resolution confirmed them, where it is public; `papers` print them."""

    meeting: Meeting
    minutes: Minutes
    confirmed_at: Meeting | None
    entries: list[MinuteEntry]
    attendance: list[AttendanceGroup]
    papers: list[PaperLink]
    source: CitedSource
    citation: Citation | None


def minutes(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = _MEETING.first(pk=pk)
    if meeting is None:
        raise Http404
    found = _OF_MEETING.first(meeting=meeting.pk)
    if found is None:
        return notice(request, meeting)
    if elsewhere := redirect_to(_address_of(meeting), request):
        return elsewhere
    return render(
        request, "minutes/minutes.html", {"page": read_page(meeting, found, cite=request.GET.get("cite", ""))}
    )


_MEETING = KeptQuery(lambda pk: Meeting.objects.public().select_related("committee").filter(pk=pk).order_by())
_OF_MEETING = KeptQuery(lambda meeting: Minutes.objects.public().filter(meeting=meeting).order_by())
_ATTENDANCE = KeptQuery(
    lambda meeting: Attendance.objects.public().filter(meeting=meeting).select_related("person").order_by("pk")
)
_PAPERS = KeptQuery(
    lambda meeting: (
        Document.objects.public().filter(minutes_of=meeting).select_related("current_version__served").order_by("pk")
    )
)
_MINUTES = KeptQuery(lambda minutes: with_entries(Minute.objects.public().filter(minutes=minutes).order_by("order")))


def read_page(meeting: Meeting, minutes: Minutes, *, cite: str = "") -> MinutesPage:
    """`cite` is the anchor of the minute whose citation is asked for."""
    source = _source(meeting, minutes)
    entries = minute_entries(_MINUTES(minutes=minutes.pk))
    return MinutesPage(
        meeting=meeting,
        minutes=minutes,
        confirmed_at=confirmed_at(minutes),
        entries=entries,
        attendance=attendance_groups(_ATTENDANCE(meeting=meeting.pk)),
        papers=papers_of_minutes(meeting),
        source=source,
        citation=citation_asked_for(cite, source, ((entry.anchor, entry.place) for entry in entries)),
    )


def _source(meeting: Meeting, minutes: Minutes) -> CitedSource:
    state = _("minutes") if minutes.is_confirmed else _("draft minutes")
    return cited_source(meeting, state, path=_address_of(meeting))


def _address_of(meeting: Meeting) -> str:
    return address_of("minutes", meeting.pk, meeting.slug)


def confirmed_at(minutes: Minutes) -> Meeting | None:
    if minutes.confirmed_at_id is None:
        return None
    return Meeting.objects.public().select_related("committee").filter(pk=minutes.confirmed_at_id).first()


def papers_of_minutes(meeting: Meeting) -> list[PaperLink]:
    """The public papers that print the minutes of this meeting, often taken at a later one."""
    return [PaperLink.of(paper) for paper in _PAPERS(meeting=meeting.pk)]


def notice(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """410 with the date and the reason for minutes that were public and are withdrawn; 404 for any other."""
    withdrawn = Minutes.objects.withdrawn().filter(meeting=meeting).first()
    if withdrawn is None:
        raise Http404
    told = {"day": timezone.localtime(withdrawn.withdrawn_at).date(), "reason": withdrawn.withdrawal_reason}
    context = {"meeting": meeting, "withdrawn": told}
    response = render(request, "minutes/withdrawn.html", context, status=410)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-cache"
    return response
