import pytest

from documents.structure.minutes.requests import requests_in
from documents.structure.pieces import Piece


@pytest.mark.parametrize(
    "sentence",
    [
        "It was requested that a reading list be circulated.",
        "The Committee asked for a written reply.",
        "The Panel also requested that figures be provided by ward.",
        "Members asked officers to explore other dates.",
        "Members asked to receive the results of the survey.",
        "The Board asked that the partners be thanked.",
        "Officers were asked to circulate the plan.",
        "ACTION: Officers to provide cost information in writing.",
    ],
)
def test_request_is_found(sentence: str) -> None:
    assert requests_in([Piece("paragraph", 1, f"The report was presented. {sentence} It was a good report.")]) == [
        sentence
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Members asked questions about the cost.",
        "A member asked what the cost was.",
        "The Committee asked for clarification of the figures.",
        "Residents asked the Council to act.",
        "The Committee thanked the officers.",
        "Mr Wells asked members to promote the service.",
    ],
)
def test_what_is_no_request(sentence: str) -> None:
    assert requests_in([Piece("paragraph", 1, sentence)]) == []


def test_action_within_a_paragraph() -> None:
    text = "The cost was not known. ACTION: Officers to provide it. Members moved on."

    assert requests_in([Piece("paragraph", 1, text)]) == ["ACTION: Officers to provide it."]


def test_action_that_says_only_by_whom_keeps_what_is_to_be_done() -> None:
    text = "The Clerk would write to the county council. ACTION: Clerk"

    assert requests_in([Piece("paragraph", 1, text)]) == [text]


def test_list_of_actions() -> None:
    pieces = [
        Piece("paragraph", 1, "Actions:"),
        Piece("item", 1, "Director to send a map.", "i."),
        Piece("paragraph", 1, "End."),
    ]

    assert requests_in(pieces) == ["Director to send a map."]
