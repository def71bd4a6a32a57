"""Rows of a plan as its actions: numbers, dates and colours read, parts and objectives told apart."""

from collections.abc import Sequence

from documents.structure.action_plans.context import UNNUMBERED, WORDS, objective_of, part_of
from documents.structure.action_plans.due import due_month
from documents.structure.action_plans.rag import is_colour_alone, rag_of
from documents.structure.action_plans.rows import Row
from documents.structure.understood import PaperWarning, ReadAction, warn


def actions_of(rows: Sequence[Row], warnings: list[PaperWarning]) -> list[ReadAction]:
    used = {word for row in rows for word in row.place.headings if word in WORDS}
    several = len({row.place.headings.get(UNNUMBERED) for row in rows}) > 1
    actions = [_action(row, used, several=several) for row in rows if any(row.values.values())]
    _warn_of_colours(rows, warnings)
    for action in actions:
        if not action.action:
            name = f"Action {action.number}" if action.number else "A row"
            warn(warnings, f"{name} of the action plan has no words that say what is to be done.", action.page)
    return actions


def _warn_of_colours(rows: Sequence[Row], warnings: list[PaperWarning]) -> None:
    """A column for red, amber and green that has no words in any row has colours only."""
    rated = [row for row in rows if row.is_rated]
    if len(rated) > 1 and not any(row.values.get("rag") for row in rated):
        warn(warnings, "The RAG column of the action plan has no words: colours alone are not read.", rated[0].page)


def _action(row: Row, used: set[str], *, several: bool) -> ReadAction:
    values = row.values
    objective = objective_of(row.place, used) if several or row.place.headings.keys() - {UNNUMBERED} else ""
    part, rag = part_of(row.place, used), values.get("rag", "")
    if row.group:
        part, objective = part or objective, row.group.text
    due = values.get("due", "")
    return ReadAction(
        action=values.get("action", ""),
        part=part,
        objective=objective,
        champion=row.place.champion,
        number=values.get("number", "").rstrip(" .:"),
        owner=values.get("owner", ""),
        due=due,
        due_month=due_month(due),
        rag=rag_of(rag),
        success=values.get("success", ""),
        progress=_progress(values.get("progress", ""), rag),
        page=row.page,
    )


def _progress(progress: str, rag: str) -> str:
    """With what the column for the colour says beside it: "Complete", "Green: on track"."""
    if not rag or is_colour_alone(rag):
        return progress
    return f"{rag}\n\n{progress}" if progress else rag
