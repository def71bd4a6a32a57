"""Recommendations: read from a paper, with the answers and reports of progress, and matched between papers."""

from documents.structure.recommendations.likeness import likeness
from documents.structure.recommendations.matching import CERTAIN, Known, Labelled, Match, labelled, match
from documents.structure.recommendations.reading import read_progress, read_recommendations, read_responses

__all__ = [
    "CERTAIN",
    "Known",
    "Labelled",
    "Match",
    "labelled",
    "likeness",
    "match",
    "read_progress",
    "read_recommendations",
    "read_responses",
]
