"""Finds which rows of a front sheet begin its items: the run of labels that makes best sense as an agenda.

A front sheet also numbers its notes, its guidance and the points of an item's own text. So each row that begins
with a label is a candidate, every candidate is judged by what speaks for it, and the best increasing run wins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.packs.cleaning import likeness
from documents.packs.dates import WORDED as WORDED_DATE
from documents.packs.headings import Heading
from documents.packs.labels import Label, follows, leading_label, read_label
from documents.packs.page_ranges import NOTE, bare_range, half_range, worded_range
from documents.packs.rows import Row

STANDING_BUSINESS = re.compile(
    r"apolog|declaration|disclosure|minutes|urgent|exclusion|exclude|public (?:question|participation|speaking)|"
    r"question|petition|deputation|next meeting|substitut|matters arising|work ?(?:programme|plan)|forward plan|"
    r"welcome|announcement|chair|any other business|call.?in|membership|terms of reference",
    re.IGNORECASE,
)
LABEL_COLUMN = 0.45
LOOK_BACK = 60
ALIGNED = 15.0
SHIFTED = 32.0
SAME_COLUMN = 5.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row (counted from 0) that begins with a label; title is what its first line says after it.

    It is evident where pages are printed beside it or a bookmark has its title.
    """

    row: int
    label: Label
    left: float
    right: float
    title: str
    title_left: float
    worth: float
    evident: bool
    columned: bool = False


def candidates(rows: Sequence[Row], known_titles: Sequence[str]) -> list[Candidate]:
    """Every row that may begin an item; known_titles are those of the bookmarks."""
    found = []
    for number, row in enumerate(rows):
        if row.left > row.page_width * LABEL_COLUMN:
            continue
        read = _read(rows, number)
        if read and not _is_running_text(row, read[1]):
            label, title, title_left = read
            right = row.cells[0].right if read_label(row.cells[0].text) else row.left + 6.0 * len(label.text)
            evident = _has_pages(rows, number) or any(likeness(title, known) >= 0.75 for known in known_titles)
            worth = _worth(row, title) + (3 if evident else 0)
            found.append(Candidate(number, label, row.left, right, title, title_left, worth, evident))
    return found


def best_run(found: Sequence[Candidate], headings: Sequence[Heading], notes: Sequence[int] = ()) -> list[Candidate]:
    """The increasing run of candidates that is worth most; numbering may start again below a heading.

    notes are rows below which a list counted from 1 again is one of notes.
    """
    main = [candidate for candidate in found if not candidate.label.is_sub]
    totals: list[float] = []
    origins: list[int | None] = []
    heading_rows = [heading.row for heading in headings]
    lettered = any(heading.letter for heading in headings)
    for number, candidate in enumerate(main):
        best, origin = _opening(candidate), None
        for earlier in range(max(0, number - LOOK_BACK), number):
            cost = _cost(main[earlier], candidate, heading_rows, lettered)
            if cost is not None and _among_notes(main[earlier], candidate, notes):
                cost += 4.0
            if cost is not None and totals[earlier] - cost > best:
                best, origin = totals[earlier] - cost, earlier
        totals.append(best + candidate.worth)
        origins.append(origin)
    return _trace(main, totals, origins)


def in_title_column(run: Sequence[Candidate], rows: Sequence[Row]) -> list[Candidate]:
    """The run with its titles in one column, where a column of wards or such stands before it on some rows.

    The column is the last in which at least a third of the titles begin and nearly every item has a cell.
    """
    edges = sorted({round(candidate.title_left) for candidate in run}, reverse=True)
    for edge in edges:
        here = sum(abs(candidate.title_left - edge) < SAME_COLUMN for candidate in run)
        reached = sum(_cell_at(rows[candidate.row], edge) for candidate in run)
        if here >= len(run) / 3 and reached >= 0.9 * len(run) and here < len(run):
            return [replace(candidate, title_left=float(edge), columned=True) for candidate in run]
    return list(run)


def _cell_at(row: Row, edge: float) -> bool:
    return any(abs(cell.left - edge) < SAME_COLUMN for cell in row.cells)


def sub_items(found: Sequence[Candidate], run: Sequence[Candidate], headings: Sequence[Heading]) -> list[Candidate]:
    """Lettered items below those of the run, where they have pages or papers of their own."""
    taken = {heading.row for heading in headings}
    return [
        candidate
        for candidate in found
        if candidate.label.is_sub and candidate.evident and candidate.row > run[0].row and candidate.row not in taken
    ]


def unlabelled(rows: Sequence[Row]) -> list[Candidate]:
    """Where no items are labelled: the rows that print pages, each with the lines of its title above it."""
    ranged = [number for number, row in enumerate(rows) if _prints_pages(row)]
    found = []
    for number in ranged:
        start = number
        while start > 0 and start - 1 not in ranged and _close(rows[start - 1], rows[start]):
            start -= 1
        row = rows[start]
        found.append(Candidate(start, Label(""), row.left, row.left, row.text, row.left, 2.0, evident=True))
    return found


def _prints_pages(row: Row) -> bool:
    found = worded_range(row.text)
    if found and not row.text[found[2] :].strip(" .;)"):
        return found[1] > 3 or len(row.cells) > 1
    last = row.cells[-1]
    printed = bare_range(last.text)
    in_column = len(row.cells) > 1 and last.left > row.page_width * 0.6
    return in_column and printed is not None and printed.last > printed.first


def _close(above: Row, row: Row) -> bool:
    """Whether two rows are lines of one title."""
    return above.page == row.page and above.bold == row.bold and row.top - above.bottom < 0.6 * row.size


def _read(rows: Sequence[Row], number: int) -> tuple[Label, str, float] | None:
    """The label, the title on its line, and where the title's column begins."""
    row = rows[number]
    first = row.cells[0]
    if label := read_label(first.text):
        rest = [cell for cell in row.cells[1:] if not bare_range(cell.text) and half_range(cell.text) is None]
        if rest:
            return label, " ".join(cell.text for cell in rest), rest[0].left
        below = rows[number + 1] if number + 1 < len(rows) else None
        if below and below.left > first.right and below.page == row.page and below.top - row.bottom < first.size:
            return label, below.text, below.left
        return None
    if leading := leading_label(row.text):
        label, title = leading
        return label, title, first.left + first.size * 0.55 * (len(label.text) + 2)
    return None


def _is_running_text(row: Row, title: str) -> bool:
    """Whether the number is only the wrapped end of a sentence, a date or a sum."""
    if not re.search(r"[A-Za-z]{2}", title) or WORDED_DATE.match(row.text):
        return True
    first = title.lstrip("‘’'\"“(").split(" ")[0]
    return first.islower() and not read_label(row.cells[0].text)


def _worth(row: Row, title: str) -> float:
    worth = 0.4
    if STANDING_BUSINESS.search(title[:90]):
        worth += 2
    if len(title) <= 70 and not title.endswith((".", ";", ",")):
        worth += 0.4
    if row.bold or title.isupper():
        worth += 0.4
    return worth


def _has_pages(rows: Sequence[Row], number: int) -> bool:
    """Whether pages are printed on the row or on one of the next two, before another label."""
    for row in rows[number : number + 3]:
        if row is not rows[number] and (leading_label(row.text) or read_label(row.cells[0].text)):
            return False
        last = row.cells[-1]
        in_column = last.left > row.page_width * 0.6 and len(row.cells) > 1
        if in_column and (bare_range(last.text) or half_range(last.text) is not None or NOTE.match(last.text)):
            return True
        if worded_range(row.text):
            return True
    return False


def _opening(candidate: Candidate) -> float:
    """What it costs a run to begin with this label."""
    if candidate.label.number == 1:
        return 0.0
    return -0.5 if candidate.worth >= 2 else -1.5


def _cost(earlier: Candidate, later: Candidate, heading_rows: Sequence[int], lettered: bool) -> float | None:
    """What it costs that one label comes after another; None if it cannot."""
    between = any(earlier.row < row < later.row for row in heading_rows)
    gap = follows(earlier.label, later.label)
    if gap is not None:
        return min(gap * 0.6, 2.5) + _shift(earlier, later)
    starts_again = later.label.number == 1 and later.label.part <= 1
    if between and (starts_again or earlier.label.prefix != later.label.prefix):
        return (0.2 if lettered else 3.0) + _shift(earlier, later)
    # A list that was broken by a text may have been counted anew when the front sheet was made.
    return 4.0 + _shift(earlier, later) if starts_again else None


def _among_notes(earlier: Candidate, later: Candidate, notes: Sequence[int]) -> bool:
    """Whether a list is counted from 1 again below a heading of notes, and without pages."""
    again = later.label.number == 1 and not later.evident
    return again and any(earlier.row < row < later.row for row in notes)


def _shift(earlier: Candidate, later: Candidate) -> float:
    """The cost of labels out of line: they are set to the left or to the right."""
    shift = min(abs(earlier.left - later.left), abs(earlier.right - later.right))
    if shift <= ALIGNED:
        return 0.0
    return 1.0 if shift <= SHIFTED else 3.0


def _trace(main: Sequence[Candidate], totals: Sequence[float], origins: Sequence[int | None]) -> list[Candidate]:
    if not totals:
        return []
    number: int | None = max(range(len(totals)), key=lambda index: (totals[index], -index))
    run = []
    while number is not None:
        run.append(main[number])
        number = origins[number]
    return run[::-1]
