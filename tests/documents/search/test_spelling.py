"""Words typed wrongly, and what they may have been meant to be."""

import pytest

from documents.search.index import Snapshot
from documents.search.outbox import Touched
from documents.search.spelling import Respelling, certain_respellings, respellings, respelt
from tests.documents.search.units import NOTHING_PENDING, asking, indexed, pages


def offered(index: Snapshot, query: str, pending: Touched = NOTHING_PENDING) -> list[Respelling]:
    return list(respellings(index, asking(index, query, pending=pending)))


@pytest.mark.parametrize("typed", ["parkng", "parkking", "porking", "pakring", "aprking"])
def test_a_word_on_no_page_is_spelt_as_the_papers_have_it(typed: str) -> None:
    assert offered(indexed(pages("parking permits")), typed) == [Respelling(typed, "parking", is_certain=True)]


def test_of_words_as_near_the_one_on_more_pages_is_meant() -> None:
    index = indexed(pages("heron", "herons and baron", "baron", "baron", "heron", "heron"))

    assert [respelling.used for respelling in offered(index, "heroon")] == ["heron"]


@pytest.mark.parametrize("typed", ["cat", "the", "24/00108", '"parkng"', "-parkng", "pa*"])
def test_short_and_common_words_phrases_and_references_stay_as_they_are(typed: str) -> None:
    assert offered(indexed(pages("parking cot then 24 00109")), f"{typed} permits") == []


def test_another_form_of_a_word_on_a_page_is_no_mistake() -> None:
    assert offered(indexed(pages("parking permits")), "parked permit") == []


def test_a_rare_name_near_a_common_word_is_offered_the_word_and_kept() -> None:
    index = indexed(pages("Hanley", *["Hanlet"] * 20))

    assert offered(index, "Hanley") == [Respelling("hanley", "hanlet", is_certain=False)]


def test_a_short_word_that_no_page_has_any_more_is_offered_another_and_kept() -> None:
    assert offered(indexed(pages("in need of help")), "neet") == [Respelling("neet", "need", is_certain=False)]


def test_a_word_in_capitals_is_a_name_and_never_corrected() -> None:
    index = indexed(pages("parking permits"))

    assert certain_respellings(index, asking(index, "PARKNG"), "PARKNG") == []
    assert [word.used for word in certain_respellings(index, asking(index, "Parkng"), "Parkng")] == ["parking"]


@pytest.mark.parametrize("typed", ["barkign", "arkign", "xparkng"])
def test_a_wrong_first_letter_and_another_are_offered_the_word_and_kept(typed: str) -> None:
    assert offered(indexed(pages("parking permits")), typed) == [Respelling(typed, "parking", is_certain=False)]


def test_a_rare_word_is_not_offered_one_hardly_more_frequent() -> None:
    index = indexed(pages("Hanley", *["Hanlet"] * 5))

    assert offered(index, "Hanley") == []


def test_two_words_written_as_one_are_parted_where_a_page_has_them_side_by_side() -> None:
    assert [respelling.used for respelling in offered(indexed(pages("the car park is full")), "carpark")] == [
        "car park"
    ]
    assert offered(indexed(pages("the park for a car")), "carpark") == []


def test_a_word_is_not_corrected_to_one_that_only_hidden_pages_have() -> None:
    index = indexed(pages("parking", "kingfisher"))

    assert offered(index, "parkng", Touched(documents={1})) == []


def test_a_word_that_only_hidden_pages_have_is_corrected_as_if_no_page_had_it() -> None:
    index = indexed(pages("parkings and perking", "parking"))

    assert offered(index, "perking", Touched(documents={1})) == [Respelling("perking", "parking", is_certain=True)]


def test_words_are_not_parted_into_a_row_that_only_hidden_pages_have() -> None:
    index = indexed(pages("the car park is full", "a car", "a park"))

    assert offered(index, "carpark", Touched(documents={1})) == []


def test_the_query_is_respelt_and_what_narrows_it_stays() -> None:
    respelling = Respelling("parkng", "parking", is_certain=True)

    assert respelt("Parkng permits committee:parkng", respelling) == "parking permits committee:parkng"
