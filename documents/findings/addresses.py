"""Addresses of homes: a number and a street, where a postcode or a person stands by it and no office does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
_named = (
    r"(?:The |Old )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? "
    r"(?:Cottage|Farm|Farmhouse|Barn|Villa|Vicarage|Rectory|Manor|Bungalow)"
)
STREET = re.compile(
    rf"(?:\b{_flat})?(?<![\d.,/£:-])\b\d{{1,4}}[A-Za-z]?(?:\s?-\s?\d{{1,4}})?,?\s+"
    rf"(?:[A-Z][\w’'.-]*\s+){{1,4}}?(?:{_street})\b|"
    rf"\b(?:[Ff]lat|FLAT|[Aa]partment|[Aa]pt)\.?\s+\w{{1,4}},?\s+(?:\d{{1,4}},?\s+)?[A-Z][\w’'-]+ "
    rf"(?:{_street}|House|Tower|Point)\b|"
    rf"\b{_named},\s+(?:[A-Z][\w’'.-]*\s+){{1,3}}?(?:{_street})\b"
)
# After words that say it is a home, any number and name
HOUSE = re.compile(
    r"\b(?i:home address|family home|lives? at|living at|resid(?:es?|ing) at)\W{0,4}(?:is |of |at )?"
    r"(?P<house>\d{1,4}[A-Za-z]?,?\s+[A-Z][a-z]+\w*)"
)
SENTENCE_END = re.compile(r"(?<=[a-z\d)]{3}[.;])\s|•")
POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?)\s?\d[ABD-HJLNP-UW-Z]{2}\b")
HOME = re.compile(
    r"\b(?:home address|private address|address of (?:the )?(?:applicant|complainant|tenant|resident)|"
    r"(?:lives?|living|resid(?:es?|ing)|resident) (?:at|of)|of no fixed|(?:her|his|their) (?:home|house|flat)\b|"
    r"tenant (?:of|at)|occup(?:ier|ant)s? (?:of|at)|family home|(?:her|his|their) address|home\s*:)",
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
    r"authority|association|hall|chamber|room|meeting|floor(?! flat)|public health|department|directorate|services|"
    r"ombudsman|junction|traffic|parking|scheme)\b",
    re.IGNORECASE,
)
# Papers about places have their addresses in them on purpose
OF_PLACES = re.compile(
    r"planning (?:applications?|committee|permission)|premises licen[cs]e|licensing act|"
    r"\b(?:[A-Z]{1,3}/)?\d{2,4}/\d{3,5}(?:/[A-Z]{1,4}){1,2}\b",
    re.IGNORECASE,
)
BEFORE, AFTER = 110, 70
SHORT, ABOVE = 6, 3  # words of a line in an address, and how many such lines above it belong to it


@dataclass(frozen=True, slots=True)
class Around:
    """What stands before a street in its sentence and, where it is a line of an address, in its block; and after it."""

    sentence: str
    block: str
    after: str


def home_addresses(paper: Paper) -> Iterator[Found]:
    of_places = any(OF_PLACES.search(page.text) for page in paper.pages)
    for page in paper.pages:
        yield from (Found("address", words, page.number) for words in _on_page(page.lines, paper.own, of_places))


def _on_page(lines: list[str], own: Own, of_places: bool) -> Iterator[str]:
    text, starts = _joined(lines)
    streets = list(STREET.finditer(text))
    staff = staff_lines(lines, own) if streets else set()
    for match in streets:
        line = sum(start <= match.start() for start in starts) - 1
        around = _around(text, match, lines, starts, line)
        of_staff = line in staff and not HOME.search(around.sentence)
        if not of_staff and not _is_own(match[0], own) and _is_home(match[0], around, of_places=of_places):
            yield _shown(text, match)
    for match in HOUSE.finditer(text):
        if not any(street.start() < match.end() and match.start() < street.end() for street in streets):
            yield match["house"]


def _joined(lines: list[str]) -> tuple[str, list[int]]:
    """The lines as one text, and where in it each begins."""
    starts, length = [], 0
    for line in lines:
        starts.append(length)
        length += len(line) + 1
    return " ".join(lines), starts


def _around(text: str, match: re.Match[str], lines: list[str], starts: list[int], line: int) -> Around:
    sentence = SENTENCE_END.split(text[max(0, match.start() - BEFORE) : match.start()])[-1]
    postcode = POSTCODE.search(text, match.end(), match.end() + AFTER)
    end = max(starts[line] + len(lines[line]), postcode.end() if postcode else match.end())
    after = SENTENCE_END.split(text[match.end() : min(end, match.end() + AFTER)])[0]
    if len(lines[line].split()) > SHORT:
        return Around(sentence, sentence, after)
    first = line
    while first and line - first < ABOVE and 0 < len(lines[first - 1].split()) <= SHORT and lines[first - 1][-1] != ".":
        first -= 1
    return Around(sentence, text[starts[first] : match.start()], after)


def _is_home(street: str, around: Around, *, of_places: bool) -> bool:
    if HOME.search(around.sentence) or HOME.search(around.block):
        return True
    name = street.rsplit(" ", 2)[0]  # a Church Lane has no church in it
    office = OFFICE.search(f"{around.block[-70:]}{name} {around.after}")
    has_postcode = bool(POSTCODE.search(around.after))
    if PERSON.search(around.sentence[-60:]) or FLAT.search(around.sentence[-15:] + street):
        return has_postcode or not office
    return has_postcode and not office and not of_places


def _is_own(street: str, own: Own) -> bool:
    folded = " ".join(street.casefold().split())
    return any(folded in address for address in own.addresses)


def _shown(text: str, match: re.Match[str]) -> str:
    """The street, with the postcode where one follows."""
    postcode = POSTCODE.search(text, match.end(), match.end() + AFTER)
    return text[match.start() : postcode.end() if postcode else match.end()]
