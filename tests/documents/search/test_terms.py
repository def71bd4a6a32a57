"""Terms as a clerk types them."""

import pytest

from documents.search.terms import clause_of, forms_of, problems_of, stems_of, terms_typed


def test_terms_are_folded_and_kept_once() -> None:
    typed = "  Bedroom   Tax \n\nbedroom tax\r\nResidents’ parking\nunder‑occupancy charge"

    assert terms_typed(typed) == ("bedroom tax", "residents' parking", "under-occupancy charge")


def test_good_terms_have_no_problems() -> None:
    assert problems_of(("bedroom tax", "residents' parking", "under-occupancy charge", "20 mph", "café")) == []


@pytest.mark.parametrize(
    ("terms", "problem"),
    [
        (("bins",), "at least two"),
        (tuple(f"word{number}" for number in range(21)), "at most 20 words or phrases: there are 21"),
        (("bins", "one two three four five six seven"), "has 7 words: a phrase has at most 6"),
        (("bins", "well-known one-two three four five"), "has 7 words"),
        (("bins", "x" * 101), "is too long"),
        (("bins", "of the"), "is in nearly every paper"),
        (("bins", "rubbish & waste"), "may hold only letters"),
        (("bins", "under_score"), "may hold only letters"),
        (("bins", "-"), "may hold only letters"),
        (("bins", '"refuse"'), "may hold only letters"),
        (("bins", "waste\u202ecollection"), "may hold only letters"),
    ],
)
def test_term_that_cannot_be_kept_is_named(terms: tuple[str, ...], problem: str) -> None:
    assert any(problem in told for told in problems_of(terms))


def test_terms_with_other_endings_are_the_same() -> None:
    assert stems_of("bin collections") == stems_of("bins collected")


def test_phrase_of_a_term_holds_all_its_words() -> None:
    assert clause_of('the "spare" room: subsidy').exact == ("the", "spare", "room", "subsidy")
    assert clause_of("word " * 60).together


def test_term_without_words_asks_for_nothing() -> None:
    assert clause_of("…").exact == ()


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("swimming pool", "swimming pools"),
        ("parking policy", "parking policies"),
        ("bin day", "bin days"),
        ("council tax", "council taxes"),
        ("night bus", "night buses"),
        ("youth club", "youth clubs"),
        ("parish church", "parish churches"),
        ("fire access", "fire accesses"),
    ],
)
def test_a_phrase_is_looked_for_as_one_and_as_many(one: str, many: str) -> None:
    assert forms_of(one) == (one, many)


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("swimming pools", "swimming pool"),
        ("parking policies", "parking policy"),
        ("parish churches", "parish church"),
        ("night buses", "night bus"),
        ("licensed taxis", "licensed taxi"),
        ("council houses", "council house"),
    ],
)
def test_a_phrase_of_many_is_looked_for_as_one_too(many: str, one: str) -> None:
    assert forms_of(many) == (many, one)


def test_a_word_by_itself_is_found_by_its_stem_and_needs_no_other_form() -> None:
    assert forms_of("rubbish") == ("rubbish",)
