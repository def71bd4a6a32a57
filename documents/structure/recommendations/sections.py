"""Recommendations listed below a heading of that name, or after words that ask a meeting to decide."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.structure.recommendations.headings import (
    bare_name,
    heading_name,
    integer,
    is_mixed,
    is_next_section,
    is_over_numbers,
    is_recommendations,
    is_section,
)
from documents.structure.recommendations.items import BEGINS_ONE, Item, items_of
from documents.structure.recommendations.lines import Line
from documents.structure.recommendations.markers import marker
from documents.structure.recommendations.openings import opening
from documents.structure.recommendations.purpose import ASKED

INLINE = re.compile(
    r"(?i:(?:officer['’]?s?['’]? )?recommend(?:ations?|ation\(s\)|ation/s|ed(?: decisions?)?)\s*[:–-]\s*)(?P<rest>\S.*)"
    r"|(?P<asks>(?:(?i:it is (?:\w+ )?))?RECOMMENDED\b.*"
    r"|(?i:it is (?:therefore |further )?recommended (?:that|to)\b).*)",
    re.DOTALL,
)
INLINE_NAME = re.compile(r"(?P<name>[A-Z][\w ()/&,'’-]{2,60}?)\s*:\s+\S")


@dataclass(slots=True)
class Section:
    """The recommendations below one heading."""

    heading: str
    place: int
    end: int
    items: list[Item] = field(default_factory=list)

    @property
    def lead(self) -> str:
        return next((item.lead for item in self.items if item.lead), "")


def sections_of(lines: Sequence[Line], taken: set[int]) -> list[Section]:
    """Every list of recommendations, without the places already taken by those opened by name or in tables."""
    sections: list[Section] = []
    place = 0
    while place < len(lines):
        start = _start(lines, place) if place not in taken else None
        if start is None:
            place += 1
            continue
        name, first = start
        end = _end(lines, place, taken)
        body = [(number, lines[number]) for number in range(place + 1, end)]
        section = Section(name, place, end, items_of(([(place, first)] if first else []) + body))
        if section.items:
            sections.append(section)
        place = max(end, place + 1)
    named = [section for section in sections if section.heading]
    bare = [section for section in named if not is_mixed(section.heading)]
    return bare or named or sections or _asked(lines, taken)


def _start(lines: Sequence[Line], place: int) -> tuple[str, Line | None] | None:
    """The heading of a list that begins at a place, and its first line where that stands beside the heading."""
    line = lines[place]
    name = heading_name(line)
    if name and is_recommendations(name) and not _is_of_contents(lines, place):
        return name, None
    if line.kind == "heading" and ASKED.search(line.text):
        return "", replace(line, kind="text")
    if line.rows or line.kind == "item":
        return None
    inline = INLINE.match(line.text)
    if inline and opening(line) is None:
        words = inline["rest"] or inline["asks"]
        rest = replace(line, kind="text", text=words, label="" if inline["rest"] else line.label)
        return bare_name(line.text.split(":")[0]) if inline["rest"] else "", rest
    return None


def _is_of_contents(lines: Sequence[Line], place: int) -> bool:
    """Whether a heading stands in a list of contents: another follows at once, or a page number."""
    after = lines[place + 1] if place + 1 < len(lines) else None
    if re.search(r"(?:\.{3,}|\s)\s*\d{1,3}$", lines[place].text[-80:]) and lines[place].kind != "heading":
        return True
    return after is not None and after.kind == "text" and not after.label and bool(re.fullmatch(r"\d{1,3}", after.text))


def _end(lines: Sequence[Line], start: int, taken: set[int]) -> int:
    """A list ends at the next section, and where recommendations opened by name begin."""
    level = lines[start].level or 2
    for place in range(start + 1, len(lines)):
        line = lines[place]
        if place in taken or line.rows:
            return place
        if _ends(lines, place, level) or is_next_section(line, integer(lines[start])):
            return place
    return len(lines)


def _ends(lines: Sequence[Line], place: int, level: int) -> bool:
    line = lines[place]
    name = heading_name(line)
    if is_over_numbers(lines, place):
        return True
    if name is None:
        inline = INLINE_NAME.match(line.text) if line.kind == "text" else None
        return bool(inline and is_section(inline["name"]) and not ASKED.search(line.text)) or _is_bold_name(line)
    if ASKED.search(name) or (marker(line) is not None and line.kind != "heading"):
        return False
    return (
        line.kind != "heading"
        or line.level <= level
        or is_section(name)
        or integer(line) is not None
        or not _goes_on(lines, place)
    )


def _is_bold_name(line: Line) -> bool:
    """A heading in bold among the text, such as "Benefits to the community:"; words that lead to a list are none."""
    if line.kind != "text" or not line.strong or line.label or len(line.text.split()) > 8:
        return False
    return (
        not ASKED.search(line.text)
        and not BEGINS_ONE.match(line.text)
        and not re.search(r"\b(?:to|that|should):?$", line.text)
    )


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Whether a list goes on below a heading within it: a labelled line follows at once."""
    return place + 1 < len(lines) and bool(lines[place + 1].label) and not lines[place + 1].is_paragraph_number


def _asked(lines: Sequence[Line], taken: set[int]) -> list[Section]:
    """Where a paper has no such heading: the paragraph that asks its meeting to decide, with the list below it."""
    for place, line in enumerate(lines):
        if place in taken or line.rows or line.kind == "heading" or not ASKED.search(line.text):
            continue
        end = next((number for number in range(place + 1, len(lines)) if not lines[number].label), len(lines))
        end = end if line.text.endswith(":") else place + 1
        body = [(place, replace(line, label="" if end > place + 1 else line.label))]
        items = items_of(body + [(number, lines[number]) for number in range(place + 1, end)])
        return [Section("", place, end, items)] if items else []
    return []
