from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given, strategies
from hypothesis import settings as hypothesis_settings

from committees.models import Access, AgendaItem, Meeting, PublicChange, record_change
from documents.actions.papers import restrict_document, withdraw_document
from documents.models import Document
from documents.search import search
from documents.search.doubts import Doubt
from documents.search.loosening import SEARCHES
from tests.builders import GROUNDS, make_clerk, make_committee, make_item, make_meeting, make_paper, make_paragraph
from tests.indexes import counts, follow, renewed, titles

pytestmark = pytest.mark.django_db(transaction=True)


def test_words_are_found_in_text_and_title() -> None:
    make_paper(title="Housing repairs", pages=("Nothing here.",))
    make_paper(title="Annual report", pages=("Cover.", "Repairing of houses goes well."))
    follow()

    assert titles("repair house") == ["Housing repairs", "Annual report"]


def test_a_hit_says_page_label_and_address() -> None:
    paper = make_paper(title="Annual report", pages=("Cover.", "The kingfisher came back."))
    follow()

    (group,) = search(query="kingfisher").groups

    (hit,) = group.hits
    assert (hit.number, hit.label) == (2, "2")
    assert hit.url == f"{paper.get_absolute_url()}?q=kingfisher#page-2"
    assert [fragment.text for fragment in hit.passage if fragment.marked] == ["kingfisher"]


def test_a_hit_says_and_opens_its_paragraph() -> None:
    text = "4.1 The pond is old.\n4.2 A kingfisher came back to the pond.\n"
    paper = make_paper(pages=("Cover.", text))
    make_paragraph(document=paper, label="4.1", page=2, text="The pond is old.")
    make_paragraph(document=paper, label="4.2", page=2, text="A kingfisher came back to the pond.")
    other = make_paper(pages=("A kingfisher came back to the pond.",))
    make_paragraph(document=other, label="9.9", page=2, text="A kingfisher came back to the pond.")
    follow()

    found = {group.id: group.hits[0] for group in search(query="kingfisher").groups}

    assert (found[paper.pk].number, found[paper.pk].paragraph) == (2, "4.2")
    assert found[paper.pk].url == f"{paper.get_absolute_url()}?q=kingfisher#p4.2"
    assert (found[other.pk].paragraph, found[other.pk].url[-7:]) == ("", "#page-1")


def test_a_group_says_where_the_paper_is_taken() -> None:
    committee = make_committee(name="Planning Committee")
    meeting = make_meeting(committee=committee, date=date(2026, 3, 5))
    make_paper(item=make_item(meeting=meeting, label="4", title="Orchard Lea"), pages=("kingfisher",))
    follow()

    (group,) = search(query="kingfisher").groups

    assert (group.kind, group.committee, group.meeting_date) == ("Report", "Planning Committee", date(2026, 3, 5))
    assert (group.item, group.item_title) == ("4", "Orchard Lea")


def test_a_title_match_counts_only_the_first_page() -> None:
    make_paper(title="Kingfisher survey", pages=("One.", "Two.", "Three."))
    follow()

    assert counts(search(query="kingfisher")) == (1, 1)


def test_pages_of_one_paper_are_one_group_with_three_shown() -> None:
    make_paper(pages=tuple(f"kingfisher {number}" for number in range(5)))
    follow()

    results = search(query="kingfisher")

    assert counts(results) == (5, 1)
    assert (len(results.groups[0].hits), results.groups[0].more_hits) == (3, 2)


def test_an_item_without_papers_is_found_by_its_text() -> None:
    make_item(title="Declarations", text="Say whether you own a kingfisher.")
    follow()

    (group,) = search(query="kingfisher").groups

    assert (group.type, group.title) == ("item", "Declarations")


def test_an_item_is_found_through_the_paper_that_bears_its_title() -> None:
    item = make_item(title="Kingfisher")
    make_paper(item=item, title="Kingfisher")
    follow()

    (group,) = search(query="kingfisher").groups

    assert (group.type, group.item_title) == ("page", "Kingfisher")


def test_an_item_with_papers_of_other_titles_is_found_as_an_item_too() -> None:
    item = make_item(title="Kingfisher")
    make_paper(item=item, title="Appendix A")
    follow()

    assert [group.type for group in search(query="kingfisher").groups] == ["item", "page"]


def test_an_exempt_item_is_found_by_title_but_not_by_text() -> None:
    make_item(title="Heron", text="kingfisher", access=Access.EXEMPT, exempt_paragraphs=[3])
    follow()

    assert titles("heron") == ["Heron"]
    assert titles("kingfisher") == []


def test_a_phrase_is_found_only_in_one_piece_and_as_written() -> None:
    make_paper(title="A", pages=("damp and mould",))
    make_paper(title="B", pages=("mould and damp",))
    make_paper(title="C", pages=("damps and moulds",))
    follow()

    assert titles('"damp and mould"') == ["A"]


def test_a_minus_leaves_out_pages_with_the_word() -> None:
    make_paper(title="A", pages=("parking permits",))
    make_paper(title="B", pages=("parking meters",))
    follow()

    assert titles("parking -permits") == ["B"]


def test_a_minus_leaves_out_pages_with_the_phrase() -> None:
    make_paper(title="A", pages=("parking permits for residents",))
    make_paper(title="B", pages=("residents want parking",))
    follow()

    assert titles('parking -"permits for residents"') == ["B"]


def test_an_unmatched_quote_is_read_as_plain_words() -> None:
    make_paper(title="A", pages=("mould with damp",))
    follow()

    results = search(query='damp "mould')

    assert results.doubt is Doubt.QUOTATION
    assert counts(results) == (1, 1)


def test_common_words_need_not_be_on_the_page() -> None:
    make_paper(title="Bins", pages=("Collections change in May.",))
    follow()

    assert search(query="what is the council doing about bins collections").complete == 0
    assert titles("what about the bins collections") == ["Bins"]


def test_a_reference_is_found_whole_and_in_part() -> None:
    make_paper(title="A", pages=("Application P2019/1234/FUL for a shed",))
    make_paper(title="B", pages=("Application P2019/9999/FUL and 1234 sheds",))
    follow()

    assert titles("P2019/1234/FUL") == ["A"]
    assert titles("2019/1234") == ["A"]
    assert titles("1234/FUL") == ["A"]
    assert "A" in titles("1234")


def test_an_address_of_mail_is_found_whole_and_in_part() -> None:
    make_paper(title="A", pages=("Write to jane.smith@example.gov.uk today",))
    make_paper(title="B", pages=("Jane met Smith at example, gov of the uk",))
    follow()

    assert titles("jane.smith@example.gov.uk") == titles("@example.gov.uk") == ["A"]
    assert "A" in titles("jane.smith")


def test_any_of_a_choice_is_found_and_marked() -> None:
    for title, text in (("A", "damp walls and mould"), ("B", "timber rot"), ("C", "damp timber")):
        make_paper(title=title, pages=(text,))
    follow()

    results = search(query="(damp mould) OR (rot timber)")

    assert sorted(group.title for group in results.groups) == ["A", "B"]
    marked = {words.text for group in results.groups for words in group.hits[0].passage if words.marked}
    assert marked == {"damp", "mould", "timber", "rot"}
    assert search(query="timber -rot OR -walls").complete == 0


def test_a_beginning_finds_and_marks_and_leaves_out_words() -> None:
    make_paper(title="A", pages=("Kingfishers nest. P2019/1234/FUL",))
    make_paper(title="B", pages=("A fisher king. P2019/9999/FUL",))
    follow()

    (group,) = search(query="kingf*").groups
    assert [words.text for words in group.hits[0].passage if words.marked] == ["Kingfishers"]
    assert titles("P2019/12*") == ["A"]
    assert titles("ful -kingf*") == ["B"]


class TestNarrowing:
    def test_the_query_narrows_as_the_filters_do_and_they_go_before_it(self) -> None:
        first, second = make_committee(name="Planning Committee"), make_committee(name="Licensing Panel")
        old, new = date(2025, 5, 6), date(2026, 1, 8)
        make_paper(
            title="A",
            item=make_item(meeting=make_meeting(committee=first, date=old)),
            pages=("kingfisher",),
            kind=Document.Kind.MINUTES,
        )
        make_paper(title="B", item=make_item(meeting=make_meeting(committee=second, date=new)), pages=("kingfisher",))
        follow()

        for narrowed in ("committee:plan", "kind:minutes", "to:2025", "from:May 2025 to:5/2025"):
            assert titles(f"kingfisher {narrowed}") == ["A"], narrowed
        assert titles('kingfisher committee:"licensing panel" kind:report from:2026') == ["B"]
        assert titles("kingfisher committee:planning to:2025", committee=second, date_to=new) == ["B"]
        assert titles("kingfisher kind:minutes from:2025", kind="report") == ["B"]
        assert titles("kingfisher from:2026", date_to=old) == []

    def test_a_committee_there_is_not_or_that_is_hidden_is_plain_words(self) -> None:
        hidden = make_committee(name="Secret Panel", is_public=False)
        make_paper(title="A", pages=("kingfisher on a secret committee",))
        follow()

        for name in ("secret", hidden.slug, "heron"):
            results = search(query=f"kingfisher committee:{name}")
            assert results.doubt is Doubt.COMMITTEE
        assert titles("kingfisher committee:secret") == ["A"]


def test_accents_ligatures_and_apostrophes_are_folded() -> None:
    make_paper(title="A", pages=("The café’s ﬁnances",))
    follow()

    assert titles("cafe finance") == ["A"]


def test_the_newer_wins_among_equals() -> None:
    for title, day in (("Old", date(2020, 1, 8)), ("New", date(2026, 1, 8)), ("Middle", date(2023, 1, 8))):
        make_paper(title=title, item=make_item(meeting=make_meeting(date=day), title="Birds"), pages=("kingfisher",))
    follow()

    assert titles("kingfisher") == ["New", "Middle", "Old"]


class TestFilters:
    def test_committee(self) -> None:
        first, second = make_committee(), make_committee()
        make_paper(title="A", item=make_item(meeting=make_meeting(committee=first)), pages=("kingfisher",))
        make_paper(title="B", item=make_item(meeting=make_meeting(committee=second)), pages=("kingfisher",))
        follow()

        assert titles("kingfisher", committee=second) == ["B"]

    def test_dates_include_both_ends(self) -> None:
        for day in (1, 2, 3, 4):
            meeting = make_meeting(date=date(2026, 3, day))
            make_paper(title=str(day), item=make_item(meeting=meeting), pages=("kingfisher",))
        follow()

        found = titles("kingfisher", date_from=date(2026, 3, 2), date_to=date(2026, 3, 3))

        assert sorted(found) == ["2", "3"]

    def test_committee_and_date_hold_of_the_same_meeting(self) -> None:
        first, second = make_committee(), make_committee()
        old = make_item(meeting=make_meeting(committee=first, date=date(2020, 1, 8)))
        new = make_item(meeting=make_meeting(committee=second, date=date(2026, 1, 8)))
        paper = make_paper(title="A", item=old, pages=("kingfisher",))
        paper.listings.create(meeting=new.meeting, item=new, order=1)
        follow()

        assert titles("kingfisher", committee=first, date_from=date(2025, 1, 1)) == []
        (group,) = search(query="kingfisher", committee=first, date_to=date(2021, 1, 1)).groups
        assert group.meeting_date == date(2020, 1, 8)

    def test_kind(self) -> None:
        make_paper(title="A", kind=Document.Kind.MINUTES, pages=("kingfisher",))
        make_paper(title="B", pages=("kingfisher",))
        make_item(title="Kingfisher")
        follow()

        assert titles("kingfisher", kind="minutes") == ["A"]
        assert titles("kingfisher", kind="item") == ["Kingfisher"]


class TestHidden:
    def test_what_is_not_public_is_never_indexed(self) -> None:
        tomorrow = timezone.now() + timedelta(days=1)
        make_paper(published_at=None, pages=("kingfisher",))
        make_paper(published_at=tomorrow, pages=("kingfisher",))
        make_paper(access=Access.EXEMPT, exempt_paragraphs=[3], pages=("kingfisher",))
        make_paper(access=Access.CONFIDENTIAL, pages=("kingfisher",))
        make_paper(meeting=make_meeting(agenda=False), pages=("kingfisher",))
        make_paper(item=make_item(access=Access.EXEMPT, exempt_paragraphs=[3]), pages=("kingfisher",))
        make_item(published_at=None, title="kingfisher")
        follow()

        assert counts(search(query="kingfisher")) == (0, 0)

    def test_a_withdrawn_paper_is_not_found_or_counted_while_the_follower_is_stopped(self) -> None:
        gone = make_paper(title="Gone", pages=("kingfisher", "kingfisher"))
        make_paper(title="Kept", pages=("kingfisher",))
        follow()
        withdraw_document(document=gone, by=make_clerk(), reason="It named a resident.")

        results = search(query="kingfisher")

        assert counts(results) == (1, 1)
        assert [group.title for group in results.groups] == ["Kept"]

    def test_a_restricted_paper_is_not_found_while_the_follower_is_stopped(self) -> None:
        paper = make_paper(pages=("kingfisher",))
        follow()
        restrict_document(
            document=paper, by=make_clerk(), access="exempt", paragraphs=[3], reason="Costs.", grounds=GROUNDS
        )

        assert counts(search(query="kingfisher")) == (0, 0)

    def test_papers_under_a_changed_meeting_are_left_out_until_applied(self) -> None:
        paper = make_paper(pages=("kingfisher",))
        meeting = Meeting.objects.get(pk=paper.listings.get().meeting_id)
        make_item(meeting=meeting, title="Kingfisher")
        follow()
        record_change(PublicChange.Subject.MEETING, meeting.pk)
        assert counts(search(query="kingfisher")) == (0, 0)
        follow()
        assert counts(search(query="kingfisher")) == (2, 2)

    def test_a_paper_hidden_behind_the_followers_back_is_not_found_or_counted(self) -> None:
        paper = make_paper(pages=("kingfisher", "kingfisher"))
        make_paper(pages=("kingfisher",))
        follow()
        Document.objects.filter(pk=paper.pk).update(access=Access.CONFIDENTIAL)

        assert counts(search(query="kingfisher")) == (1, 1)

    def test_an_item_hidden_behind_the_followers_back_is_not_found_or_counted(self) -> None:
        item = make_item(title="Kingfisher")
        follow()
        AgendaItem.objects.filter(pk=item.pk).update(published_at=timezone.now() + timedelta(days=1))

        assert counts(search(query="kingfisher")) == (0, 0)

    def test_a_text_changed_since_is_not_shown_from_the_index(self) -> None:
        paper = make_paper(pages=("kingfisher secret",))
        follow()
        renewed(paper, title="Renamed")

        assert counts(search(query="secret")) == (0, 0)


def test_pages_of_results_hold_each_paper_once() -> None:
    for _ in range(5):
        make_paper(pages=("kingfisher",))
    follow()

    pages = [search(query="kingfisher", page=page, per_page=2) for page in (1, 2, 3)]

    assert [results.page_count for results in pages] == [3, 3, 3]
    assert len({group.id for results in pages for group in results.groups}) == 5


def test_a_page_that_is_not_there_is_the_nearest() -> None:
    make_paper(pages=("kingfisher",))
    follow()

    assert search(query="kingfisher", page=99).page == 1
    assert search(query="kingfisher", page=-4).page == 1


def test_queries_do_not_grow_with_what_is_found() -> None:
    make_paper(pages=("kingfisher",))
    make_item(title="kingfisher")
    follow()
    search(query="kingfisher")  # the synonyms are kept for a while
    few = queries_of_a_search()
    for _ in range(6):
        make_paper(pages=("kingfisher", "kingfisher"))
        make_item(title="kingfisher")
    follow()

    assert queries_of_a_search() == few


def test_offers_of_a_search_that_found_nothing_are_few_however_long_it_is() -> None:
    make_paper(pages=("kingfisher",))
    follow()

    with CaptureQueriesContext(connection) as captured:
        results = search(query=" ".join(f"w{number}" for number in range(40)), kind="minutes")

    assert results.offers == ()
    assert len(captured) <= 10 + 2 * SEARCHES


def test_an_offer_finds_what_it_counts() -> None:
    make_paper(pages=("kingfisher nests", "nests"))
    follow()

    (offer,) = search(query="heron nests", kind="report").offers

    assert (offer.words, offer.query, offer.pages) == ("heron", "nests", 2)
    assert counts(search(query=offer.query, kind="report")) == (2, 1)


def test_the_newest_first_holds_beyond_the_best_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("documents.search.finding.CONSIDERED", 2)
    monkeypatch.setattr("documents.search.finding.RANKED", 2)
    for title, day in (("Old", date(2020, 1, 8)), ("New", date(2026, 1, 8)), ("Middle", date(2023, 1, 8))):
        item = make_item(meeting=make_meeting(date=day))
        make_paper(title=title, item=item, pages=("kingfisher " * (2030 - day.year),))
    follow()

    assert titles("kingfisher", newest_first=True) == ["New", "Middle"]


def queries_of_a_search() -> int:
    with CaptureQueriesContext(connection) as captured:
        search(query="kingfisher", per_page=20)
    return len(captured)


HOSTILE = [
    "x" * 100_000,
    '"' * 5001,
    '""""""',
    "-",
    '--- - -"" "-"',
    "\x00\x01\x1f kingfisher",
    "😀 🏴‍☠️ kingfisher",
    "\u202ekingfisher \u2066عربي שלום",
    "text:kingfisher AND (title:[a TO z] OR *)^2~3",
    "\\\\ kingfisher \\",
    "\ud800 kingfisher",
    "e\u0301" * 90,
    "kingfisher " * 40,
    "a" + "\u0301" * 150,
    "(kingfisher OR " * 13,
    "(" * 100 + ")" * 100,
    "OR AND NOT NEAR kingfisher OR OR",
    "from:9999 to:0001 kind: committee:\x00 kingfisher",
    'committee:"" kind:"" from:"" kingfisher',
    "kingfisher* " + "zz9" * 50 + "*",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_is_answered(query: str) -> None:
    make_paper(pages=("A kingfisher flew over the عربي text.",))
    follow()

    results = search(query=query)

    assert results.complete in (0, 1)
    assert results.page == 1


def test_no_query_raises() -> None:
    make_paper(title="Kingfisher", pages=("“A kingfisher’s nest”, P2019/1234/FUL - and -more: (a) to (z).",))
    follow()
    operators = ["OR ", "(", ")", "from:", "to:2025", "kind:report", "committee:", '"', "king*", "-", "kingfisher "]
    operated = strategies.lists(strategies.sampled_from(operators), max_size=20).map("".join)
    letters = strategies.text(
        alphabet=strategies.sampled_from("ak 'kingfisher\"-–’“”+*()[]{}:/\\^~?!&|\x00é\u0301😀\ud800")
    )

    @hypothesis_settings(max_examples=150, deadline=None)
    @given(query=strategies.one_of(strategies.text(), letters, operated))
    def searched(query: str) -> None:
        assert search(query=query).page == 1

    searched()
