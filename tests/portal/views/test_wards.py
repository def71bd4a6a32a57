from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from documents.models import Report
from tests.builders import make_decision, make_paper, make_person, make_ward
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


def test_ward_joins_what_is_coming_decided_and_published(client: Client) -> None:
    ward = make_ward(name="Abbey Fields")
    paper = make_paper(title="A crossing in Abbey Street")
    Report.objects.create(document=paper, version=paper.versions.get(), wards=["Abbey Fields ward"])
    hidden = make_paper(title="Secret", published_at=None)
    Report.objects.create(document=hidden, version=hidden.versions.get(), wards=["Abbey Fields"])
    decision = make_decision()
    decision.wards.add(ward)
    subject = client.get(ward.get_absolute_url()).context["subject"]
    assert [row.meeting for row in subject.coming] == [paper.listings.get().meeting]
    assert subject.decided == [decision]
    assert [new.paper.title for new in subject.published] == ["A crossing in Abbey Street"]


def test_wards_are_found_by_name(client: Client) -> None:
    for name in ("Sallow St Mary", "Sallow Bridge", "Millrace"):
        make_ward(name=name)
    page = client.get("/wards/?name=sallow")
    assert [ward.name for ward in page.context["wards"]] == ["Sallow Bridge", "Sallow St Mary"]
    assert "2 wards for “sallow”" in page.text


def test_wards_of_no_such_name_are_told_apart_from_none(client: Client) -> None:
    make_ward(name="Millrace")
    assert "These have names like it" not in client.get("/wards/?name=quarry").text
    page = client.get("/wards/?name=milrace").text
    assert "No ward is called “milrace”. This one has a name like it" in page


def test_wards_asked_for_by_hostile_text_escape_it(client: Client) -> None:
    assert "<script>" not in client.get("/wards/?name=%3Cscript%3E%00").text
