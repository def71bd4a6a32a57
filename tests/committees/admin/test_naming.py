"""Places in lists and addresses, made from a name where they are left empty."""

import pytest
from django.test import Client

from committees.admin.naming import in_order, surname_first
from committees.models import Committee
from tests.builders import make_clerk

NONE = {"memberships-TOTAL_FORMS": "0", "memberships-INITIAL_FORMS": "0"}


@pytest.mark.parametrize(
    ("name", "place"),
    [("The Cabinet", "cabinet"), ("Theatre Panel", "theatre panel"), (" Planning  Board", "planning board")],
)
def test_committee_stands_under_its_name(name: str, place: str) -> None:
    assert in_order(name) == place


@pytest.mark.parametrize(
    ("name", "place"), [("Sana Ahmed", "ahmed, sana"), ("Ravi", "ravi"), ("Ann Mary  Byrne-Lee", "byrne-lee, ann mary")]
)
def test_person_stands_under_the_surname(name: str, place: str) -> None:
    assert surname_first(name) == place


def test_committee_is_made_from_its_name_and_kind_alone(client: Client, db: None) -> None:
    client.force_login(make_clerk())

    client.post("/admin/committees/committee/add/", {"name": "The Housing Panel", "kind": "scrutiny", **NONE})

    committee = Committee.objects.get()
    assert (committee.slug, committee.sort_key) == ("the-housing-panel", "housing panel")
