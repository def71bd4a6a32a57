"""Who signed a report, when, and who wrote which part of it."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from documents.packs.dates import find_dates, first_date
from documents.structure.reports.fields import Pair
from documents.structure.reports.people import EMAIL, LABEL_ONLY, PHONE, POST, Person
from documents.structure.reports.vocabulary import bare
from documents.structure.understood import Author, Clearance, ReadSection

CLEARANCE = re.compile(
    r"(?:final )?(?:report )?clearance|sign[ -]?off|(?:report )?sign[ -]?off.{0,40}|audit trail|authorisation|"
    r"(?:for further information.{0,60}|officer )?contacts?(?: (?:details?|officers?|information|points?|"
    r"persons?))?(?: .{0,40})?|"
    r"(?:report|lead|responsible) (?:authors?|officers?)(?: (?:and|contact|details).{0,40})?|"
    r"authors?(?: of (?:the )?report)?(?: .{0,60})?",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"(?:report )?(?:signed(?: off)?|authorised|approved|cleared|agreed|signature)(?: (?:for publication|"
    r"for submission|as final))?"
    r"(?: by)?(?: \(.{2,40}\))?\s*(?P<rest>:.*|$|(?<=by)\s+\S.*)",
    re.IGNORECASE | re.DOTALL,
)
SIGN_OFF = re.compile(r"(?:final )?(?:report )?(?:clearance|sign[ -]?off|authorisation)", re.IGNORECASE)
DATED = re.compile(r"(?:date(?:d)?(?: signed| of clearance| cleared)?)\s*[:–-]?\s*(?P<rest>.*)", re.IGNORECASE)
AUTHOR = re.compile(
    r"(?P<role>(?:[A-Za-z][\w ,/&'’()-]{2,60}? )?(?:authors?(?: of (?:the )?report)?|"
    r"author/lead officer(?: of report)?)"
    r"|(?:contact|lead|report|responsible|originating|accountable|presenting) (?:officers?|persons?|authors?|employee)"
    r"|(?:relevant |accountable |lead |responsible |corporate |executive |strategic |service )+directors?"
    r"|contact(?: name)?|name|(?:[A-Za-z][\w ,/&'’()-]{2,60}? )?(?:prepared|written|drafted|checked|completed) by)"
    r"(?:\(s\))?(?: \([^()]{2,60}\)| and contact details?| details?)?\s*(?P<rest>(?:[:–—]|\s-\s).*|$)",
    re.IGNORECASE | re.DOTALL,
)
MEMBER = re.compile(
    r"(?:relevant |lead )?(?:(?:cabinet|executive) member|portfolio holder|member)s?\s*:", re.IGNORECASE
)


class ClearanceReader:
    """Takes the lines of a clearance one after another."""

    def __init__(self) -> None:
        self.signer: Person | None = None
        self.date: datetime.date | None = None
        self.people: list[Person] = []
        self.person: Person | None = None

    def begin(self, heading: str) -> None:
        """A heading such as "Report author" or "Contact details" names whom the lines below are about."""
        role = role_of(heading)
        self.person = None
        if role:
            self._begin(role)
        elif SIGN_OFF.fullmatch(heading):
            self.signer = self.signer or Person("signed by")
            self.person = self.signer

    def line(self, text: str) -> None:
        if match := SIGNED.fullmatch(text):
            self.signer = self.signer or Person("signed by")
            self.person = self.signer
            self._rest(match["rest"])
        elif (match := DATED.fullmatch(text)) and (date := first_date(match["rest"])):
            self.date = self.date or date
            self.person = None if self.person is self.signer else self.person
        elif (match := AUTHOR.fullmatch(text)) and not (match["role"].lower() == "name" and self.person):
            self._begin(role_of(match["role"]))
            self._rest(match["rest"])
        elif MEMBER.match(text):
            self.person = None
        elif self.person is not None and len(text) < 300 and not self._is_complete(text):
            self._rest(text)

    def _is_complete(self, text: str) -> bool:
        """Whether the person's address is told already, and the line is about something else."""
        told = self.person is not None and self.person.email
        more = EMAIL.search(text) or PHONE.search(text) or LABEL_ONLY.fullmatch(text) or POST.fullmatch(text)
        if told and not more:
            self.person = None
        return self.person is None

    def _begin(self, role: str) -> None:
        self.person = Person(role)
        self.people.append(self.person)

    def _rest(self, text: str) -> None:
        text = re.sub(r"^\s*(?:[:–—]|-\s)\s*|^name\s*:\s*", "", text, flags=re.IGNORECASE).strip()
        if self.person is None or not text:
            return
        if self.person is self.signer and (found := [one for one in find_dates(text) if one.value]):
            self.date = self.date or found[0].value
            text = re.sub(r"\bdated?\b\s*:?\s*$|\(\s*$", "", text[: found[0].start]).strip(" ,;")
        first, *others = _at_people(text)
        self.person.take(first)
        for other in others:
            self._begin(self.person.role)
            self.person.take(other)

    def clearance(self) -> Clearance:
        signer = self.signer or Person("")
        authors = [person.author() for person in self.people if not person.is_empty]
        return Clearance(signer.name, signer.post, self.date, authors)


def _at_people(text: str) -> list[str]:
    """A text about several people, cut behind the address of each."""
    ends = [match.end() for match in EMAIL.finditer(text)]
    if len(ends) < 2:
        return [text]
    edges = [0, *ends[:-1], len(text)]
    return [part for first, last in pairwise(edges) if (part := text[first:last].strip(" ,;"))]


def role_of(label: str) -> str:
    """ "Report Author" gives report, "Financial Implications Author" financial implications, else its own words."""
    words = (
        re.sub(r"\((?:s|.{2,60})\)|(?<=author)s|(?<=officer)s", "", bare(label), flags=re.IGNORECASE).strip().lower()
    )
    words = re.sub(r"\s+(?:(?:and )?contact )?details?$|\s+information$", "", words)
    if match := re.fullmatch(r"(.{3,60}) (?:prepared|written|drafted|checked|completed) by", words):
        return "report" if match[1] == "report" else match[1]
    if re.fullmatch(
        r"(?:report |originating |presenting )?(?:authors?|author of (?:the )?report.*|report written by|"
        r"prepared by|author/.*)",
        words,
    ):
        return "report"
    if SIGN_OFF.match(words) or words == "audit trail":
        return ""
    if match := re.fullmatch(r"(.+?) authors?", words):
        return match[1]
    return "contact" if re.match(r"(?:officer )?contacts?\b|name$|for further", words) else words


def clearance_of(sections: Sequence[ReadSection], pairs: Sequence[Pair]) -> Clearance:
    """From the section at the report's end, and from the labels of its first page."""
    reader = ClearanceReader()
    for pair in pairs:
        reader.begin(pair.label)
        reader.line(pair.value)
    told = [pair.value.split("\n")[0][:40] for pair in pairs if pair.value]
    for heading, lines in _parts(sections):
        reader.begin(heading)
        for line in lines:
            if heading or not any(value in line for value in told):
                reader.line(line)
    clearance = reader.clearance()
    return replace(clearance, authors=_once(clearance.authors))


def _parts(sections: Sequence[ReadSection]) -> Iterator[tuple[str, list[str]]]:
    """The sections that tell of clearance, and lines elsewhere that name an author."""
    within = False
    for section in sections:
        heading = bare(section.heading)
        within = bool(CLEARANCE.fullmatch(heading)) or (
            within and bool(AUTHOR.fullmatch(heading) or SIGNED.fullmatch(heading))
        )
        lines = [line for paragraph in section.paragraphs for line in _lines(paragraph.text)]
        if within:
            yield heading, lines
        else:
            yield "", _stray(lines)


def _stray(lines: Sequence[str]) -> list[str]:
    """Lines outside a clearance that name author or signer themselves, with those about them below."""
    kept: list[str] = []
    taking = 0
    for place, line in enumerate(lines):
        if _names_somebody(line, lines[place + 1 : place + 3]):
            taking = 4
        elif not (taking and (_is_about_somebody(line) or (SIGNED.fullmatch(kept[-1]) and kept[-1].endswith(":")))):
            taking = 0
        if taking:
            kept.append(line)
            taking -= 1
    return kept


def _names_somebody(line: str, below: Sequence[str]) -> bool:
    if len(line) > 200:
        return False
    if re.match(r"(?:report )?(?:signed|authorised|cleared|approved)(?: off)?(?: by)?\s*:", line, re.IGNORECASE):
        return len(line) < 120
    match = AUTHOR.fullmatch(line)
    if match is None or not match["rest"].strip(" :–—-"):
        return False
    return match["role"].lower() not in ("name", "contact") or any(EMAIL.search(other) for other in (line, *below))


def _is_about_somebody(line: str) -> bool:
    return len(line) < 200 and bool(EMAIL.search(line) or PHONE.search(line) or DATED.fullmatch(line))


def _lines(text: str) -> Iterator[str]:
    """The lines of a paragraph; a row of a table as "label: value"."""
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.split(" | ") if cell.strip()]
        if len(cells) > 1:
            yield f"{cells[0].rstrip(': ')}: {', '.join(cells[1:])}"
        elif cells:
            yield from _at_contacts(cells[0])


def _at_contacts(text: str) -> Iterator[str]:
    """A line that names several people after one another, cut before each."""
    text = re.sub(r"^[•·▪-]\s*", "", text)
    starts = [
        match.start()
        for match in re.finditer(
            r"(?<=\S )(?:Report|Contact|Lead|Financial Implications|Legal Implications) (?:Author|Officer)s?\s?:", text
        )
    ]
    edges = [0, *starts, len(text)]
    for first, last in pairwise(edges):
        if part := text[first:last].strip():
            yield part


def _once(authors: Sequence[Author]) -> list[Author]:
    """Each person once for each role: the fullest of what is told."""
    best: dict[tuple[str, str], Author] = {}
    for author in authors:
        key = (author.role, author.name.lower())
        known = best.get(key)
        best[key] = (
            author
            if known is None
            else Author(
                author.role,
                known.name,
                known.post or author.post,
                known.phone or author.phone,
                known.email or author.email,
            )
        )
    return list(best.values())
