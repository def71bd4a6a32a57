"""The items of one list of recommendations, whatever labels they bear, and what stands above or within them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.structure.recommendations.lines import Line, words_of
from documents.structure.recommendations.markers import marker
from documents.structure.recommendations.numbers import number_of, roman
from documents.structure.recommendations.purpose import ASKED

STOPS = re.compile(
    r"(?:notes?|(?:reasons?|rationale|background|wards?|key decision|contact|append|enclos|report author|justification|"
    r"(?:for further|for more) information|alternatives?|financial|author|informatives?)\b[^.:]{0,60}?)\s*:",
    re.IGNORECASE,
)
LEADS = re.compile(r"(?::|\bto|\bthat|[-–—])$")
# Words that lead to the parts of one decision, and not to a list of decisions.
HOLDS_PARTS = re.compile(r"\b(?:subject to|including|(?:the )?following \w+|as follows|namely|conditions?)\s*[:–-]*$")
# What a list of paragraphs that ask has in each of them.
GOES_ON_ASKING = re.compile(
    r"\b(?:ask|request|invit|recommend|agree|approv|not(?:e|es|ed)\b|delegat|authoris|endors|should\b)|^(?:that|to|and)\b",
    re.IGNORECASE,
)
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
        elif self.items and self._ends_at(line):
            self.ended = True
        elif self._is_lead(line, following):
            self.lead, self.style = line.text, ""
        elif self.items and (self.style or not BEGINS_ONE.match(line.text)):
            self.items[-1].lines.append(line)
        else:
            self._begin(place, line)

    def _ends_at(self, line: Line) -> bool:
        """Whether a line no longer belongs to the list: who leads, why, or after a sentence that asks another."""
        said = marker(line)
        if STOPS.match(line.text) or (said is not None and said.said == "aside"):
            return True
        last = self.items[-1]
        alone = not self.style and not last.label and last.text.endswith(".")
        return alone and not GOES_ON_ASKING.search(line.text)

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
        label = "" if line.is_bullet else line.label.strip(" .():[]")
        self.items.append(Item(label, line.page, place, [replace(line, label="", kind="text", depth=0)], self.lead))
        if not line.label and line.text.endswith(":"):
            self.style = "parts of one"

    def _promoted(self) -> list[Item]:
        """The items, those that only lead to numbered points ("2.1 … to:", "2.1.1 …") giving way to their points."""
        return [one for item in self.items for one in _points_of(item)]


def _points_of(item: Item) -> list[Item]:
    head = item.lines[0]
    within = f"{item.label}."
    if len(item.lines) < 2 or not LEADS.search(head.text) or not item.lines[1].label.startswith(within):
        return [item]
    points: list[Item] = []
    for line in item.lines[1:]:
        if line.label.startswith(within):
            points.append(Item(line.label.rstrip("."), line.page, item.place, [replace(line, label="")], head.text))
        else:
            points[-1].lines.append(line)
    return points


def _style(line: Line, items: Sequence[Item]) -> str:
    """The form of a label; "(i)" is a letter where "(h)" stands before it."""
    label = line.label
    if line.is_bullet:
        return "bullet"
    around = "round" if label[0] in "([" else "half" if label.endswith(")") else "plain"
    bare = label.strip(" .():[]")
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
