"""Goes through the pieces of a paper and finds the tables of its action plans."""

import re
from collections import defaultdict
from collections.abc import Sequence

from documents.structure.action_plans.columns import Column, Columns, are_names, columns_of
from documents.structure.action_plans.context import ACROSS, UNNUMBERED, Context, heading_word
from documents.structure.action_plans.due import is_due
from documents.structure.action_plans.rag import rag_of
from documents.structure.action_plans.rows import Rows, is_number
from documents.structure.cells import alone
from documents.structure.pieces import Piece
from documents.structure.understood import PaperWarning, warn

LONGEST_ACROSS = 250
LONGEST_HEADER = 160
# What tells the rows of a plan from those of another table.
MARKS: tuple[Column, ...] = ("number", "due", "rag")
# The names of columns that run together in one line.
IN_ONE = {
    "action": re.compile(r"\b(?:Actions?|Tasks?|Activity|ACTIONS?)\b"),
    "owner": re.compile(r"\b(?:By Whom|Lead|Owner|Responsib\w+|Who)\b", re.IGNORECASE),
    "due": re.compile(r"\b(?:By When|Deadline|Timescales?|Target Date|Due|When)\b", re.IGNORECASE),
}


class PlanReader:
    """Knows the columns of the table it is in, and the headings above it."""

    def __init__(self, warnings: list[PaperWarning]) -> None:
        self.warnings = warnings
        self.rows = Rows()
        self.context = Context()
        self.columns: Columns | None = None
        self.in_header = False
        self.is_left = False
        self.warned: set[tuple[int, str]] = set()
        self.covered: set[int] = set()

    def take(self, piece: Piece) -> None:
        if piece.kind == "table":
            covered: dict[int, set[int]] = defaultdict(set)
            for line, column in piece.under:
                covered[line].add(column)
            for number, row in enumerate(piece.rows):
                self.covered = covered[number]
                self._row(tuple(" ".join(cell.split()) for cell in row), piece.page)
            self.context.close()
        elif piece.kind == "lines":
            self._lines(piece)
        elif piece.kind == "heading" or piece.strong:
            self._heading(piece)
        elif piece.kind != "item" and not self.context.take_numbered(piece.text):
            self.context.leave()
            self.is_left = True

    def _heading(self, piece: Piece) -> None:
        if not self.context.take_numbered(piece.text):
            self.context.take_other(piece.line, UNNUMBERED)
            self.is_left = True

    def _row(self, cells: tuple[str, ...], page: int) -> None:
        if not any(cells):
            return
        if heading_word(alone(cells)):
            self._across(cells)
        elif self.columns and (rest := self.columns.below_names(cells)):
            self._body(rest, page)
        elif self.columns and self.in_header and len(cells) == self.columns.width and are_names(cells):
            self.columns = self.columns.with_names(cells)
            self._warn_of_left_out(page)
        elif columns := columns_of(cells, self.columns):
            self._header(columns, page)
        elif not self._across(cells):
            self._body(cells, page)

    def _header(self, columns: Columns, page: int) -> None:
        """A header that stands again on a new page begins nothing."""
        rows = self.rows.rows
        repeated = bool(rows) and self.columns == columns and rows[-1].place is self.context.place
        self.columns, self.in_header, self.is_left = columns, True, False
        if not repeated:
            self.rows.begin()
        self._warn_of_left_out(page)

    def _warn_of_left_out(self, page: int) -> None:
        for name in self.columns.left_out if self.columns else []:
            self._warn(page, f"The column “{name}” of the action plan is not kept with its actions.")

    def _across(self, cells: Sequence[str]) -> bool:
        """A row that is a heading of those below it, or stands before any table."""
        text = alone(cells)
        if not text or (self.columns and self.columns.is_numbered and is_number(text)):
            return not self.columns
        if self.context.take_numbered(text):
            self.in_header = False
            return True
        if self.columns and self._is_heading(text, len(cells)):
            self.context.take_other(text, ACROSS)
            return True
        return not self.columns

    def _is_heading(self, text: str, width: int) -> bool:
        """Whether words alone in the first column are a heading: short, and in no column of actions that go on."""
        if self.columns is None or width != self.columns.width or len(text) > LONGEST_ACROSS:
            return False
        if self.columns.kinds[0] in ("number", "other"):
            return text[0].isupper()
        whole = not self.rows.rows or self.rows.rows[-1].is_whole or self.rows.fresh
        return whole and text[0].isupper() and len(text.split()) <= 12 and not text.endswith(".")

    def _body(self, cells: tuple[str, ...], page: int) -> None:
        columns, self.in_header = self.columns, False
        if columns is None:
            return
        if len(cells) != columns.width or (self.is_left and not _fits(cells, columns)):
            self._other_table(cells, page)
            return
        self.is_left = False
        self.rows.take(cells, columns, self.context.place, page, self.covered)

    def _other_table(self, cells: Sequence[str], page: int) -> None:
        """A table of another shape: its own, unless it goes on where the plan was."""
        if self.is_left:
            self.columns = None
        elif len([cell for cell in cells if cell]) > 1:
            self._warn(page, "The action plan goes on here in other columns, and its rows were not read.")

    def _lines(self, piece: Piece) -> None:
        """A table whose columns are not told apart."""
        lines = [row[0] for row in piece.rows if row]
        if any(_is_header_in_one(line) for line in lines) or (self.columns and not self.is_left):
            self._warn(
                piece.page, "The columns of the action plan could not be told apart, and its rows were not read."
            )

    def _warn(self, page: int, message: str) -> None:
        if (page, message) not in self.warned:
            self.warned.add((page, message))
            warn(self.warnings, message, page)


def _fits(cells: Sequence[str], columns: Columns) -> bool:
    """Whether a row without a header above it has what the plan's columns hold."""
    number, due, rag = (cells[place] if (place := columns.place(kind)) is not None else "" for kind in MARKS)
    if number:
        return is_number(number) and (not due or is_due(due)) and (not rag or bool(rag_of(rag)))
    return is_due(due) or bool(rag_of(rag))


def _is_header_in_one(line: str) -> bool:
    """Whether a line has the names of several columns run together: "No. Action By whom By when RAG"."""
    if len(line) > LONGEST_HEADER or line.rstrip().endswith("."):
        return False
    return bool(IN_ONE["action"].search(line) and (IN_ONE["owner"].search(line) and IN_ONE["due"].search(line)))
