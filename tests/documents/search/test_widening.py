"""Acronyms the papers explain, and words they write as one."""

import pytest

from documents.search.index import Snapshot
from documents.search.outbox import Touched
from documents.search.syntax import parse
from documents.search.widening import acronyms_asked, joined_words_asked
from tests.documents.search.units import NOTHING_PENDING, asking, indexed, pages

EXPLAINED = indexed(pages("The Annual Governance Statement (AGS) is due."))


def learnt(index: Snapshot, query: str, pending: Touched = NOTHING_PENDING) -> list[tuple[str, ...]]:
    allowed = asking(index, query, pending=pending).allowed()
    return list(acronyms_asked(index.searcher, parse(query), allowed))


def joined(index: Snapshot, query: str, pending: Touched = NOTHING_PENDING) -> list[tuple[str, ...]]:
    allowed = asking(index, query, pending=pending).allowed_anywhere()
    return list(joined_words_asked(index.searcher, index.schema, parse(query), allowed))


def test_an_acronym_finds_its_words() -> None:
    assert learnt(EXPLAINED, "the AGS of 2016") == [("ags", "annual governance statement")]


def test_words_find_their_acronym() -> None:
    assert learnt(EXPLAINED, "late annual governance statement") == [("annual governance statement", "ags")]


@pytest.mark.parametrize("query", ['"ags"', "-ags report", "ags*", "annual statement", "governance statement"])
def test_what_stands_as_it_is_or_is_not_all_of_it_is_not_widened(query: str) -> None:
    assert learnt(EXPLAINED, query) == []


def test_an_acronym_is_not_learnt_from_a_paper_that_is_pending() -> None:
    assert learnt(EXPLAINED, "ags", Touched(documents={1})) == []
    assert learnt(EXPLAINED, "annual governance statement", Touched(documents={1})) == []


def test_an_acronym_that_two_papers_explain_is_learnt_from_the_one_left() -> None:
    index = indexed(pages("Business Improvement District (BID)", "Business Improvement District (BID)"))

    assert learnt(index, "bid", Touched(documents={1})) == [("bid", "business improvement district")]


def test_an_acronym_with_two_meanings_finds_both() -> None:
    index = indexed(pages("Public Health (PH)", "Planning House (PH)"))

    ((asked, *others),) = learnt(index, "ph")

    assert (asked, set(others)) == ("ph", {"public health", "planning house"})


def test_two_words_find_the_one_that_a_page_makes_of_them() -> None:
    assert joined(indexed(pages("Potholes in the road")), "mend pot holes") == [("pot holes", "potholes")]


def test_two_words_that_no_page_writes_as_one_stay_two() -> None:
    assert joined(indexed(pages("Pot holes in the road")), "pot holes") == []


def test_two_words_are_not_joined_to_one_that_only_a_pending_paper_has() -> None:
    assert joined(indexed(pages("Potholes")), "pot holes", Touched(documents={1})) == []


@pytest.mark.parametrize("query", ['"pot" holes', "pot -holes", "pot OR holes"])
def test_words_that_stand_as_they_are_are_not_joined(query: str) -> None:
    assert joined(indexed(pages("Potholes")), query) == []
