"""The lists of what was recorded from papers and minutes: to look at, and never to delete from."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.builders import (
    make_action,
    make_minutes,
    make_programme_entry,
    make_progress,
    make_recommendation,
    make_response,
    make_review,
)
from tests.portal.counting import queries_of

pytestmark = pytest.mark.django_db

LISTS: dict[str, Callable[[], Any]] = {
    "documents/recommendation": make_recommendation,
    "documents/response": make_response,
    "documents/progress": make_progress,
    "documents/plannedaction": make_action,
    "documents/workprogrammeentry": make_programme_entry,
    "documents/review": make_review,
    "committees/minutes": make_minutes,
}


@pytest.mark.parametrize("name", LISTS)
def test_list_is_searched_and_leads_to_where_its_rows_are_decided(desk: Client, name: str) -> None:
    LISTS[name]()

    response = desk.get(f"/admin/{name}/?q=a")

    assert response.status_code == 200
    whole = desk.get(f"/admin/{name}/").text
    leads_to = {"documents/review": "/change/", "committees/minutes": "/minutes/"}
    assert leads_to.get(name, "/admin/proposals/") in whole


@pytest.mark.parametrize("name", LISTS)
def test_nothing_is_deleted_in_a_list(desk: Client, name: str) -> None:
    row = LISTS[name]()

    assert desk.post(f"/admin/{name}/{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert "delete_selected" not in desk.get(f"/admin/{name}/").text


@pytest.mark.parametrize("name", LISTS)
def test_rows_of_a_list_do_not_grow_its_queries(desk: Client, name: str) -> None:
    LISTS[name]()
    few = queries_of(desk, f"/admin/{name}/")
    for _ in range(3):
        LISTS[name]()

    assert queries_of(desk, f"/admin/{name}/") == few
