"""What a report says of itself at its beginning: whose it is, for which meeting, when, where, of what, open or not."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.packs.dates import HOUR, find_dates, first_date
from documents.structure.cells import OPEN_ENDED
from documents.structure.reports.exemption import answer_in, exempt_among, exempt_of
from documents.structure.reports.fields import Pair, pairs_of
from documents.structure.reports.labels import pair_in
from documents.structure.reports.outline import Entry
from documents.structure.reports.unlabelled import (
    Line,
    committee_in,
    date_in,
    exemption_in,
    lines_without_labels,
    titles_in,
    without_date,
)

MOST_ENTRIES = 60
SHORT = 30
NO_WARDS = re.compile(
    r"\W*(?:n/?a|not applicable|none|nil|no|not ward specific|none specific(?:ally)?)\W*", re.IGNORECASE
)
ALL_WARDS = re.compile(r"\b(?:all|borough|county|city|district)[ -]?(?:wide|wards?|divisions?)?\b", re.IGNORECASE)
BOXED = re.compile(r"[☐□☒☑✓✔]")
WARD_BREAK = re.compile(r"\s*(?:[,;/•|]|\n|\band\b|&)\s*")
REACHED = re.compile(r"(?:tel(?:ephone)?(?: (?:no\.?|number))?|e-?mail(?: address)?|ext(?:ension)?)", re.IGNORECASE)
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


def read_header(entries: Sequence[Entry], above: str = "") -> Header:
    """entries are those of the first page, to the first section; above is a title that the body begins with, if any."""
    head = entries[:MOST_ENTRIES]
    header = Header()
    pairs, tables = pairs_of(head)
    _reach(pairs)
    told: dict[int, bool] = {}
    for pair in pairs:
        whole = _take(header, pair)
        for place in pair.places:
            told[place] = told.get(place, True) and whole
    header.used = {place for place, whole in told.items() if whole and (place in tables or not head[place].piece.rows)}
    taken = {place for pair in pairs for place in pair.places}
    values = {pair.value for pair in pairs if pair.value}
    _take_unlabelled(header, lines_without_labels(head, taken, values))
    if not header.subject:
        free = lines_without_labels(head, taken | header.used, values)
        _take_title(header, titles_in(free, header.meeting_of), above)
    _lengthen_subject(header, head)
    return header


def _reach(pairs: Sequence[Pair]) -> None:
    """Adds the telephone and the address below an author's label to what that label tells."""
    author: Pair | None = None
    for pair in pairs:
        if pair.tells == "author":
            author = pair
        elif author and REACHED.fullmatch(pair.label):
            author.value = f"{author.value}\n{pair.value}"
        else:
            author = None


def _take_title(header: Header, titles: Sequence[Line], above: str) -> None:
    """A title that stands out, or the first numbered heading of the body where that is one, or a plain line."""
    title = next(iter(titles), None)
    if above and not (title and title.stands_out):
        header.subject = above
    elif title:
        header.subject = title.text
        _use(header, title, whole=True)


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
            named = re.match(r"(cabinet|council|executive)\b", pair.label, re.IGNORECASE)
            header.meeting_of = header.meeting_of or (named[1] if named else "")
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
    return len(pair.value) < SHORT


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


def _take_unlabelled(header: Header, lines: Sequence[Line]) -> None:
    """What stands at the top without a label, where no label told it."""
    if header.exempt is None and (found := exemption_in(lines)):
        header.exempt = found[0]
        _use(header, found[1], whole=len(found[1].text) < SHORT)
    lines = [line for line in lines if line.place not in header.used]
    if not header.meeting_of and (committee := committee_in(lines, header.date)):
        header.meeting_of = committee[0]
        _use(header, committee[1], whole=True)
    if not header.date and (date := date_in(lines)):
        header.date = date[0]
        _use(header, date[1], whole=not re.search(r"[^\W\d_]", without_date(date[1].text)))


def _use(header: Header, line: Line, *, whole: bool) -> None:
    """Notes that a line is told by the fields, if all its words are."""
    if line.place is not None and whole:
        header.used.add(line.place)


def _lengthen_subject(header: Header, head: Sequence[Entry]) -> None:
    """A subject that ends in mid phrase goes on in the line below, whatever its type."""
    if not header.subject or not OPEN_ENDED.search(header.subject):
        return
    end = next((place for place in sorted(header.used) if head[place].piece.text.endswith(header.subject[-20:])), None)
    if end is None or end + 1 >= len(head) or end + 1 in header.used:
        return
    following = head[end + 1].piece
    if following.kind in ("heading", "paragraph") and following.text and not pair_in(following.text):
        header.subject = f"{header.subject} {following.text}"
        header.used.add(end + 1)
