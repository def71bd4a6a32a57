from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committees.models import Meeting, Membership, Person
from portal.addresses import redirect_to
from portal.meetings.attendance import AttendanceFigures, attendance_figures, summed
from portal.meetings.rows import MeetingRow, rows_of, with_standing
from portal.people.as_at import AsAt, as_at
from portal.people.subjects import Subject, of_committees
from portal.queries.found_first import found_first
from portal.queries.kept import KeptQuery

COMING = 5


@dataclass(frozen=True, slots=True)
class PersonPage:
    """`seats` are those held as at the day asked for; `subject` is of the committees sat on today.

    `attended` sums `attendance`, and is None where there is none.
    """

    person: Person
    seats: list[Membership]
    past_seats: list[Membership]
    attendance: list[AttendanceFigures]
    attended: AttendanceFigures | None
    subject: Subject
    as_at: AsAt


def index(request: HttpRequest) -> HttpResponse:
    """Everybody as they are now; or, of another day, those who then held a seat."""
    day = as_at(request)
    if day.is_today:
        context = _now(_PEOPLE())
    else:
        seated = Membership.objects.public().on(day.day).filter(person__isnull=False)
        then = list(Person.objects.public().select_related("ward").filter(pk__in=seated.values("person")))
        context = {
            "councillors": [person for person in then if person.is_councillor],
            "others": [person for person in then if not person.is_councillor],
            "former": [],
        }
    return render(request, "people/index.html", {**context, "as_at": day})


_PEOPLE = KeptQuery(lambda: Person.objects.public().select_related("ward"))


def _now(people: list[Person]) -> dict[str, list[Person]]:
    return {
        "councillors": [person for person in people if person.is_councillor and person.left_on is None],
        "others": [person for person in people if not person.is_councillor and person.left_on is None],
        "former": [person for person in people if person.left_on is not None],
    }


def person(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    found = _PERSON.first(pk=pk)
    if found is None:
        raise Http404
    if elsewhere := redirect_to(found.get_absolute_url(), request):
        return elsewhere
    page = read_page(found, timezone.localdate(), as_at(request))
    return render(request, "people/person.html", {"page": page})


_PERSON = KeptQuery(lambda pk: Person.objects.public().filter(pk=pk).select_related("ward"))
_TERMS = KeptQuery(
    lambda person: (
        Membership.objects.public().filter(person=person).select_related("committee").order_by("committee__sort_key")
    )
)


def read_page(person: Person, today: date, day: AsAt) -> PersonPage:
    terms = _TERMS(person=person.pk)
    seats, now = [term for term in terms if _is_held(term, day.day)], [term for term in terms if _is_held(term, today)]
    attendance = attendance_figures(person)
    return PersonPage(
        person=person,
        seats=seats,
        past_seats=sorted(
            (term for term in terms if term.started_on <= day.day and term not in seats),
            key=lambda term: term.ended_on or today,
            reverse=True,
        ),
        attendance=attendance,
        attended=summed(attendance),
        subject=of_committees({seat.committee_id for seat in now}, coming=_coming(now, today), also=person),
        as_at=day,
    )


def _is_held(term: Membership, day: date) -> bool:
    ends = [ended for ended in (term.ended_on, term.committee.ended_on) if ended]
    return term.started_on <= day and all(ended > day for ended in ends)


def _coming(seats: list[Membership], today: date) -> list[MeetingRow]:
    committees = [seat.committee_id for seat in seats if seat.role != Membership.Role.SUBSTITUTE]
    return rows_of(_COMING(committees=committees, today=today)) if committees else []


def _coming_to(committees: list[int], today: date) -> "QuerySet[Meeting]":
    coming = Meeting.objects.public().from_day(today).filter(committee__in=committees)
    return with_standing(Meeting.objects.public().filter(found_first(coming[:COMING])).order_by("date", "time", "pk"))


_COMING = KeptQuery(_coming_to)
