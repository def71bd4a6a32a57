"""Recording who was at a meeting."""

from typing import Any

import pytest
from django.test import Client

from committees.models import Attendance, Meeting, MeetingMember
from tests.builders import make_clerk, make_meeting, make_membership, make_person


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    client.force_login(make_clerk())
    return client


@pytest.fixture
def meeting(db: None) -> Meeting:
    """Two members are printed on its agenda, and a seat is vacant."""
    meeting = make_meeting()
    ada = make_person(name="Ada Byrne")
    MeetingMember.objects.create(meeting=meeting, order=1, name="Ada Byrne", person=ada, role="chair")
    MeetingMember.objects.create(meeting=meeting, order=2, name="Father Grey", role="co-opted")
    MeetingMember.objects.create(meeting=meeting, order=3, role="vacancy")
    return meeting


def address(meeting: Meeting) -> str:
    return f"/admin/meetings/{meeting.pk}/attendance/"


def page(desk: Client, meeting: Meeting, **changes: Any) -> dict[str, Any]:
    return {**fields(desk.get(address(meeting)).context), **changes}


def fields(context: Any) -> dict[str, Any]:
    sent = {"basis": context["basis"], "others": str(len(context["form"].others))}
    for form in context["form"].forms:
        sent |= {bound.html_name: bound.value() or "" for bound in form}
    return sent


def key_of(name: str) -> str:
    return f"m{MeetingMember.objects.get(name=name).pk}-status"


def recorded(meeting: Meeting) -> list[str]:
    return [str(row) for row in Attendance.objects.filter(meeting=meeting).order_by("pk")]


def test_printed_members_are_ready_to_tick(desk: Client, meeting: Meeting) -> None:
    text = desk.get(address(meeting)).text

    assert "Councillor Ada Byrne" in text
    assert "Father Grey" in text
    assert "Vacancy" not in text


def test_members_by_term_stand_where_none_are_printed(desk: Client) -> None:
    meeting = make_meeting()
    make_membership(committee=meeting.committee, person=make_person(name="Bo Chan"))

    assert "Councillor Bo Chan" in desk.get(address(meeting)).text


def test_ticked_members_and_a_substitute_are_recorded(desk: Client, meeting: Meeting) -> None:
    make_person(name="Cy Dunn")
    sent = page(desk, meeting, **{key_of("Ada Byrne"): "apologies", key_of("Father Grey"): "remote"})
    other = {"other-0-name": "Cy Dunn", "other-0-substitute_for": "Councillor Ada Byrne"}

    desk.post(address(meeting), {**sent, **other})

    names = ["Councillor Ada Byrne: Apologies", "Father Grey: Present remotely", "Councillor Cy Dunn: Present"]
    assert recorded(meeting) == names
    assert Attendance.objects.get(person__name="Cy Dunn").substitute_for == "Councillor Ada Byrne"
    assert Attendance.objects.get(name="Father Grey").capacity == Attendance.Capacity.CO_OPTED


def test_everybody_else_is_marked_present_and_nothing_saved(desk: Client, meeting: Meeting) -> None:
    response = desk.post(
        address(meeting), page(desk, meeting, **{key_of("Father Grey"): "absent", "act": "all", "other-0-name": "Flo"})
    )

    statuses = [form["status"].value() for form in response.context["form"].expected]
    assert statuses == ["present", "absent"]
    assert 'value="Flo"' in response.text
    assert not Attendance.objects.exists()


def test_correction_keeps_the_row_and_removes_who_is_not_recorded(desk: Client, meeting: Meeting) -> None:
    desk.post(address(meeting), page(desk, meeting, **{key_of("Ada Byrne"): "present", "other-0-name": "Dana Marsh"}))
    row = Attendance.objects.get(person__isnull=False)

    desk.post(address(meeting), page(desk, meeting, **{key_of("Ada Byrne"): "absent", "other-0-name": ""}))

    assert recorded(meeting) == ["Councillor Ada Byrne: Absent"]
    assert Attendance.objects.get().pk == row.pk


def test_substitution_without_a_name_is_refused_and_all_that_was_typed_is_kept(desk: Client, meeting: Meeting) -> None:
    sent = page(desk, meeting, **{key_of("Ada Byrne"): "absent", "other-1-substitute_for": "Father Grey"})

    response = desk.post(address(meeting), sent)

    assert "Enter who stood in" in response.text
    assert [form["status"].value() for form in response.context["form"].expected] == ["absent", ""]
    assert not Attendance.objects.exists()


def test_person_recorded_twice_is_refused(desk: Client, meeting: Meeting) -> None:
    sent = page(desk, meeting, **{key_of("Ada Byrne"): "present", "other-0-name": "Ada Byrne"})

    assert "is recorded twice" in desk.post(address(meeting), sent).text
    assert not Attendance.objects.exists()


def test_attendance_recorded_meanwhile_is_shown_and_not_overwritten(desk: Client, meeting: Meeting) -> None:
    sent = page(desk, meeting, **{key_of("Ada Byrne"): "absent"})
    Attendance.objects.create(meeting=meeting, name="Dana Marsh", capacity="officer")

    response = desk.post(address(meeting), sent)

    assert response.status_code == 409
    assert "Dana Marsh" in response.text
    assert recorded(meeting) == ["Dana Marsh: Present"]
