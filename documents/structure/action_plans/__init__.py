"""Action plans: what is to be done, by whom, by when, and how it goes.

A plan is a table, or several, whose header names an action and by whom or by when. Headings above and across the
tables say in which part, and to which objective, the actions below them belong.
"""

from collections.abc import Sequence

from documents.structure.action_plans.actions import actions_of
from documents.structure.action_plans.listed import with_tables
from documents.structure.action_plans.plan import PlanReader
from documents.structure.pieces import Piece
from documents.structure.understood import PaperWarning, ReadAction

__all__ = ["read_actions"]


def read_actions(pieces: Sequence[Piece], warnings: list[PaperWarning]) -> list[ReadAction]:
    """The actions of every plan in a paper, in their order; none where it has no plan."""
    reader = PlanReader(warnings)
    for piece in with_tables(pieces):
        reader.take(piece)
    return actions_of(reader.rows.rows, warnings)
