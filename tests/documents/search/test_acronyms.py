"""Acronyms, as papers explain them."""

import pytest

from documents.search.acronyms import Acronym, acronyms_in


@pytest.mark.parametrize(
    ("text", "letters", "words"),
    [
        ("the Annual Governance Statement (AGS) is", "ags", "annual governance statement"),
        ("a Houses in Multiple Occupation (HMO) licence", "hmo", "houses in multiple occupation"),
        ("Special Educational Needs and Disabilities (SEND)", "send", "special educational needs and disabilities"),
        ("Low-Traffic Neighbourhood (LTN)", "ltn", "low traffic neighbourhood"),
        ("Houses of Multiple Occupation (HMOs)", "hmos", "houses of multiple occupation"),
        ("Children’s Services (CS)", "cs", "childrens services"),
    ],
)
def test_an_acronym_is_explained_by_the_words_before_it(text: str, letters: str, words: str) -> None:
    assert acronyms_in(text) == [Acronym(letters, words)]


@pytest.mark.parametrize(
    "text",
    [
        "the report (AGS) is",  # no word begins so
        "Annual Report. Governance Statement (AGS)",  # over the end of a sentence
        "Annual (first) Governance Statement (AGS)",  # over other brackets
        "Annual kingfisher Governance Statement (AGS)",  # a word between that is not a small one
        "Appendix (A)",
        "one apple (Apple)",
        "(AGS)",
    ],
)
def test_letters_that_the_words_do_not_explain_are_no_acronym(text: str) -> None:
    assert acronyms_in(text) == []


def test_an_acronym_explained_twice_is_learnt_once() -> None:
    assert len(acronyms_in("Annual Governance Statement (AGS), annual governance statement (AGS)")) == 1


def test_an_acronym_is_kept_from_either_side() -> None:
    assert Acronym("cs", "childrens services").terms == ("cs>childrens services", "childrens services>cs")
