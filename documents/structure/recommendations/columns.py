"""What the columns of a table of recommendations hold, told by its headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Role = Literal["number", "recommendation", "response", "progress", "rag", "other"]
Cells = tuple[str, ...]

NUMBER = re.compile(
    r"(?:(?:rec(?:ommendation|s)?\.?|item|ref(?:erence)?)?\s*(?:no\.?s?|number|ref(?:erence)?\.?|#|id)|rec\.?|reference|ref\.?|#|item)"
)
NO_WORDS = re.compile(r"\b(?:date|when|time ?scales?|deadline|due|target|cost|budget|priority|resource)")
WHO = re.compile(r"\b(?:lead|owner|officers?|who|responsib\w*|portfolio|directorate|member|accountable|contact)\b")
ANSWER = re.compile(
    r"respon[sd]|\brepl(?:y|ies)|accept|reject|\bagreed?\b|decision|comment|\bcabinet\b|\bexecutive\b|view|"
    r"proposed action|actions? (?:proposed|to be taken|required|plan)"
)
PROGRESS = re.compile(
    r"progress|update|status|position|outcome|achiev|implement|complet|delivered|action(?:s|\(s\))? taken|latest|"
    r"what (?:we|has|have)|to date|evidence|assessment"
)
# A column of something about the recommendations; and a recommendation itself, which is no heading.
NOT_THE_WORDS = re.compile(
    r"respon[sd]|progress|update|accept|status|implement|agree|reason|\b(?:is|are) |recommended?\b(?!ation).*\bto\b|"
    r"\b(?:recommendation|rec)\b\.?\s*(?:no\.?)?\s*\d"
)
RAG = re.compile(r"\bb?rag\b|traffic light|\brating\b|\bcolour\b")
MOST_WORDS = 14
SHORT = 5
ROWS_ABOVE = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """The role of each column and its heading, and which row (counted from 0) has the headings."""

    roles: tuple[Role, ...]
    headings: Cells
    row: int

    def of(self, role: Role) -> list[int]:
        return [place for place, found in enumerate(self.roles) if found == role]


def columns_of(rows: Sequence[Cells], plain_action: Role = "response") -> Columns | None:
    """The columns of a table that has one of recommendations and one that tells more of each; None for any other.

    plain_action is what a column of "Action" holds where no column answers the recommendations.
    """
    for place, row in enumerate(rows[:ROWS_ABOVE]):
        roles = [_role(cell) for cell in row]
        if "recommendation" in roles and _are_headings(row, roles):
            return Columns(_settled(row, roles, plain_action), row, place)
    return None


def _are_headings(row: Cells, roles: Sequence[Role]) -> bool:
    """Whether a row names its columns: another has a known name, or all are short; a text beside a name is neither."""
    others = [(cell, role) for cell, role in zip(row, roles, strict=True) if cell and role != "recommendation"]
    short = all(len(cell.split()) <= MOST_WORDS for cell in row)
    return (
        bool(others)
        and short
        and (
            any(role != "other" for _, role in others)
            or all(len(cell.split()) <= SHORT and cell[-1] not in ".;" for cell, _ in others)
        )
    )


def _role(cell: str) -> Role:
    words = " ".join(cell.lower().split()).strip(" :*")
    if len(words.split()) > MOST_WORDS or not words:
        return "other"
    if NUMBER.fullmatch(words):
        return "number"
    if "recommend" in words and not NOT_THE_WORDS.search(words):
        return "recommendation"
    return _telling(words)


def _telling(words: str) -> Role:
    if RAG.search(words):
        return "rag"
    if PROGRESS.search(words) and not re.search(r"\bdate\b(?<!to date)|respon[sd]", words):
        return "progress"
    if re.search(r"respon[sd](?!ib)|comment|accept|reject|\bagree|decision", words):
        return "response"
    if NO_WORDS.search(words) or WHO.search(words):
        return "other"
    return "response" if ANSWER.search(words) else "other"


def _settled(row: Cells, roles: list[Role], plain_action: Role) -> tuple[Role, ...]:
    """One column of recommendations alone; "Action" answers where no other column does."""
    first = roles.index("recommendation")
    roles = ["other" if role == "recommendation" and place > first else role for place, role in enumerate(roles)]
    if plain_action not in roles:
        roles = [
            plain_action
            if role == "other" and re.fullmatch(r"(?:\w+ )?actions?(?:\(s\))?", cell.strip().lower())
            else role
            for role, cell in zip(roles, row, strict=True)
        ]
    return tuple(roles)
