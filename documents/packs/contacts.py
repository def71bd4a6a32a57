"""Finds whom a front sheet tells people to ask."""

import re
from collections.abc import Iterator, Sequence

from documents.packs.names import COURTESY
from documents.packs.rows import Row

CONTACT = re.compile(
    r"^(?:(?:for |if you (?:have|require) )?(?:any )?(?:(?:further|more|additional|other|general) )?(?:information|"
    r"details|queries|enquiries|questions)[^:]{0,60}?(?:please )?contact|(?:please )?(?:ask for|"
    r"contact)(?: (?:officer|details|name|person|for (?:the|this) (?:meeting|agenda)))?|"
    r"enquir(?:y|ies)(?: to| about this agenda(?: to)?)?|(?:(?:principal|senior|interim) )*(?:committee|"
    r"democratic services|"
    r"governance|support|lead|scrutiny|clerk(?:ing)?)\s+(?:services |support |and |& )*(?:officer|advis[eo]r|"
    r"administrator|"
    r"clerk|manager|secretary)\b|"
    r"(?:committee )?(?:clerk|secretary|administrator|manager)|officer(?: contact)?|(?:your )?contacts?\b|"
    r"(?:please )?direct (?:any |all )?enquiries[^:.]{0,40}? to\b|swyddog cyswllt|cysylltwch)\s*(?:to|"
    r"is)?\s*[:\-–]?\s*",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<!\w)(?:\+44\s?|\(?0)[\d\s()–-]{8,15}\d")
TEAM = re.compile(
    r"(?:the )?(?:democratic|committee|governance|member|scrutiny|constitutional|council)\w* (?:services|"
    r"support|team|section)",
    re.IGNORECASE,
)
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
# An address broken at a line end: "ann.green@mill brook.gov.uk", "email: ann. green@millbrook.gov.uk".
_ending = r"(?:uk|org|com|net|eu|wales|cymru)"
BROKEN = re.compile(
    rf"(@(?![\w.-]*\.{_ending}\b)[\w-]*(?:\.[\w-]+)*\.?)\s+((?:\.?[\w-]+\.)*\.?{_ending}\b)|"
    rf"(?<=mail)(:?\s+[\w.-]+[._-])\s+(?=[\w.-]+@)",
    re.IGNORECASE,
)
NO_CONTACT = re.compile(
    r"\b(?:tel(?:ephone)?|direct (?:line|dial)|e-?mail|phone|on|of|by|at|ext|website|www|mobile)\b.*$|[,(–-].*$|\d.*$",
    re.I,
)
# Words of a team or an office, which is no person's name.
OFFICE = re.compile(r"\b(?:services?|officer|team|committee|council|democratic|hall|unit|number)\b", re.IGNORECASE)
CLERK = re.compile(
    r"\b(?:(?:democratic|committee|governance|scrutiny|member|electoral|"
    r"constitutional)\b[\w &]{0,30}\b(?:officer|manager|"
    r"co-?ordinator|advis[eo]r|lead|clerk|administrator|secretary)|committee clerk)\b",
    re.IGNORECASE,
)
NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w'’.-]*$|(?:de|van|von|der|la|le|ap)$")


def contact_on(rows: Sequence[Row]) -> tuple[str, str]:
    """The name of whom to ask, or else of the team, and the text near it."""
    team = "", ""
    for number, row in enumerate(rows):
        for position, cell in enumerate(row.cells):
            match = CONTACT.match(cell.text)
            if not match or not match.group().strip():
                continue
            near = " ".join(other.text for other in rows[number : number + 6])
            for text in _after_label(rows, number, position, cell.text[match.end() :]):
                if name := _contact_name(text):
                    return name, near
            if not team[1] and (found := TEAM.match(cell.text[match.end() :])):
                team = found.group(), near
    return team if team[0] else _signed_contact(rows)


def _signed_contact(rows: Sequence[Row]) -> tuple[str, str]:
    """The officer whose name stands above a telephone number or an address, without a label."""
    for number, row in enumerate(rows):
        near = " ".join(other.text for other in rows[number : number + 4])
        office = " ".join(other.text for other in rows[number : number + 2])
        reachable = PHONE.search(near) or EMAIL.search(near)
        if reachable and CLERK.search(office) and (name := _contact_name(row.text)):
            return name, near
    return "", ""


def _after_label(rows: Sequence[Row], number: int, position: int, rest: str) -> Iterator[str]:
    row = rows[number]
    yield rest
    if position + 1 < len(row.cells):
        yield row.cells[position + 1].text
    left = row.cells[position].left
    for below in rows[number + 1 : number + 2]:
        if below.page != row.page or below.top - row.bottom > 2 * below.size:
            return
        yield next((cell.text for cell in below.cells if abs(cell.left - left) < 30), "")


def _contact_name(text: str) -> str:
    name = NO_CONTACT.sub("", EMAIL.sub("", text)).strip(" ,.:;–-")
    name = COURTESY.sub("", re.split(r"\s+(?:or|and)\s+", name)[0]).strip()
    words = name.split()
    if not 2 <= len(words) <= 4 or not all(NAME_WORD.match(word) for word in words):
        return ""
    return "" if OFFICE.search(name) else name


def whole_addresses(text: str) -> str:
    """The text with e-mail addresses that were broken at a line end put together."""
    return BROKEN.sub(lambda match: (match[1] or match[3]) + (match[2] or ""), text)


def first_match(pattern: re.Pattern[str], text: str) -> str:
    """What the pattern finds first in the text, with single spaces, or an empty text."""
    match = pattern.search(whole_addresses(text))
    return re.sub(r"\s+", " ", match.group()).strip(" .") if match else ""
