"""Whatever the pieces, reading them ends, raises nothing, and keeps what the minutes say."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.structure.minutes import read_minutes
from documents.structure.pieces import Piece
from documents.structure.understood import Understood
from tests.documents.structure.minutes.reading import HEAD, minutes_of

WORDS = st.sampled_from(
    """
    Councillor Councillors Smith Jones RESOLVED RESOLVED: that Decision: The Committee requested asked officers to
    AGREED Apologies were received from for substitute Present: Chair (Chair) For: Against: Abstained: declared
    an interest in item 1 2 143 (a) (i) a) A1 3 May 2025 7.30 pm meeting closed at Minutes of the held on
    . , ; : – - | / noted carried
    """.split()  # noqa: SIM905
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)
ROWS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4).map(tuple)
PIECES = st.one_of(
    st.builds(
        Piece,
        st.sampled_from(["heading", "paragraph", "numbered", "item"]),
        st.integers(1, 4),
        TEXTS,
        st.sampled_from(["", "1", "2", "3", "143", "144", "(a)", "•", "2.1"]),
        strong=st.booleans(),
    ),
    st.builds(lambda page, rows: Piece("table", page, rows=rows), st.integers(1, 4), ROWS),
)
OPENING = Piece("heading", 1, "Minutes of the meeting of the Parks Committee held at the Town Hall on 3 March 2025")
PLAIN = st.text(alphabet="abcdefghij ", min_size=3, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=20))
def test_any_pieces_are_read(pieces: list[Piece]) -> None:
    minutes = read_minutes([OPENING, *pieces], [])

    Understood(minutes=minutes).to_json()


@settings(deadline=None)
@given(st.lists(PIECES, max_size=10))
def test_pieces_without_an_opening_are_read(pieces: list[Piece]) -> None:
    Understood(minutes=read_minutes(pieces, [])).to_json()


@settings(deadline=None)
@given(st.lists(st.lists(PLAIN, min_size=1, max_size=4), min_size=2, max_size=6))
def test_no_word_of_a_minute_is_lost(bodies: list[list[str]]) -> None:
    parts = [
        f"{number}. Item number {number}\n\n"
        + "\n\n".join(f"It said {body}." for body in texts)
        + "\n\nRESOLVED: That it be so."
        for number, texts in enumerate(bodies, start=21)
    ]

    minutes = minutes_of(HEAD + "\n\n".join(parts))

    assert [minute.number for minute in minutes.entries] == [str(number) for number in range(21, 21 + len(bodies))]
    for minute, texts in zip(minutes.entries, bodies, strict=True):
        printed = re.findall(r"\w+", " ".join(f"It said {body}." for body in texts))
        assert re.findall(r"\w+", minute.text) == printed
        assert minute.resolved == ["That it be so."]
