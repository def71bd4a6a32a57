"""The rows of an action plan: each begun where its number or its action begins, and joined where it runs on."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from documents.structure.action_plans.columns import Column, Columns
from documents.structure.action_plans.context import Place
from documents.structure.action_plans.due import due_month, is_due
from documents.structure.cells import cell_text, run_on

NUMBER = re.compile(r"(?:[A-Z]{1,5}[\s./-]?)?\d{1,3}(?:[./-]\d{1,3})*[a-z]?|\(?[a-z]{1,2}\)?|[ivx]{1,5}", re.IGNORECASE)
LEADING_NUMBER = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|[A-Z]{1,2}\d{1,2}[.:)]?)\s+(?=\S)")
# What a column named "Priority" may say instead of an objective.
URGENCY = re.compile(r"high|med|medium|low|urgent|critical|essential|desirable|[hml1-5]", re.IGNORECASE)
# What may stand between an owner and a date in one cell.
BETWEEN = re.compile(r"\s*[,;/\n(–—]\s*|\s-\s|\s+(?=(?:by|end of)\s)")
Values = dict[Column, str]


@dataclass(slots=True)
class Group:
    """An objective in a cell beside its actions; it may run on over the page's end."""

    text: str


@dataclass(slots=True)
class Row:
    """is_rated: its table has a column for red, amber and green, or for the status."""

    values: Values
    place: Place
    page: int
    group: Group | None = None
    is_rated: bool = False

    @property
    def is_whole(self) -> bool:
        return bool(self.values.get("action")) and _has_ends(self.values)


class Rows:
    """Takes the rows of tables as they are printed, whose columns are known."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.group: Group | None = None
        self.fresh = True

    def begin(self) -> None:
        """A header: what follows goes on from no row above, unless the header was repeated on a new page."""
        self.fresh = True

    def take(
        self, cells: Sequence[str], columns: Columns, place: Place, page: int, covered: Set[int] = frozenset()
    ) -> None:
        """covered: the columns whose cell above reaches over this row too, and says the same of it."""
        values = _values(cells, columns)
        whole = self._with_covered(values, columns, covered)
        if self._goes_on(values, whole, columns, page):
            self._join(values)
            return
        values = whole
        if values.get("objective"):
            self.group = Group(values["objective"])
        elif self.fresh:
            self.group = None
        if "number" not in columns.kinds:
            _part_number(values)
        self.rows.append(Row(values, place, page, self.group, "rag" in columns.kinds))
        self.fresh = False

    def _with_covered(self, values: Values, columns: Columns, covered: Set[int]) -> Values:
        """With what the cells that reach over this row say. That of an objective is carried on by its group."""
        above = self.rows[-1].values if self.rows else {}
        kinds = [columns.kinds[column] for column in covered if columns.kinds[column] not in ("action", "objective")]
        return {kind: above[kind] for kind in kinds if kind in above} | values

    def _goes_on(self, values: Values, whole: Values, columns: Columns, page: int) -> bool:
        """Whether a row of a table is the rest of the one before, and no action of its own."""
        if not self.rows or (self.fresh and values.get("action")):
            return False
        above, turned = self.rows[-1], page != self.rows[-1].page
        if values.get("number"):
            return False
        if columns.is_numbered:
            return not (above.is_whole and _begins(values) and _has_ends(whole))
        if not values.get("action"):
            return True
        return not _begins(values) or (turned and not above.is_whole and not values.get("objective"))

    def _join(self, values: Values) -> None:
        above = self.rows[-1]
        for kind, text in values.items():
            if kind == "objective" and self.group:
                self.group.text = run_on(self.group.text, text)
            above.values[kind] = run_on(above.values.get(kind, ""), text)


def _values(cells: Sequence[str], columns: Columns) -> Values:
    """By what the columns hold; bullets on lines of their own, and an empty line between two columns of a kind."""
    values: Values = {}
    for kind, cell in zip(columns.kinds, cells, strict=True):
        text = cell_text(cell)
        if text and kind != "other" and not (kind == "objective" and URGENCY.fullmatch(text)):
            values[kind] = f"{values[kind]}\n\n{text}" if kind in values else text
    if columns.has_due_with_owner:
        _part_due(values)
    return values


def _part_due(values: Values) -> None:
    """By when, at the end of a cell that says by whom before it: "Head of Finance, 31 March 2026"."""
    owner = values.get("owner", "")
    for mark in BETWEEN.finditer(owner):
        before, due = owner[: mark.start()].strip(), owner[mark.end() :].strip(" ()")
        if is_due(due) and not due_month(before):
            values["owner"], values["due"] = before, due
            return


def _begins(values: Values) -> bool:
    """Whether the action begins as a sentence does."""
    return re.match(r"[\W_]*[A-Z0-9]", values.get("action", "")) is not None


def _has_ends(values: Values) -> bool:
    """Whether a row says by when, or where it may not, by whom."""
    due = values.get("due")
    return is_due(due) if due else bool(values.get("owner"))


def _part_number(values: Values) -> None:
    """The number that an action begins with, where no column has it."""
    if match := LEADING_NUMBER.match(values.get("action", "")):
        values["number"] = match["number"]
        values["action"] = values["action"][match.end() :]


def is_number(text: str) -> bool:
    return NUMBER.fullmatch(text.strip(" .:)")) is not None
