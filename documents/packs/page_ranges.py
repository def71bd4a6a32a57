"""The page ranges that a front sheet prints beside or after an item's title."""

import re
from dataclasses import dataclass

_number = r"\d{1,4}"
_to = r"\s*(?:-|–|—|−|to|and|&)\s*"
WORDED = re.compile(
    rf"[(\[]?\s*\b(?:pages?|pgs?\.?|pp\.?|tudalen(?:nau)?)\s*(?:nos?\.?|numbers?)?\s*:?\s*"
    rf"(?P<first>{_number})(?:{_to}(?P<last>{_number}))?(?!\d)\s*[)\]]?",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"^[(\[]?\s*(?P<first>{_number})(?:\s*(?:-|–|—|−|to)\s*(?P<last>{_number}))?\s*[)\]]?$", re.IGNORECASE
)
HALF = re.compile(rf"^[(\[]?\s*(?:pages?\s*)?(?P<first>{_number})\s*(?:-|–|—|−|to)$", re.IGNORECASE)
# Broken before its dash, with the bracket still open: "(Pages 5".
OPEN_HALF = re.compile(rf"^[(\[]\s*pages?\s*(?P<first>{_number})$", re.IGNORECASE)
TRAILING = re.compile(rf"\s(?P<first>{_number})\s*(?:-|–|—|−)\s*(?P<last>{_number})$")
NOTE = re.compile(
    r"[(\[]?\s*\b(?P<note>(?:report |paper |document |minutes )?(?:is |are )?to[ -]follow|verbal (?:report|"
    r"update|item)|"
    r"oral (?:report|update|item)|verbal|oral|to be tabled|tabled(?: at the meeting)?)\b\.?\s*[)\]]?\s*$",
    re.IGNORECASE,
)
HEADER = re.compile(r"^(?:pages?(?:\s*(?:nos?\.?|numbers?))?|pages?\s*\(s\))\s*:?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedRange:
    """Printed page numbers, both included."""

    first: int
    last: int


# What stands before a range within its bracket: "(report attached – page 14)".
ATTACHED = re.compile(
    r"[(\[](?P<words>[^()\[\]]*\b(?:attached|enclosed|herewith)\b[^()\[\]]*?)[\s–—-]*$", re.IGNORECASE
)


def without_attached(text: str) -> str:
    """The text less an open bracket at its end that only says that a paper is attached."""
    return ATTACHED.sub("", text).rstrip()


def worded_range(text: str) -> tuple[PrintedRange, int, int] | None:
    """The last range with the word "pages" in the text, and where it stands."""
    found = None
    for match in WORDED.finditer(text):
        if printed := _range(match):
            found = printed, match.start(), match.end()
    return found


def bare_range(text: str) -> PrintedRange | None:
    """The range that is all the text says: "5 - 18", "(5 - 18)", "Pages 5 - 18" or "5"."""
    match = BARE.match(text) or WORDED.fullmatch(text)
    return _range(match) if match else None


def half_range(text: str) -> int | None:
    """The first page of a range broken after its dash: "19 -"."""
    match = HALF.match(text) or OPEN_HALF.match(text)
    return int(match["first"]) if match else None


def _range(match: re.Match[str]) -> PrintedRange | None:
    first = int(match["first"])
    last = int(match["last"]) if match["last"] else first
    return PrintedRange(first, last) if 1 <= first <= last else None
