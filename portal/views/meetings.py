from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Case, F, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from committees.models import Attendance, Council, Meeting, MeetingMember, Minutes
from portal.addresses import redirect_to
from portal.agenda import Agenda, read_agenda
from portal.attendance import AttendanceGroup, attendance_groups
from portal.completeness import Record, RecordStep, completeness
from portal.context import council_of
from portal.filters import MeetingFilter
from portal.meeting_lead import LeadPart, Questions, lead, questions_at
from portal.meeting_rows import Standing, meeting_rows, standing
from portal.members import kept_private, reader_of, restricted_links
from portal.near_meetings import NearMeetings, near_meetings, with_near_meetings

PAGE_LENGTH = 25


def index(request: HttpRequest) -> HttpResponse:
    found = MeetingFilter(request.GET, queryset=nearest_first(Meeting.objects.public()), request=request)
    chosen: QuerySet[Meeting] = found.qs
    page = Paginator(chosen, PAGE_LENGTH).get_page(request.GET.get("page"))
    rows = meeting_rows(chosen[page.start_index() - 1 : page.end_index()] if page.paginator.count else chosen.none())
    context = {"filter": found, "page": page, "rows": rows}
    return render(request, "meetings/index.html", context)


def nearest_first(meetings: "QuerySet[Meeting]") -> "QuerySet[Meeting]":
    """The coming ones from the soonest, then the past ones from the newest."""
    coming = Case(When(date__gte=timezone.localdate(), then=F("date")))
    return meetings.order_by(coming.asc(nulls_last=True), "-date", "time", "pk")


def meeting(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    found = get_object_or_404(with_near_meetings(Meeting.objects.public()).select_related("committee"), pk=pk)
    if elsewhere := redirect_to(found.get_absolute_url(), request):
        return elsewhere
    reader = reader_of(request)
    context = {"page": read_page(found, council_of(request)), "restricted": restricted_links(reader, found)}
    response = render(request, "meetings/meeting.html", context)
    if reader:
        kept_private(response)
    return response


@dataclass(frozen=True, slots=True)
class MeetingPage:
    meeting: Meeting
    agenda: Agenda
    minutes: Minutes | None
    has_agenda: bool
    is_past: bool
    standing: Standing
    near: NearMeetings
    members: list[MeetingMember]
    substitutes: list[MeetingMember]
    attendance: list[AttendanceGroup]
    lead: list[LeadPart]
    steps: list[RecordStep]
    questions: Questions | None

    @property
    def is_on(self) -> bool:
        """Whether it is, or was, to take place as announced."""
        return self.meeting.state not in (Meeting.State.CANCELLED, Meeting.State.POSTPONED)


def read_page(meeting: Meeting, council: Council) -> MeetingPage:
    today, agenda, near = timezone.localdate(), read_agenda(meeting, council), near_meetings(meeting)
    has_agenda = meeting.agenda_published_at is not None and meeting.agenda_published_at <= timezone.now()
    minutes = Minutes.objects.public().filter(meeting=meeting).first()
    record = Record(meeting, agenda, minutes, has_agenda, today, near.next_on)
    members = list(MeetingMember.objects.public().filter(meeting=meeting).select_related("person"))
    questions = questions_at(meeting, council, today)
    return MeetingPage(
        meeting=meeting,
        agenda=agenda,
        minutes=minutes,
        has_agenda=has_agenda,
        is_past=record.is_past,
        standing=standing(meeting, agenda=has_agenda, minutes=bool(minutes or agenda.minutes), today=today),
        near=near,
        members=[member for member in members if member.role != MeetingMember.Role.SUBSTITUTE],
        substitutes=[member for member in members if member.role == MeetingMember.Role.SUBSTITUTE],
        attendance=_attendance(meeting),
        lead=lead(record, council, questions),
        steps=completeness(record, council),
        questions=questions,
    )


def _attendance(meeting: Meeting) -> list[AttendanceGroup]:
    """Empty until it is published, and then in one query."""
    published_at = meeting.attendance_published_at
    if published_at is None or published_at > timezone.now():
        return []
    return attendance_groups(Attendance.objects.public().filter(meeting=meeting).select_related("person"))
