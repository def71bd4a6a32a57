"""Finds the headings of sections on a front sheet, lettered or not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.packs.labels import leading_label, read_label
from documents.packs.page_ranges import HEADER
from documents.packs.rows import Row

LETTERED = re.compile(r"^(?P<letter>[A-Z])(?:\s*[.):]\s*|\s+[-–—]\s+|\s{1,}(?=[A-Z]))(?P<title>[A-Z(].*)$")
PART = re.compile(
    r"^(?P<word>part|section|rhan)\s+(?P<mark>[A-Z]|\d|I{1,3}|IV|one|two|three|four|un|dau)"
    r"(?:\s*[-–—:.)]\s*(?P<title>.*)|\s+(?P<tail>[(\"A-Z].*)|)$",
    re.IGNORECASE,
)
# Words that begin the heading of a group of items, whatever the council.
GROUP = re.compile(
    r"^(?:\(?(?:un|non-?)?restricted|(?:non-?)?exempt|(?:non-?)?confidential|private|public|open|closed|part|"
    r"key decisions?|non-?key|executive|items?|for |matters?|business|reports?\b|standing|formal|opening|other|"
    r"reserved|procedural|strategic|urgent|policy|performance|scrutiny|standard|planning applications?|references|"
    r"council business|introductory|preliminary|information|governance|delegated|recommendations?)",
    re.IGNORECASE,
)
NO_SECTION = re.compile(
    r"^(?:agenda|a g e n d a|business|order of business|items? of business|rhaglen|items?)\W*$", re.IGNORECASE
)
# What heads the columns of a table of items.
COLUMN_HEADER = re.compile(
    r"^(?:item|agenda item|item not(?: open)?|not open|open|exempt|no\.?|number|title|subject|description|"
    r"business|lead|led by|presenter|"
    r"officer|lead officer|owner|author|time|"
    r"timings?|pages?|page no\.?|ref\.?|report|purpose|action|wards?|portfolio|discussion|paper|"
    r"duration|who|what)(?: (?:no\.?|number|title|officer|member))?$",
    re.IGNORECASE,
)
EMPTY = re.compile(r"\b(?:exempt|confidential|restricted|private|closed|urgent|excluded)\b", re.IGNORECASE)
LONGEST = 110


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading at a row (counted from 0); letter only where a single letter marks it."""

    row: int
    letter: str | None
    title: str

    @property
    def leads(self) -> bool:
        """Whether it is a section's even with no item below it: lettered, a part, or of private or urgent business."""
        return bool(self.letter or PART.match(self.title) or EMPTY.search(self.title))


def find_headings(rows: Sequence[Row], item_rows: Sequence[int]) -> list[Heading]:
    """The headings, in order; item_rows are the rows that look like the start of an item."""
    starts = set(item_rows)
    lettered = _in_sequence([found for number, row in enumerate(rows) if (found := _lettered(number, row))])
    taken = {heading.row for heading in lettered}
    others = [
        found
        for number, row in enumerate(rows)
        if number not in taken and number not in starts and (found := _unlettered(rows, number, starts))
    ]
    if len(lettered) == 1 and others:
        lettered = []
    return sorted(lettered + others, key=lambda heading: heading.row)


def without_page_header(row: Row) -> str:
    """The row's text less the word "Page" that heads the column of page numbers."""
    return " ".join(cell.text for cell in row.cells if not HEADER.match(cell.text))


def _lettered(number: int, row: Row) -> Heading | None:
    text = without_page_header(row)
    match = LETTERED.match(text)
    if not match or len(text) > LONGEST or not (_stands_out(row) or HEADER.match(row.cells[-1].text)):
        return None
    return Heading(number, match["letter"], match["title"].strip(" :"))


def _in_sequence(headings: Sequence[Heading]) -> list[Heading]:
    """Those that run A, B, C …: a stray capital letter elsewhere is none."""
    kept: list[Heading] = []
    for heading in headings:
        if heading.letter == chr(ord("A") + len(kept)):
            kept.append(heading)
    return kept


def _unlettered(rows: Sequence[Row], number: int, starts: set[int]) -> Heading | None:
    row = rows[number]
    text = without_page_header(row)
    if not 3 <= len(text) <= LONGEST or not _stands_out(row) or leading_label(text) or read_label(text):
        return None
    if NO_SECTION.match(text) or all(COLUMN_HEADER.match(cell.text) for cell in row.cells):
        return None
    part = PART.match(text)
    if part and not text.lower().startswith(("part of", "section of")):
        letter = _part_letter(part)
        return Heading(number, letter, ((part["title"] or part["tail"] or text) if letter else text).strip(" :"))
    if not any(start > number for start in starts) and not GROUP.match(text):
        return None
    if _below_an_item(rows, number, starts):
        return None
    next_is_item = number + 1 in starts
    if GROUP.match(text) or (next_is_item and _caps(text) and any(start < number for start in starts)):
        return Heading(number, None, text.strip(" :"))
    return None


def _part_letter(part: re.Match[str]) -> str | None:
    mark: str = part["mark"].upper()
    return mark if len(mark) == 1 and mark.isalpha() and mark != "I" else None


def _below_an_item(rows: Sequence[Row], number: int, starts: set[int]) -> bool:
    """Whether the row stands in the column of the titles, under the item before it."""
    row = rows[number]
    before = [start for start in starts if start < number and rows[start].page == row.page]
    if not before:
        return False
    item = rows[max(before)]
    title_left = item.cells[1].left if len(item.cells) > 1 else item.left + 12
    return abs(row.left - title_left) < 9


def _stands_out(row: Row) -> bool:
    return row.bold or _caps(without_page_header(row))


def _caps(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and sum(letter.isupper() for letter in letters) >= 0.8 * len(letters)
