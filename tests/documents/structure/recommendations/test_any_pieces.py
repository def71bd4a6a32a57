"""Whatever a paper holds, its recommendations are read without a fault, in its own words."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.structure.pieces import Piece
from documents.structure.recommendations import read_progress, read_recommendations, read_responses
from documents.structure.understood import PaperWarning

SAYINGS = [
    "Recommendation 1: That a thing be done.", "Recommendation Two", "Response:", "Response: Agreed.",
    "Progress: Begun.",
    "Recommendations", "2 Recommendations", "The Committee is asked to:", "That the report be noted.", "RAG: Red",
    "(a) one; (b) two", "1. first 2. second", "Implications", "5 Next matters", "RECOMMENDED that", "R3 Do this",
    "Recommendations 4 and 5: both", "Recommendation", "Update", "", "and so on",
]  # fmt: skip
words = st.sampled_from(SAYINGS) | st.text(max_size=30)
cells = st.sampled_from(["No.", "Recommendation", "Response", "Progress", "RAG", "1", "2", "Green", ""]) | words
labels = st.sampled_from(["", "1", "2.1", "(a)", "•", "i.", "R1", "4.12"])


@st.composite
def tables(draw: st.DrawFn) -> Piece:
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=4))
    return Piece("table" if width > 1 else "lines", draw(st.integers(1, 3)), rows=tuple(map(tuple, rows)))


texts = st.builds(
    Piece,
    st.sampled_from(["heading", "paragraph", "numbered", "item"]),
    st.integers(1, 3),
    words,
    labels,
    level=st.integers(0, 4),
    depth=st.integers(0, 2),
    strong=st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(texts | tables(), max_size=14))
def test_readers_never_fail_and_invent_no_words(pieces: list[Piece]) -> None:
    warnings: list[PaperWarning] = []
    printed = set(re.findall(r"\w+", " ".join(f"{piece.label} {piece.line}" for piece in pieces).lower()))

    read = [one.text for one in read_recommendations(pieces, warnings)]
    read += [f"{one.recommendation} {one.response}" for one in read_responses(pieces, warnings)]
    # Where a colour is all that a table says, its word stands for a letter.
    read += [f"{one.recommendation} {one.text}" for one in read_progress(pieces, warnings)]

    said = set(re.findall(r"\w+", " ".join(read).lower()))
    assert said - printed <= {"red", "amber", "green"}


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text("abcdefg ,", min_size=1, max_size=40), min_size=1, max_size=5))
def test_no_paragraph_of_a_response_is_lost(paragraphs: list[str]) -> None:
    answer = [f"Word {number} {text}." for number, text in enumerate(paragraphs)]
    pieces = [
        Piece("paragraph", 1, "Recommendation 1: That it be done.", strong=True),
        Piece("paragraph", 1, "Response:"),
    ]
    pieces += [Piece("paragraph", 1, text) for text in answer]
    pieces.append(Piece("paragraph", 2, "Recommendation 2: That it be undone.", strong=True))

    (response,) = read_responses(pieces, [])

    assert response.response.split() == " ".join(answer).split()
