"""What is asked for, widened by what means the same."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import DjangoAssertNumQueries

from documents.actions.synonyms import save_synonyms
from documents.models import Synonyms
from documents.search.synonyms import (
    KEPT,
    WIDENINGS,
    Widening,
    _Kept,
    all_synonyms,
    forget_synonyms,
    widen,
)
from documents.search.syntax import Choice, Clause, Part, Request, parse

BEDROOM = ("bedroom tax", "under-occupancy charge", "removal of the spare room subsidy")
BINS = ("bin collection", "refuse collection", "rubbish")
TAX = ("tax", "levy")


def shown(part: Part) -> str:
    if isinstance(part, Choice):
        return "(" + " | ".join(" ".join(map(shown, alternative)) for alternative in part.alternatives) + ")"
    words = " ".join(part.exact)
    return f'"{words}"' if part.together else words


def widened(query: str, *synonyms: tuple[str, ...]) -> list[str]:
    request, _ = widen(parse(query), synonyms)
    parts: list[Part] = [*request.clauses, *request.choices]
    return list(map(shown, parts))


def test_term_becomes_a_choice_of_itself_and_the_others() -> None:
    assert widened("bedroom tax", BEDROOM) == [
        '(bedroom tax | "under occupancy charge" | "under occupancy charges"'
        ' | "removal of the spare room subsidy" | "removal of the spare room subsidies")'
    ]


def test_one_word_is_no_phrase() -> None:
    assert widened("refuse collection", BINS) == [
        '(refuse collection | "bin collection" | "bin collections" | rubbish)'
    ]


def test_other_endings_are_the_same_term() -> None:
    assert widened("bins collected", BINS) == [
        '(bins collected | "refuse collection" | "refuse collections" | rubbish)'
    ]


def test_words_beside_a_term_stay() -> None:
    assert widened("rubbish in Mapleford", BINS) == [
        "in",
        "mapleford",
        '(rubbish | "bin collection" | "bin collections" | "refuse collection" | "refuse collections")',
    ]


def test_words_in_another_order_are_no_term() -> None:
    assert widened("tax bedroom", BEDROOM) == ["tax", "bedroom"]


def test_common_words_of_a_term_need_not_be_on_the_page() -> None:
    assert widened("removal of the spare room subsidy", BEDROOM) == [
        "of",
        "the",
        '(removal spare room subsidy | "bedroom tax" | "bedroom taxes"'
        ' | "under occupancy charge" | "under occupancy charges")',
    ]


def test_longest_run_goes_first() -> None:
    assert widened("bedroom tax", TAX, BEDROOM) == widened("bedroom tax", BEDROOM)


@pytest.mark.parametrize(
    "query", ['"bedroom tax"', "-rubbish potholes", "rubbish*", "(rubbish OR potholes)", "bedroom"]
)
def test_what_is_not_asked_for_as_plain_words_stays(query: str) -> None:
    assert widen(parse(query), (BEDROOM, BINS)) == (parse(query), ())


def test_exclusion_between_two_words_makes_them_no_term() -> None:
    assert widen(parse("bedroom -council tax"), (BEDROOM,))[1] == ()


def test_two_terms_of_one_set_are_both_wanted() -> None:
    assert widened("rubbish bin collection", BINS) == ["rubbish", "bin", "collection"]


def test_term_of_two_sets_is_widened_by_both() -> None:
    nurseries, energy = ("eyc", "early years centre"), ("eyc", "energy community")

    (choice,) = widened("eyc", nurseries, energy)

    assert '"early years centre"' in choice
    assert '"energy communities"' in choice


def test_no_more_than_a_few_terms_are_widened() -> None:
    synonyms = tuple((f"word{number}", f"other{number}") for number in range(WIDENINGS + 3))

    _, widenings = widen(parse(" ".join(f"word{number}" for number in range(WIDENINGS + 3))), synonyms)

    assert len(widenings) == WIDENINGS


def test_widening_says_what_else_is_looked_for() -> None:
    _, widenings = widen(parse("Rubbish and bedroom tax"), (BEDROOM, BINS))

    assert widenings == (Widening("rubbish", BINS[:2]), Widening("bedroom tax", BEDROOM[1:]))


def test_narrowing_stays() -> None:
    request, _ = widen(parse("rubbish kind:report"), (BINS,))

    assert request.narrowing == parse("rubbish kind:report").narrowing


WORDS = st.sampled_from(
    ["bedroom", "tax", "bins", "bin", "collection", "refuse", "rubbish", "the", "of", '"bin collection"', "-tax", "OR"]
)
QUERIES = st.lists(WORDS, max_size=9).map(" ".join)
TERMS = st.lists(st.sampled_from(["bedroom", "tax", "bin", "collection", "refuse", "the"]), min_size=1, max_size=3).map(
    " ".join
)
SYNONYMS = st.lists(st.lists(TERMS, min_size=2, max_size=4).map(tuple), max_size=4).map(tuple)


@given(QUERIES)
def test_request_without_synonyms_stays(query: str) -> None:
    assert widen(parse(query), ()) == (parse(query), ())


def first_alternatives(request: Request, choices: int) -> set[Clause]:
    """Of the choices after so many: the words as they were typed."""
    added = (choice.alternatives[0] for choice in request.choices[choices:])
    return {part for alternative in added for part in alternative if isinstance(part, Clause)}


@given(QUERIES, SYNONYMS)
def test_no_clause_is_lost(query: str, synonyms: tuple[tuple[str, ...], ...]) -> None:
    request = parse(query)

    result, _ = widen(request, synonyms)

    assert set(result.clauses) | first_alternatives(result, len(request.choices)) == set(request.clauses)
    assert result.choices[: len(request.choices)] == request.choices


@given(QUERIES, SYNONYMS)
def test_each_choice_made_is_told(query: str, synonyms: tuple[tuple[str, ...], ...]) -> None:
    request = parse(query)

    result, widenings = widen(request, synonyms)

    assert len(result.choices) == len(request.choices) + len(widenings)
    assert all(widening.others for widening in widenings)
    assert replace(result, clauses=(), choices=()) == replace(request, clauses=(), choices=())


@pytest.mark.django_db
def test_synonyms_are_read_in_one_query_and_kept(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    save_synonyms(typed="rubbish\nrefuse", by=None)

    with django_assert_num_queries(1):
        assert all_synonyms() == all_synonyms() == (("rubbish", "refuse"),)


@pytest.mark.django_db
def test_synonyms_are_read_again_after_some_seconds() -> None:
    seconds = 0.0
    kept = _Kept(clock=lambda: seconds)
    assert kept.all() == ()
    Synonyms.objects.create(terms=["rubbish", "refuse"])
    assert kept.all() == ()

    seconds = KEPT + 1

    assert kept.all() == (("rubbish", "refuse"),)


@pytest.mark.django_db
def test_synonyms_are_read_again_once_forgotten() -> None:
    assert all_synonyms() == ()
    Synonyms.objects.create(terms=["rubbish", "refuse"])

    forget_synonyms()

    assert all_synonyms() == (("rubbish", "refuse"),)
