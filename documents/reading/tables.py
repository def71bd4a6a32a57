"""Tables found by their columns: a simple one becomes rows of cells, any other stays as its lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.reading.measures import Measures
from documents.reading.rows import Row
from documents.reading.words import Vocabulary, clean, finish, join

MOST_COLUMNS = 9
MOST_ROWS_OF_BAND = 5
GUTTER = 4.0
PROSE_LETTERS = 34
FIGURE = re.compile(r"[-–+(]?[£$]?\d[\d,.]*[%)kmbn]*")


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of as many cells each; with a header, the first row names the columns.

    Where the columns are not plain, each row is one cell: the line as it is. under has the row and column of each
    cell that the one above it covers.
    """

    rows: tuple[Row, ...]
    cells: tuple[tuple[str, ...], ...]
    header: bool
    under: tuple[tuple[int, int], ...] = ()


def grids(rows: Sequence[Row], measures: Measures, vocabulary: Vocabulary) -> Iterator[Row | Grid]:
    """The rows in their order, with those that stand in columns put together."""
    position = 0
    while position < len(rows):
        end = _end_of_table(rows, position, measures)
        if end - position < 2:
            yield rows[position]
            position += 1
            continue
        yield from _table(rows[position:end], measures, vocabulary)
        position = end


def _end_of_table(rows: Sequence[Row], start: int, measures: Measures) -> int:
    """One past the last row of the table that begins at start; start itself if none does."""
    several = int(len(rows[start].runs) > 1)
    if not several and not (start + 1 < len(rows) and _is_split(rows[start], rows[start + 1])):
        return start
    lefts = {round(run.left) for run in rows[start].runs}
    end = start + 1
    for position in range(start + 1, len(rows)):
        row = rows[position]
        if row.middle - rows[position - 1].middle > row.size * measures.step * 4:
            break
        if len(row.runs) > 1 or _is_split(rows[position - 1], row):
            several += 1
            lefts |= {round(run.left) for run in row.runs}
            end = position + 1
        elif position >= end + 3 or not _is_cell(row, rows[position - 1], lefts, measures):
            break
        elif row.left > min(lefts) + 12:
            end = position + 1
    return end if several > 1 else start


def _is_split(above: Row, below: Row) -> bool:
    """Whether two rows reach into one another's height: cells set at the middle of longer ones beside them."""
    apart = all(one.right < other.left or other.right < one.left for one in above.runs for other in below.runs)
    return apart and below.top < above.bottom - 1


def _is_cell(row: Row, above: Row, lefts: set[int], measures: Measures) -> bool:
    """Whether a row with one run may be a cell's further line: in a column, and not over the gutter after it."""
    aligned = any(abs(row.left - left) <= 5 for left in lefts)
    across = row.left < min(lefts) + 12 and row.right > min(left for left in [*lefts, 9999] if left > min(lefts) + 12)
    return aligned and not across and row.middle - above.middle <= row.size * measures.step * 2.2


def _table(rows: Sequence[Row], measures: Measures, vocabulary: Vocabulary) -> Iterator[Row | Grid]:
    columns = _columns(rows)
    if len(columns) == 2 and _is_prose(rows):
        yield from _column_by_column(rows, columns)
    elif 2 <= len(columns) <= MOST_COLUMNS and _are_certain(rows, columns):
        yield _grid(rows, columns, measures, vocabulary)
    else:
        yield Grid(tuple(rows), tuple((finish(clean(row.text)),) for row in rows), header=False)


def _are_certain(rows: Sequence[Row], columns: Sequence[float]) -> bool:
    """Whether no cell has two runs side by side, and no column's runs reach into the next: figures are set to the
    right, so that a long one begins before its column. A row of one run may be a heading across them all."""
    reach = [(float("inf"), 0.0)] * len(columns)
    for row in rows:
        places = [_column_of(run.left, columns) for run in row.runs]
        if len(set(places)) < len(places):
            return False
        for place, run in zip(places, row.runs if len(places) > 1 else (), strict=False):
            reach[place] = min(reach[place][0], run.left), max(reach[place][1], run.right)
    return all(before[1] <= after[0] + 1 for before, after in pairwise(reach))


def _columns(rows: Sequence[Row]) -> list[float]:
    """Where each column begins: after a gutter that all but a few runs leave clear."""
    lefts = sorted((run.left for row in rows for run in row.runs), reverse=True)
    edges = sorted({round(left / 3): left for left in lefts}.values())  # few, however many runs
    columns = edges[:1]
    few = len(rows) // 12
    for edge in edges[1:]:
        across = sum(run.left < edge - GUTTER and run.right > edge - GUTTER for row in rows for run in row.runs)
        starts = sum(abs(run.left - edge) < GUTTER for row in rows for run in row.runs)
        begins = across <= few and starts > few and edge - columns[-1] > 2 * GUTTER
        if begins and _is_clear(rows, columns[-1], edge, few):
            columns.append(edge)
    return _without_halves(_bands(rows, columns), columns)


def _without_halves(rows: Sequence[Row], columns: Sequence[float]) -> list[float]:
    """Two neighbours that no row fills both of are one column: a heading to the left, its figures to the right."""
    filled = [{_column_of(run.left, columns) for run in row.runs} for row in rows]
    kept = list(columns[:1])
    group = {0}
    for number in range(1, len(columns)):
        if any(number in row and row & group for row in filled):
            kept.append(columns[number])
            group = {number}
        else:
            group.add(number)
    return kept


def _is_clear(rows: Sequence[Row], column: float, edge: float, few: int) -> bool:
    """Whether the runs of the column before end before this edge."""
    inside = [run for row in rows for run in row.runs if column - GUTTER <= run.left < edge - GUTTER]
    return bool(inside) and sum(run.right > edge - 1 for run in inside) <= few


def _is_prose(rows: Sequence[Row]) -> bool:
    """Whether two columns are running text set side by side, to be read one after the other."""
    both = [row for row in rows if len(row.runs) == 2]
    if len(both) < 8 or len(both) < len(rows) * 0.6:
        return False
    letters = [len(run.text) for row in both for run in row.runs]
    lower = sum(row.runs[0].text[:1].islower() for row in both)
    return sum(letters) / len(letters) > PROSE_LETTERS and lower > len(both) * 0.3


def _column_by_column(rows: Sequence[Row], columns: Sequence[float]) -> Iterator[Row]:
    for column in range(len(columns)):
        for row in rows:
            if runs := tuple(run for run in row.runs if _column_of(run.left, columns) == column):
                yield Row.of(runs)


def _column_of(left: float, columns: Sequence[float]) -> int:
    return max((number for number, start in enumerate(columns) if start <= left + GUTTER), default=0)


def _grid(rows: Sequence[Row], columns: Sequence[float], measures: Measures, vocabulary: Vocabulary) -> Grid:
    bands = _bands(rows, columns)
    wide, lead = _wide_step(bands), _lead(bands, columns)
    cells: list[list[str]] = []
    above: Row | None = None
    for row in bands:
        if above is None or _begins_row(row, above, cells[-1], columns, measures, wide, lead):
            cells.append([""] * len(columns))
        for run in row.runs:
            column = _column_of(run.left, columns)
            cells[-1][column] = join(cells[-1][column], clean(run.text), vocabulary)
        above = row
    header = len(cells) > 1 and rows[0].bold and not rows[-1].bold
    return Grid(tuple(rows), tuple(tuple(finish(cell) for cell in line) for line in cells), header)


def _wide_step(rows: Sequence[Row]) -> float:
    """The step down beyond which a new row of the table begins, where its cells have lines that stand closer."""
    steps = sorted(below.middle - above.middle for above, below in pairwise(rows))
    if not steps or steps[0] <= 0:
        return 0.0
    close = [step for step in steps if step < steps[0] * 1.15]
    wide = [step for step in steps if step > steps[0] * 1.25]
    told_apart = len(close) > 1 and len(wide) >= len(steps) / 4 and len(close) + len(wide) >= len(steps) * 0.8
    return steps[0] * 1.25 if told_apart else 0.0


def _lead(rows: Sequence[Row], columns: Sequence[float]) -> int:
    """The leftmost column that a third of the rows fill: one before it holds little but its heading."""
    filled = Counter(column for row in rows for column in {_column_of(run.left, columns) for run in row.runs})
    most = min(len(rows), max(filled.values()) * 3)
    return min(column for column, count in filled.items() if count * 3 >= most)


def _bands(rows: Sequence[Row], columns: Sequence[float]) -> list[Row]:
    """Rows that reach into one another's height made one, unless that would run whole columns together."""
    bands: list[list[Row]] = []
    for row in rows:
        if bands and row.top < max(other.bottom for other in bands[-1]) - 1:
            bands[-1].append(row)
        else:
            bands.append([row])
    if any(len(band) > MOST_ROWS_OF_BAND for band in bands):
        return list(rows)
    return [_band(band, columns) for band in bands]


def _band(rows: Sequence[Row], columns: Sequence[float]) -> Row:
    runs = [run for row in rows for run in row.runs]
    return Row.of(tuple(sorted(runs, key=lambda run: (_column_of(run.left, columns), run.top))))


def _begins_row(
    row: Row, above: Row, cells: Sequence[str], columns: Sequence[float], measures: Measures, wide: float, lead: int
) -> bool:
    """A row of the table begins where its leading column does, or after a gap; else a cell runs on."""
    if _repeats_figures(row, cells, columns):
        return True
    step = (row.top - above.top) / (row.size * measures.step)
    gap = (row.top - above.bottom) / (row.size * measures.step)
    first = _column_of(row.left, columns) <= lead
    if wide:
        return gap > 0.8 or (first and row.middle - above.middle > wide)
    return gap > 0.8 or (first and (len(row.runs) > 1 or step > 1.22))


def _repeats_figures(row: Row, cells: Sequence[str], columns: Sequence[float]) -> bool:
    """Whether a figure would be put into a cell that holds one already: then it is the next row's."""
    places = ((run.text.strip(), cells[_column_of(run.left, columns)]) for run in row.runs)
    return any(FIGURE.fullmatch(text) and FIGURE.fullmatch(cell) for text, cell in places)
