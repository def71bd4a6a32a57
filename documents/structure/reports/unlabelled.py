"""What a report's beginning says without a label: the committee beside a date, the title, whether it is open."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.packs.dates import HOUR, find_dates, first_date
from documents.structure.reports.exemption import exempt_in
from documents.structure.reports.labels import field_of, pair_in
from documents.structure.reports.outline import Entry

BODY = re.compile(
    r"\b(?:committee|cabinet|board|executive|council|panel|forum|commission|authority|assembly|sub-committee|group|"
    r"partnership|trustees|cyngor|pwyllgor)\b|\boverview (?:and|&) scrutiny$",
    re.IGNORECASE,
)
COUNCIL = re.compile(
    r"^(?:the )?(?:london|royal)? ?(?:borough|county|city|district|council|metropolitan borough)\b.{0,30}? of |"
    r"\b(?:city|county|borough|district|metropolitan|town|parish|unitary)(?: and [\w ]+)? council$|^[\w'’-]+ council$|"
    r"\bcombined authority$",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\b[A-Z]{1,2}\d{1,2}[A-Z]?\s*\d[A-Z]{2}\b|^(?:\d+|first|second|third|\w+ floor)\b.*,|\b(?:street|road|floor)\b.*,|"
    r"(?:town|county|city|civic) (?:hall|offices?|centre)|@|www\.|\btel\b",
    re.IGNORECASE,
)
FORM = re.compile(
    r"(?:public |open |officer |committee )?(?:covering )?report(?: for (?:resolution|information|decision|"
    r"noting))?|agenda item.*|"
    r"item(?: no\.?)? ?\w{0,4}|appendix.*|(?:draft|public|private|part \w+)\b.{0,30}|page \d+",
    re.IGNORECASE,
)
# What a committee's own line does not say.
NO_COMMITTEE = re.compile(
    r"\b(?:report|recommendation|response|review|update|minutes|agenda|the|member|officer|director)\b", re.IGNORECASE
)
DASHES = " \t-–—,;:.@|"
# Among the first lines of a report two words are a title too.
TOP = 4
LONGEST = 200
LONGEST_COMMITTEE = 120
LONGEST_TITLE = 150


@dataclass(frozen=True, slots=True)
class Line:
    """A line without a label: place is that of its entry, or None for a cell of a table that has labels too."""

    place: int | None
    text: str
    stands_out: bool = False


def lines_without_labels(head: Sequence[Entry], taken: set[int], values: set[str]) -> list[Line]:
    """The lines of the first page that no label tells of; values are those of the labels in tables."""
    return list(_lines(head, taken, values))


def _lines(head: Sequence[Entry], taken: set[int], values: set[str]) -> Iterator[Line]:
    for place, entry in enumerate(head):
        piece = entry.piece
        if piece.kind == "table":
            for cell in (" ".join(cell.split()) for row in piece.rows for cell in row):
                if cell and not field_of(cell) and not pair_in(cell) and not any(cell in value for value in values):
                    yield Line(None, cell)
        elif place not in taken and piece.text and not piece.rows and piece.kind != "item":
            yield Line(place, piece.text.strip(), entry.is_heading or piece.strong or piece.text.isupper())


def exemption_in(lines: Sequence[Line]) -> tuple[bool, Line] | None:
    """The first line that says whether the report is withheld."""
    found = ((told, line) for line in lines if (told := exempt_in(line.text)) is not None)
    return next(found, None)


def committee_in(lines: Sequence[Line], date: datetime.date | None) -> tuple[str, Line] | None:
    """The first committee named by itself, beside a date or with one in the lines about it."""
    for number, line in enumerate(lines):
        name = committee_of(line.text) if len(line.text) <= LONGEST else ""
        near = lines[max(0, number - 2) : number + 3]
        if name and len(name) < LONGEST_COMMITTEE and (date or any(first_date(other.text) for other in near)):
            return name, line
    return None


def date_in(lines: Sequence[Line]) -> tuple[datetime.date, Line] | None:
    """The first date of a line that says little else."""
    for line in lines:
        date = first_date(line.text) if len(line.text) <= LONGEST else None
        if date and len(re.sub(r"\d", "", line.text)) < 90:
            return date, line
    return None


def committee_of(text: str) -> str:
    """The committee that a line names alone, or beside a date."""
    name = re.sub(r"\s+", " ", HOUR.sub(" ", without_date(text))).strip(DASHES)
    name = re.sub(r"\s+(?:agenda )?item(?: no\.?| number)?\s*:?\s*\w{1,4}$", "", name, flags=re.IGNORECASE)
    name = re.sub(r"^(?:meeting of (?:the )?|the )|\s+(?:at|on|held on)$", "", name, flags=re.IGNORECASE)
    if not BODY.search(name) or COUNCIL.search(name) or ADDRESS.search(name) or len(name.split()) > 14:
        return ""
    return "" if NO_COMMITTEE.search(name) else name


def titles_in(lines: Sequence[Line], committee: str) -> list[Line]:
    """The lines that may be the title and are nothing else: those that stand out first, then plain ones."""
    free = [line for line in lines if line.place is not None and line.text != committee and _may_be_title(line.text)]
    long = [line for line in free if len(line.text.split()) >= (2 if (line.place or 0) < TOP else 3)]
    plain = [line for line in long if not line.text.endswith((".", ":", ";", ",", "?"))]
    return [*(line for line in free if line.stands_out), *(line for line in plain if not line.stands_out)]


def _may_be_title(text: str) -> bool:
    if len(text) > LONGEST_TITLE or COUNCIL.search(text) or ADDRESS.search(text) or FORM.fullmatch(text):
        return False
    if field_of(text) or pair_in(text) or committee_of(text):
        return False
    return bool(re.search(r"[^\W\d_]{3}", without_date(text)))


def without_date(text: str) -> str:
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text
