from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import Membership
from tests.builders import (
    make_committee,
    make_decision,
    make_item,
    make_meeting,
    make_membership,
    make_paper,
    make_person,
    make_programme_entry,
    make_recommendation,
    make_review,
    make_ward,
)
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db
Role = Membership.Role


def test_committees_are_listed_with_the_ended_ones_apart(client: Client) -> None:
    make_committee(name="Planning Committee")
    make_committee(name="Market Hall Board", ended_on=date(2025, 5, 14))
    page = client.get(reverse("committees"))
    assert [row.committee.name for _kind, group in page.context["kinds"] for row in group] == ["Planning Committee"]
    assert "14 May 2025" in page.text.split("No longer meeting")[1]


def test_committees_are_listed_with_who_chairs_them_and_when_they_meet_next(client: Client) -> None:
    today = timezone.localdate()
    planning = make_committee(name="Planning Committee")
    make_membership(committee=planning, person=make_person(name="Cat"), role=Role.CHAIR)
    make_membership(committee=planning, person=make_person(name="Old"), role=Role.CHAIR, ended_on=today)
    make_membership(committee=planning, person=make_person(name="Bob"))
    make_membership(committee=planning, person=make_person(name="Hidden", is_public=False), role=Role.CHAIR)
    make_meeting(committee=planning, date=today - timedelta(days=1))
    make_meeting(committee=planning, date=today + timedelta(days=1), state="cancelled")
    make_meeting(committee=planning, date=today + timedelta(days=2), agenda=False, published_at=None)
    following = make_meeting(committee=planning, date=today + timedelta(days=3))
    make_meeting(committee=planning, date=today + timedelta(days=4))

    ((_kind, (row,)),) = client.get(reverse("committees")).context["kinds"]
    assert [person.name for person in row.chairs] == ["Cat"]
    assert row.coming == following


def test_committees_list_queries_do_not_grow(client: Client) -> None:
    counts = []
    for _ in range(2):
        for _ in range(3):
            committee = make_committee()
            make_membership(committee=committee, person=make_person(), role=Role.CHAIR)
            make_meeting(committee=committee)
        counts.append(queries_of(client, reverse("committees")))
    assert counts[0] == counts[1] <= 8


def test_committees_say_when_there_are_none(client: Client) -> None:
    assert "No committees are listed yet." in client.get(reverse("committees")).text


def test_committee_that_is_not_public_is_not_found(client: Client) -> None:
    make_committee(name="Hidden", is_public=False)
    assert client.get("/committees/hidden/").status_code == 404
    assert "Hidden" not in client.get(reverse("committees")).text


def test_committee_shows_what_it_is(client: Client) -> None:
    committee = make_committee(
        purpose="Looks into schools.", quorum=4, contact_name="Ola Brennan", contact_email="ola@council.example"
    )
    page = client.get(committee.get_absolute_url()).text
    assert "Looks into schools." in page
    assert "4 members must be present." in page
    assert "mailto:ola@council.example" in page


def test_committee_says_at_once_who_chairs_it_today(client: Client) -> None:
    committee = make_committee()
    make_membership(committee=committee, person=make_person(name="Cat"), role=Role.CHAIR)
    make_membership(committee=committee, person=make_person(name="Dan"), role=Role.VICE_CHAIR)
    make_membership(committee=committee, person=make_person(name="Bob"), role=Role.MEMBER)

    head = client.get(committee.get_absolute_url()).text.split('id="coming"')[0]
    assert head.index("Chair: ") < head.index("Cat</a>") < head.index("Vice-chair: ") < head.index("Dan</a>")
    assert "Bob" not in head
    assert "Chair: " not in client.get(committee.get_absolute_url(), {"on": "2020-01-01"}).text


def test_committee_lists_members_by_role_with_their_ward(client: Client) -> None:
    committee = make_committee()
    ward = make_ward(name="Abbey")
    make_membership(committee=committee, person=make_person(name="Ann"), role=Role.SUBSTITUTE)
    make_membership(committee=committee, person=make_person(name="Bob", ward=ward), role=Role.MEMBER)
    make_membership(committee=committee, person=make_person(name="Cat"), role=Role.CHAIR)
    make_membership(committee=committee, role=Role.CO_OPTED, representing="Roman Catholic Diocese")
    page = client.get(committee.get_absolute_url())
    read = page.context["page"]
    assert [seat.person and seat.person.name for seat in read.members] == ["Cat", "Bob", None]
    assert [seat.person.name for seat in read.substitutes] == ["Ann"]
    assert "Abbey ward" in page.text
    assert "Vacancy" in page.text


def test_committee_leaves_out_former_and_hidden_members(client: Client) -> None:
    committee = make_committee()
    make_membership(committee=committee, person=make_person(name="Former Fred"), ended_on=timezone.localdate())
    make_membership(committee=committee, person=make_person(name="Hidden Hal", is_public=False))
    page = client.get(committee.get_absolute_url()).text
    assert "Fred" not in page
    assert "Hal" not in page
    assert "No members are listed." in page


def test_committee_parts_coming_from_past_meetings(client: Client) -> None:
    committee, today = make_committee(), timezone.localdate()
    for days in (-20, -3, 0, 8):
        make_meeting(committee=committee, date=today + timedelta(days=days))
    make_meeting(committee=committee, date=today + timedelta(days=1), agenda=False, published_at=None)
    read = client.get(committee.get_absolute_url()).context["page"]
    assert [(row.meeting.date - today).days for row in read.coming] == [0, 8]
    assert [(row.meeting.date - today).days for row in read.past] == [-3, -20]


def test_committee_without_meetings_says_so(client: Client) -> None:
    page = client.get(make_committee().get_absolute_url()).text
    assert "No coming meeting is announced." in page
    assert "No past meetings are held here." in page


def test_committee_names_its_parent_and_children_when_public(client: Client) -> None:
    parent = make_committee(name="Licensing Committee")
    child = make_committee(name="Licensing Panel", parent=parent)
    make_committee(name="Secret Panel", parent=parent, is_public=False)
    assert "Licensing Panel" in client.get(parent.get_absolute_url()).text
    assert "Secret" not in client.get(parent.get_absolute_url()).text
    assert "Licensing Committee" in client.get(child.get_absolute_url()).text


def test_committee_leads_to_its_work_where_there_is_any(client: Client) -> None:
    committee = make_committee()
    assert "Its work" not in client.get(committee.get_absolute_url()).text
    make_recommendation(review=make_review(committee=committee))
    make_decision(meeting=make_meeting(committee=committee))
    make_programme_entry(committee=committee)
    page = client.get(committee.get_absolute_url()).text
    assert f'href="{reverse("work_programme", args=[committee.slug])}"' in page
    for name in ("decisions", "reviews", "recommendations"):
        assert f'href="{reverse(name)}?committee={committee.slug}"' in page


def test_committee_queries_do_not_grow(client: Client) -> None:
    committee = make_committee()
    counts = []
    for number in (2, 18):
        for days in range(number):
            make_membership(committee=committee, person=make_person(ward=make_ward()))
            make_meeting(committee=committee, date=timezone.localdate() + timedelta(days=days + number))
        counts.append(queries_of(client, committee.get_absolute_url()))
    assert counts[0] == counts[1] <= 8


def test_committee_does_not_name_itself_in_every_row(client: Client) -> None:
    committee = make_committee(name="Parks Committee")
    item = make_item(meeting=make_meeting(committee=committee, date=date(2026, 3, 2)))
    make_decision(item=item, title="Gates")
    make_paper(item=item, title="Paths")

    page = client.get(committee.get_absolute_url()).text
    newest = (
        page.split('id="decided"')[1].split("</section>")[0] + page.split('id="published"')[1].split("</section>")[0]
    )
    assert "Gates" in newest
    assert "Paths" in newest
    assert newest.count("March 2026</time>") == 2
    assert "Parks Committee" not in newest
