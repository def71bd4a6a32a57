import pytest

from documents.reading.words import Vocabulary, clean, finish, join

NOTHING_KNOWN = Vocabulary.of([])


def test_ligatures_are_undone() -> None:
    assert clean("eﬃcient oﬃcers ﬁnd ﬂats") == "efficient officers find flats"


def test_soft_hyphen_inside_a_line_is_removed() -> None:
    assert clean("recom\u00admended  to\u00a0the council") == "recommended to the council"


def test_soft_hyphen_at_a_line_end_joins_the_word() -> None:
    assert join("the recommen\u00ad", "dations of the review", NOTHING_KNOWN) == "the recommendations of the review"


def test_line_end_hyphen_joins_when_what_follows_is_no_word() -> None:
    assert join("the recommen\ufffe", "dations of the review", NOTHING_KNOWN) == "the recommendations of the review"


@pytest.mark.parametrize("sign", ["\ufffe", "-"])
def test_line_end_hyphen_joins_a_word_the_paper_knows_whole(sign: str) -> None:
    known = Vocabulary.of(["Our safeguarding duties"])
    assert join(f"of safe{sign}", "guarding", known) == "of safeguarding"


@pytest.mark.parametrize("sign", ["\ufffe", "-"])
def test_line_end_hyphen_stays_between_two_known_words(sign: str) -> None:
    known = Vocabulary.of(["a decision was made", "when making plans"])
    assert join(f"the decision{sign}", "making meeting", known) == "the decision-making meeting"


def test_line_end_hyphen_stays_where_the_paper_has_the_pair() -> None:
    known = Vocabulary.of(["a father-inclusive guide"])
    assert join("the father\ufffe", "inclusive guide", known) == "the father-inclusive guide"


def test_line_end_hyphen_stays_before_a_name() -> None:
    assert join("Professor Sanchez\ufffe", "Graells", NOTHING_KNOWN) == "Professor Sanchez-Graells"


def test_hard_hyphen_of_unknown_words_stays() -> None:
    assert join("the witness-", "led session", NOTHING_KNOWN) == "the witness-led session"


def test_dash_between_words_is_not_joined() -> None:
    assert join("the plan -", "as agreed", NOTHING_KNOWN) == "the plan - as agreed"


def test_line_end_hyphen_that_nothing_follows_is_a_hyphen() -> None:
    assert finish("short\ufffe") == "short-"
