from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.builders import make_decision, make_person, make_ward
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db


def test_wards_list_their_councillors_of_today(client: Client) -> None:
    ward = make_ward(name="Abbey")
    make_person(name="Sana Ahmed", ward=ward)
    make_person(name="Former Fred", ward=ward, left_on=date(2024, 5, 2))
    make_person(name="Hidden Hal", ward=ward, is_public=False)
    for address in (reverse("wards"), ward.get_absolute_url()):
        page = client.get(address).text
        assert "Sana Ahmed" in page
        assert "Fred" not in page
        assert "Hal" not in page


def test_wards_say_when_there_are_none(client: Client) -> None:
    assert "No wards are listed yet." in client.get(reverse("wards")).text


def test_ward_without_a_councillor_says_so(client: Client) -> None:
    assert "No councillor sits for this ward" in client.get(make_ward().get_absolute_url()).text


def test_ward_leads_to_its_decisions_where_there_are_any(client: Client) -> None:
    ward = make_ward()
    make_decision(wards=[ward], published_at=None)
    assert "Decisions that concern this ward" not in client.get(ward.get_absolute_url()).text
    make_decision(wards=[ward])
    assert f'href="/decisions/?ward={ward.slug}"' in client.get(ward.get_absolute_url()).text


def test_ward_unknown_is_not_found(client: Client) -> None:
    assert client.get("/wards/nowhere/").status_code == 404


def test_wards_queries_do_not_grow(client: Client) -> None:
    make_person(ward=make_ward())
    few = queries_of(client, reverse("wards"))
    for _ in range(19):
        make_person(ward=make_ward())
    assert queries_of(client, reverse("wards")) == few <= 8
