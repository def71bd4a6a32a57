"""The tables of a review's papers: forms, themes with their objectives, witnesses, sessions and visits."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from documents.packs.dates import first_date
from documents.structure.cells import alone, cell_text, listed, unmarked
from documents.structure.pieces import Piece
from documents.structure.reviews.labels import Label, label_of, labelled
from documents.structure.reviews.objectives import NUMBERED
from documents.structure.reviews.people import Entry
from documents.structure.reviews.stages import dated
from documents.structure.reviews.witnesses import Column, Named, columns_of, is_unknown, is_visit, named

if TYPE_CHECKING:
    from documents.structure.reviews.review import ReviewReader

Values = dict[Column, str]


class TableReader:
    """Takes rows one after another; columns are those of the last header, theme that of the last row of objectives."""

    def __init__(self, review: "ReviewReader") -> None:
        self.review = review
        self.columns: tuple[Column, ...] | None = None
        self.theme = ""

    def take(self, piece: Piece) -> None:
        for row in piece.rows:
            cells = tuple(cell_text(cell) for cell in row)
            if any(cells):
                self._row(cells, piece.page)

    def leave(self) -> None:
        """A heading or a text ends the table above it."""
        self.columns = None

    def _row(self, cells: Sequence[str], page: int) -> None:
        if columns := columns_of(cells):
            self.columns = columns
        elif any(NUMBERED.search(cell) for cell in cells[1:]):
            self._objectives(cells)
        elif self.columns and len(self.columns) == len(cells) and not _is_label(alone(cells)):
            self._entry(cells, self.columns, page)
        else:
            self.columns = None
            self._form(cells, page)

    def _objectives(self, cells: Sequence[str]) -> None:
        """The theme that objectives belong to, and the objectives beside it."""
        self.columns = None
        if cells[0] and not NUMBERED.search(cells[0]):
            self.theme, self.review.stage = " ".join(cells[0].split()), None
            self.review.themes.append(self.theme)
        for cell in cells:
            self.review.objectives.take_numbered(cell)

    def _form(self, cells: Sequence[str], page: int) -> None:
        """What a field is named to the left, and what it says to the right; or one text across."""
        filled = [cell for cell in cells if cell]
        if (text := alone(cells)) and len(listed(text)) > 1:
            self._lines(text, page)
        elif text:
            self.review.line(text, page, is_heading=True)
        elif not cells[0]:
            self._run_on(filled, page)
        elif self.review.section == "stages" and label_of(cells[0]) is None and dated(" ".join(filled)):
            self.review.line(" – ".join(filled), page)
        else:
            self._field(cells[0], filled[1:], page)

    def _field(self, name: str, values: Sequence[str], page: int) -> None:
        found = labelled(name)
        label: Label = label_of(name) or (found.label if found else "other")
        self.review.open(label, found.rest if found else "", page, name)
        for value in values:
            self._lines(value, page)

    def _run_on(self, values: Sequence[str], page: int) -> None:
        """The rest of a field, after the end of a page."""
        if not self.review.objectives.run_on(" ".join(values)):
            for value in values:
                self._lines(value, page)

    def _lines(self, value: str, page: int) -> None:
        lines = listed(value)
        self.review.is_listed = len(lines) > 1
        for line in lines:
            self.review.line(unmarked(line), page, is_item=len(lines) > 1 and unmarked(line) != line)

    def _entry(self, cells: Sequence[str], columns: Sequence[Column], page: int) -> None:
        values: Values = {kind: cell for kind, cell in zip(columns, cells, strict=True) if kind != "other" and cell}
        name = values.get("name", "")
        if self.review.section == "visits" or is_visit(name):
            self._visit(values, page)
        elif "name" in columns and not name and not values.get("date"):
            self.review.people.run_on(values.get("organisation", ""), values.get("focus", ""))
        else:
            if ("date" in columns and "stage" in columns) or "theme" in columns or "name" not in columns:
                self._session(values, page)
            self._witnesses(values, columns, page)

    def _session(self, values: Values, page: int) -> None:
        """A meeting with what it is for; a row without a date goes on with the meeting above."""
        theme = values.get("theme") or values.get("stage") or values.get("focus", "")
        if values.get("date"):
            date = " ".join(values["date"].split())
            self.review.stage = self.review.stages.add(date, theme, page, is_evidence="theme" in values)
        elif self.review.stage and theme and theme != self.review.stage.theme:
            self.review.stage.theme = f"{self.review.stage.theme}\n{theme}".strip()

    def _witnesses(self, values: Values, columns: Sequence[Column], page: int) -> None:
        for name in listed(values.get("name", "")):
            who = Named(", ".join(part for part in (unmarked(name), values.get("post", "")) if part))
            if not {"organisation", "focus", "post"} & set(columns):
                who = named(who.name)
            organisation, focus = values.get("organisation", who.organisation), values.get("focus", who.focus)
            entry = Entry(who.name, organisation, focus, page, self.theme, self.review.stage)
            entry.day = first_date(values.get("date", ""))
            self.review.people.add(entry)

    def _visit(self, values: Values, page: int) -> None:
        if any(not is_unknown(value) for value in values.values()):
            self.review.people.add_visit("\n".join(values.values()), page)


def _is_label(text: str) -> bool:
    return bool(text) and (label_of(text) is not None or labelled(text) is not None)
