"""The words that begin an answer to a recommendation or a report of its progress, and colours of progress."""

import re
from dataclasses import dataclass
from typing import Literal

from documents.structure.recommendations.lines import Line
from documents.structure.understood import Rag

Said = Literal["response", "progress", "aside"]

_WHO = r"(?:[\w'’&/-]+\s+){0,5}?"
_AFTER = (
    r"(?:\s+(?:of|from|by|to|on|at|as at|as of|since|in|for|against|made)\s+[^:]{1,60}|"
    r"\s+(?:to date|so far|made|update|report|[A-Z][a-z]+ \d{4}))?(?:\s*[(\[][^)\]]{1,60}[)\]])?\s*(?::|[–-]\s|$)"
)
# What the finance and legal officers of a council say of a report answers no recommendation.
_NO_OFFICERS = (
    r"(?!(?:[\w'’&/-]+\s+){0,5}?comments?\s+(?:of|from|by)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,4}?"
    r"(?:financ\w*|legal|law|resources|solicitor|treasurer|monitoring|section|s151|statutory)\b)"
    r"(?!(?:[\w'’&/-]+\s+){0,2}?(?:financ\w*|legal|statutory)\s+(?:[\w'’-]+\s+)?comments?\b)"
)
RESPONSE = re.compile(
    rf"{_NO_OFFICERS}{_WHO}(?:responses?|reply|decision|comments?|comments of [\w ]{{2,40}}|"
    r"(?:accepted|agreed)(?:\s*[/,]\s*(?:[\w ]{2,25}))+|(?:accepted|agreed)\?)"
    rf"(?:\(s\))?{_AFTER}",
    re.IGNORECASE,
)
PROGRESS = re.compile(
    rf"(?:{_WHO}(?:progress|update)|{_WHO}(?:current|latest|present) (?:position|status)|{_WHO}position(?: statement)?|"
    rf"{_WHO}status|{_WHO}actions? taken)(?:\(s\))?{_AFTER}",
    re.IGNORECASE,
)
# In a report-back these tell of progress; in an answer they are words like any others.
TOLD_BACK = re.compile(
    rf"(?:outcomes?(?: to date)?|achievements?|what (?:we|has) [\w ]{{2,20}}|implementation){_AFTER}", re.IGNORECASE
)
ASIDE = re.compile(
    r"(?:(?:the )?(?:reasons?|rationale|evidence|justification|why)(?: for [\w ]{2,40})?|owners?|"
    r"(?:lead|responsible|accountable)[\w /]{0,30}|(?:portfolio|cabinet|executive) (?:holder|member|lead)|"
    r"by wh(?:om|en)|time ?scales?|(?:target|start|review|implementation|completion) dates?|due(?: date)?|deadline|"
    r"priority|costs?|resources?|"
    r"(?:expected |desired |intended )?(?:benefits?|impact|outcomes?)|success(?: criteria| measures?)?|"
    r"financial implications?|budget)(?:\(s\))?\s*(?::|[–-]\s)",
    re.IGNORECASE,
)
COLOUR = r"(?P<colour>red|amber|green|[RAG])\b"
RAG_TOLD = re.compile(
    rf"\bB?RAG\b(?:[\s-]+(?:rating|status|rated))*\s*(?:[:=–-]|is|rated)*\s*[(\[]?{COLOUR}", re.IGNORECASE
)
STATUS_TOLD = re.compile(rf"\b(?:status|rating|rated)\s*(?:[:=–-]|is)?\s*[(\[]?{COLOUR}(?!\w)", re.IGNORECASE)
BRACKETED = re.compile(r"[(\[](?P<colour>RED|AMBER|GREEN|Red|Amber|Green)[)\]]")
# "… Amber" at the end, or "GREEN – …" at the beginning, as a sentence of its own.
SET_APART = re.compile(
    r"^(?P<first>RED|AMBER|GREEN|Red|Amber|Green)\s*(?:[:.–-]|\n|$)|(?:[.\n]\s*)(?P<last>RED|AMBER|GREEN|Red|Amber|Green)\.?$"
)
COLOURS: dict[str, Rag] = {"r": "red", "a": "amber", "g": "green"}
INNER = re.compile(
    r"(?<=[.;:!?”\"’)])\s+(?=(?:[A-Z][\w'’]+\s){0,4}(?:Response|RESPONSE|response|Progress|PROGRESS|progress|Update)"
    r"(?:\s+(?:from|of|by|to|as)\s[^:.]{1,50})?(?:\s*\([^)]{1,40}\))?\s*:)"
)
MOST_WORDS_BARE = 7


@dataclass(frozen=True, slots=True)
class Marker:
    """What is said after it; rest is what stands on the same line."""

    said: Said
    rest: str


def marker(line: Line, in_report_back: bool = False) -> Marker | None:
    """What begins at a line: "Response:", "Executive response" on its own, "Progress update (May 2024):", "Reason:"."""
    if line.rows or line.is_bullet:
        return None
    for said, pattern in [("progress", TOLD_BACK), *_PATTERNS] if in_report_back else _PATTERNS:
        found = pattern.match(line.text)
        if found and _is_marker(line, found):
            return Marker(said, line.text[found.end() :].strip())
    return None


_PATTERNS: list[tuple[Said, re.Pattern[str]]] = [("aside", ASIDE), ("response", RESPONSE), ("progress", PROGRESS)]


def _is_marker(line: Line, found: re.Match[str]) -> bool:
    """A line without a colon is one only where nothing else stands on it and it is a heading, bold or very short."""
    if found[0].rstrip().endswith(":"):
        return len(found[0].split()) <= 16
    if found[0].rstrip().endswith(("–", "-")):
        return len(found[0].split()) <= 4
    words = len(line.text.split())
    return words <= (MOST_WORDS_BARE if line.strong else 3)


def rag_of(cell: str) -> Rag:
    """The colour that the whole of a cell tells ("Green", "A", "Amber – slipping"), or ""."""
    found = re.match(rf"\W*{COLOUR}(?:\W|$)", cell, re.IGNORECASE)
    if not found or (len(found["colour"]) == 1 and len(cell.strip(" .()[]")) > 1):
        return ""
    return COLOURS[found["colour"][0].lower()]


def rag_told(text: str) -> Rag:
    """The colour that a text gives to a recommendation's progress in so many words ("RAG: Green"), or ""."""
    found = RAG_TOLD.search(text) or STATUS_TOLD.search(text) or BRACKETED.search(text)
    if found:
        return COLOURS[found["colour"][0].lower()]
    apart = SET_APART.search(text.strip())
    return COLOURS[(apart["first"] or apart["last"])[0].lower()] if apart else ""


def split_inner(text: str) -> list[str]:
    """A paragraph with what is answered in it apart: "Recommendation 1: … . Response: …" as two."""
    return [part.strip() for part in INNER.split(text) if part.strip()]
