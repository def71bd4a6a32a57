import pytest
from hypothesis import given, strategies

from documents.search.doubts import Doubt
from documents.search.syntax import CLAUSE_LIMIT, QUERY_LIMIT, Clause, Part, parse


def asked(query: str) -> list[str]:
    return [" ".join(clause.exact) for clause in parse(query).asked]


def excluded(query: str) -> list[str]:
    return [" ".join(clause.exact) for clause in parse(query).excluded]


def written(parts: tuple[Part, ...]) -> str:
    """As it was understood, with every bracket."""
    return " ".join(
        " ".join(part.exact)
        if isinstance(part, Clause)
        else "(" + " | ".join(written(alternative) for alternative in part.alternatives) + ")"
        for part in parts
    )


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("damp OR mould", "(damp | mould)"),
        ("bins recycling OR refuse OR waste", "bins (recycling | refuse | waste)"),
        ("(damp mould) OR (timber rot)", "(damp mould | timber rot)"),
        ('bins ("food waste" OR (garden peat))', "bins (food waste | garden peat)"),
        ("(a plan OR (b OR c) the rest) OR map", "((plan | (b | c)) rest | map)"),
        ("damp or mould", "damp mould"),
        ("damp OR 😀", "damp"),
        ("committee(s) OR s100B(2)", "(committee | s100b 2)"),
    ],
)
def test_a_choice_is_of_what_stands_beside_the_or(query: str, understood: str) -> None:
    request = parse(query)

    assert request.doubt is None
    assert written(request.required) == understood


@pytest.mark.parametrize(
    ("query", "doubt"),
    [
        ("damp OR", Doubt.CHOICE),
        ("OR damp", Doubt.CHOICE),
        ("damp OR OR mould", Doubt.CHOICE),
        ("damp OR -mould", Doubt.CHOICE),
        ("(damp OR mould", Doubt.BRACKETS),
        ("damp OR mould)", Doubt.BRACKETS),
        ("roof -(damp mould)", Doubt.BRACKETS),
        ("(" * 9 + "damp OR mould" + ")" * 9, Doubt.BRACKETS),
        ("da*", Doubt.BEGINNING),
        ("kind:banana damp", Doubt.KIND),
        ("from:yesterday damp", Doubt.DAY),
        ("from:2026 to:2025 damp", Doubt.DAY),
    ],
)
def test_what_cannot_be_understood_is_plain_words_with_the_reason(query: str, doubt: Doubt) -> None:
    request = parse(query)

    assert request.doubt is doubt
    assert not request.excluded
    assert not request.choices
    assert any(clause.exact[0] in ("damp", "da") for clause in request.clauses)


def test_brackets_without_an_or_say_nothing() -> None:
    assert parse("1) damp (and mould").doubt is None
    assert written(parse("1) damp (and mould").required) == "1 damp mould"


def test_an_asterisk_asks_for_a_beginning() -> None:
    clause, reference = parse("garden* P2019/12*").asked

    assert (clause.exact, clause.prefix, clause.together) == (("garden",), True, False)
    assert (reference.exact, reference.prefix, reference.together) == (("p2019", "12"), True, True)


def test_too_many_beginnings_are_words_as_they_stand() -> None:
    assert parse("com* con* pro* res*").doubt is None

    request = parse("com* con* (pro* OR res*) dev*")

    assert request.doubt == Doubt.BEGINNINGS
    assert not any(clause.prefix for clause in request.asked)


def test_an_address_of_mail_stays_together() -> None:
    assert asked("jane.smith@example.gov.uk") == ["jane smith example gov uk"]


def test_what_narrows_is_no_word_to_look_for() -> None:
    request = parse('lido kind:minutes committee:"Planning Committee" from:May 2025')

    assert written(request.required) == "lido"
    assert (request.narrowing.kind, request.narrowing.committee) == ("minutes", "Planning Committee")


@given(strategies.text(alphabet=strategies.sampled_from(' ab"()*:-–”ORfromkind25/\x00\u202e😀'), max_size=250))
def test_every_query_is_read(query: str) -> None:
    parse(query)


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

    assert request.doubt is Doubt.QUOTATION
    assert not request.excluded


def test_common_words_are_required_only_alone() -> None:
    assert written(parse("the bins").required) == "bins"
    assert written(parse("who will").required) == "who will"


def test_a_word_asked_twice_is_asked_once() -> None:
    assert asked("bins bins") == ["bins"]


def test_what_is_beyond_the_limits_is_not_read() -> None:
    assert len("".join(asked("a" * 100_000))) == QUERY_LIMIT
    assert len(parse(" ".join(f"w{number}" for number in range(100))).clauses) == CLAUSE_LIMIT
