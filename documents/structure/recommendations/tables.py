"""Tables of recommendations with what was answered or done, a row or several rows for each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.structure.cells import alone, cell_text, run_on, runs_on
from documents.structure.recommendations.columns import Cells, Columns, Role, columns_of
from documents.structure.recommendations.lines import LABEL, Line
from documents.structure.recommendations.markers import rag_of, rag_told
from documents.structure.recommendations.numbers import number_of
from documents.structure.recommendations.openings import opening
from documents.structure.understood import Rag

BARE_LABEL = re.compile(
    r"(?:rec(?:ommendation)?\.?\s*)?(?:no\.?\s*)?R?\s?\d{1,3}(?:\.\d{1,2})?\s*\(?[a-z]?\)?[.):]?", re.IGNORECASE
)


MERE = re.compile(r"\W*(?:y|n|yes|no|✓|✔|x|)\W*")


@dataclass(frozen=True, slots=True)
class Row:
    """One recommendation of a table: its words, and what the other columns say of it."""

    label: str
    number: int | None
    recommendation: str
    response: str
    progress: str
    rag: Rag
    page: int
    place: int = 0


@dataclass(slots=True)
class Open:
    """A row as it is put together from those of the table."""

    cells: list[str]
    page: int
    place: int


@dataclass(slots=True)
class Tables:
    """Goes through a paper's lines; a table without headings goes on with the columns of the one before."""

    plain_action: Role
    columns: Columns | None = None
    open: list[Open] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def take(self, line: Line, place: int) -> bool:
        """Whether the line is a table of recommendations, whose rows were taken."""
        found = columns_of(line.rows, self.plain_action)
        if found:
            self.close()
            self.columns = found
        elif self.columns is None or len(line.rows[0]) != len(self.columns.roles):
            return False
        for row in line.rows[found.row + 1 if found else 0 :]:
            self._take(tuple(cell_text(cell) for cell in row), line.page, place)
        return True

    def _take(self, row: Cells, page: int, place: int) -> None:
        columns = self.columns
        if columns is None or not any(row) or _is_heading(row, columns):
            return
        if self.open and _goes_on(self.open[-1].cells, row, columns):
            cells = self.open[-1].cells
            self.open[-1].cells = [_added(above, below) for above, below in zip(cells, row, strict=True)]
        elif not _is_theme(row, columns):
            self.open.append(Open(list(row), page, place))

    def close(self) -> None:
        if self.columns:
            self.rows += [row for entry in self.open if (row := _row(entry, self.columns)).recommendation]
        self.open, self.columns = [], None


def rows_of(lines: Sequence[Line], plain_action: Role = "response") -> tuple[list[Row], set[int]]:
    """Every recommendation of every such table, and the places of the lines that are such tables."""
    tables, taken = Tables(plain_action), set()
    for place, line in enumerate(lines):
        if line.rows and tables.take(line, place):
            taken.add(place)
        elif line.rows or opening(line):
            tables.close()
    tables.close()
    return tables.rows, taken


def _is_heading(row: Cells, columns: Columns) -> bool:
    """The headings again at the top of a page."""
    return [cell.lower() for cell in row] == [cell_text(cell).lower() for cell in columns.headings]


def _is_theme(row: Cells, columns: Columns) -> bool:
    words = alone(row)
    return (
        bool(words) and not BARE_LABEL.fullmatch(words) and not LABEL.match(words) and not opening(Line("text", words))
    )


def _goes_on(above: Sequence[str], row: Cells, columns: Columns) -> bool:
    """Whether a row says more of the recommendation above, and begins none of its own."""
    words = row[columns.of("recommendation")[0]]
    numbers = columns.of("number")
    if numbers:
        if row[numbers[0]]:
            return False
        said = [place for place, cell in enumerate(row) if cell]
        return (
            said != [columns.of("recommendation")[0]]
            or len(row) < 3
            or runs_on(above[said[0]], words)
            or not alone(row)
        )
    return not words or (runs_on(above[columns.of("recommendation")[0]], words) and not LABEL.match(words))


def _added(above: str, below: str) -> str:
    """A cell that goes on in the same sentence, or else in a paragraph of its own."""
    if not above or not below or runs_on(above, below) or not re.search(r"[.!?:;]\W?$", above):
        return run_on(above, below)
    return f"{above}\n\n{below}"


def _row(entry: Open, columns: Columns) -> Row:
    label, number, words = _named(entry.cells, columns)
    progress = _progress(entry.cells, columns)
    return Row(
        label=label,
        number=number,
        recommendation=words,
        response=_response(entry.cells, columns),
        progress=progress,
        rag=_rag(entry.cells, columns) or rag_told(progress),
        page=entry.page,
        place=entry.place,
    )


def _named(cells: Sequence[str], columns: Columns) -> tuple[str, int | None, str]:
    """A recommendation's label, number and words: the label stands in a column of its own or before the words."""
    words = cells[columns.of("recommendation")[0]]
    opened = opening(Line("text", words))
    if opened and opened.rest:
        return opened.label, opened.number, opened.rest
    for place in columns.of("number"):
        if cells[place]:
            return _label(cells[place]), number_of(cells[place]), words
    found = LABEL.match(words)
    if found and found["number"]:
        label = found["number"].strip("().")
        return label, number_of(label), words[found.end() :]
    return _first_cell(cells, columns, words)


def _first_cell(cells: Sequence[str], columns: Columns, words: str) -> tuple[str, int | None, str]:
    """The label in a first column that has no heading of its own."""
    first = cells[0]
    if columns.roles[0] == "other" and BARE_LABEL.fullmatch(first):
        return _label(first), number_of(first), words
    return "", None, words


def _label(cell: str) -> str:
    return (
        re.sub(r"^(?:recommendation|rec)\b\.?\s*(?:no\.?\s*)?", "", cell.strip(), flags=re.IGNORECASE).strip(" .:")
        or cell
    )


def _progress(cells: Sequence[str], columns: Columns) -> str:
    """What is reported, without a cell that tells only the colour, unless it is all."""
    told = [cells[place] for place in columns.of("progress") if cells[place]]
    return "\n\n".join([cell for cell in told if not (rag_of(cell) and len(cell.split()) == 1)] or told)


def _response(cells: Sequence[str], columns: Columns) -> str:
    """What was answered; who sees to it and by when stand below, each after its column's heading.

    A mere "Yes" or a tick keeps the heading that it answers.
    """
    answers = []
    for place in columns.of("response"):
        cell = cells[place]
        if cell:
            answers.append(f"{_heading(columns, place)} {cell}" if MERE.fullmatch(cell.lower()) else cell)
    more = [
        f"{_heading(columns, place)} {cells[place]}"
        for place in columns.of("other")
        if cells[place] and columns.headings[place]
    ]
    return "\n\n".join([*answers, "\n".join(more)] if more else answers) if answers else ""


def _heading(columns: Columns, place: int) -> str:
    """A column's heading as it leads to what stands in the column."""
    words = " ".join(columns.headings[place].split()).rstrip(":")
    return words if words.endswith("?") else f"{words}:"


def _rag(cells: Sequence[str], columns: Columns) -> Rag:
    for place in (*columns.of("rag"), *columns.of("progress")):
        if colour := rag_of(cells[place]):
            return colour
    return ""


def with_rag_words(row: Row) -> Row:
    """A row whose only report of progress is its colour: the colour's word is its progress."""
    return row if row.progress or not row.rag else replace(row, progress=row.rag.capitalize())
