"""People chosen by typing their name in the forms of the desk."""

import pytest
from django.test import Client

from committees.admin.choosers import Names
from committees.models import Membership, Person
from tests.builders import make_committee, make_membership, make_person
from tests.committees.admin.whole_form import whole_form

pytestmark = pytest.mark.django_db


def change(desk: Client, membership: Membership, typed: str) -> str:
    address = f"/admin/committees/committee/{membership.committee_id}/change/"
    name = next(field for field in whole_form(desk, address) if field.endswith("-0-person"))
    answer = desk.post(address, {**whole_form(desk, address), name: typed}, follow=True)
    membership.refresh_from_db()
    return answer.text


def test_person_is_chosen_by_name_in_any_case(desk: Client) -> None:
    membership = make_membership(committee=make_committee(), person=make_person(name="Ada Byrne"))
    other = make_person(name="Bo Chan")

    change(desk, membership, "bo chan")

    assert membership.person == other


def test_name_that_nobody_has_is_kept_and_refused(desk: Client) -> None:
    person = make_person(name="Ada Byrne")
    membership = make_membership(committee=make_committee(), person=person)

    answer = change(desk, membership, "Bo <Chan>")

    assert "There is no person called “Bo &lt;Chan&gt;”" in answer
    assert 'value="Bo &lt;Chan&gt;"' in answer
    assert membership.person == person


def test_people_of_one_name_are_told_apart_by_number() -> None:
    first, second = make_person(name="Ada Byrne"), make_person(name="Ada Byrne")
    names = Names(Person.objects.all())

    assert names.found(f"Ada Byrne ({second.pk})") == second.pk
    assert names.found("Ada Byrne") is None
    assert names.named(first.pk) == f"Ada Byrne ({first.pk})"
