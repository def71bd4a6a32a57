from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, OuterRef, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committees.models import Attendance, Council, Meeting, MeetingMember, Minutes, agenda_is_public
from portal.accounts.members import kept_private, reader_of, restricted_links
from portal.addresses import redirect_to
from portal.context import council_of
from portal.filters import MeetingFilter
from portal.meetings.agenda import Agenda, read_agenda, with_agenda
from portal.meetings.attendance import AttendanceGroup, attendance_groups
from portal.meetings.completeness import Record, RecordStep, completeness
from portal.meetings.lead import LeadPart, Questions, lead, questions_at
from portal.meetings.near import NearMeetings, near_meetings, with_near_meetings
from portal.meetings.rows import Standing, meeting_rows, standing
from portal.queries.counted import paginated
from portal.queries.kept import KeptQuery
from portal.queries.rows_within import read_rows, rows_within

PAGE_LENGTH = 25


def index(request: HttpRequest) -> HttpResponse:
    found = MeetingFilter(request.GET, queryset=nearest_first(Meeting.objects.public()), request=request)
    chosen: QuerySet[Meeting] = found.qs
    page = paginated(request, chosen, PAGE_LENGTH).get_page(request.GET.get("page"))
    rows = meeting_rows(chosen[page.start_index() - 1 : page.end_index()] if page.paginator.count else chosen.none())
    context = {"filter": found, "page": page, "rows": rows}
    return render(request, "meetings/index.html", context)


def nearest_first(meetings: "QuerySet[Meeting]") -> "QuerySet[Meeting]":
    """The coming ones from the soonest, then the past ones from the newest."""
    coming = Case(When(date__gte=timezone.localdate(), then=F("date")))
    return meetings.order_by(coming.asc(nulls_last=True), "-date", "time", "pk")


def meeting(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    found = _MEETING.first(pk=pk)
    if found is None:
        raise Http404
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


def _with_record(meetings: "QuerySet[Meeting]") -> "QuerySet[Meeting]":
    """Annotated with what is recorded of each: its minutes, who was printed as a member, and who came."""
    own = OuterRef("pk")
    return meetings.annotate(
        has_agenda=Case(When(agenda_is_public(), then=Value(True)), default=Value(False)),
        own_minutes=rows_within(Minutes.objects.public().filter(meeting=own)),
        own_members=rows_within(MeetingMember.objects.public().filter(meeting=own).order_by("order"), "person"),
        own_attendance=rows_within(Attendance.objects.public().filter(meeting=own).order_by("pk"), "person"),
    )


_MEETING = KeptQuery(
    lambda pk: _with_record(with_agenda(with_near_meetings(Meeting.objects.public().filter(pk=pk)))).select_related(
        "committee"
    )
)


def read_page(meeting: Meeting, council: Council) -> MeetingPage:
    today, agenda, near = timezone.localdate(), read_agenda(meeting, council), near_meetings(meeting)
    told: dict[str, Any] = vars(meeting)
    has_agenda: bool = told["has_agenda"]
    minutes = next(iter(read_rows(Minutes, told["own_minutes"])), None)
    record = Record(meeting, agenda, minutes, has_agenda, today, near.next_on)
    members = read_rows(MeetingMember, told["own_members"], "person")
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
        attendance=attendance_groups(read_rows(Attendance, told["own_attendance"], "person")),
        lead=lead(record, council, questions),
        steps=completeness(record, council),
        questions=questions,
    )
