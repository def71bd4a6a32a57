"""Where in a plan an action stands: its part, its objective, and who champions that."""

import re
from collections.abc import Set
from dataclasses import dataclass, field

from documents.structure.cells import run_on, runs_on

# From the widest to the narrowest. The narrowest that a plan uses is its objective, a wider one its part.
PARTS = ("part", "section", "strand", "pillar", "chapter", "workstream", "work stream")
GROUPS = (
    "theme",
    "priority",
    "priority area",
    "key area",
    "area",
    "ambition",
    "outcome",
    "strategic objective",
    "goal",
    "aim",
    "recommendation",
    "commitment",
    "key objective",
    "objective",
)
WORDS = PARTS + GROUPS
_words = "|".join(sorted(WORDS, key=len, reverse=True))
_number = r"[A-Z]|\d{1,2}(?:\.\d{1,2})?[a-z]?|[IVX]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten"
HEADING = re.compile(
    rf"^(?P<word>(?i:{_words}))\s+(?P<number>(?i:{_number}))(?=\W|$)\s*(?P<rest>.*)$|"
    rf"^(?P<bare>(?i:{_words}))\s*:\s*(?P<text>\S.*)$",
    re.DOTALL,
)
CHAMPION = re.compile(
    r"^(?:(?:board|objective|theme|priority|part|member|strategic|executive|cabinet|senior|political|officer|named|"
    r"plan|workstream|overall)\s+){0,3}(?:champions?|sponsors?|leads?|lead (?:officer|member|director)s?|owners?|sros?|"
    r"senior responsible (?:officer|owner)s?)\s*[:–-]\s*(?P<name>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
# At the end of a heading: "Part 1: Getting there. Champion: Councillor Marsh".
CHAMPION_BEHIND = re.compile(
    r"^(?P<heading>.{8,}?)[.;,–-]?\s+\(?(?:(?:board|objective|named|member)\s+)?(?:champion|sponsor)s?\s*[:–-]\s*"
    r"(?P<name>[^()]+)\)?$",
    re.IGNORECASE | re.DOTALL,
)
TITLE = re.compile(
    r"\b(?:action|improvement|delivery|implementation|recovery) (?:plan|log|tracker)|^appendix|^annex|"
    r"^progress (?:report|update)|^introduction|^background|^key\b|^update\b",
    re.IGNORECASE,
)
LONGEST_HEADING = 400
# Headings without such a word and number: above a table, and across it.
UNNUMBERED, ACROSS = "heading", "row"


@dataclass(slots=True)
class Place:
    """Where an action stands: the headings it stands under, by their word ("part", "objective")."""

    headings: dict[str, str] = field(default_factory=dict)
    champion: str = ""


class Context:
    """Reads the headings of a plan in their order."""

    def __init__(self) -> None:
        self.place = Place()
        self.open = ""

    def take_numbered(self, text: str) -> bool:
        """A heading of a known kind, the rest of one, or a champion's name; False if it is none."""
        if match := CHAMPION.match(text):
            self.place, self.open = Place(self.place.headings, match["name"].strip()), ""
        elif word := heading_word(text):
            behind = CHAMPION_BEHIND.match(text)
            self._set(word, behind["heading"] if behind else text)
            self.place.champion = behind["name"].strip() if behind else ""
        elif self.open and self._is_rest(text):
            self._set(self.open, run_on(self.place.headings[self.open], text))
        else:
            self.open = ""
            return False
        return True

    def take_other(self, text: str, kind: str) -> None:
        """Any other heading: UNNUMBERED or ACROSS."""
        self.open = ""
        if not TITLE.search(text):
            self._set(kind, text)

    def close(self) -> None:
        """No heading runs on beyond a table."""
        self.open = ""

    def leave(self) -> None:
        """A text parts the headings without a number from the table below it."""
        self.open = ""
        kept = {word: text for word, text in self.place.headings.items() if word in WORDS}
        self.place = Place(kept, self.place.champion)

    def _is_rest(self, text: str) -> bool:
        above = self.place.headings[self.open]
        if len(above) > LONGEST_HEADING:
            return False
        bare = HEADING.match(above)
        is_label = bare is not None and not (bare["rest"] or bare["text"] or "").strip(" :.–-")
        return is_label or text[:1].isdigit() or runs_on(above, text)

    def _set(self, word: str, text: str) -> None:
        """A heading ends those within it, and their champion."""
        kept = {other: words for other, words in self.place.headings.items() if _is_wider(other, word)}
        kept[word] = text
        self.place, self.open = Place(kept), word


def heading_word(text: str) -> str:
    """The word by which a text is a part's or an objective's heading; "" if it is none."""
    match = HEADING.match(text) if len(text) <= LONGEST_HEADING else None
    return (match["word"] or match["bare"]).lower() if match else ""


def part_of(place: Place, used: Set[str]) -> str:
    """The heading of the part: the narrowest that is wider than the objective's. used: the words the plan uses."""
    wide = [word for word in PARTS if word in place.headings]
    narrow = [word for word in GROUPS if word in place.headings]
    if len(narrow) > 1:
        wide.append(narrow[-2])
    elif narrow and not wide and _rank(narrow[0]) < max(map(_rank, used)):
        wide.append(narrow[0])
    return place.headings[wide[-1]] if wide else ""


def objective_of(place: Place, used: Set[str]) -> str:
    """The heading of the objective; that without a number counts where the plan numbers none."""
    narrow = [word for word in GROUPS if word in place.headings]
    if narrow and place.headings[narrow[-1]] != part_of(place, used):
        return place.headings[narrow[-1]]
    if used & set(GROUPS):
        return ""
    return place.headings.get(ACROSS) or place.headings.get(UNNUMBERED, "")


def _is_wider(one: str, other: str) -> bool:
    return _rank(one) < _rank(other)


def _rank(word: str) -> int:
    return (*WORDS, UNNUMBERED, ACROSS).index(word)
