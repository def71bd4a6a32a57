"""Where on a page contacts of staff stand: they are published on purpose."""

import re
from collections.abc import Sequence

from documents.findings.subjects import Own

# Labels of those who work for the council; a bare "Tel" or "Email" may be anybody's.
STAFF = re.compile(
    r"\b(?:(?:report|lead|responsible|contact|case|relevant|appropriate|planning|licensing|committee|"
    r"democratic services|governance|scrutiny|finance|legal)\s+"
    r"(?:authors?|officers?|directors?|advis[eo]rs?|managers?)|"
    r"implications? (?:author|provided|by)|authors?\s*:|officer contact|contact (?:officer|details|name|person|point)|"
    r"committee contact|for (?:further|more|general|any) (?:information|enquir|queries|details)|further information|"
    r"enquiries(?: to| about)?\b|if you (?:have|require|need|would like)|please (?:contact|ask for|call|ring|email)|"
    r"report of\b|final report clearance|(?:corporate |executive |service |assistant |interim )*director(?: of|\s*:)|"
    r"head of\b|chief (?:executive|officer)|monitoring officer|town hall|civic (?:centre|offices?)|democratic services|"
    r"press office|switchboard|contact\s*:|access(?:ibility)? (?:information|needs)|despatched|swyddog|"
    r"(?:committee|democratic) (?:clerk|administrator|support))",
    re.IGNORECASE,
)
WORK = re.compile(
    r"@[\w.-]*\.(?:gov|nhs|police|ac|sch|mod|parliament|fire)\.uk\b|@[\w.-]*\.gov\.(?:wales|scot)\b|@nhs\.net\b", re.I
)
AFTER = 4
NEAR = 3
LONGEST = 14  # words: what is longer is prose, which ends a block of contacts


def staff_lines(lines: Sequence[str], own: Own) -> set[int]:
    """The places of lines that belong to a block of staff's contacts."""
    places: set[int] = set()
    for place, line in enumerate(lines):
        if STAFF.search(line):
            places.add(place)
            for after in range(place + 1, min(place + AFTER + 1, len(lines))):
                if len(lines[after].split()) > LONGEST:
                    break
                places.add(after)
        if is_work(line, own):
            places |= {near for near in range(place - NEAR, place + NEAR + 1) if 0 <= near < len(lines)}
    return places


def is_work(text: str, own: Own) -> bool:
    """Whether the text has an address of the council or of another public body."""
    if WORK.search(text):
        return True
    folded = text.casefold()
    return any(f"@{domain}" in folded for domain in own.domains)
