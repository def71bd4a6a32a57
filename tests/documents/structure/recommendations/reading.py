"""Texts read as papers for the tests here."""

from documents.structure.pieces import Piece, pieces_of
from documents.structure.recommendations import read_progress, read_recommendations, read_responses
from documents.structure.sources import pages_of_html, pages_of_text
from documents.structure.understood import ReadProgress, ReadRecommendation, ReadResponse


def pieces(text: str) -> list[Piece]:
    return pieces_of(pages_of_html(text) if "<html" in text else pages_of_text(text))


def recommendations(text: str) -> list[ReadRecommendation]:
    return read_recommendations(pieces(text), [])


def responses(text: str) -> list[ReadResponse]:
    return read_responses(pieces(text), [])


def progress(text: str) -> list[ReadProgress]:
    return read_progress(pieces(text), [])


def made(text: str, to: str) -> list[tuple[str, str]]:
    """The label and words of each recommendation made to the meeting or to the executive."""
    return [(one.label, one.text) for one in recommendations(text) if one.to == to]


def answers(text: str) -> dict[str, str]:
    return {one.label: one.response for one in responses(text)}


def told(text: str) -> dict[str, str]:
    return {one.label: one.text for one in progress(text)}


def parts(text: str) -> dict[str, list[tuple[str, str]]]:
    return {one.label: [(part.label, part.text) for part in one.parts] for one in recommendations(text) if one.parts}
