"""What a report says of itself at its beginning: whose it is, for which meeting, when, where, of what, open or not."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.packs.dates import HOUR, find_dates, first_date
from documents.structure.cells import OPEN_ENDED
from documents.structure.reports.exemption import answer_in, exempt_among, exempt_in, exempt_of
from documents.structure.reports.fields import Pair, pairs_of
from documents.structure.reports.labels import field_of, pair_in
from documents.structure.reports.outline import Entry

MOST_ENTRIES = 60
BODY = re.compile(
    r"\b(?:committee|cabinet|board|executive|council|panel|forum|commission|authority|assembly|sub-committee|group|"
    r"partnership|trustees|cyngor|pwyllgor)\b",
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
NO_WARDS = re.compile(
    r"\W*(?:n/?a|not applicable|none|nil|no|not ward specific|none specific(?:ally)?)\W*", re.IGNORECASE
)
ALL_WARDS = re.compile(r"\b(?:all|borough|county|city|district)[ -]?(?:wide|wards?|divisions?)?\b", re.IGNORECASE)
BOXED = re.compile(r"[☐□☒☑✓✔]")
WARD_BREAK = re.compile(r"\s*(?:[,;/•|]|\n|\band\b|&)\s*")
DASHES = " \t-–—,;:.@|"


@dataclass(slots=True)
class Header:
    """used holds the places of the entries whose words are all told by the fields."""

    report_of: str = ""
    meeting_of: str = ""
    date: datetime.date | None = None
    wards: list[str] = field(default_factory=list)
    subject: str = ""
    exempt: bool | None = None
    authors: list[Pair] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    labelled: int = 0


def read_header(entries: Sequence[Entry]) -> Header:
    """entries are those of the first page, as far as the first section."""
    head = entries[:MOST_ENTRIES]
    header = Header()
    pairs, tables = pairs_of(head)
    told: dict[int, bool] = {}
    for pair in pairs:
        whole = _take(header, pair)
        for place in pair.places:
            told[place] = told.get(place, True) and whole
    header.used = {place for place, whole in told.items() if whole and (place in tables or not head[place].piece.rows)}
    taken = {place for pair in pairs for place in pair.places}
    _take_unlabelled(header, head, taken)
    return header


def _take(header: Header, pair: Pair) -> bool:
    """Sets the field that a pair gives; whether all its words are told by fields."""
    value = pair.value.strip()
    header.labelled += pair.tells not in ("other", "author")
    match pair.tells:
        case "report_of" if value and not header.report_of:
            header.report_of = value
            return True
        case "meeting_of" if value and not header.meeting_of:
            return _take_meeting(header, value)
        case "date" if value:
            return _take_date(header, value)
        case "subject" if re.search(r"[^\W\d_]{3}", value) and not header.subject:
            header.subject = value
            return True
        case "wards" if value and not header.wards:
            header.wards = wards_in(value)
            return bool(header.wards) and not BOXED.search(value)
        case "exempt":
            return _take_exempt(header, pair)
        case "author":
            header.authors.append(pair)
    return False


def _take_meeting(header: Header, value: str) -> bool:
    found = next((found for found in find_dates(value) if found.value), None)
    name = value
    if found:
        header.date = header.date or found.value
        name = f"{value[: found.start]} {value[found.end :]}"
    bare = re.sub(r"\s*(?:\bat|,|@)?\s*$", "", HOUR.sub(" ", name)).strip(DASHES)
    bare = re.sub(r"^(?:the )(?=[A-Z])|\s*(?:[–—,-]|\bon|\bmeeting(?: of)?|\bdated?)\s*$", "", bare).strip(DASHES)
    header.meeting_of = re.sub(r"\s+", " ", bare)
    return not HOUR.search(name)


def _take_date(header: Header, value: str) -> bool:
    date = first_date(value)
    if date is None or header.date:
        return date is not None and date == header.date
    header.date = date
    found = next(found for found in find_dates(value) if found.value)
    return not re.search(r"\w", value[: found.start] + value[found.end :])


def _take_exempt(header: Header, pair: Pair) -> bool:
    cells = pair.value.split(" | ")
    told = exempt_among(cells) if len(cells) > 1 else exempt_of(pair.label, pair.value)
    if told is None or header.exempt is not None:
        return False
    header.exempt = told
    return len(pair.value) < 30


def wards_in(value: str) -> list[str]:
    """The wards a value names; "All wards" is one, "None" is none."""
    if BOXED.search(value):
        found = ALL_WARDS.search(value)
        return [found.group()] if found and answer_in(value) is False else []
    if NO_WARDS.fullmatch(value):
        return []
    if ALL_WARDS.search(value) and len(value) < 30:
        return [value.strip(" .")]
    parts = [part.strip(" .()") for part in WARD_BREAK.split(value)]
    wards = [part for part in parts if part]
    return wards if all(len(ward) < 50 for ward in wards) else [value.strip()]


def _take_unlabelled(header: Header, head: Sequence[Entry], taken: set[int]) -> None:
    """What stands at the top without a label: the committee over a date, the title, whether it is open."""
    free = [
        (place, entry)
        for place, entry in enumerate(head)
        if place not in taken and entry.piece.kind in ("heading", "paragraph", "numbered") and entry.piece.text
    ]
    for place, entry in free:
        told = exempt_in(entry.piece.text)
        if told is not None and header.exempt is None:
            header.exempt = told
            header.used |= {place} if len(entry.piece.text) < 30 else set()
    top = [(place, entry) for place, entry in free if place not in header.used and len(entry.piece.text) <= 200]
    if not header.meeting_of or not header.date:
        _take_top(header, top)
    if header.subject:
        _lengthen_subject(header, head)
    else:
        _take_title(header, top)


def _take_top(header: Header, top: Sequence[tuple[int, Entry]]) -> None:
    """A committee's name with a date in the same line or one of the next two."""
    for number, (place, entry) in enumerate(top):
        text = entry.piece.text
        date = None if header.date else first_date(text)
        name = _committee_in(text) if not header.meeting_of else ""
        near = [first_date(other.piece.text) for _, other in top[max(0, number - 2) : number + 3]]
        if name and (header.date or any(near)) and len(name) < 120:
            header.meeting_of = name
            header.used.add(place)
        if date and len(re.sub(r"\d", "", text)) < 90:
            header.date = date
            if not re.search(r"[^\W\d_]", _without_date(text)):
                header.used.add(place)
        if header.meeting_of and header.date:
            return


def _committee_in(text: str) -> str:
    """The committee that a line names alone, or beside a date."""
    name = re.sub(r"\s+", " ", HOUR.sub(" ", _without_date(text))).strip(DASHES)
    name = re.sub(r"^(?:meeting of (?:the )?|the )|\s+(?:at|on|held on)$", "", name, flags=re.IGNORECASE)
    if not BODY.search(name) or COUNCIL.search(name) or ADDRESS.search(name) or len(name.split()) > 14:
        return ""
    return (
        ""
        if re.search(r"\b(?:report|recommendation|response|review|update|minutes|agenda|the)\b", name, re.I)
        else name
    )


def _without_date(text: str) -> str:
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text


def _take_title(header: Header, top: Sequence[tuple[int, Entry]]) -> None:
    """The first line that stands out and is neither council, committee, date, address nor form."""
    for place, entry in top:
        text = entry.piece.text.strip()
        if place in header.used or not (entry.is_heading or entry.piece.strong or text.isupper()):
            continue
        if text == header.meeting_of or COUNCIL.search(text) or ADDRESS.search(text) or FORM.fullmatch(text):
            continue
        if field_of(text) or pair_in(text) or not re.search(r"[^\W\d_]{3}", _without_date(text)) or _committee_in(text):
            continue
        header.subject = text
        header.used.add(place)
        return


def _lengthen_subject(header: Header, head: Sequence[Entry]) -> None:
    """A subject that ends in mid phrase goes on in the line below, whatever its type."""
    if not OPEN_ENDED.search(header.subject):
        return
    end = next((place for place in sorted(header.used) if head[place].piece.text.endswith(header.subject[-20:])), None)
    if end is None or end + 1 >= len(head) or end + 1 in header.used:
        return
    following = head[end + 1].piece
    if following.kind in ("heading", "paragraph") and following.text and not pair_in(following.text):
        header.subject = f"{header.subject} {following.text}"
        header.used.add(end + 1)
