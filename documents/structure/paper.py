"""One paper understood: its kind told, and each part of it read by its own reader."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from documents.reading import ReadPage
from documents.structure.action_plans import read_actions
from documents.structure.kinds import kind_of
from documents.structure.mending import mended
from documents.structure.minutes import read_minutes
from documents.structure.pieces import Piece, pieces_of
from documents.structure.programmes import read_programme
from documents.structure.recommendations import read_progress, read_recommendations, read_responses
from documents.structure.reports import read_report
from documents.structure.reviews import read_review
from documents.structure.understood import PaperWarning, ReadReport, ReadResponse, Understood, warn

logger = logging.getLogger(__name__)
Read = TypeVar("Read")
Reader = Callable[[Sequence[Piece], list[PaperWarning]], Read]


def understand(pages: Sequence[ReadPage]) -> Understood:
    """What the pages of ONE paper say. A fault in one reader becomes a warning and stops no other."""
    reading = Reading(mended(pieces_of(pages)))
    _warn_of_pages(pages, reading)
    minutes = reading.read(read_minutes, "the minutes", None)
    understood = Understood(
        minutes=minutes,
        report=None if minutes else reading.read(_report, "the report", None),
        responses=_responses(reading, in_minutes=minutes is not None),
        progress=reading.read(read_progress, "the progress", []),
        actions=reading.read(read_actions, "the action plan", []),
        review=reading.read(read_review, "the review", None),
        programme=reading.read(read_programme, "the work programme", []),
        warnings=reading.warnings,
    )
    return replace(understood, kind=kind_of(understood))


def _responses(reading: "Reading", *, in_minutes: bool) -> list[ReadResponse]:
    """The responses; in minutes only those to recommendations in words, for minutes also make recommendations."""
    found: list[ReadResponse] = reading.read(read_responses, "the responses", [])
    return [response for response in found if response.recommendation or not in_minutes]


def _warn_of_pages(pages: Sequence[ReadPage], reading: "Reading") -> None:
    """Pages that hold no words, and those with a table that stays as lines of text."""
    for page in pages:
        if not page.blocks:
            warn(reading.warnings, "The page has no text: it is blank, a picture or a scan.", page.number)
    for number in sorted({piece.page for piece in reading.pieces if piece.kind == "lines" and len(piece.rows) > 2}):
        warn(reading.warnings, "A table could not be rebuilt: it is kept as lines of text.", number)


def _report(pieces: Sequence[Piece], warnings: list[PaperWarning]) -> ReadReport | None:
    recommendations = read_recommendations(pieces, warnings)
    report = read_report(pieces, warnings, recommends=bool(recommendations))
    return replace(report, recommendations=recommendations) if report else None


class Reading:
    """The pieces of a paper and the warnings on them, while one reader after another reads them."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.warnings: list[PaperWarning] = []

    def read(self, reader: Reader[Read], what: str, otherwise: Read) -> Read:
        """What the reader reads, or the other thing where it fails."""
        try:
            return reader(self.pieces, self.warnings)
        except Exception:
            logger.exception("The reading of %s failed", what)
            warn(self.warnings, f"A fault stopped the reading of {what}: it is shown as text only.")
            return otherwise
