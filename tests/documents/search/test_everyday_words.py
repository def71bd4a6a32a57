"""The list that any council can begin its synonyms with is as good as what a clerk may type."""

from collections import Counter

import pytest

from documents.search.everyday_words import everyday_words, not_yet_kept
from documents.search.terms import problems_of, stems_of


@pytest.mark.parametrize("terms", everyday_words(), ids=lambda terms: terms[0])
def test_clerk_could_have_typed_each_set(terms: tuple[str, ...]) -> None:
    assert problems_of(terms) == []


def test_no_term_is_in_the_list_twice() -> None:
    times = Counter(stems_of(term) for terms in everyday_words() for term in terms)

    assert [stems for stems, count in times.items() if count > 1] == []


def test_set_of_which_a_clerk_keeps_a_term_is_not_offered() -> None:
    offered = not_yet_kept([["pothole", "hole in the road"]])

    assert len(offered) == len(everyday_words()) - 1
    assert not [terms for terms in offered if "potholes" in terms]
