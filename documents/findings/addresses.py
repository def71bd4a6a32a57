"""Addresses of homes: a number and a street, where a postcode or a person stands by it and no office does."""

import re
from collections.abc import Iterator

from documents.findings.places import staff_lines
from documents.findings.subjects import Found, Own, Paper

_titled = (
    r"Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Drive|Dr|Way|Crescent|Cres|Gardens?|Gdns|Terrace|Place|Court|Ct|"
    r"Grove|Hill|Mews|Walk|Square|Row|Rise|View|Park|Green|Villas?|Vale|Path|Parade|Broadway|Mead|Meadow|Croft|"
    r"Common|Buildings|Mansions|Estate|End|Fold|Gate|Heights|Wharf|Quay|Bank|Cottages"
)
_street = f"{_titled}|{_titled.upper()}"
_house = r"[A-Z][\w’'-]+ (?:House|Court|Lodge|Tower)"
_flat = rf"(?:[Ff]lat|FLAT|[Aa]partment|[Aa]pt|[Uu]nit|[Rr]oom)\.?\s+\w{{1,4}},?\s+(?:{_house},?\s+)?"
STREET = re.compile(
    rf"(?:\b{_flat})?(?<![\d.,/£:-])\b\d{{1,4}}[A-Za-z]?(?:\s?-\s?\d{{1,4}})?,?\s+"
    rf"(?:[A-Z][\w’'.-]*\s+){{1,4}}?(?:{_street})\b"
)
POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?)\s?\d[ABD-HJLNP-UW-Z]{2}\b")
HOME = re.compile(
    r"\b(?:home address|private address|address of (?:the )?(?:applicant|complainant|tenant|resident)|"
    r"(?:lives?|living|resid(?:es?|ing)|resident) (?:at|of)|of no fixed|(?:her|his|their) (?:home|house|flat)\b|"
    r"tenant (?:of|at)|occup(?:ier|ant)s? (?:of|at))",
    re.IGNORECASE,
)
PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+(?:[A-Z]\.?\s+)*[A-Z][a-z]+")
FLAT = re.compile(r"\b(?:flat|apartment|apt)\b", re.IGNORECASE)
# What is no home: said in the same breath
OFFICE = re.compile(
    r"\b(?:council|town hall|civic|office|centre|library|school|college|university|hospital|surgery|clinic|hotel|"
    r"church|police|station|ltd|limited|plc|llp|trust|committee|venue|premises|licen[cs]e|public house|shop|"
    r"restaurant|caf[eé]|store|museum|theatre|depot|nursery|applicant’s agent|agent|planning|application|site|"
    r"development|land (?:at|to)|construction|erection|demolition|conversion|ward|building|commission|agency|"
    r"authority|association|department|directorate|services|ombudsman|junction|traffic|parking|scheme)\b",
    re.IGNORECASE,
)
# Papers about places have their addresses in them on purpose
OF_PLACES = re.compile(
    r"planning (?:applications?|committee|permission)|premises licen[cs]e|licensing act|"
    r"\b(?:[A-Z]{1,3}/)?\d{2,4}/\d{3,5}(?:/[A-Z]{1,4}){1,2}\b",
    re.IGNORECASE,
)
BEFORE, AFTER = 110, 70


def home_addresses(paper: Paper) -> Iterator[Found]:
    of_places = any(OF_PLACES.search(page.text) for page in paper.pages)
    for page in paper.pages:
        lines = page.lines
        text, starts = _joined(lines)
        streets = list(STREET.finditer(text))
        staff = staff_lines(lines, paper.own) if streets else set()
        for match in streets:
            line = sum(start <= match.start() for start in starts) - 1
            if line not in staff and _is_home(text, match, paper.own, of_places=of_places):
                yield Found("address", _shown(text, match), page.number)


def _joined(lines: list[str]) -> tuple[str, list[int]]:
    """The lines as one text, and where in it each begins."""
    starts, length = [], 0
    for line in lines:
        starts.append(length)
        length += len(line) + 1
    return " ".join(lines), starts


def _is_home(text: str, match: re.Match[str], own: Own, *, of_places: bool) -> bool:
    before = text[max(0, match.start() - BEFORE) : match.start()]
    after = text[match.end() : match.end() + AFTER]
    if not match[0][0].isdigit() and not FLAT.match(match[0]):
        return False
    if _is_own(match[0], own):
        return False
    if HOME.search(before):
        return True
    office = OFFICE.search(before[-70:] + match[0] + after)
    if PERSON.search(before[-60:]) or FLAT.search(before[-15:] + match[0]):
        return bool(POSTCODE.search(after)) or not office
    return bool(POSTCODE.search(after)) and not office and not of_places


def _is_own(street: str, own: Own) -> bool:
    folded = " ".join(street.casefold().split())
    return any(folded in address for address in own.addresses)


def _shown(text: str, match: re.Match[str]) -> str:
    """The street, with the postcode where one follows."""
    postcode = POSTCODE.search(text, match.end(), match.end() + AFTER)
    return text[match.start() : postcode.end() if postcode else match.end()]
