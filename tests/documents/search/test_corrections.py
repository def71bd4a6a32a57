"""Words typed wrongly, words that mean the same, and what is named, through the one door of search."""

from datetime import date

import pytest

from committees.actions import restrict_item
from committees.models import AgendaItem, PublicChange, record_change
from documents.actions.papers import restrict_document, withdraw_document
from documents.actions.synonyms import save_synonyms
from documents.search import search
from documents.search.synonyms import forget_synonyms
from tests.builders import GROUNDS, make_clerk, make_item, make_meeting, make_paper, make_section
from tests.indexes import follow, titles

pytestmark = pytest.mark.django_db


def test_a_word_that_no_page_has_is_corrected_and_told() -> None:
    make_paper(title="A", pages=("parking permits", "parking"))
    follow()

    results = search(query="parkng permits")

    assert [group.title for group in results.groups] == ["A"]
    assert results.corrected is not None
    assert (results.corrected.typed, results.corrected.used) == ("parkng", "parking")
    assert (results.corrected.query, results.corrected.pages, results.complete) == ("parking permits", 1, 1)


def test_a_rare_name_is_found_and_the_frequent_word_near_it_only_offered() -> None:
    make_paper(title="A", pages=("Councillor Hanley",))
    make_paper(title="B", pages=("Hartley",) * 25 + ("Hanlet",) * 25)
    follow()

    results = search(query="Hanley")

    assert ([group.title for group in results.groups], results.corrected) == (["A"], None)
    assert results.suggested is not None
    assert (results.suggested.used, results.suggested.pages) == ("hanlet", 25)


def test_a_withdrawn_word_is_corrected_as_if_no_page_had_it_while_the_follower_is_stopped() -> None:
    gone = make_paper(pages=("perking",))
    make_paper(title="A", pages=("parking",))
    follow()
    assert search(query="perking").corrected is None
    withdraw_document(document=gone, by=make_clerk(), reason="It named a resident.")

    results = search(query="perking")

    assert (results.corrected and results.corrected.used, titles("perking")) == ("parking", ["A"])


def test_a_word_of_a_withdrawn_paper_is_no_correction_while_the_follower_is_stopped() -> None:
    gone = make_paper(pages=("glockenspiel",))
    follow()
    withdraw_document(document=gone, by=make_clerk(), reason="It named a resident.")

    results = search(query="glockenspeil")

    assert (results.pages, results.corrected, results.suggested, results.offers) == (0, None, None, ())


@pytest.mark.parametrize(("written", "typed"), [("the car park", "carpark"), ("a carpark", "car park")])
def test_words_written_as_one_or_as_two_find_each_other(written: str, typed: str) -> None:
    make_paper(title="A", pages=(written,))
    follow()

    assert titles(typed) == ["A"]


@pytest.mark.parametrize("query", ["AGS", "annual governance statement"])
def test_an_acronym_and_its_words_find_each_other_and_say_so(query: str) -> None:
    make_paper(title="Explained", pages=("The Annual Governance Statement (AGS).",))
    make_paper(title="Letters", pages=("The AGS is late.",))
    make_paper(title="Words", pages=("An annual governance statement is late.",))
    follow()

    results = search(query=query)

    assert {group.title for group in results.groups} == {"Explained", "Letters", "Words"}
    assert [widening.typed for widening in results.widened] == [query.lower()]


@pytest.mark.parametrize("hidden", ["withdrawn", "exempt"])
def test_an_acronym_is_not_learnt_from_a_hidden_paper(hidden: str) -> None:
    explained = make_paper(pages=("The Annual Governance Statement (AGS).",))
    make_paper(title="Words", pages=("An annual governance statement is late.",))
    follow()
    if hidden == "withdrawn":
        withdraw_document(document=explained, by=make_clerk(), reason="It named a resident.")
    else:
        restrict_document(
            document=explained, by=make_clerk(), access="exempt", paragraphs=[3], reason="Costs.", grounds=GROUNDS
        )

    for _ in ("while the follower is stopped", "after it has followed"):
        results = search(query="AGS")
        assert (results.pages, results.widened) == (0, ())
        follow()


def test_a_synonym_is_found_as_one_and_as_many() -> None:
    make_paper(title="One", pages=("a swimming pool",))
    make_paper(title="Many", pages=("two swimming pools",))
    make_paper(title="Parted", pages=("swimming in the pool",))
    save_synonyms(typed="lido\nswimming pool", by=None)
    forget_synonyms()
    follow()

    assert sorted(titles("lido")) == ["Many", "One"]


def test_pages_with_some_of_the_words_stand_after_those_with_all() -> None:
    make_paper(title="Some", pages=("kingfisher " * 9,))
    make_paper(title="All", pages=("A heron once met a kingfisher on the banks of a pond.",))
    make_paper(pages=("reeds",) * 12)  # for neither word to be on so many pages that it tells nothing
    follow()

    results = search(query="heron kingfisher")

    assert [(group.title, group.partly) for group in results.groups] == [("All", False), ("Some", True)]
    assert (results.complete, results.pages) == (1, 2)


def test_the_newest_first_are_as_many_as_the_best_first() -> None:
    old, new = (make_item(meeting=make_meeting(date=date(year, 3, 5))) for year in (2020, 2026))
    make_paper(title="Some", item=new, pages=("kingfisher",))
    make_paper(title="All", item=old, pages=("A heron once met a kingfisher on the banks of a pond.",))
    make_paper(pages=("reeds",) * 12)
    follow()

    results = search(query="heron kingfisher", newest_first=True)

    assert [(group.title, group.partly) for group in results.groups] == [("All", False), ("Some", True)]
    assert (results.complete, results.pages) == (1, 2)


class TestNamed:
    def make_item(self) -> AgendaItem:
        meeting = make_meeting(date=date(2016, 9, 22))
        return make_item(meeting=meeting, section=make_section(meeting=meeting, letter="B"), label="2", title="Sheds")

    def test_an_item_is_named_by_its_label_and_day_above_all_others(self) -> None:
        self.make_item()
        follow()

        (named,) = search(query="B2 22 September 2016").named

        assert (named.type, named.title, named.item, named.meeting_date) == ("item", "Sheds", "B2", date(2016, 9, 22))

    def test_a_hidden_item_is_not_named_while_the_follower_is_stopped(self) -> None:
        item = self.make_item()
        follow()
        AgendaItem.objects.filter(pk=item.pk).update(published_at=None)
        record_change(PublicChange.Subject.MEETING, item.meeting_id)

        assert search(query="B2 22 September 2016").named == ()

    def test_an_exempt_item_is_named_by_its_title_alone(self) -> None:
        item = self.make_item()
        AgendaItem.objects.filter(pk=item.pk).update(text="glockenspiel")
        restrict_item(item=item, by=make_clerk(), access="exempt", paragraphs=[3], reason="Costs.", grounds=GROUNDS)
        follow()

        (named,) = search(query="B2 22 September 2016").named

        assert (named.title, named.hits) == ("Sheds", ())

    def test_nothing_is_named_within_a_filter(self) -> None:
        self.make_item()
        follow()

        assert search(query="B2 22 September 2016", kind="report").named == ()
