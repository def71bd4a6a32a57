"""One paper understood: its kind told, and each part of it read by its own reader."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any, TypeVar

from documents.reading import ReadPage
from documents.structure.kinds import kind_of
from documents.structure.mending import mended
from documents.structure.pieces import Piece, pieces_of
from documents.structure.reports import read_report
from documents.structure.understood import PaperWarning, Understood, warn

logger = logging.getLogger(__name__)
Read = TypeVar("Read")


def understand(pages: Sequence[ReadPage]) -> Understood:
    """What the pages of ONE paper say. A fault in one reader becomes a warning and stops no other."""
    pieces = mended(pieces_of(pages))
    warnings: list[PaperWarning] = []
    minutes = _read("minutes", "read_minutes", "the minutes", pieces, warnings, None)
    report = None if minutes else read_report(pieces, warnings)
    if report:
        asked = _read("recommendations", "read_recommendations", "the recommendations", pieces, warnings, [])
        report = replace(report, recommendations=asked)
    understood = Understood(
        minutes=minutes,
        report=report,
        responses=_read("recommendations", "read_responses", "the responses", pieces, warnings, []),
        progress=_read("recommendations", "read_progress", "the progress", pieces, warnings, []),
        actions=_read("action_plans", "read_actions", "the action plan", pieces, warnings, []),
        review=_read("reviews", "read_review", "the review", pieces, warnings, None),
        programme=_read("programmes", "read_programme", "the work programme", pieces, warnings, []),
        warnings=warnings,
    )
    return replace(understood, kind=kind_of(understood))


def _read(
    module: str, name: str, what: str, pieces: Sequence[Piece], warnings: list[PaperWarning], otherwise: Read
) -> Any:
    try:
        reader: Callable[..., Any] = getattr(import_module(f"documents.structure.{module}"), name)
    except Exception:  # until every reader has landed
        return otherwise
    try:
        return reader(pieces, warnings)
    except Exception:
        logger.exception("%s failed", name)
        warn(warnings, f"A fault stopped the reading of {what}: it is shown as text only.")
        return otherwise
