"""What of an address is not understood is said, with what was typed; the rest of it still chooses."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import make_committee, make_decision, make_meeting, make_paper

pytestmark = pytest.mark.django_db

LISTS = (
    *("/meetings/", "/meetings/calendar/", "/papers/", "/decisions/", "/recommendations/", "/reviews/"),
    "/search/",
)
PEOPLE = ("/people/", "/wards/")


@pytest.mark.parametrize("address", LISTS + PEOPLE)
def test_name_that_a_list_does_not_know_is_said(client: Client, address: str) -> None:
    page = client.get(address, {"from": "<nonsense>"}).text

    assert "There is a problem" in page
    assert "“from=&lt;nonsense&gt;” in the address is not a choice on this page" in page
    assert "<title>Error: " in page


@pytest.mark.parametrize("address", LISTS + PEOPLE)
@pytest.mark.parametrize("query", ["utm_source=letter&fbclid=abc", "page=1", "colour="])
def test_what_other_sites_add_and_what_asks_nothing_is_let_be(client: Client, address: str, query: str) -> None:
    page = client.get(f"{address}?{query}").text

    assert "There is a problem" not in page
    assert "Clear the choices" not in page


@pytest.mark.parametrize("address", LISTS)
def test_committee_that_is_none_is_said(client: Client, address: str) -> None:
    page = client.get(address, {"committee": "no-such", "q": "words"}).text if address == "/search/" else ""
    page = page or client.get(address, {"committee": "no-such"}).text

    assert "There is a problem" in page
    assert 'href="#id_committee"' in page
    assert 'aria-invalid="true"' in page


def test_list_is_narrowed_by_what_was_understood(client: Client) -> None:
    make_meeting(committee=make_committee(name="Planning"), date=date(2025, 3, 1))
    make_meeting(committee=make_committee(name="Cabinet"), date=date(2025, 3, 1))

    page = client.get("/meetings/", {"committee": "planning", "year": "next"})

    assert "Year: “next” is not in the list" in page.text
    assert "What was not understood is left out." in page.text
    assert [row.meeting.committee.name for row in page.context["rows"]] == ["Planning"]


def test_day_that_is_none_is_said_and_kept_as_typed(client: Client) -> None:
    make_decision(title="Late bus")

    page = client.get("/decisions/", {"date_from": "31/2/2026"}).text

    assert "Made from: Enter a real date, such as 27/3/2026" in page
    assert 'type="text" name="date_from" value="31/2/2026"' in page
    assert "Late bus" in page
    assert "spreadsheet" not in page


@pytest.mark.parametrize("address", ["/decisions/?date_from={}", "/search/?q=bus&date_from={}", "/people/?on={}"])
@pytest.mark.parametrize("day", ["2026-03-07", "7/3/2026", "7 March 2026"])
def test_day_in_any_form_that_is_read_stands_in_its_field(client: Client, address: str, day: str) -> None:
    page = client.get(address.format(day)).text

    assert "There is a problem" not in page
    assert 'value="2026-03-07"' in page


def test_day_of_seats_that_is_none_leads_to_its_field(client: Client) -> None:
    page = client.get("/people/", {"on": "soon"}).text

    assert '<a href="#id_on">As at: Enter a real date, such as 1/5/2024</a>' in page
    assert 'value="soon"' in page


def test_days_the_wrong_way_round_are_said(client: Client) -> None:
    page = client.get("/decisions/", {"date_from": "2026-03-02", "date_to": "2026-03-01"}).text
    assert "Made to: The last day must be the same as or after the first" in page


def test_too_many_words_are_said(client: Client) -> None:
    make_paper(title="Pools")
    assert "Use 100 characters or fewer" in client.get("/papers/", {"words": "x" * 101}).text


@pytest.mark.parametrize("address", ["/decisions.csv", "/recommendations.csv"])
def test_spreadsheet_of_what_is_not_understood_is_refused_in_plain_words(client: Client, address: str) -> None:
    answer = client.get(address, {"committee": "no-such", "from": "2024"})

    assert answer.status_code == 400
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.text == (
        "Committee: “no-such” is not in the list\n“from=2024” in the address is not a choice on this page"
    )


def test_second_page_is_no_choice_to_clear(client: Client) -> None:
    for _ in range(21):
        make_decision()
    page = client.get("/decisions/", {"page": "2"}).text
    assert "page 2" in page
    assert "Clear the choices" not in page
