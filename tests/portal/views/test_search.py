import re
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
from documents.models import EmptySearch, Synonyms
from portal.views.search import AT_ONCE, _making_suggestions
from tests.builders import make_clerk, make_committee, make_decision, make_item, make_meeting, make_paper
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

    with patch("documents.search.finding.CONSIDERED", 2), patch("documents.search.finding.RANKED", 2):
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


def test_a_ward_that_no_ward_is_called_is_explained(client: Client) -> None:
    follow()

    assert "No ward has that name" in page_of(client, q="kingfisher ward:nowhere")


def test_a_word_that_no_page_has_is_corrected_and_told(client: Client) -> None:
    make_paper(pages=("A kingfisher nests",))
    follow()

    page = page_of(client, q="kingfihser")

    assert "No page has “kingfihser”, so this looked for <strong>kingfisher</strong> instead." in page
    assert ">1 result</h2>" in page
    assert 'value="kingfihser"' in page


def test_a_name_that_no_public_page_has_any_more_is_offered_another_and_kept(client: Client) -> None:
    make_paper(pages=("Help for young people in need",))
    gone = make_paper(pages=("Young people who are NEET",))
    follow()
    withdraw_document(document=gone, by=make_clerk(), reason="It named a resident.")
    before_the_follower = page_of(client, q="NEET")
    follow()

    for page in (before_the_follower, page_of(client, q="NEET")):
        assert "instead." not in page
        assert 'Did you mean <a class="govuk-link" href="?q=need" rel="nofollow">need</a>?' in page


def test_a_word_that_far_fewer_pages_have_is_offered_the_other(client: Client) -> None:
    make_paper(title="Typed", pages=("Councillor Bollart",))
    make_paper(pages=("A bollard",) * 30)
    follow()

    page = page_of(client, q="bollart", kind="report")

    assert "Typed" in page
    assert 'Did you mean <a class="govuk-link" href="?q=bollard&amp;kind=report" rel="nofollow">' in page
    assert "30 results</span>" in page


def test_what_was_looked_for_as_well_is_said(client: Client) -> None:
    Synonyms.objects.create(terms=["kingfisher", "halcyon", "<b>river bird</b>"])
    make_paper(pages=("The halcyon",))
    follow()

    page = page_of(client, q="kingfisher")

    assert "Also looked for “halcyon”, “&lt;b&gt;river bird&lt;/b&gt;”" in page
    assert ">1 result</h2>" in page


def test_pages_with_some_of_the_words_stand_under_a_heading(client: Client) -> None:
    make_paper(title="All", pages=("kingfisher heron egret",))
    make_paper(title="Two", pages=("kingfisher heron",))
    make_paper(pages=("something else",) * 40)
    follow()

    page = page_of(client, q="kingfisher heron egret")

    assert "1 has all the words, and stands first; the others have some." in page
    assert page.index(">All<") < page.index("With some of the words</h2>") < page.index(">Two<")


def test_no_page_with_all_the_words_is_said(client: Client) -> None:
    make_paper(title="Two", pages=("kingfisher heron",))
    make_paper(title="Other", pages=("egret",))
    follow()

    page = page_of(client, q="kingfisher heron egret")

    assert "No page has all of these words: these have some." in page
    assert "With some of the words" not in page
    assert ">Two<" in page
    assert 'href="?q=kingfisher+heron" rel="nofollow">leave out egret</a> (1 result)' in page


def test_pages_with_all_the_words_alone_need_no_word_of_it(client: Client) -> None:
    make_paper(pages=("kingfisher heron",))
    follow()

    page = page_of(client, q="kingfisher heron")

    assert "all the words" not in page
    assert "all of these words" not in page


def test_an_item_that_is_named_stands_above_all(client: Client) -> None:
    meeting = make_meeting(committee=make_committee(name="Planning"), date=date(2026, 3, 5))
    item = make_item(meeting=meeting, label="B2", title="Nesting boxes")
    follow()

    page = page_of(client, q="B2 5 March 2026")

    named = page.partition('<section class="search-named"')[2].partition("</section>")[0]
    assert f'href="{item.get_absolute_url()}">Nesting boxes</a>' in named
    assert '<p class="search-group__kind">Agenda item B2</p>' in named
    assert "You could:" not in page


def test_records_are_shown_as_what_they_are(client: Client) -> None:
    meeting = make_meeting(committee=make_committee(name="Kingfisher Panel"), date=date(2026, 3, 5))
    make_decision(meeting=meeting, title="Buy kingfisher boxes", committee=meeting.committee)
    make_paper(title="About them", item=make_item(meeting=meeting), pages=("kingfisher", "kingfisher"))
    follow()

    page = page_of(client, q="kingfisher")

    kinds = re.findall(r'<p class="search-group__kind">([^<]*)</p>', page)
    assert {"Decision", "Committee", "Meeting", "Report"} <= set(kinds)
    assert re.search(r'Kingfisher Panel, <time datetime="2026-03-05">5 March 2026</time></a></h3>', page)
    assert re.search(r">\d+ results in \d+ papers and records</h2>", page)


def test_a_search_that_found_nothing_is_counted_without_its_reader(client: Client) -> None:
    follow()

    page_of(client, q="Kingfisher")

    assert list(EmptySearch.objects.values_list("words", "count")) == [("kingfisher", 1)]


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "kingfisher"},
        {"q": "kingfisher", "kind": "minutes"},
        {"q": "heron", "committee": "planning"},
        {"q": "heron", "date_from": "2026-01-01"},
        {"q": "heron kind:minutes"},
        {"q": "heron", "page": "2"},
        {"q": "kingfihser"},
        {"q": "-heron"},
        {"q": ""},
        {"q": "heron", "kind": "none"},
    ],
)
def test_any_other_search_is_not_counted(client: Client, asked: dict[str, str]) -> None:
    make_committee(slug="planning")
    make_paper(pages=("kingfisher",))
    follow()

    page_of(client, **asked)

    assert not EmptySearch.objects.exists()


def test_a_search_while_the_index_is_rebuilt_is_not_counted(client: Client) -> None:
    assert "Search is being rebuilt" in page_of(client, q="heron")

    assert not EmptySearch.objects.exists()


def suggested(client: Client, words: str) -> list[tuple[str, str, str]]:
    response = client.get(reverse("search_suggestions"), {"q": words})
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    return [(row["text"], row["kind"], row["url"]) for row in response.json()["suggestions"]]


def test_suggestions_are_names_words_and_titles(client: Client) -> None:
    committee = make_committee(name="Kingfisher Panel")
    paper = make_paper(title="Kingfishers", pages=("A kingfisher nests",))
    follow()

    found = suggested(client, "kingf")

    assert ("Kingfisher Panel", "Committee", committee.get_absolute_url()) in found
    assert ("kingfisher", "", "/search/?q=kingfisher") in found
    assert ("Kingfishers", "Paper", paper.get_absolute_url()) in found


@pytest.mark.parametrize("words", ["", "ki", "  k i ", "\x00ki", '"""', "😀😀😀", "k" * 100_000])
def test_nothing_is_suggested_for_too_little_or_for_no_words(client: Client, words: str) -> None:
    make_paper(title="Kingfishers", pages=("A kingfisher’s nest",))
    follow()

    assert suggested(client, words) == []


@pytest.mark.parametrize(
    "words", ["afforde", "council -afforde", "council (afforde", "council", f"council {'.' * 185} affor"]
)
def test_a_word_that_only_a_withdrawn_page_has_is_not_suggested(client: Client, words: str) -> None:
    make_paper(title="Homes", pages=("What the council can afford. Affor is a place.",))
    hidden = make_paper(title="Hidden", pages=("What the council afforded.",))
    follow()
    withdraw_document(document=hidden, by=make_clerk(), reason="In error")

    assert not [text for text, _, _ in suggested(client, words) if "afforded" in text]


def test_nothing_is_suggested_while_the_index_is_rebuilt(client: Client) -> None:
    make_paper(title="Kingfishers", pages=("A kingfisher’s nest",))

    assert suggested(client, "kingf") == []


def test_no_more_suggestions_are_made_at_once_than_leave_room_for_pages(client: Client) -> None:
    follow()
    making = [_making_suggestions.acquire(blocking=False) for _ in range(AT_ONCE)]
    try:
        response = client.get(reverse("search_suggestions"), {"q": "kingf"})
    finally:
        for _ in making:
            _making_suggestions.release()

    assert (response.status_code, response.json()) == (429, {"suggestions": []})
    assert client.get(reverse("search_suggestions"), {"q": "kingf"}).status_code == 200


def test_suggestions_are_asked_for_and_not_sent(client: Client) -> None:
    assert client.post(reverse("search_suggestions"), {"q": "kingf"}).status_code == 405


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
