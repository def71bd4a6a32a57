"""Recommendations listed below a heading of that name, or after words that ask a meeting to decide."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.structure.recommendations.headings import (
    bare_name,
    heading_name,
    integer,
    is_next_section,
    is_recommendations,
    is_section,
)
from documents.structure.recommendations.lines import Line, words_of
from documents.structure.recommendations.markers import marker
from documents.structure.recommendations.numbers import number_of, roman
from documents.structure.recommendations.openings import opening
from documents.structure.recommendations.purpose import ASKED

INLINE = re.compile(
    r"(?i:(?:officer['’]?s?['’]? )?recommend(?:ations?|ation\(s\)|ation/s|ed(?: decisions?)?)\s*[:–-]\s*)(?P<rest>\S.*)"
    r"|(?P<asks>(?:(?i:it is (?:\w+ )?))?RECOMMENDED\b.*"
    r"|(?i:it is (?:therefore |further )?recommended (?:that|to)\b).*)",
    re.DOTALL,
)
INLINE_NAME = re.compile(r"(?P<name>[A-Z][\w ()/&,'’-]{2,60}?)\s*:\s+\S")
STOPS = re.compile(
    r"(?:notes?|(?:reasons?|rationale|background|wards?|key decision|contact|append|enclos|report author|justification|"
    r"(?:for further|for more) information|alternatives?|financial|author)\b[^.:]{0,60}?)\s*:",
    re.IGNORECASE,
)
LEADS = re.compile(r"(?::|\bto|\bthat|[-–—])$")
# Words that lead to the parts of one decision, and not to a list of decisions.
HOLDS_PARTS = re.compile(r"\b(?:subject to|including|(?:the )?following \w+|as follows|namely|conditions?)\s*[:–-]*$")
LEADS_AGAIN = re.compile(r"(?:and )?that (?:the )?[\w'’& ]{3,60}:$", re.IGNORECASE)
BEGINS_ONE = re.compile(
    r"(?:that|to|and to|note|agree|approve|the (?:committee|cabinet|board|executive|council))\b", re.IGNORECASE
)
LONE_LETTER = re.compile(r"[ivx]", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """One recommendation of a list; lead is what stands above the list and is said of each."""

    label: str
    page: int
    place: int
    lines: list[Line] = field(default_factory=list)
    lead: str = ""

    @property
    def text(self) -> str:
        return words_of(self.lines)


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
    return named or sections or _asked(lines, taken)


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
    if re.search(r"(?:\.{3,}|\s)\s*\d{1,3}$", lines[place].text) and lines[place].kind != "heading":
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


def items_of(lines: Sequence[tuple[int, Line]]) -> list[Item]:
    """The items of a list, each with the place of its first line. Labels like the first one's begin an item."""
    return ItemReader().read(lines)


class ItemReader:
    """Takes the lines of one section, one after another."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.style = ""
        self.lead = ""
        self.ended = False

    def read(self, lines: Sequence[tuple[int, Line]]) -> list[Item]:
        parts = [(place, part) for place, line in lines for part in _unfolded(line)]
        for number, (place, line) in enumerate(parts):
            if line.kind == "heading" and not ASKED.search(line.text):
                continue
            if self.ended:
                break
            following = parts[number + 1][1] if number + 1 < len(parts) else None
            self._take(place, line, following)
        if not self.items and self.lead and parts:
            place, line = parts[0]
            self.items.append(Item("", line.page, place, [replace(line, label="", text=self.lead)]))
        return self._promoted()

    def _take(self, place: int, line: Line, following: Line | None) -> None:
        if line.label:
            self._labelled(place, line)
        elif STOPS.match(line.text) and self.items:
            self.ended = True
        elif self._is_lead(line, following):
            self.lead, self.style = line.text, ""
        elif self.items and (self.style or not BEGINS_ONE.match(line.text)):
            self.items[-1].lines.append(line)
        else:
            self._begin(place, line)

    def _is_lead(self, line: Line, following: Line | None) -> bool:
        """Words above a list; where a list is under way, only if they ask for more of the meeting."""
        labelled = following is not None and following.label != ""
        leads = bool(LEADS.search(line.text)) and following is not None and not HOLDS_PARTS.search(line.text)
        if not self.items:
            return leads or (labelled and line.text[-1:] not in ".:" and bool(ASKED.search(line.text)))
        return leads and labelled and bool(ASKED.search(line.text) or LEADS_AGAIN.match(line.text))

    def _labelled(self, place: int, line: Line) -> None:
        style = _style(line, self.items)
        if self.items and self.style and (style != self.style or self._is_below(line)):
            self.items[-1].lines.append(line)
        else:
            self.style = style
            self._begin(place, line)

    def _is_below(self, line: Line) -> bool:
        """Whether an item of a list within a list has the same form of label as the list it stands in."""
        if not line.depth:
            return False
        last = self.items[-1].lines[-1]
        if line.is_bullet or (last.depth and last.label):
            return True
        value, before = number_of(line.label), number_of(self.items[-1].label)
        return value is not None and before is not None and value != before + 1

    def _begin(self, place: int, line: Line) -> None:
        label = "" if line.is_bullet else line.label.strip(" .():")
        self.items.append(Item(label, line.page, place, [replace(line, label="", kind="text", depth=0)], self.lead))
        if not line.label and line.text.endswith(":"):
            self.style = "parts of one"

    def _promoted(self) -> list[Item]:
        """The items, those that only lead to numbered points ("2.1 … to:", "2.1.1 …") giving way to their points."""
        return [one for item in self.items for one in _points_of(item)]


def _points_of(item: Item) -> list[Item]:
    head, points = item.lines[0], item.lines[1:]
    within = f"{item.label}."
    if not points or not head.text.endswith(":") or not all(line.label.startswith(within) for line in points):
        return [item]
    lead = head.text
    return [Item(line.label.rstrip("."), line.page, item.place, [replace(line, label="")], lead) for line in points]


def _style(line: Line, items: Sequence[Item]) -> str:
    """The form of a label; "(i)" is a letter where "(h)" stands before it."""
    label = line.label
    if line.is_bullet:
        return "bullet"
    around = "round" if label.startswith("(") else "half" if label.endswith(")") else "plain"
    bare = label.strip(" .():")
    if re.fullmatch(r"R\d+", bare):
        return "named"
    if re.fullmatch(r"\d+(?:\.\d+)*", bare):
        return f"number {bare.count('.')} {around}"
    if LONE_LETTER.match(bare) and roman(bare.lower()) and not (items and items[-1].label.lower() in ("h", "u", "w")):
        return f"roman {around}"
    return f"letter {around}"


def _unfolded(line: Line) -> list[Line]:
    """A text that holds a whole list, "1. … 2. …" or with words before it, as its points."""
    marks = list(re.finditer(r"(?:^|(?<=[\s:;.]))(?P<label>\(?(?P<number>\d{1,2})[.)])\s+(?=[A-Za-z])", line.text))
    run: list[re.Match[str]] = []
    for mark in marks:
        if int(mark["number"]) == len(run) + 1:
            run.append(mark)
    head = line.text[: run[0].start()].strip() if run else ""
    if line.label or len(run) < 2 or (head and not LEADS.search(head)):
        return [line]
    ends = [mark.start() for mark in run[1:]] + [len(line.text)]
    points = [
        replace(line, kind="item", label=mark["label"], text=line.text[mark.end() : end].strip())
        for mark, end in zip(run, ends, strict=True)
    ]
    return ([replace(line, text=head)] if head else []) + points


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
