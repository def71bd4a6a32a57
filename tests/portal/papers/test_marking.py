"""A text in pieces: what is marked, what is a link, where a page begins; together they are the whole text."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.search.syntax import parse
from portal.papers.marking import Piece, WordMarker


def words(pieces: list[Piece]) -> str:
    return "".join(piece.text or words(list(piece.inner)) for piece in pieces)


def links(pieces: list[Piece]) -> list[tuple[str, str]]:
    return [(words(list(piece.inner)), piece.address) for piece in pieces if piece.address]


def test_link_of_the_file_is_a_piece() -> None:
    pieces = WordMarker().pieces("See the plan now.", links=[(8, 12, "https://example.org/plan")])
    assert links(pieces) == [("plan", "https://example.org/plan")]
    assert words(pieces) == "See the plan now."


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://a@b.org/",
        "https://b.org/\nx",
        "//b.org",
    ],
)
def test_link_that_may_not_be_followed_is_plain_text(address: str) -> None:
    pieces = WordMarker().pieces("See the plan now.", links=[(8, 12, address)])
    assert pieces == [Piece("See the plan now.")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Visit www.example.gov.uk.", [("www.example.gov.uk", "https://www.example.gov.uk")]),
        ("(https://example.org/a_(b))", [("https://example.org/a_(b)", "https://example.org/a_(b)")]),
        ("Write to ann.lee@example.gov.uk, please", [("ann.lee@example.gov.uk", "mailto:ann.lee@example.gov.uk")]),
        ("Ask @somebody or a@b", []),
        ("http:// is no address", []),
    ],
)
def test_addresses_written_out_are_links(text: str, found: list[tuple[str, str]]) -> None:
    assert links(WordMarker().pieces(text)) == found


def test_link_of_the_file_stands_before_the_address_it_is_written_as() -> None:
    pieces = WordMarker().pieces("At www.example.org", links=[(3, 18, "https://example.org/exact")])
    assert links(pieces) == [("www.example.org", "https://example.org/exact")]


def test_words_are_marked_within_and_across_a_link() -> None:
    pieces = WordMarker(parse('"noise barrier"')).pieces(
        "The noise barrier plan", links=[(10, 22, "https://example.org")]
    )
    marked = [part.text for piece in pieces for part in (piece, *piece.inner) if part.marked]
    assert "".join(marked) == "noise barrier"
    assert links(pieces) == [("barrier plan", "https://example.org")]


def test_page_that_begins_within_a_link_begins_after_it() -> None:
    pieces = WordMarker().pieces("See the plan now", links=[(8, 12, "https://example.org")], turns=[(10, 2)])
    assert [piece.page for piece in pieces] == [None, None, 2, None]


@given(
    text=st.text(alphabet="ab é\u0301@.w:/-", max_size=40),
    places=st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=4),
    turns=st.lists(st.integers(0, 40), max_size=3),
)
def test_pieces_are_the_whole_text(text: str, places: list[tuple[int, int]], turns: list[int]) -> None:
    given_links = [(start, end, "https://example.org") for start, end in places]
    numbered = [(place, number) for number, place in enumerate(sorted(turns), start=2)]
    for query in ("", "ab"):
        pieces = WordMarker(parse(query)).pieces(text, links=given_links, turns=numbered)
        assert normalize("NFC", words(pieces)) == normalize("NFC", text)
        if text:
            assert [piece.page for piece in pieces if piece.page] == [number for _place, number in numbered]
