from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Attendance, Meeting, Membership, Person
from portal.meetings.attendance import AttendanceFigures, summed
from tests.builders import (
    long_ago,
    make_committee,
    make_decision,
    make_meeting,
    make_membership,
    make_person,
    make_ward,
)
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db
Status = Attendance.Status


def attend(person: Person, status: str, *, published: bool = True, **fields: Any) -> Meeting:
    meeting = make_meeting(
        date=timezone.localdate() - timedelta(days=Meeting.objects.count() + 1),
        attendance_published_at=long_ago() if published else None,
        **fields,
    )
    Attendance.objects.create(meeting=meeting, person=person, status=status)
    return meeting


def test_people_are_listed_by_surname_in_their_groups(client: Client) -> None:
    make_person(name="Zoe Adams", sort_key="adams, zoe", ward=make_ward(name="Abbey"), party="Green")
    make_person(name="Al Young", sort_key="young, al")
    make_person(name="Canon Thwaite", is_councillor=False)
    make_person(name="Old Member", left_on=date(2024, 5, 2))
    page = client.get(reverse("people"))
    assert [person.name for person in page.context["councillors"]] == ["Zoe Adams", "Al Young"]
    assert [person.name for person in page.context["others"]] == ["Canon Thwaite"]
    assert [person.name for person in page.context["former"]] == ["Old Member"]
    assert "Green · Abbey" in page.text


def test_people_say_when_there_are_none(client: Client) -> None:
    assert "No councillors are listed yet." in client.get(reverse("people")).text


def test_person_who_is_not_public_is_not_found(client: Client) -> None:
    person = make_person(name="Hidden Hal", is_public=False)
    assert client.get(person.get_absolute_url()).status_code == 404
    assert "Hal" not in client.get(reverse("people")).text


def test_person_at_a_wrong_slug_moves_to_the_right_one(client: Client) -> None:
    person = make_person(name="Sana Ahmed")
    response = client.get(f"/people/{person.pk}/someone-else/?from=here")
    assert response.status_code == 301
    assert response["Location"] == f"/people/{person.pk}/sana-ahmed/?from=here"


def test_person_shows_seats_of_today_and_before(client: Client) -> None:
    person, today = make_person(), timezone.localdate()
    for name, ended in [("Now Committee", None), ("Past Committee", today), ("Coming Committee", None)]:
        starts = today + timedelta(days=1) if name.startswith("Coming") else date(2024, 5, 20)
        committee = make_committee(name=name)
        make_membership(committee=committee, person=person, started_on=starts, ended_on=ended)
    make_membership(committee=make_committee(name="Secret Committee", is_public=False), person=person)
    read = client.get(person.get_absolute_url()).context["page"]
    assert [seat.committee.name for seat in read.seats] == ["Now Committee"]
    assert [seat.committee.name for seat in read.past_seats] == ["Past Committee"]


def test_person_of_an_ended_committee_sat_on_it_before(client: Client) -> None:
    person = make_person()
    make_membership(committee=make_committee(ended_on=date(2025, 5, 1)), person=person)
    read = client.get(person.get_absolute_url()).context["page"]
    assert (len(read.seats), len(read.past_seats)) == (0, 1)


def test_person_shows_attendance_by_committee(client: Client) -> None:
    person, committee = make_person(), make_committee(name="Planning Committee")
    for status in (Status.PRESENT, Status.REMOTE, Status.APOLOGIES, Status.ABSENT):
        attend(person, status, committee=committee)
    [figures] = client.get(person.get_absolute_url()).context["page"].attendance
    assert (figures.committee, figures.expected, figures.present) == ("Planning Committee", 4, 2)
    assert (figures.apologies, figures.absent) == (1, 1)


def test_person_shows_no_attendance_before_it_is_published(client: Client) -> None:
    person = make_person()
    attend(person, Status.ABSENT, published=False)
    assert "No attendance has been published." in client.get(person.get_absolute_url()).text


def test_person_shows_coming_meetings_of_own_committees(client: Client) -> None:
    person, committee = make_person(), make_committee(name="Planning Committee")
    make_membership(committee=committee, person=person, role=Membership.Role.CHAIR)
    meeting = make_meeting(committee=committee)
    make_meeting()
    coming = client.get(person.get_absolute_url()).context["page"].subject.coming
    assert [row.meeting for row in coming] == [meeting]


def test_people_queries_do_not_grow(client: Client) -> None:
    make_person(ward=make_ward())
    few = queries_of(client, reverse("people"))
    for _ in range(19):
        make_person(ward=make_ward())
    assert queries_of(client, reverse("people")) == few <= 8


def test_person_queries_do_not_grow(client: Client) -> None:
    person = make_person()
    counts = []
    for number in (2, 18):
        for _ in range(number):
            committee = make_committee()
            make_membership(committee=committee, person=person)
            make_meeting(committee=committee)
            attend(person, Status.PRESENT, committee=committee)
        counts.append(queries_of(client, person.get_absolute_url()))
    assert counts[0] == counts[1] <= 8


def test_person_shows_seats_as_at_a_day(client: Client) -> None:
    person = make_person()
    make_membership(
        committee=make_committee(name="Old Board"),
        person=person,
        started_on=date(2023, 5, 1),
        ended_on=date(2024, 5, 20),
    )
    make_membership(committee=make_committee(name="New Board"), person=person, started_on=date(2024, 5, 20))
    seats = client.get(f"{person.get_absolute_url()}?on=2024-05-01").context["page"].seats
    assert [seat.committee.name for seat in seats] == ["Old Board"]


def test_person_asked_for_on_no_date_says_so_and_keeps_what_was_typed(client: Client) -> None:
    page = client.get(f"{make_person().get_absolute_url()}?on=31/2/2024")
    assert page.status_code == 200
    assert "Enter a real date" in page.text
    assert 'value="31/2/2024"' in page.text


def test_people_as_at_a_day_are_those_who_held_a_seat(client: Client) -> None:
    former, later = make_person(left_on=date(2025, 1, 1)), make_person()
    make_membership(person=former, started_on=date(2022, 5, 1), ended_on=date(2025, 1, 1))
    make_membership(person=later, started_on=date(2025, 1, 1))
    make_membership(person=make_person(is_public=False), started_on=date(2022, 5, 1))
    page = client.get(f"{reverse('people')}?on=2024-05-01")
    assert page.context["councillors"] == [former]


def test_person_joins_what_was_decided_alone_and_in_own_committees(client: Client) -> None:
    person, committee = make_person(), make_committee()
    make_membership(committee=committee, person=person)
    alone = make_decision(person=person, title="Alone", date=date(2026, 2, 2))
    together = make_decision(committee=committee, title="Together", date=date(2026, 1, 1))
    make_decision(title="Elsewhere")
    assert client.get(person.get_absolute_url()).context["page"].subject.decided == [alone, together]


def test_attendance_bars_fill_a_hundred() -> None:
    figures = AttendanceFigures("Planning", "/", expected=8, present=6, apologies=1)
    assert [(bar.name, bar.start, bar.length) for bar in figures.bars] == [
        ("present", 0.0, 75.0),
        ("apologies", 75.0, 12.5),
        ("absent", 87.5, 12.5),
    ]
    assert summed([figures, figures]) == AttendanceFigures("", "", expected=16, present=12, apologies=2)
    assert summed([]) is None


def test_seats_as_at_a_coming_day_are_not_told_as_past(client: Client) -> None:
    page = client.get(f"{make_person().get_absolute_url()}?on=2090-05-01")

    assert 'Seats held on <time datetime="2090-05-01">' in page.text
