"""Rows put together into passages: headings, paragraphs, numbered paragraphs, list items, tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from documents.pdf import Line
from documents.reading.furniture import Body, is_blank
from documents.reading.markers import Marker, follows, marker_of, with_markers_joined
from documents.reading.measures import Measures, right_edge
from documents.reading.rows import Row
from documents.reading.ruled import ruled
from documents.reading.tables import Grid, grids
from documents.reading.words import Vocabulary, clean, finish, join

SAME_EDGE = 6.0
ENDS = (".", ":", ";", "?", "!")
LONGEST_HEADING = 160


@dataclass(slots=True)
class Passage:
    """A block of one page while it is put together.

    kind: paragraph, heading, numbered, item, table or blank. turns holds, for each page the passage runs on to,
    the place in its text where that page begins, and the page's number.
    """

    kind: str
    text: str
    label: str = ""
    rows: list[Row] = field(default_factory=list)
    turns: list[tuple[int, int]] = field(default_factory=list)
    grid: Grid | None = None
    full: bool = False

    @property
    def left(self) -> float:
        return self.rows[0].left

    @property
    def bold(self) -> bool:
        return all(row.bold for row in self.rows)

    @property
    def size(self) -> float:
        return max(self.rows, key=lambda row: len(row.text)).size

    def linked_runs(self) -> list[Line]:
        return [run for row in self.rows for run in row.runs if run.links]

    @property
    def lines(self) -> str:
        """All its words, for search, with its marker."""
        if self.grid:
            return "\n".join("  ".join(cell for cell in row if cell) for row in self.grid.cells)
        return f"{self.label} {self.text}".strip()


def passages_of(body: Body, measures: Measures, vocabulary: Vocabulary) -> list[Passage]:
    """The passages of one page, in the order they are read."""
    if is_blank(body):
        return [Passage("blank", finish(clean(body.rows[0].text)), rows=list(body.rows))]
    reader = PageReader(measures, vocabulary, right_edge(body))
    for part in _parts(body, measures, vocabulary):
        if isinstance(part, Grid):
            reader.table(part)
        else:
            reader.row(part)
    return [_as_heading(passage, measures) for passage in reader.passages]


def _parts(body: Body, measures: Measures, vocabulary: Vocabulary) -> Iterator[Row | Grid]:
    """The tables of a page, found first by their borders and then by their columns, and the rows between them."""
    for part in ruled(body.rows, body.page.rules, vocabulary):
        if isinstance(part, Grid):
            yield part
        else:
            yield from grids([with_markers_joined(row) for row in part], measures, vocabulary)


class PageReader:
    """Takes rows one after another; each goes on with the last passage or begins one."""

    def __init__(self, measures: Measures, vocabulary: Vocabulary, right: float) -> None:
        self.measures = measures
        self.vocabulary = vocabulary
        self.right = right
        self.passages: list[Passage] = []

    def table(self, grid: Grid) -> None:
        self.passages.append(Passage("table", "", rows=list(grid.rows), grid=grid))

    def row(self, row: Row) -> None:
        text = clean(row.text)
        marker, rest = marker_of(text, bold=row.bold)
        last = self.passages[-1] if self.passages and self.passages[-1].kind != "table" else None
        if marker and not self._is_mid_sentence(last, row, marker):
            self.passages.append(Passage(marker.kind, rest, marker.label, [row]))
        elif last and self._goes_on(last, row, text):
            last.text = join(last.text, text, self.vocabulary)
            last.rows.append(row)
        else:
            self.passages.append(Passage("paragraph", text, rows=[row]))
        self.passages[-1].full = self._is_full(row)

    def _is_mid_sentence(self, last: Passage | None, row: Row, marker: Marker) -> bool:
        """A figure that only happens to begin a line: "… rose from / 2.5 In all"."""
        if last is None or marker.kind != "numbered" or row.bold != last.rows[-1].bold:
            return False
        if follows(last.label, marker.label) or last.text.rstrip("”’\"')]").endswith(ENDS):
            return False
        at_edge = abs(row.left - last.rows[-1].left) < SAME_EDGE
        return at_edge and self._is_close(last, row) and not self._has_room(last.rows[-1], row)

    def _goes_on(self, last: Passage, row: Row, text: str) -> bool:
        previous = last.rows[-1]
        unfinished = text[:1].islower() and not last.text.endswith(ENDS)
        if not self._is_close(last, row, 1.45 if unfinished else 1.0) or not self._is_of_size(last, row):
            return False
        if row.bold != previous.bold and (last.bold or not last.full):
            return False
        if not self._is_at_edge(last, row):
            return False
        return unfinished or last.text.endswith(",") or not self._has_room(previous, row)

    def _is_of_size(self, last: Passage, row: Row) -> bool:
        """The size of a row is that of its first letter, which for a bullet may differ from its text's."""
        marked = last.kind == "item" and len(last.rows) == 1 and abs(row.size - self.measures.size) <= 0.8
        return marked or abs(row.size - last.rows[-1].size) <= 0.8

    def _is_close(self, last: Passage, row: Row, times: float = 1.0) -> bool:
        return self.measures.is_close(last.rows[-1].middle, row.middle, row.size * times)

    def _is_at_edge(self, last: Passage, row: Row) -> bool:
        """Whether the row begins where a further line of the passage may."""
        first, previous = last.rows[0], last.rows[-1]
        if len(last.rows) > 1 and last.kind != "heading":
            return abs(row.left - previous.left) <= SAME_EDGE or _is_centred(previous, row)
        hanging = 75 if last.kind in ("numbered", "item") else SAME_EDGE
        return -45 <= row.left - first.left <= hanging or _is_centred(previous, row)

    def _has_room(self, previous: Row, row: Row) -> bool:
        """Whether the row's first word would have fitted on the line before: then the line was ended by hand."""
        words = row.runs[0].text.split()
        width = (row.runs[0].right - row.runs[0].left) * len(words[0]) / max(len(row.runs[0].text), 1)
        return previous.right + width + row.size < self.right - row.size

    def _is_full(self, row: Row) -> bool:
        return row.right > self.right - 8 * row.size


def _is_centred(above: Row, below: Row) -> bool:
    return abs((above.left + above.right) - (below.left + below.right)) < SAME_EDGE


def _as_heading(passage: Passage, measures: Measures) -> Passage:
    """A short passage in bold or larger type is a heading; so is a numbered one."""
    large = passage.size > measures.size * 1.12
    short = len(passage.text) <= LONGEST_HEADING and len(passage.rows) <= 3
    ended = passage.text.rstrip("”’\"')]").endswith((".", ";", ",", ":"))
    plain = passage.kind == "paragraph" or (passage.kind == "numbered" and passage.text)
    if plain and short and not ended and (passage.bold or large) and any(letter.isalpha() for letter in passage.text):
        passage.kind = "heading"
    return passage


def flat(passages_by_page: Sequence[Sequence[Passage]]) -> Iterator[Passage]:
    for passages in passages_by_page:
        yield from passages
