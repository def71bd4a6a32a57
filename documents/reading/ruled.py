"""Tables whose cells have drawn borders: the rules say which words stand together."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.pdf import Line, Rule
from documents.reading.markers import marker_of
from documents.reading.rows import Row
from documents.reading.tables import FIGURE, Grid
from documents.reading.words import Vocabulary, clean, finish, join

# Points: borders this close are one, and meet.
CLOSE = 3.0
# Points that a cell's words may reach over its border.
OVER = 4.0
# Points: an empty column no wider than this is the gap of a double border.
NARROW = 12.0
MOST_BORDERS = 400
MOST_COLUMNS = 18
MOST_LINES = 200
MOST_LINES_OF_HEADER = 3
# The cells of a line whose rest stands alone on the next page: a table no wider may be a box, or set the page out.
LEAST_CELLS = 3
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """The borders of one table: where its columns and lines of cells begin and end.

    homes has for each cell (line, column) the first of those that no rule parts from it: itself, unless merged;
    spans has for each of these its left and right border, with those merged into it.
    """

    columns: tuple[float, ...]
    lines: tuple[float, ...]
    homes: dict[Cell, Cell]
    spans: dict[Cell, tuple[float, float]]

    @classmethod
    def of(cls, columns: tuple[float, ...], lines: tuple[float, ...], rules: Sequence[Rule]) -> "Frame":
        homes, merged = _homes(columns, lines, rules), defaultdict[Cell, list[int]](list)
        for (_, column), home in homes.items():
            merged[home].append(column)
        spans = {home: (columns[min(places)], columns[max(places) + 1]) for home, places in merged.items()}
        return cls(columns, lines, homes, spans)

    def holds(self, row: Row) -> bool:
        across = self.columns[0] - OVER <= row.left and row.right <= self.columns[-1] + OVER
        return across and all(self.lines[0] <= (run.top + run.bottom) / 2 <= self.lines[-1] for run in row.runs)

    def home(self, run: Line) -> Cell:
        across, down = (run.left + run.right) / 2, (run.top + run.bottom) / 2
        return self.homes[_place(down, self.lines), _place(across, self.columns)]

    def fits(self, run: Line) -> bool:
        left, right = self.spans[self.home(run)]
        return left - OVER <= run.left and run.right <= right + OVER

    def titles(self, rows: Sequence[Row]) -> int:
        """How many of these rows come before the table proper: in a cell as wide as it, or in bold beside nothing."""
        filled: dict[int, set[int]] = defaultdict(set)
        for line, column in (self.home(run) for row in rows for run in row.runs):
            filled[line].add(column)
        for place, row in enumerate(rows):
            line, column = home = self.home(row.runs[0])
            alone = row.bold and column == 0 and len(filled[line]) == 1
            if not alone and self.spans[home] != (self.columns[0], self.columns[-1]):
                return place
        return len(rows)


def ruled(rows: Sequence[Row], rules: Sequence[Rule], vocabulary: Vocabulary) -> Iterator[list[Row] | Grid]:
    """The rows of a page in their order, with the ruled tables among them as grids."""
    frames = _frames(rules)
    loose: list[Row] = []
    position = 0
    while position < len(rows):
        frame = next((frame for frame in frames if frame.holds(rows[position])), None)
        end = position + 1
        while frame and end < len(rows) and frame.holds(rows[end]):
            end += 1
        if frame:
            first, position = position, position + frame.titles(rows[position:end])
            loose += rows[first:position]
        runs_on = not loose and position == 0
        grid = _grid(frame, rows[position:end], vocabulary, runs_on=runs_on) if frame and position < end else None
        if grid is None:
            loose += rows[position:end]
        else:
            yield from [loose] if loose else []
            yield grid
            loose = []
        position = end
    yield from [loose] if loose else []


def _frames(rules: Sequence[Rule]) -> list[Frame]:
    """A frame for each group of borders that touch, where they part columns from one another."""
    borders = _borders(rules)
    frames = []
    for group in _groups(borders) if len(borders) <= MOST_BORDERS else []:
        uprights = [rule for rule in group if rule.is_upright]
        # A row that runs on over the page's end has no border there: the uprights alone reach it.
        ends = [edge for rule in uprights for edge in (rule.top, rule.bottom)]
        columns = _edges((rule.left + rule.right) / 2 for rule in uprights)
        level = [(rule.top + rule.bottom) / 2 for rule in group if not rule.is_upright]
        lines = _edges([*level, min(ends), max(ends)]) if level and ends else ()
        if 3 <= len(columns) <= MOST_COLUMNS + 1 and 2 <= len(lines) <= MOST_LINES + 1:
            frames.append(Frame.of(columns, lines, group))
    return frames


def _borders(rules: Iterable[Rule]) -> list[Rule]:
    """The rules with those that go on from one another, cell by cell, made one."""
    along: dict[tuple[bool, int], list[Rule]] = defaultdict(list)
    for rule in sorted(rules, key=lambda rule: (rule.left, rule.top)):
        place = rule.left + rule.right if rule.is_upright else rule.top + rule.bottom
        last = along[rule.is_upright, round(place / 2)]
        if last and _touch(last[-1], rule):
            right, bottom = max(last[-1].right, rule.right), max(last[-1].bottom, rule.bottom)
            last[-1] = Rule(min(last[-1].left, rule.left), last[-1].top, right, bottom)
        else:
            last.append(rule)
    return [rule for line in along.values() for rule in line]


def _groups(rules: Iterable[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in rules:
        touched = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if not any(group is other for other in touched)]
        groups.append([rule, *(other for group in touched for other in group)])
    return groups


def _touch(one: Rule, other: Rule) -> bool:
    across = one.left - CLOSE <= other.right and other.left - CLOSE <= one.right
    return across and one.top - CLOSE <= other.bottom and other.top - CLOSE <= one.bottom


def _edges(places: Iterable[float]) -> tuple[float, ...]:
    """The places in order, those close to one another taken as one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > CLOSE:
            edges.append(place)
    return tuple(edges)


def _place(middle: float, edges: Sequence[float]) -> int:
    return bisect_right(edges, middle, 1, len(edges) - 1) - 1


def _homes(columns: Sequence[float], lines: Sequence[float], rules: Sequence[Rule]) -> dict[Cell, Cell]:
    uprights = [((rule.left + rule.right) / 2, rule.top, rule.bottom) for rule in rules if rule.is_upright]
    level = [((rule.top + rule.bottom) / 2, rule.left, rule.right) for rule in rules if not rule.is_upright]
    homes: dict[Cell, Cell] = {}
    for line, (top, bottom) in enumerate(pairwise(lines)):
        for column, (left, right) in enumerate(pairwise(columns)):
            cell = line, column
            homes[cell] = cell
            if column and not _is_parted(uprights, left, (top + bottom) / 2):
                homes[cell] = homes[line, column - 1]
            elif line and not _is_parted(level, top, (left + right) / 2):
                homes[cell] = homes[line - 1, column]
    return homes


def _is_parted(rules: Iterable[tuple[float, float, float]], edge: float, middle: float) -> bool:
    """Whether a rule, given by its place, start and end, lies along an edge there."""
    return any(abs(place - edge) <= CLOSE and start <= middle <= end for place, start, end in rules)


def _grid(frame: Frame, rows: Sequence[Row], vocabulary: Vocabulary, *, runs_on: bool) -> Grid | None:
    """The words by cell; line by line where a cell holds more than one of a kind; None where there are no columns.

    runs_on: at the top of a page may stand the rest of a row, in one of its columns alone.
    """
    words: dict[Cell, str] = {}
    bold: dict[int, bool] = {}
    for run in (run for row in rows for run in row.runs):
        home = frame.home(run)
        words[home] = join(words.get(home, ""), clean(run.text), vocabulary)
        bold[home[0]] = bold.get(home[0], True) and run.bold
    bold = dict(sorted(bold.items()))
    if len({column for _, column in words}) < 2 and not (runs_on and _is_rest(frame, words)):
        return None
    if not all(frame.fits(run) for row in rows for run in row.runs) or _is_crowded(frame, rows):
        return Grid(tuple(rows), tuple((finish(clean(row.text)),) for row in rows), header=False)
    cells = [[finish(words.get((line, column), "")) for column in range(len(frame.columns) - 1)] for line in bold]
    named = _lines_of_header(frame, list(bold.items()))
    if named:
        cells[:named] = [_header(frame, list(bold)[:named], words)]
    kept = [column for column in range(len(cells[0])) if _is_column(frame, cells, column, header=bool(named))]
    header = bool(named) and all(cells[0][column] for column in kept[1:])
    lines = list(bold)
    under = _under(frame, lines[named - 1 :] if named else lines, kept)
    return Grid(tuple(rows), tuple(tuple(line[column] for column in kept) for line in cells), header, under)


def _under(frame: Frame, lines: Sequence[int], columns: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The cells that one of a line above covers, by their row and column in the grid."""
    return tuple(
        (row, place)
        for row, line in enumerate(lines)
        for place, column in enumerate(columns)
        if row and frame.homes[line, column][0] in lines[:row]
    )


def _is_rest(frame: Frame, words: Iterable[Cell]) -> bool:
    """Whether these are the words of one cell of one line that has at least three cells of its own."""
    lines = {line for line, _ in words}
    return len(lines) == 1 and all(len(set(_homes_of(frame, line))) >= LEAST_CELLS for line in lines)


def _homes_of(frame: Frame, line: int) -> list[Cell]:
    return [frame.homes[line, column] for column in range(len(frame.columns) - 1)]


def _lines_of_header(frame: Frame, bold: Sequence[tuple[int, bool]]) -> int:
    """How many lines name the columns: those in bold above others that are not, and the parts of groups below them.

    A line in one cell as wide as the table, below the first, names the rows that follow and no column.
    """
    parts = ((place, is_bold and not (place and _is_wide(frame, line))) for place, (line, is_bold) in enumerate(bold))
    count = next((place for place, names in parts if not names), 0)
    if count and _has_groups(frame, bold[count - 1][0]) and count < len(bold) - 1:
        count += 1
    return count if count <= MOST_LINES_OF_HEADER else 0


def _is_wide(frame: Frame, line: int) -> bool:
    return len(set(_homes_of(frame, line))) == 1


def _has_groups(frame: Frame, line: int) -> bool:
    homes = _homes_of(frame, line)
    return len(set(homes)) < len(homes)


def _header(frame: Frame, lines: Sequence[int], words: dict[Cell, str]) -> list[str]:
    """The name of each column: that of the columns it is grouped with, if any, before its own."""
    columns = range(len(frame.columns) - 1)
    homes = [dict.fromkeys(frame.homes[line, column] for line in lines) for column in columns]
    return [finish(" ".join(words[home] for home in of_column if home in words)) for of_column in homes]


def _is_column(frame: Frame, cells: Sequence[Sequence[str]], column: int, *, header: bool) -> bool:
    """A column that holds words, or, where none are named, that has cells of its own: they may hold pictures."""
    if any(line[column] for line in cells):
        return True
    wide = frame.columns[column + 1] - frame.columns[column] > NARROW
    return wide and not header and any(home[1] == column for home in frame.homes.values())


def _is_crowded(frame: Frame, rows: Sequence[Row]) -> bool:
    """Whether a cell has columns or rows of its own that no rule parts: which figure goes with which is not told."""
    figures: set[Cell] = set()
    for row in rows:
        beside: set[Cell] = set()
        for run in row.runs:
            home, text = frame.home(run), clean(run.text)
            if home in beside or (FIGURE.fullmatch(text) and home in figures):
                return True
            marker, rest = marker_of(text, bold=run.bold)
            if marker is None or rest:
                beside.add(home)
            if FIGURE.fullmatch(text):
                figures.add(home)
    return False
