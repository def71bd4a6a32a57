"""Recommendations that are opened by name, each with what is answered or reported below it, until the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.structure.recommendations.headings import (
    heading_name,
    integer,
    is_next_section,
    is_part_of_paper,
    is_recommendations,
    is_section,
)
from documents.structure.recommendations.lines import Line
from documents.structure.recommendations.markers import Marker, marker, split_inner
from documents.structure.recommendations.openings import Opening, opening
from documents.structure.recommendations.purpose import Purpose
from documents.structure.recommendations.unnamed import unnamed_openings

LONGEST_TITLE = 9
LOOK_BACK = 15
# What stands above a recommendation and is said of it.
BEGINS_NEXT = re.compile(r"(?:desired|intended|expected) outcomes?\b|theme\b", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """One recommendation's lines. place is that of its first line in the paper; paragraph is the number it bears.

    heading is that of the section it stands in, and lead the line above the first recommendation of its row.
    """

    opening: Opening
    page: int
    place: int
    paragraph: str = ""
    heading: str = ""
    lead: str = ""
    words: list[Line] = field(default_factory=list)
    response: list[Line] = field(default_factory=list)
    progress: list[Line] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)
    end: int = 0

    @property
    def is_answered(self) -> bool:
        return bool(self.response or self.progress)


def blocks_of(lines: Sequence[Line], purpose: Purpose) -> list[Block]:
    """Every recommendation opened by name, in order, with all that belongs to it."""
    opened = _named(lines) or unnamed_openings(lines, purpose)
    places = [place for place, _ in opened] + [len(lines)]
    blocks: list[Block] = []
    level, heading, scanned = 2, "", 0
    for number, (place, found) in enumerate(opened):
        level, heading = _governing(lines[scanned:place], level, heading, first=number == 0)
        scanned = place
        end = _end(lines, place, places[number + 1], level, last=number + 1 == len(opened))
        block = _block(lines, place, end, found, purpose)
        block.heading = heading
        block.lead = _lead(lines, place, blocks)
        blocks.append(block)
    marked = any(block.is_answered for block in blocks)
    for block in blocks:
        if not block.is_answered:
            _divide(block, "" if marked and purpose == "response" and not block.words[1:] else purpose)
    return blocks


def _named(lines: Sequence[Line]) -> list[tuple[int, Opening]]:
    """Those opened by name. "R1" may name a risk: it counts only where recommendations are spoken of shortly before."""
    named = [(place, found) for place, line in enumerate(lines) if (found := opening(line))]
    lettered = [place for place, found in named if re.match(r"R\d", found.label)]
    above = lines[max(0, lettered[0] - LOOK_BACK) : lettered[0]] if lettered else []
    if any("recommend" in line.text.lower() for line in above):
        return named
    return [(place, found) for place, found in named if place not in lettered]


def _governing(lines: Sequence[Line], level: int, heading: str, *, first: bool) -> tuple[int, str]:
    """The level and words of the heading that holds after these lines: below the first recommendation only one of a
    section of the paper, for others may stand within what is said of a recommendation."""
    for line in reversed(lines):
        name = heading_name(line)
        if name and not opening(line) and not marker(line) and (first or _ends_section(line, name)):
            return line.level or 2, name
    return level, heading


def _ends_section(line: Line, name: str) -> bool:
    return is_section(name) or is_recommendations(name) or integer(line) is not None or is_part_of_paper(name)


def _lead(lines: Sequence[Line], place: int, blocks: Sequence[Block]) -> str:
    if blocks and blocks[-1].end == place:
        return blocks[-1].lead
    above = lines[place - 1] if place else None
    return above.text if above and not above.rows and above.kind != "heading" else ""


def _end(lines: Sequence[Line], start: int, limit: int, level: int, last: bool) -> int:
    """The place where a recommendation's block ends, at most limit, where the next is opened."""
    own_level = lines[start].level or 9
    own_section = int(lines[start].label.split(".")[0]) if lines[start].is_paragraph_number else None
    for place in range(start + 1, limit):
        line = lines[place]
        if is_next_section(line, own_section) and line.kind == "text":
            return place
        name, said = heading_name(line), marker(line)
        if not last and place + 1 == limit and _begins_next(line):
            return place
        if name is None or said is not None:
            continue
        if _cuts(line, name, min(level, own_level), last) or (
            line.kind == "heading" and place + 1 == limit and not last
        ):
            return place
    return limit


def _begins_next(line: Line) -> bool:
    """Whether the line above a recommendation belongs to it, or names a group of them: "2. Markets review"."""
    if BEGINS_NEXT.match(line.text):
        return True
    short = len(line.text.split()) <= LONGEST_TITLE and line.text[-1:] not in ".;:!?"
    return short and line.kind == "text" and (line.strong or bool(re.fullmatch(r"\d{1,2}[.)]?", line.label)))


def _cuts(line: Line, name: str, level: int, last: bool) -> bool:
    """Whether a heading ends the recommendation above it, and does not stand within what is said of it.

    In the middle of a row of recommendations only one that governs them, or begins a part of the paper, ends one.
    """
    if is_recommendations(name) or name.lower().startswith(("appendix", "annex", "final report clearance")):
        return True
    if line.kind == "heading" and (line.level or 2) <= level:
        return True
    if integer(line) is not None and (line.kind == "heading" or is_section(name)):
        return True
    if last:
        return is_section(name)
    return line.kind == "heading" and is_part_of_paper(name)


def _block(lines: Sequence[Line], place: int, end: int, found: Opening, purpose: Purpose) -> Block:
    """The lines parted by the words that mark an answer, which are left out where they only mark its beginning."""
    line = lines[place]
    paragraph = line.label.rstrip(".") if line.kind == "text" and found.label != line.label else ""
    block = Block(found, line.page, place, paragraph=paragraph, end=end)
    first = [replace(line, label="", text=found.rest, kind="text", depth=0)] if found.rest else []
    current = block.response if found.answers else block.words
    for part in _split([*first, *_unnumbered(lines[place + 1 : end], paragraph)]):
        found_marker = marker(part, in_report_back=purpose == "progress")
        if found_marker is None:
            current.append(part)
            continue
        current = _said_to(block, found_marker)
        if current or found_marker.said == "aside":
            current.append(part)
        elif found_marker.rest:
            current.append(replace(part, text=found_marker.rest, kind="text" if part.kind == "heading" else part.kind))
    return block


def _unnumbered(lines: Sequence[Line], paragraph: str) -> Iterator[Line]:
    """The lines without the numbers of a report's paragraphs, where those count on from the recommendation's own."""
    number = int(paragraph) if paragraph.isdigit() else None
    for line in lines:
        if number is not None and line.kind == "text" and line.label.rstrip(".") == str(number + 1):
            number += 1
            yield replace(line, label="")
        else:
            yield line


def _said_to(block: Block, found: Marker) -> list[Line]:
    """The lines that what is marked goes on with. Who does it and why belong to the answer, where there is one."""
    if found.said == "aside":
        return (block.progress or block.response) if block.is_answered else block.aside
    return block.response if found.said == "response" else block.progress


def _split(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those apart that hold a recommendation and its answer in one paragraph."""
    for line in lines:
        for text in split_inner(line.text) if not line.rows else [line.text]:
            yield replace(line, text=text) if text != line.text else line


def _divide(block: Block, purpose: Purpose) -> None:
    """Parts a recommendation from what stands below it unmarked: the progress or the answer, or its grounds."""
    own = _own(block.words)
    rest = block.words[own:]
    if purpose == "progress":
        block.words, block.progress = block.words[:own], rest
    elif purpose == "response":
        block.words, block.response = block.words[:own], rest
    elif not is_recommendations(block.heading) or _told_apart(block.words):
        block.words, block.aside = block.words[:own], [*block.aside, *rest]


def _told_apart(words: Sequence[Line]) -> bool:
    """Whether what stands below a recommendation is set in another type."""
    first = words[1:] if words and is_title(words[0]) else words
    return bool(first) and first[0].strong and any(not line.strong and not line.label for line in first)


def is_title(line: Line) -> bool:
    """Whether the words after a recommendation's number only name it: "Recommendation 2 – Skills"."""
    words = line.text.split()
    if not line.strong or len(words) > LONGEST_TITLE or line.text[-1:] in ".;:":
        return False
    return words[:1] != [] and words[0].lower() not in ("that", "to", "the")


def _own(words: Sequence[Line]) -> int:
    """How many of the lines are the recommendation itself: the first, those as bold, and a list that it leads to."""
    if not words:
        return 0
    count = 1
    while count < len(words) and _belongs(words[:count], words[count]):
        count += 1
    return count


def _belongs(own: Sequence[Line], line: Line) -> bool:
    last = own[-1]
    if len(own) == 1 and is_title(last):
        return line.kind == "text"
    if line.kind == "item":
        return last.kind == "item" or last.text.endswith(":") or (line.strong and own[0].strong)
    return line.kind == "text" and line.strong and own[0].strong and not line.text.endswith(":")
