import pytest

from documents.search.syntax import CLAUSE_LIMIT, QUERY_LIMIT, parse


def asked(query: str) -> list[str]:
    return [" ".join(clause.exact) for clause in parse(query).asked]


def excluded(query: str) -> list[str]:
    return [" ".join(clause.exact) for clause in parse(query).excluded]


@pytest.mark.parametrize("quotes", ['"damp and mould"', "“damp and mould”", "«damp and mould»"])
def test_a_phrase_in_any_quotes_stays_together(quotes: str) -> None:
    (clause,) = parse(quotes).asked

    assert clause.together
    assert clause.exact == ("damp", "and", "mould")


@pytest.mark.parametrize("minus", ["-", "–", "−"])
def test_a_minus_of_any_kind_excludes(minus: str) -> None:
    assert (asked(f"parking {minus}permits"), excluded(f"parking {minus}permits")) == (["parking"], ["permits"])


def test_a_dash_between_spaces_is_nothing() -> None:
    assert asked("council - tax") == ["council", "tax"]


def test_joined_words_are_words_like_any() -> None:
    assert asked("short-term lets") == ["short", "term", "lets"]


def test_a_reference_stays_together() -> None:
    assert asked("24/00108") == ["24 00108"]


def test_an_unmatched_quote_makes_all_plain_words() -> None:
    request = parse('damp "and mould -roof')

    assert request.as_plain_words
    assert not request.excluded


def test_common_words_are_required_only_alone() -> None:
    assert [clause.exact for clause in parse("the bins").required] == [("bins",)]
    assert [clause.exact for clause in parse("who will").required] == [("who",), ("will",)]


def test_a_word_asked_twice_is_asked_once() -> None:
    assert asked("bins bins") == ["bins"]


def test_what_is_beyond_the_limits_is_not_read() -> None:
    assert len("".join(asked("a" * 100_000))) == QUERY_LIMIT
    assert len(parse(" ".join(f"w{number}" for number in range(100))).clauses) == CLAUSE_LIMIT
