"""Plain text, and text marked as in Markdown, as pages of blocks.

A form feed begins a page. Lines that were broken to fit a width are joined; a line ended by hand stays one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from documents.packs.dates import first_date, without_dates
from documents.reading import ReadPage
from documents.reading.markers import marker_of
from documents.reading.words import Vocabulary, finish, join
from documents.structure.sources.inline import plain, unmarked
from documents.structure.sources.shaping import Shaper

MOST_LINES = 200_000
HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*$")
RULE = re.compile(r"\s*(?:[-–—]\s*){3,}$|\s*(?:\*\s*){3,}$|\s*(?:_\s*){3,}$|\s*(?:=\s*){3,}$")
DIVIDER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
BULLET = re.compile(r"\s*[-*+]\s+(?=\S)")
SKIP_LINK = re.compile(r"\s*skip to (?:main )?(?:content|navigation)\s*$", re.IGNORECASE)
LABELLED = re.compile(r"(?:\*\*)?[A-Z][\w()/&'’. -]{1,45}?(?:\*\*)?\s?:")
# A minute's number that names its body: "FC/285/07-08 Apologies".
MINUTE_NUMBER = re.compile(r"[A-Za-z]{1,6}[/.]\d{1,4}[/.]\d{2,4}(?:[-/]\d{2,4})?\.?\s+[A-Z]")
# "41<tab>:<tab>APOLOGIES": a heading set with tabs, and no row of a table.
COLON_BETWEEN = re.compile(r"\s*\d{1,4}\s*\t+:\t+\S")
ENDS = (".", ":", ";", "?", "!")
# A line shorter than this was not broken to fit a width.
NARROWEST = 50


@dataclass(slots=True)
class Passage:
    """A paragraph as it is put together; hard says that its last line was ended by hand."""

    lines: list[str] = field(default_factory=list)
    indent: int = 0
    bulleted: bool = False
    hard: bool = False


def pages_of_text(text: str) -> list[ReadPage]:
    """The pages of a text, in order; headings that come again on page after page are left out, as in a PDF."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[:MOST_LINES]
    vocabulary = Vocabulary.of(lines)
    running = _running_heads(lines)
    shaper = Shaper()
    seen: set[str] = set()
    pages = []
    for number, page in enumerate("\n".join(lines).split("\f"), start=1):
        TextReader(shaper, vocabulary, running, seen).read(page.split("\n"))
        pages.append(shaper.page(number))
    return pages


def _running_heads(lines: Sequence[str]) -> frozenset[str]:
    """Headings with a date and words beside it that stand more than once: the head of every page of minutes."""
    seen: set[str] = set()
    again: set[str] = set()
    for line in lines:
        heading = HEADING.match(line) if line.startswith("#") else None
        if heading is None:
            continue
        words = plain(unmarked(heading[2]))
        key = _head_key(words)
        if key and key in seen:
            again.add(key)
        seen.add(key)
    return frozenset(again)


def _head_key(words: str) -> str:
    """What two heads of pages have in common, whether or not they print the day of the week; "" if it is none."""
    name, date = plain(without_dates(words)).strip(" -–—,"), first_date(words)
    return f"{name} {date}" if date and len(re.findall(r"[^\W\d_]{3,}", name)) > 1 else ""


class TextReader:
    """Takes the lines of one page, one after another."""

    def __init__(self, shaper: Shaper, vocabulary: Vocabulary, running: frozenset[str], seen: set[str]) -> None:
        self.shaper = shaper
        self.vocabulary = vocabulary
        self.running = running
        self.passage: Passage | None = None
        self.rows: list[list[str]] = []
        self.width = 0
        self.seen = seen

    def read(self, lines: Sequence[str]) -> None:
        for run in map(_balanced, _runs(lines)):
            self.width = max(map(len, run), default=0)
            for line in run:
                self._line(line)
            self._end_table()
            if self.passage:
                self.passage.hard = True
        self._end()

    def _line(self, line: str) -> None:
        if DIVIDER.match(line) and (self.rows or "|" in line):
            return
        if RULE.match(line) or SKIP_LINK.match(line):
            self._end()
        elif cells := _cells(line):
            self._end_passage()
            self.rows.append(cells)
        elif heading := HEADING.match(line):
            self._heading(heading[2], len(heading[1]))
        else:
            self._end_table()
            self._words(line)

    def _heading(self, text: str, level: int) -> None:
        self._end()
        words = plain(unmarked(text))
        key = _head_key(words)
        if key in self.running and key in self.seen:
            return
        self.seen.add(key)
        self.shaper.heading(words, level)

    def _words(self, line: str) -> None:
        bulleted = BULLET.match(line)
        text = line[bulleted.end() :] if bulleted else line.strip()
        passage = self.passage
        if passage is None or bulleted or self._begins(passage, text):
            self._end_passage()
            passage = self.passage = Passage(indent=len(line) - len(line.lstrip()), bulleted=bool(bulleted))
        passage.lines.append(text.strip())
        passage.hard = line.endswith("  ") and len(line) < self.width

    def _begins(self, passage: Passage, text: str) -> bool:
        """Whether a line begins a paragraph of its own, rather than going on with the one before."""
        last = passage.lines[-1]
        goes_on = text[:1].islower() and not last.endswith(ENDS)
        marker, rest = marker_of(plain(unmarked(text)), bold=False)
        within = goes_on and not passage.hard
        if marker and rest and not (within and marker.kind == "item" and not marker.label.endswith(")")):
            return True
        if goes_on:
            return False
        if passage.hard or LABELLED.match(text) or MINUTE_NUMBER.match(text):
            return True
        return self._had_room(last, text)

    def _had_room(self, last: str, text: str) -> bool:
        """Whether the next word would have fitted on the line before, which was then ended by hand."""
        if self.width < NARROWEST:
            return not last.endswith((",", "-"))
        return len(last) + 1 + len(text.split(" ", 1)[0]) < self.width - 4

    def _end(self) -> None:
        self._end_passage()
        self._end_table()

    def _end_passage(self) -> None:
        if self.passage is None:
            return
        passage, self.passage = self.passage, None
        text = passage.lines[0]
        for line in passage.lines[1:]:
            text = join(text, line, self.vocabulary)
        self._take(unmarked(finish(text)), passage)

    def _take(self, text: str, passage: Passage) -> None:
        words = plain(text)
        marker, rest = marker_of(words)
        if not passage.bulleted or (marker and rest):
            self.shaper.paragraph(text)
        elif words:
            self.shaper.item("•", words, depth=passage.indent // 2)

    def _end_table(self) -> None:
        if self.rows:
            rows, self.rows = self.rows, []
            self.shaper.table([unmarked(cell) for cell in row] for row in rows)


def _runs(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines between empty lines."""
    run: list[str] = []
    for line in lines:
        if line.strip(" \t\xa0\ufeff"):
            run.append(line.rstrip("\r\n").replace("\xa0", " "))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _balanced(run: list[str]) -> list[str]:
    """The lines with bold that runs over several of them marked in each."""
    if sum(line.count("**") for line in run) % 2:
        return run
    balanced, is_open = [], False
    for line in run:
        begins, is_open = is_open, is_open != bool(line.count("**") % 2)
        bare = line.rstrip()
        balanced.append(f"{'**' if begins else ''}{bare}{'**' if is_open else ''}{line[len(bare) :]}")
    return balanced


def _cells(line: str) -> list[str]:
    """The cells of a row of a table, parted by tabs or upright lines; none if the line is no row."""
    if COLON_BETWEEN.match(line):
        return []
    if "\t" in line:
        cells = [cell.strip() for cell in line.split("\t")]
        marker, rest = marker_of(plain(unmarked(cells[0])), bold=True)
        alone = cells[0] and (marker is None or bool(rest))
        filled = [cell for cell in cells if cell]
        return cells if len(filled) > 2 or (len(cells) > 1 and alone and not line.startswith("\t")) else []
    stripped = line.strip()
    if stripped.startswith("|") and stripped.count("|") > 1:
        return [cell.strip() for cell in re.split(r"(?<!\\)\|", stripped.strip("|"))]
    return [cell.strip() for cell in stripped.split(" | ")] if stripped.count(" | ") > 1 else []
