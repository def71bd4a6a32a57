import pytest

from documents.structure.minutes.votes import vote_in, votes_in
from documents.structure.pieces import Piece
from documents.structure.understood import ReadVote


@pytest.mark.parametrize(
    ("sentence", "vote"),
    [
        ("On being put to the vote, recommendation 2 was CARRIED unanimously.", "CARRIED unanimously"),
        ("The recommendations were CARRIED (unanimously).", "CARRIED (unanimously)"),
        ("On being put to the vote, it FELL (2 voting for, 7 voting against)", "FELL (2 voting for, 7 voting against)"),
        ("The vote was 7 for, 2 against.", "7 for, 2 against"),
        ("The motion was carried by 5 votes to 1.", "carried by 5 votes to 1"),
        ("By 6 votes to 0", "By 6 votes to 0"),
        ("The survey was carried out in May.", ""),
        ("There were 12 seats for visitors.", ""),
    ],
)
def test_how_a_vote_went(sentence: str, vote: str) -> None:
    assert vote_in([sentence]) == vote


def test_several_votes_are_told_in_their_sentences() -> None:
    text = "The amendment was LOST. The motion was CARRIED."

    assert vote_in([text]).splitlines() == ["The amendment was LOST.", "The motion was CARRIED."]


def test_names_in_lines() -> None:
    pieces = [
        Piece("paragraph", 1, "For: Councillors Ash and Box (2)"),
        Piece("paragraph", 1, "Against: Councillor Cray"),
        Piece("paragraph", 1, "Abstained: none"),
    ]

    assert votes_in(pieces) == [ReadVote("Ash", "for"), ReadVote("Box", "for"), ReadVote("Cray", "against")]


def test_names_below_a_label() -> None:
    pieces = [
        Piece("paragraph", 1, "Those voting for the motion:"),
        Piece("paragraph", 1, "Councillors Ash and Box"),
        Piece("heading", 1, "Against"),
        Piece("paragraph", 1, "Councillor Cray"),
    ]

    assert votes_in(pieces[2:]) == [ReadVote("Cray", "against")]


def test_columns_of_names() -> None:
    rows = (
        ("For", "Against", "Abstained"),
        ("Councillor Ash", "Councillor Cray", "Councillor Dunn"),
        ("Councillor Box", "", ""),
    )

    assert votes_in([Piece("table", 1, rows=rows)]) == [
        ReadVote("Ash", "for"),
        ReadVote("Cray", "against"),
        ReadVote("Dunn", "abstained"),
        ReadVote("Box", "for"),
    ]


def test_rows_that_begin_with_the_side() -> None:
    rows = (("For", "Councillors Ash and Box"), ("Against", "Councillor Cray"))

    assert [vote.cast for vote in votes_in([Piece("table", 1, rows=rows)])] == ["for", "for", "against"]


def test_last_of_several_votes_counts() -> None:
    pieces = [
        Piece("paragraph", 1, "For the amendment: Councillor Ash. Against the amendment: Councillor Box."),
        Piece("paragraph", 1, "For the motion: Councillors Ash and Box."),
    ]

    assert set(votes_in(pieces)) == {ReadVote("Ash", "for"), ReadVote("Box", "for")}
