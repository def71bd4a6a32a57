"""Plans that are no tables on their page: a field a line ("Lead: Town Clerk"), or a cell a line below the names of
the columns. Each is put back into a table, so that it is read as one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.structure.action_plans.columns import Column, columns_of, kind_of
from documents.structure.action_plans.context import CHAMPION, heading_word
from documents.structure.action_plans.due import is_due
from documents.structure.action_plans.rows import is_number
from documents.structure.pieces import Piece

ACTION = re.compile(
    r"^(?:(?:key|improvement|agreed|proposed) )?(?:action|task|commitment)\s*(?P<number>\d[\w.]*|[A-Z]{1,3}\d{1,3})?"
    r"\s*[:.–-]\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
FIELD = re.compile(r"^(?P<name>[A-Z][^:\n]{1,45}?)\s*:\s*(?P<text>.*)$", re.DOTALL)
LEAST_NAMES = 4
LONGEST_NAME = 45
# Kinds of fields in the order of the table they are put into.
ORDER: tuple[Column, ...] = ("number", "action", "owner", "due", "rag", "success", "progress")
NAMES: dict[Column, str] = dict(
    zip(ORDER, ("No.", "Action", "Owner", "Due date", "RAG", "Success", "Progress"), strict=True)
)
Fields = dict[Column, str]


@dataclass(slots=True)
class Group:
    """The fields of one action."""

    fields: Fields
    page: int

    @property
    def is_action(self) -> bool:
        return "action" in self.fields and bool({"owner", "due"} & self.fields.keys())


def with_tables(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with such plans as tables in their place."""
    found: list[Piece] = []
    place = 0
    while place < len(pieces):
        tables, place_after = _fields_at(pieces, place)
        if not tables:
            tables, place_after = _cells_at(pieces, place)
        if not tables:
            tables, place_after = [_upright(pieces[place])], place + 1
        found += tables
        place = place_after
    return found


def _fields_at(pieces: Sequence[Piece], start: int) -> tuple[list[Piece], int]:
    """A table of the actions whose fields stand one below the other from here."""
    groups: list[Group] = []
    place = start
    while place < len(pieces) and pieces[place].kind in ("paragraph", "numbered", "item", "heading"):
        if not _take_field(pieces[place], groups) or (len(groups) > 1 and not groups[-2].is_action):
            break
        place += 1
    if not groups or not all(group.is_action for group in groups):
        return [], start
    return [_table(groups)], place


def _take_field(piece: Piece, groups: list[Group]) -> bool:
    if action := ACTION.match(piece.text):
        number = action["number"] or piece.label
        groups.append(Group({"number": number, "action": action["text"].strip()}, piece.page))
        return True
    field = FIELD.match(piece.text)
    kind = kind_of(field["name"]) if field else None
    if not groups or not field or kind not in ORDER or kind in groups[-1].fields:
        return False
    groups[-1].fields[kind] = field["text"].strip()
    return True


def _table(groups: Sequence[Group]) -> Piece:
    used = [kind for kind in ORDER if any(group.fields.get(kind) for group in groups)]
    rows = [tuple(group.fields.get(kind, "") for kind in used) for group in groups]
    return Piece("table", groups[0].page, rows=(tuple(NAMES[kind] for kind in used), *rows))


def _upright(piece: Piece) -> Piece:
    """A table whose fields stand below one another, name to the left: one row for each action."""
    if piece.kind != "table" or any(len(row) != 2 for row in piece.rows):
        return piece
    groups: list[Group] = []
    for name, text in piece.rows:
        kind = kind_of(name)
        if kind not in ORDER:
            return piece
        if not groups or kind in groups[-1].fields:
            groups.append(Group({}, piece.page))
        groups[-1].fields[kind] = text
    return _table(groups) if groups and all(len(group.fields) > 2 and group.is_action for group in groups) else piece


def _cells_at(pieces: Sequence[Piece], start: int) -> tuple[list[Piece], int]:
    """The pieces of a plan whose cells stand one below the other from here, its columns named first."""
    names = _names_at(pieces, start) if kind_of(pieces[start].line) else ()
    columns = columns_of(names) if len(names) >= LEAST_NAMES else None
    if columns is None:
        return [], start
    found = [Piece("table", pieces[start].page, rows=(names,))]
    place = start + len(names)
    while place < len(pieces):
        if len(found) > 1 and _names_at(pieces, place)[: len(names)] == names:
            place += len(names)
        elif _is_context(pieces[place]):
            found.append(pieces[place])
            place += 1
        elif row := _row_at(pieces, place, columns.kinds):
            found.append(Piece("table", pieces[place].page, rows=(row[0],)))
            place = row[1]
        else:
            break
    return (found, place) if len(found) > 1 else ([], start)


def _names_at(pieces: Sequence[Piece], start: int) -> tuple[str, ...]:
    names: list[str] = []
    for piece in pieces[start : start + 12]:
        if piece.kind not in ("paragraph", "heading") or len(piece.line) > LONGEST_NAME or not kind_of(piece.line):
            break
        if kind_of(piece.line) in map(kind_of, names):
            break
        names.append(piece.line)
    return tuple(names)


def _is_context(piece: Piece) -> bool:
    return bool(heading_word(piece.text)) or CHAMPION.match(piece.text) is not None


def _row_at(pieces: Sequence[Piece], start: int, kinds: Sequence[Column]) -> tuple[tuple[str, ...], int] | None:
    """So many cells as there are columns, if they are what the columns hold, and where the next row begins."""
    cells: list[str] = []
    place = start
    while place < len(pieces) and len(cells) < len(kinds) and pieces[place].kind not in ("table", "lines"):
        piece = pieces[place]
        cells += [piece.label, piece.text] if piece.label and piece.text and not cells else [piece.line]
        place += 1
    whole = len(cells) == len(kinds) and _is_row(cells, kinds)
    return (tuple(cells), place) if whole else None


def _is_row(cells: Sequence[str], kinds: Sequence[Column]) -> bool:
    values = dict(zip(kinds, cells, strict=True))
    dated = "due" not in values or is_due(values["due"])
    return dated and ("number" not in values or is_number(values["number"]))
