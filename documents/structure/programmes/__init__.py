"""Work programmes: what a committee plans to take at each of its coming meetings.

A programme stands below its title ("Work programme 2025/26"): dates with the items below them, a table of dates and
items, or a list whose items begin with a date.
"""

from collections.abc import Sequence

from documents.structure.pieces import Piece
from documents.structure.programmes.programme import ProgrammeReader
from documents.structure.understood import PaperWarning, ProgrammeMeeting

__all__ = ["read_programme"]


def read_programme(pieces: Sequence[Piece], warnings: list[PaperWarning]) -> list[ProgrammeMeeting]:
    """The meetings that have items, in the order they are printed; none where the paper is no programme."""
    found: list[PaperWarning] = []
    reader = ProgrammeReader(found)
    for piece in pieces:
        reader.take(piece)
    meetings = reader.meetings()
    warnings += list(dict.fromkeys(found)) if meetings else []
    return meetings
