from datetime import date
from html import escape
from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from documents.actions.papers import withdraw_document
from tests.builders import make_clerk, make_committee, make_item, make_meeting, make_paper
from tests.indexes import follow

pytestmark = pytest.mark.django_db(transaction=True)


def page_of(client: Client, **query: str) -> str:
    response = client.get(reverse("search"), query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_the_page_without_words_says_what_can_be_looked_for(client: Client) -> None:
    page = page_of(client)

    assert page.count("<h1") == 1
    assert "What you can look for" in page
    assert "noindex" not in page


def test_a_result_links_to_its_page_with_the_words_marked(client: Client) -> None:
    meeting = make_meeting(committee=make_committee(name="Planning Committee"), date=date(2026, 3, 5))
    paper = make_paper(
        title="Orchard Lea", item=make_item(meeting=meeting, label="4"), pages=("Cover.", "A kingfisher’s nest")
    )
    follow()

    page = page_of(client, q="kingfishers nest")

    assert ">1 result</h2>" in page
    assert f'href="{paper.get_absolute_url()}?q=kingfishers+nest#page-2"' in page
    assert "A <mark>kingfisher’s</mark> <mark>nest</mark>" in page
    assert "Planning Committee, <time" in page


def test_hostile_text_of_a_page_is_escaped(client: Client) -> None:
    make_paper(title="<b>Bold</b>", pages=("<script>alert('kingfisher')</script> <mark>not ours</mark> kingfisher",))
    follow()

    page = page_of(client, q="kingfisher")

    assert "<script>" not in page
    assert "&lt;script&gt;alert(&#x27;<mark>kingfisher</mark>&#x27;)&lt;/script&gt; &lt;mark&gt;not ours" in page
    assert "<b>Bold</b>" not in page


def test_a_query_is_escaped(client: Client) -> None:
    follow()
    query = '"><script>kingfisher</script>'

    page = page_of(client, q=query)

    assert query not in page
    assert escape("<script>kingfisher</script>") in page


def test_a_withdrawn_paper_is_not_on_the_page_while_the_follower_is_stopped(client: Client) -> None:
    paper = make_paper(title="Gone", pages=("kingfisher",))
    follow()
    withdraw_document(document=paper, by=make_clerk(), reason="It named a resident.")

    page = page_of(client, q="kingfisher")

    assert "Nothing found for “kingfisher”" in page
    assert "Gone" not in page


def test_more_pages_of_a_paper_are_counted(client: Client) -> None:
    make_paper(pages=("kingfisher",) * 5)
    follow()

    assert "2 more pages</a> in this paper" in page_of(client, q="kingfisher")


def test_pagination_keeps_the_query(client: Client) -> None:
    committee = make_committee(slug="planning")
    for day in range(1, 13):
        meeting = make_meeting(committee=committee, date=date(2026, 3, day))
        make_paper(item=make_item(meeting=meeting), pages=("kingfisher",))
    follow()

    page = page_of(client, q="kingfisher", committee="planning")

    assert ">12 results</h2>" in page
    assert "?q=kingfisher&amp;committee=planning&amp;page=2" in page
    assert page_of(client, q="kingfisher", committee="planning", page="2").count('class="search-group"') == 2


@pytest.mark.parametrize("number", ["0", "-1", "99", "x", "９", "9" * 5000])
def test_a_page_that_is_no_page_is_answered(client: Client, number: str) -> None:
    make_paper(pages=("kingfisher",))
    follow()

    assert ">1 result</h2>" in page_of(client, q="kingfisher", page=number)


def test_filters_narrow_and_are_kept_in_the_form(client: Client) -> None:
    committee = make_committee(name="Planning Committee", slug="planning")
    make_paper(title="Found", item=make_item(meeting=make_meeting(committee=committee)), pages=("kingfisher",))
    make_paper(title="Elsewhere", pages=("kingfisher",))
    follow()

    page = page_of(client, q="kingfisher", committee="planning", kind="report", date_from="2020-01-31")

    assert "Found" in page
    assert "Elsewhere" not in page
    assert '<option value="planning" selected>' in page
    assert '<option value="report" selected>' in page
    assert 'value="2020-01-31"' in page


def test_an_error_is_tied_to_its_field_and_what_was_typed_is_kept(client: Client) -> None:
    page = page_of(client, q="kingfisher", date_from="31/2/2026", date_to="yesterday")

    assert page.count("Enter the first day as a real date, such as 27/3/2026") == 2
    assert page.count("Enter the last day as a real date, such as 27/3/2026") == 2
    assert '<a href="#id_date_from">' in page
    assert 'aria-describedby="id_date_from_error"' in page
    assert 'type="text" name="date_from" value="31/2/2026"' in page
    assert 'value="kingfisher"' in page
    assert "<title>Error:" in page


def test_dates_the_wrong_way_round_are_an_error(client: Client) -> None:
    page = page_of(client, q="kingfisher", date_from="2026-03-02", date_to="2026-03-01")

    assert "The last day must be the same as or after the first" in page


def test_a_committee_that_is_not_public_cannot_be_chosen(client: Client) -> None:
    make_committee(name="Appointments Panel", slug="panel", is_public=False)

    page = page_of(client, q="kingfisher", committee="panel")

    assert "Choose a committee from the list" in page
    assert "Appointments Panel" not in page


def test_too_long_a_query_is_an_error(client: Client) -> None:
    page = page_of(client, q="x" * 5000)

    assert "Search words must be 200 characters or fewer" in page


@pytest.mark.parametrize("query", ["😀", "-kingfisher", '""', "..."])
def test_a_query_without_words_asks_for_one(client: Client, query: str) -> None:
    follow()

    assert "Enter at least one word to look for" in page_of(client, q=query)


def test_control_characters_are_spaces(client: Client) -> None:
    make_paper(pages=("kingfisher",))
    follow()

    assert ">1 result</h2>" in page_of(client, q="\x00king\u202efisher \x07kingfisher".replace("king\u202efisher ", ""))


def test_an_unmatched_quote_is_explained(client: Client) -> None:
    make_paper(pages=("mould and damp",))
    follow()

    assert "A quotation mark is missing" in page_of(client, q='damp "mould')


def test_a_date_that_cannot_be_read_is_explained(client: Client) -> None:
    follow()

    assert "A date could not be read" in page_of(client, q="kingfisher from:yesterday")


def test_nothing_found_offers_what_to_leave_out_with_counts(client: Client) -> None:
    make_paper(title="A", pages=("kingfisher", "kingfisher nests"))
    hidden = make_paper(pages=("heron",))
    follow()
    withdraw_document(document=hidden, by=make_clerk(), reason="It named a resident.")

    filtered = page_of(client, q="kingfisher to:2100", kind="minutes", page="1")
    assert 'href="?q=kingfisher+to%3A2100" rel="nofollow">look at all kinds</a> (2 results)' in filtered
    assert 'href="?q=kingfisher" rel="nofollow">search everything</a> (2 results)' in filtered
    assert "later meetings" not in filtered
    worded = page_of(client, q='heron "nests kingfisher" -egret')
    assert "leave out" not in worded
    phrase = page_of(client, q='"nests kingfisher"')
    assert 'href="?q=nests+kingfisher" rel="nofollow">leave out the quotation marks of' in phrase


def test_the_newest_can_go_first(client: Client) -> None:
    for title, day, text in (
        ("Old", date(2020, 1, 8), "kingfisher " * 5),
        ("New", date(2026, 1, 8), "A kingfisher, " + "x " * 90),
    ):
        make_paper(title=title, item=make_item(meeting=make_meeting(date=day)), pages=(text,))
    follow()

    best, newest = page_of(client, q="kingfisher"), page_of(client, q="kingfisher", sort="date")

    assert best.index(">Old<") < best.index(">New<")
    assert newest.index(">New<") < newest.index(">Old<")
    assert 'href="?q=kingfisher&amp;sort=date"' in best
    assert 'href="?q=kingfisher"' in newest
    assert '<input type="hidden" name="sort" value="date">' in newest
    assert page_of(client, q="kingfisher", sort="x" * 999).index(">Old<")


def test_more_papers_than_are_grouped_is_said(client: Client) -> None:
    for _ in range(3):
        make_paper(pages=("kingfisher",))
    follow()

    with patch("documents.search.finding.CONSIDERED", 2):
        page = page_of(client, q="kingfisher")

    assert "3 results in more than 2 papers" in page


def test_search_says_it_is_being_rebuilt_and_recovers(client: Client) -> None:
    make_paper(title="Found", pages=("kingfisher",))

    assert "Search is being rebuilt" in page_of(client, q="kingfisher")

    follow()
    assert "Found" in page_of(client, q="kingfisher")


def test_search_of_an_index_damaged_while_the_site_runs_is_being_rebuilt_and_recovers(client: Client) -> None:
    make_paper(title="Found", pages=("kingfisher",))
    follow()
    assert "Found" in page_of(client, q="kingfisher")
    for path in Path(settings.SEARCH_INDEX_DIR).glob("*/meta.json"):
        path.write_text("{")

    assert "Search is being rebuilt" in page_of(client, q="kingfisher")

    follow()
    assert "Found" in page_of(client, q="kingfisher")


def test_queries_do_not_grow_with_what_is_found(client: Client) -> None:
    numbers = []
    for more in (1, 6):
        for _ in range(more):
            make_paper(pages=("kingfisher", "kingfisher"))
            make_item(title="kingfisher")
        follow()
        page_of(client, q="kingfisher")  # what is kept for a while is read now
        with CaptureQueriesContext(connection) as captured:
            page_of(client, q="kingfisher")
        numbers.append(len(captured))

    assert numbers[0] == numbers[1]
