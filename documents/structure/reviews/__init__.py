"""Reviews: what a scrutiny inquiry is to find out, from whom, and when.

Read from its initiation or scoping document, its witness evidence plan, or its introductory, draft or final report.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from documents.structure.pieces import Piece
from documents.structure.reviews.review import ReviewReader
from documents.structure.reviews.titles import is_report_start
from documents.structure.understood import PaperWarning, ReadReview

__all__ = ["read_review"]


def read_review(pieces: Sequence[Piece], warnings: list[PaperWarning]) -> ReadReview | None:
    """The first review that a file tells of; None where no part of it is a paper of a review."""
    for paper in _papers(pieces):
        found: list[PaperWarning] = []
        reader = ReviewReader(found)
        for piece in paper:
            reader.take(piece)
        if review := reader.review():
            warnings += list(dict.fromkeys(found))
            return review
    return None


def _papers(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """The pieces of each report in a pack; of the whole where there is but one."""
    starts = [0, *(place for place, piece in enumerate(pieces) if place and is_report_start(piece)), len(pieces)]
    for start, end in pairwise(starts):
        yield pieces[start:end]
