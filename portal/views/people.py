from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from committees.models import Meeting, Membership, Person
from portal.addresses import redirect_to
from portal.attendance import AttendanceFigures, attendance_figures
from portal.meeting_rows import MeetingRow, meeting_rows

COMING = 5


@dataclass(frozen=True, slots=True)
class PersonPage:
    """`coming` are the next meetings of the committees the person sits on today."""

    person: Person
    seats: list[Membership]
    past_seats: list[Membership]
    attendance: list[AttendanceFigures]
    coming: list[MeetingRow]


def index(request: HttpRequest) -> HttpResponse:
    people = list(Person.objects.public().select_related("ward"))
    context = {
        "councillors": [person for person in people if person.is_councillor and person.left_on is None],
        "others": [person for person in people if not person.is_councillor and person.left_on is None],
        "former": [person for person in people if person.left_on is not None],
    }
    return render(request, "people/index.html", context)


def person(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    found = get_object_or_404(Person.objects.public().select_related("ward"), pk=pk)
    if elsewhere := redirect_to(found.get_absolute_url(), request):
        return elsewhere
    return render(request, "people/person.html", {"page": read_page(found, timezone.localdate())})


def read_page(person: Person, today: date) -> PersonPage:
    terms = list(
        Membership.objects.public().filter(person=person).select_related("committee").order_by("committee__sort_key")
    )
    seats = [term for term in terms if _is_held(term, today)]
    return PersonPage(
        person=person,
        seats=seats,
        past_seats=sorted(
            (term for term in terms if term.started_on <= today and term not in seats),
            key=lambda term: term.ended_on or today,
            reverse=True,
        ),
        attendance=attendance_figures(person),
        coming=_coming(seats, today),
    )


def _is_held(term: Membership, today: date) -> bool:
    running = term.ended_on is None or term.ended_on > today
    return term.started_on <= today and running and term.committee.ended_on is None


def _coming(seats: list[Membership], today: date) -> list[MeetingRow]:
    committees = [seat.committee_id for seat in seats if seat.role != Membership.Role.SUBSTITUTE]
    return meeting_rows(Meeting.objects.public().from_day(today).filter(committee__in=committees)[:COMING])
