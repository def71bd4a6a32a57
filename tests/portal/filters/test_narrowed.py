"""What narrows a search: facets with counts, what is chosen with a way out, and searches within a page's own thing."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from committees.models import Meeting
from documents.actions.papers import withdraw_document
from tests.builders import make_clerk, make_committee, make_item, make_meeting, make_paper, make_person, make_ward
from tests.indexes import follow

pytestmark = pytest.mark.django_db(transaction=True)


def page_of(client: Client, **query: str | int) -> str:
    response = client.get(reverse("search"), query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def paper_of(committee: str, day: date = date(2026, 3, 5), *, pages: int = 1, **fields: Any) -> Meeting:
    """A paper about kingfishers, and the meeting that takes it."""
    meeting = make_meeting(committee=make_committee(name=committee, slug=committee.lower()), date=day)
    make_paper(item=make_item(meeting=meeting), pages=("kingfisher",) * pages, **fields)
    return meeting


def facet(page: str, name: str) -> list[tuple[str, str]]:
    """Its values and their counts."""
    section = page.partition(f">{name}</h3>")[2].partition("</section>")[0]
    return re.findall(r'__words">([^<]*)</span> <span class="search-facet__count">([\d,]*)<', section)


def chips(page: str) -> dict[str, str]:
    """The words of each and the address without it."""
    found = re.findall(r'class="search-chip" href="([^"]*)".*?</span> <span>([^<]*)</span>', page)
    return {words: address.replace("&amp;", "&") for address, words in found}


def test_facets_count_pages_and_lead_to_them(client: Client) -> None:
    paper_of("Planning", pages=2)
    paper_of("Licensing", date(2025, 3, 5), kind="minutes")
    follow()

    page = page_of(client, q="kingfisher")

    assert facet(page, "Committee") == [("Planning", "2"), ("Licensing", "1")]
    assert facet(page, "Kind") == [("Report", "2"), ("Minutes", "1")]
    assert facet(page, "Year") == [("2026", "2"), ("2025", "1")]
    assert 'href="?q=kingfisher&amp;committee=planning" rel="nofollow"' in page
    assert 'href="?q=kingfisher&amp;date_from=2025-01-01&amp;date_to=2025-12-31" rel="nofollow"' in page
    narrowed = page_of(client, q="kingfisher", date_from="2025-01-01", date_to="2025-12-31")
    assert ">1 result</h2>" in narrowed


def test_facets_keep_the_order_and_leave_the_page(client: Client) -> None:
    paper_of("Planning")
    paper_of("Licensing")
    follow()

    page = page_of(client, q="kingfisher", sort="date", page="2", utm_source="x")

    assert 'href="?q=kingfisher&amp;committee=planning&amp;sort=date"' in page


def test_a_facet_that_would_narrow_nothing_is_not_shown(client: Client) -> None:
    paper_of("Planning", pages=2)
    follow()

    assert "Narrow the results" not in page_of(client, q="kingfisher")


def test_values_after_the_eighth_are_folded_away(client: Client) -> None:
    for number in range(1, 11):
        paper_of(f"Body{number}")
    follow()

    page = page_of(client, q="kingfisher")

    assert "2 more<span" in page
    assert len(facet(page, "Committee")) == 10
    assert len(facet(page.replace("<details", "</section>"), "Committee")) == 8


def test_what_is_chosen_can_be_removed_one_by_one_or_all_at_once(client: Client) -> None:
    ward = make_ward(name="Millrace", slug="millrace")
    paper_of("Planning")
    follow()

    page = page_of(
        client,
        q="kingfisher",
        committee="planning",
        kind="report",
        ward=ward.slug,
        date_from="2026-01-01",
        date_to="2026-12-31",
    )

    assert chips(page) == {
        "Committee: Planning": "?q=kingfisher&ward=millrace&kind=report&date_from=2026-01-01&date_to=2026-12-31",
        "Kind: Report": "?q=kingfisher&committee=planning&ward=millrace&date_from=2026-01-01&date_to=2026-12-31",
        "Ward: Millrace": "?q=kingfisher&committee=planning&kind=report&date_from=2026-01-01&date_to=2026-12-31",
        "Year: 2026": "?q=kingfisher&committee=planning&ward=millrace&kind=report",
    }
    assert '<a class="govuk-link search-chosen__all" href="?q=kingfisher" rel="nofollow">' in page


def test_one_day_is_a_choice_of_its_own(client: Client) -> None:
    follow()

    page = page_of(client, q="kingfisher", date_from="27/3/2026", date_to="2026-12-31")

    assert chips(page) == {
        "From: 27 March 2026": "?q=kingfisher&date_to=2026-12-31",
        "To: 31 December 2026": "?q=kingfisher&date_from=27%2F3%2F2026",
    }


def test_a_ward_narrows(client: Client) -> None:
    make_ward(name="Millrace", slug="millrace")
    make_paper(title="Elsewhere", pages=("kingfisher",))
    follow()

    page = page_of(client, q="kingfisher", ward="millrace")

    assert "Elsewhere" not in page
    assert '<option value="millrace" selected>' in page
    assert 'href="?q=kingfisher" rel="nofollow">look in all wards</a> (1 result)' in page


def test_a_ward_that_is_not_there_is_an_error(client: Client) -> None:
    assert "Choose a ward from the list" in page_of(client, q="kingfisher", ward="nowhere")


def test_search_is_within_a_meeting(client: Client) -> None:
    meeting = paper_of("Planning")
    paper_of("Licensing")
    follow()

    page = page_of(client, q="kingfisher", meeting=meeting.pk)

    assert ">1 result</h2>" in page
    assert chips(page) == {"Meeting: Planning, 5 March 2026": "?q=kingfisher"}
    assert f'<input type="hidden" name="meeting" value="{meeting.pk}"' in page


def test_search_is_within_a_paper(client: Client) -> None:
    paper = make_paper(title="Banks of the Sallow", pages=("kingfisher",))
    paper_of("Licensing")
    follow()

    page = page_of(client, q="kingfisher", paper=paper.pk)

    assert ">1 result</h2>" in page
    assert chips(page) == {"Paper: Banks of the Sallow": "?q=kingfisher"}


def test_search_is_within_papers_that_name_a_person(client: Client) -> None:
    person = make_person(name="Ann Marsh")
    make_paper(title="Named", pages=("Ann Marsh saw a kingfisher",))
    paper_of("Licensing", title="Unnamed")
    follow()

    page = page_of(client, q="kingfisher", person=person.pk)

    assert ">Named<" in page
    assert "Unnamed" not in page
    assert chips(page) == {f"Naming: {person.formal_name}": "?q=kingfisher"}


@pytest.mark.parametrize("given", ["99999", "0", "-1", "x", "9" * 40, "\x00", "é", "1 OR 1"])
@pytest.mark.parametrize("name", ["meeting", "paper", "person"])
def test_what_is_not_there_cannot_be_searched_within(client: Client, name: str, given: str) -> None:
    page = page_of(client, q="kingfisher", **{name: given})

    assert "There is a problem" in page
    assert '<a href="?q=kingfisher" rel="nofollow">Search everything instead</a>' in page
    assert f'name="{name}"' not in page


@pytest.mark.parametrize("given", ["x" * 400, "\x00", "é", "' OR 1"])
@pytest.mark.parametrize("name", ["committee", "ward", "kind", "date_from"])
def test_any_other_value_is_a_message(client: Client, name: str, given: str) -> None:
    assert "There is a problem" in page_of(client, q="kingfisher", **{name: given})


def test_what_is_not_public_is_as_what_is_not_there(client: Client) -> None:
    paper = make_paper(title="Gone", pages=("kingfisher",))
    withdraw_document(document=paper, by=make_clerk(), reason="It named a resident.")
    hidden = {"meeting": make_meeting(committee=make_committee(is_public=False)).pk, "paper": paper.pk}
    hidden["person"] = make_person(name="Ann Marsh", is_public=False).pk

    for name, pk in hidden.items():
        assert page_of(client, q="kingfisher", **{name: pk}) == page_of(client, q="kingfisher", **{name: "99999"})


@pytest.mark.parametrize("name", ["committee", "meeting", "paper", "person"])
def test_a_page_searches_within_what_it_is_of(client: Client, name: str) -> None:
    meeting = make_meeting(committee=make_committee(slug="planning"))
    paper, person = make_paper(item=make_item(meeting=meeting)), make_person(name="Ann Marsh")
    things: dict[str, Any] = {"committee": meeting.committee, "meeting": meeting, "paper": paper, "person": person}
    value = "planning" if name == "committee" else things[name].pk

    page = client.get(things[name].get_absolute_url()).text

    form = page.partition('<form class="search-within')[2].partition("</form>")[0]
    assert f'<input type="hidden" name="{name}" value="{value}">' in form
    assert 'action="/search/" method="get"' in form


def test_nothing_chosen_shows_no_choices(client: Client) -> None:
    assert "search-chip" not in page_of(client, q="kingfisher")


def test_queries_do_not_grow_with_facets(client: Client) -> None:
    numbers = []
    for more in (2, 9):
        for _ in range(more):
            meeting = make_meeting(committee=make_committee(), date=date(2026 - more, 3, 5))
            make_paper(item=make_item(meeting=meeting), pages=("kingfisher",))
        follow()
        page_of(client, q="kingfisher")  # what is kept for a while is read now
        with CaptureQueriesContext(connection) as captured:
            page_of(client, q="kingfisher")
        numbers.append(len(captured))

    assert numbers[0] == numbers[1]
