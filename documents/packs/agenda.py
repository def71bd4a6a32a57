"""Reads a front sheet's sections and items, with the text and the page ranges they carry."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.packs.blocks import Block, gather, part, right_edge, text_of
from documents.packs.closing import closing_rows, first_closing_row
from documents.packs.dates import find_dates
from documents.packs.headings import Heading, find_headings
from documents.packs.numbering import Candidate, best_run, candidates, in_title_column, sub_items, unlabelled
from documents.packs.page_ranges import PrintedRange
from documents.packs.rows import Row

BODY_AT_END = re.compile(
    r"\b(?:committee|cabinet|board|panel|executive|council|forum|commission|authority|agenda)$", re.IGNORECASE
)
# A section's heading stands at most so many rows above its first item.
FARTHEST_ABOVE = 6


@dataclass(slots=True)
class AgendaItem:
    """An item as the front sheet prints it; section counts from 0, front_page is the PDF page it stands on."""

    label: str
    title: str
    text: str
    printed: PrintedRange | None
    note: str
    beside: str
    section: int | None
    front_page: int


@dataclass(frozen=True, slots=True)
class AgendaSection:
    letter: str | None
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """first_row is where the list of business begins, and end_row the row after it; strays are ranges whose
    item the layout does not tell."""

    sections: list[AgendaSection]
    items: list[AgendaItem]
    strays: list[tuple[int, PrintedRange]]
    first_row: int
    end_row: int


def read_agenda(rows: Sequence[Row], known_titles: Sequence[str]) -> Agenda:
    """The agenda printed in the rows; known_titles are those of the bookmarks."""
    found = candidates(rows, known_titles)
    headings = find_headings(rows, [candidate.row for candidate in found])
    run = in_title_column(best_run(found, headings, closing_rows(rows)), rows)
    plain = unlabelled(rows)
    if len(plain) > len(run) and not any(candidate.evident for candidate in run):
        run, found = plain, []
    if not run:
        return Agenda([], [], [], len(rows), len(rows))
    starts = sorted([*run, *sub_items(found, run, headings)], key=lambda candidate: candidate.row)
    headings = _within(rows, headings, starts)
    end = first_closing_row(rows, max(starts[-1].row, headings[-1].row if headings else 0))
    return _assemble(rows, starts, headings, end, known_titles)


def _within(rows: Sequence[Row], headings: Sequence[Heading], starts: Sequence[Candidate]) -> list[Heading]:
    """The headings from just above the first item on, that are not items themselves."""
    items = {candidate.row for candidate in starts}
    first = starts[0].row
    above = [heading for heading in headings if _leads_to(rows, heading, first)]
    kept = [heading for heading in headings if heading.row > first and heading.row not in items]
    last = max(items)
    end = first_closing_row(rows, last)
    return above[-1:] + [heading for heading in kept if heading.row < max(end, last) or heading.leads]


def _leads_to(rows: Sequence[Row], heading: Heading, first: int) -> bool:
    """Whether a heading above the first item is that of its section, rather than of the whole front sheet."""
    if not 0 < first - heading.row <= FARTHEST_ABOVE:
        return False
    if heading.letter is None and BODY_AT_END.search(heading.title):
        return False
    return not any(find_dates(row.text) for row in rows[heading.row : first])


def _assemble(
    rows: Sequence[Row],
    starts: Sequence[Candidate],
    headings: Sequence[Heading],
    end: int,
    known_titles: Sequence[str],
) -> Agenda:
    boundaries = sorted([candidate.row for candidate in starts] + [heading.row for heading in headings] + [end])
    following = dict(pairwise(boundaries))
    sections = [
        AgendaSection(heading.letter, heading.title, text_of(rows[heading.row + 1 : following[heading.row]]))
        for heading in headings
    ]
    blocks = [gather(rows[candidate.row : following[candidate.row]], candidate) for candidate in starts]
    places = [_section_number(candidate, headings) for candidate in starts]
    _part_all(blocks, places, known_titles)
    items = _items(starts, places, blocks, rows)
    strays = [(number, stray) for number, block in enumerate(blocks) for stray in block.strays]
    return Agenda(sections, items, strays, min(boundaries), end)


def _section_number(candidate: Candidate, headings: Sequence[Heading]) -> int | None:
    return max((number for number, one in enumerate(headings) if one.row < candidate.row), default=None)


def _part_all(blocks: Sequence[Block], places: Sequence[int | None], known_titles: Sequence[str]) -> None:
    """Titles wrap at the right edge of their section's column, which its longest line shows."""
    for place in set(places):
        group = [block for block, own in zip(blocks, places, strict=True) if own == place]
        limit = right_edge(group)
        for block in group:
            part(block, limit, known_titles)


def _items(
    starts: Sequence[Candidate], places: Sequence[int | None], blocks: Sequence[Block], rows: Sequence[Row]
) -> list[AgendaItem]:
    items: list[AgendaItem] = []
    parent = ""
    for candidate, place, block in zip(starts, places, blocks, strict=True):
        label = candidate.label
        if not label.is_sub:
            parent = label.text
        items.append(
            AgendaItem(
                label=parent + label.text if label.is_sub else label.text,
                title=block.title,
                text=block.text,
                printed=block.printed,
                note=block.note,
                beside=" ".join(block.sides),
                section=place,
                front_page=rows[candidate.row].page,
            )
        )
    return items
