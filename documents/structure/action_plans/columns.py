"""The columns of an action plan, told by their names: in any order, and by any of the names that councils give them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from documents.structure.action_plans.due import due_month
from documents.structure.action_plans.rag import is_colour_alone

Column = Literal["number", "objective", "action", "owner", "due", "rag", "success", "progress", "other"]

LONGEST_NAME = 90
# What an action may say in two columns: "What we will do" and "How we will do it", "Outcome" and "Measure".
SEVERAL = ("action", "success", "progress")
VALUE = re.compile(r"[A-Z]{0,4}[ ./-]?\d{1,3}(?:[./]\d{1,3})*[a-z]?[.):]?")
# A column that counts actions, and has none.
COUNT = re.compile(r"\bactions? (?:complete|closed|open|outstanding|overdue|partial|subject|in progress|remaining)")
# The first that is found in a name says what the column holds.
NAMES: tuple[tuple[Column, str], ...] = (
    (
        "number",
        r"^(?:(?:action|task|item|objective|rec\w*|unique|plan)\s+)?(?:nos?|number|ref|reference|id|#)"
        r"(?:\s+(?:no|number))?$|^s no$|^sr no$",
    ),
    ("rag", r"\bb?rag\b|traffic light|^colour"),
    (
        "owner",
        r"\bowners?(?:hip)?\b|by whom|\bwho\b|\blead(?:s|ing)?\b|\bled by|responsib|accountab|assigned|"
        r"^(?:named |delivery )?officers?\b|\bofficers?(?: s)?$|^(?:delivery )?partners?$|"
        r"^agency|\bsro\b|sponsor$|allocated to",
    ),
    (
        "due",
        r"by when|\bwhen\b|\bdue\b|dead ?line|target date|time ?scale|time ?frame|time ?table|time ?line|"
        r"(?:completion|end|implementation|delivery|finish|target completion) date|"
        r"date (?:due|of completion|for completion|to be completed|of implementation)|complete(?:d)? by|"
        r"^target (?:month|quarter)|^dates?$|^milestone dates?|^review date",
    ),
    (
        "success",
        r"success|outcomes?\b|\bmeasures?\b|\bkpis?\b|\bimpact|(?:intended|expected|desired) (?:result|benefit|"
        r"effect)|indicators?\b|how will we know|^targets?$|^outputs?$|^benefits?$|difference",
    ),
    (
        "progress",
        r"progress|updates?\b|comment|position|^notes?\b|achieve|so far|^evidence|action taken|current status|"
        r"^rationale for rag",
    ),
    ("rag", r"\bstatus$|^status\b"),
    (
        "action",
        r"^(?:[\w ]*\b)?actions?\b|^(?:key |specific |main )?(?:tasks?|activit(?:y|ies)|steps?)\b|"
        r"^what(?: (?:we|is|are|will|needs?|do|must|the)\b.*)?$|^how(?: (?:we|will we|are we)\b.*)?$|"
        r"^commitments?$|^deliverables?$|^(?:key )?milestones?$|^interventions?$",
    ),
    (
        "objective",
        r"^(?:[\w ]*\b)?(?:objectives?|aims?|priority(?: area)?|priorities|themes?|goals?)\b|"
        r"recommendations?$|^issues?\b|^areas?\b|work ?streams?|^findings?\b|^ambitions?$|^need$",
    ),
)
# A table with such a column is a register of risks, whose actions are not a plan's.
RISKS = re.compile(
    r"^(?:likelihood|inherent|residual|hazard|mitigat|controls?\b)|"
    r"\brisk (?:score|rating|level|description|title|owner)"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds; names are as printed.

    Two columns of a kind in SEVERAL are both of it; of any other kind the first is, and the others are "other".
    """

    kinds: tuple[Column, ...]
    names: tuple[str, ...]

    @property
    def width(self) -> int:
        return len(self.kinds)

    @property
    def is_numbered(self) -> bool:
        return "number" in self.kinds

    @property
    def has_due_with_owner(self) -> bool:
        """Whether one column says by whom and by when: "Responsible officer and target date"."""
        owner = self.place("owner")
        due = next(pattern for kind, pattern in NAMES if kind == "due")
        return owner is not None and "due" not in self.kinds and bool(re.search(due, _plain(self.names[owner])))

    @property
    def left_out(self) -> list[str]:
        """The names of the columns whose words no action keeps."""
        return [name for kind, name in zip(self.kinds, self.names, strict=True) if kind == "other" and name]

    def place(self, kind: Column) -> int | None:
        return self.kinds.index(kind) if kind in self.kinds else None

    def below_names(self, cells: Sequence[str]) -> tuple[str, ...] | None:
        """What is left of the rest of a row that no border parts from the header that is printed above it again."""
        if len(cells) != self.width or tuple(cells) == self.names or not all(map(str.startswith, cells, self.names)):
            return None
        return tuple(cell[len(name) :].strip() for cell, name in zip(cells, self.names, strict=True))

    def with_names(self, cells: Sequence[str]) -> "Columns":
        """With the names that a further row of the header adds."""
        added = [_joined(name, cell) for name, cell in zip(self.names, cells, strict=True)]
        kinds = [
            kind if not cell else kind_of(name) or kind
            for kind, cell, name in zip(self.kinds, cells, added, strict=True)
        ]
        return Columns(_once(kinds, added), tuple(added))


def columns_of(cells: Sequence[str], before: Columns | None = None) -> Columns | None:
    """The columns that a row names, or None where it is no header of an action plan.

    A column without a name is what it was in the header before, if that has as many.
    """
    if any(len(cell) > LONGEST_NAME or _is_value(cell) or RISKS.search(_plain(cell)) for cell in cells):
        return None
    kinds = [kind_of(cell) for cell in cells]
    told = [kind for kind in kinds if kind]
    if (
        "action" not in told
        or not {"owner", "due"} & set(told)
        or len(told) < len([cell for cell in cells if cell]) / 2
    ):
        return None
    if (len(told) < 3 and len(told) < len(cells)) or told.count("action") > 2:
        return None
    return Columns(_once(_with_unnamed(cells, kinds, before), cells), tuple(cells))


@lru_cache(maxsize=2048)
def kind_of(name: str) -> Column | None:
    plain = _plain(name)
    if not plain or len(plain) > LONGEST_NAME or COUNT.search(plain):
        return None
    return next((kind for kind, pattern in NAMES if re.search(pattern, plain)), None)


def are_names(cells: Sequence[str]) -> bool:
    """Whether every word of a row names a column: a header that goes on."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(kind_of(cell) and len(cell) <= LONGEST_NAME and _is_name(cell) for cell in filled)


def _is_value(cell: str) -> bool:
    """Whether a cell holds what a row does: its number, a colour or a date."""
    is_date = due_month(cell) is not None and kind_of(cell) is None
    return is_date or VALUE.fullmatch(cell) is not None or is_colour_alone(cell)


def _is_name(cell: str) -> bool:
    return len(cell.split()) <= 7 and not cell.rstrip().endswith(".")


def _with_unnamed(cells: Sequence[str], kinds: Sequence[Column | None], before: Columns | None) -> list[Column]:
    same = before is not None and before.width == len(cells)
    found: list[Column] = []
    for place, (cell, kind) in enumerate(zip(cells, kinds, strict=True)):
        if kind is None and not cell and same and before:
            kind = before.kinds[place]
        elif kind is None and not cell and place == 0 and "number" not in kinds:
            kind = "number"
        found.append(kind or "other")
    return found


def _once(kinds: Sequence[Column], names: Sequence[str]) -> tuple[Column, ...]:
    """Each kind at its first place, unless it may have several. A status beside a RAG is a matter of progress."""
    if kinds.count("rag") > 1:
        statuses = [kind == "rag" and "rag" not in name.lower() for kind, name in zip(kinds, names, strict=True)]
        kinds = ["progress" if status else kind for kind, status in zip(kinds, statuses, strict=True)]
    return tuple(kind if kind in SEVERAL or kind not in kinds[:place] else "other" for place, kind in enumerate(kinds))


def _joined(name: str, cell: str) -> str:
    return name if cell in name else f"{name} {cell}".strip()


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^\w#]+", " ", name.replace("’", "'").lower()).split())
