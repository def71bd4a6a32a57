"""Reads what a front sheet says of the meeting: who meets, when and where, and whom to ask."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from documents.packs.committee_names import committee_on
from documents.packs.dates import WORDED, find_dates, first_time
from documents.packs.names import COURTESY
from documents.packs.rows import Cell, Row

NUMBER_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
QUORUM = re.compile(
    r"\bquorum\b(?!\s+is\s+(?:one|a)\s+(?:third|quarter|half))[^.\d;]{0,70}?\b(?P<number>\d{1,2}|"
    + "|".join(NUMBER_WORDS)
    + r")\b"
    r"(?!\s*(?:/|%|per\s?cent|quarters?|thirds?|[ap]\.?m|minutes))",
    re.IGNORECASE,
)
DESPATCHED = re.compile(
    r"\b(?:de|di)spatch(?:ed)?\b|\b(?:agenda |date |papers )?(?:published|issued|circulated)(?: on)?\s*[:\-–]?|"
    r"\bdate of (?:issue|publication|despatch|dispatch|agenda|summons)|\b(?:publication|issue|agenda|published|despatch) date|\bdated\b|\bdate issued",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"^(?:(?:for |if you (?:have|require) )?(?:any )?(?:(?:further|more|additional|other|general) )?(?:information|details|queries|enquiries|questions)[^:]{0,60}?(?:please )?contact|(?:please )?(?:ask for|contact)(?: (?:officer|details|name|person|for (?:the|this) (?:meeting|agenda)))?|"
    r"enquir(?:y|ies)(?: to| about this agenda(?: to)?)?|(?:committee|democratic services|governance|support|lead|scrutiny|clerk(?:ing)?)\s+(?:services |support )?(?:officer|administrator|clerk|manager|secretary)\b|"
    r"(?:committee )?(?:clerk|secretary|administrator|manager)|officer(?: contact)?|(?:your )?contact|direct enquiries to|swyddog cyswllt|cysylltwch)\s*(?:to|is)?\s*[:\-–]?\s*",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<!\w)(?:\+44\s?|\(?0)[\d\s()–-]{8,15}\d")
TEAM = re.compile(
    r"(?:the )?(?:democratic|committee|governance|member|scrutiny|constitutional|council)\w* (?:services|support|team|section)",
    re.IGNORECASE,
)
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
VENUE_LABEL = re.compile(r"^(?:meeting )?(?:venue|place|location|where|lleoliad)\b\s*[:\-–]?\s*", re.IGNORECASE)
DATE_LABEL = re.compile(
    r"^(?:meeting )?(?:date(?: (?:and|&) time)?(?: of meeting)?|when|on|dyddiad|day)\b\s*[:\-–]?\s*", re.IGNORECASE
)
TIME_LABEL = re.compile(r"^(?:meeting |start )?(?:time|amser)\b\s*[:\-–]?\s*", re.IGNORECASE)
HELD = re.compile(
    r"\b(?:held|take place)\b[^;]{0,90}?\b(?:in|at|via) (?:the )?(?P<venue>(?!\d|the rising|the conclusion).{4,160}?)"
    r"(?=,?\s+(?:on|at|for|from)\s+(?:\w+day|\d|the (?:transaction|purpose|following))|,?\s+(?:\w+day,?\s+)?(?:the )?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+"
    r"|\s+commencing|,?\s+to (?:consider|transact)|\.(?:\s|$)|$)",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:rooms?|chambers?|hall|centre|center|suites?|guildhall|house|offices?|town hall|civic|council chamber|virtual|teams|zoom|remote|"
    r"online|church|school|library|theatre|hub|building|court|forum|hotel|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})\b",
    re.IGNORECASE,
)
RISING = re.compile(
    r"\b(?:at|on|upon)? ?(?:the )?(?:conclusion|rising?|close|end) of (?:the )?[\w ]{3,60}|immediately (?:following|after) [\w ]{3,60}",
    re.I,
)
OTHER_LABEL = re.compile(r"^(?:[A-Z][\w/&’' ]{2,30}):", re.IGNORECASE)
END_OF_HEADING = re.compile(
    r"^(?:members|membership|councillors?|cllr|quorum|agenda|a g e n d a|chair|to\b|public|please|apologies|dear|notice|this |part )",
    re.IGNORECASE,
)
NO_CONTACT = re.compile(
    r"\b(?:tel(?:ephone)?|direct (?:line|dial)|e-?mail|phone|on|by|at|ext|website|www|mobile)\b.*$|[,(–-].*$|\d.*$",
    re.I,
)
NEXT = re.compile(
    r"\b(?:next (?:ordinary |scheduled |formal |regular |planned |committee |council |cabinet |board |panel )*meetings?|dates? of (?:the )?(?:next|future) meetings?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class FrontFields:
    committee: str
    title: str
    day: date | None
    day_page: int | None
    hour: time | None
    time_text: str
    venue: str
    despatched: date | None
    quorum: int | None
    contact: str
    phone: str
    email: str
    next_meeting: date | None


def read_fields(rows: Sequence[Row], heading: Sequence[Row], outside: Sequence[Row]) -> FrontFields:
    """rows is the whole front sheet, heading what stands above its items, outside what is not list of business."""
    top = heading or rows
    day, place = _meeting_date(top) or _meeting_date(rows) or (None, None)
    committee, title = committee_on(top or rows)
    hour, time_text = _time(top, place)
    contact, near = _contact(outside or rows)
    return FrontFields(
        committee=committee,
        title=title,
        day=day,
        day_page=top[place].page if place is not None and place < len(top) else None,
        hour=hour,
        time_text=time_text,
        venue=_venue(top, place),
        despatched=_despatched(outside or rows, day),
        quorum=_quorum(rows),
        contact=contact,
        phone=_first(PHONE, near) or _first(PHONE, " ".join(row.text for row in outside)),
        email=_first(EMAIL, near) or _first(EMAIL, " ".join(row.text for row in rows)),
        next_meeting=_next_meeting(rows, day),
    )


def _meeting_date(rows: Sequence[Row]) -> tuple[date, int] | None:
    """The best of the full dates and its row: near a time, after a label, with its weekday, early on."""
    best: tuple[float, date, int] | None = None
    for number, row in enumerate(rows[:80]):
        around = " ".join(other.text for other in rows[max(0, number - 1) : number + 3])
        for found in find_dates(_with_wrapped(rows, number)):
            if not (value := found.value) or found.start > len(row.text):
                continue
            score = _date_score(row, found.text, found.weekday is not None, around) - number * 0.05
            if best is None or score > best[0]:
                best = score, value, number
    return (best[1], best[2]) if best and best[0] > -2 else None


def _with_wrapped(rows: Sequence[Row], number: int) -> str:
    """The row and the one below, as a date may wrap."""
    below = rows[number + 1].text if number + 1 < len(rows) else ""
    return rows[number].text + " " + below


def _date_score(row: Row, text: str, weekday: bool, around: str) -> float:
    score = 1.0 * weekday
    before = row.text.split(text)[0]
    if DESPATCHED.search(before) or re.search(
        r"minutes|previous|questions|deadline|by\s*$|no later", before, re.IGNORECASE
    ):
        score -= 4
    if NEXT.search(row.text):
        score -= 4
    if DATE_LABEL.match(row.text) or re.search(r"\b(?:on|held)\s*$|meeting", before, re.IGNORECASE):
        score += 1.5
    if first_time(row.text.replace(text, " ")):
        score += 2
    elif first_time(around.replace(text, " ")) or RISING.search(around):
        score += 1
    return score + 0.5 * row.bold


def _time(rows: Sequence[Row], place: int | None) -> tuple[time | None, str]:
    """The hour beside the date, or after a label, or first of all; and a time that is no hour."""
    near = list(rows[place : place + 4]) if place is not None else []
    labelled = [row for row in rows if any(TIME_LABEL.match(cell.text) for cell in row.cells)]
    for row in [*near[:1], *labelled, *near[1:], *(rows if place is None else ())]:
        text = _without_dates(row.text)
        rising = RISING.search(text)
        if hour := first_time(text):
            return hour, rising.group().strip() if rising else ""
        if rising:
            return None, rising.group().strip()
    return None, ""


def _without_dates(text: str) -> str:
    for found in reversed(find_dates(text)):
        text = text[: found.start] + " " + text[found.end :]
    return text


def _venue(rows: Sequence[Row], place: int | None) -> str:
    for number, row in enumerate(rows):
        for position, cell in enumerate(row.cells):
            match = VENUE_LABEL.match(cell.text)
            if match and (match.group().rstrip().endswith((":", "-", "–")) or match.end() == len(cell.text)):
                return _labelled_block(rows, number, position, cell.text[match.end() :])
    return _venue_in_sentence(rows) or _venue_by_date(rows, place)


def _venue_in_sentence(rows: Sequence[Row]) -> str:
    """The place in "to be held in …", which may run over three lines where they are of one paragraph."""
    for number, row in enumerate(rows[:50]):
        if not re.search(r"\b(?:held|take place)\b", row.text, re.IGNORECASE):
            continue
        lines = [row]
        for below in rows[number + 1 : number + 3]:
            if below.top - lines[-1].bottom > 0.9 * below.size or below.bold != row.bold:
                break
            lines.append(below)
        held = HELD.search(" ".join(line.text for line in lines))
        if held and PLACE.search(held["venue"]):
            return re.sub(r"\s+", " ", held["venue"]).strip(" ,.")
    return ""


def _labelled_block(rows: Sequence[Row], number: int, position: int, text: str) -> str:
    """What stands after a label: the rest of its cell, the cell to its right, and the lines below in that column."""
    row = rows[number]
    label = row.cells[position]
    right = row.cells[position + 1] if position + 1 < len(row.cells) else None
    first = text.strip() or (right.text if right else "")
    left = right.left if right and not text.strip() else label.left
    lines = [first] if first else []
    for below in rows[number + 1 : number + 5]:
        cell = next((cell for cell in below.cells if abs(cell.left - left) < 8), None)
        far = below.top - row.bottom > 0.9 * below.size
        if cell is None or (far and lines) or _ends_venue(below, cell, has_lines=bool(lines)):
            break
        row = below
        lines.append(cell.text)
    return ", ".join(line.strip(" ,") for line in lines if line.strip(" ,"))


def _ends_venue(row: Row, cell: Cell, *, has_lines: bool) -> bool:
    if (
        OTHER_LABEL.match(cell.text)
        or OTHER_LABEL.match(row.text)
        or DATE_LABEL.match(row.text)
        or CONTACT.match(cell.text)
    ):
        return True
    return (has_lines and not (PLACE.search(cell.text) or re.match(r"[A-Z][\w’' -]+,?$", cell.text))) or WORDED.search(
        row.text
    ) is not None


def _venue_by_date(rows: Sequence[Row], place: int | None) -> str:
    """The lines below (or just above) the date that read as a place."""
    if place is None:
        return ""
    for numbers in (range(place, min(place + 4, len(rows))), range(place - 1, max(place - 3, -1), -1)):
        for number in numbers:
            for cell in rows[number].cells:
                text = re.sub(r"^(?:in|at) (?:the )?", "", _venue_part(cell.text), flags=re.IGNORECASE)
                if len(text) > 5 and PLACE.search(text) and not CONTACT.match(cell.text) and not EMAIL.search(text):
                    return _labelled_block(rows[: number + 3], number, rows[number].cells.index(cell), text)
    return ""


def _venue_part(text: str) -> str:
    """The text after the date and the hour on the same line."""
    text = _without_dates(text)
    text = re.sub(
        r"^[\s,–-]*(?:at |on )?\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\.?)?[\s,–-]*", "", text, flags=re.IGNORECASE
    )
    return text.strip(" ,–-")


def _despatched(rows: Sequence[Row], day: date | None) -> date | None:
    """The date that is labelled so, or one that stands alone shortly before the meeting, as under a signature."""
    for number, row in enumerate(rows):
        for cell in row.cells:
            if match := DESPATCHED.search(cell.text):
                tail = cell.text[match.end() :] + " " + _right_of(row, cell) + " " + _below(rows, number)
                found = next((one for one in find_dates(tail) if one.value and one.start < 40), None)
                if found and (day is None or (found.value or day) <= day):
                    return found.value
    for row in rows:
        found = next((one for one in find_dates(row.text)), None)
        if (
            found
            and found.value
            and day
            and 1 <= (day - found.value).days <= 45
            and len(row.text) <= len(found.text) + 6
        ):
            return found.value
    return None


def _right_of(row: Row, cell: Cell) -> str:
    return " ".join(other.text for other in row.cells if other.left > cell.left)


def _below(rows: Sequence[Row], number: int) -> str:
    return rows[number + 1].text if number + 1 < len(rows) and len(rows[number + 1].text) < 40 else ""


def _quorum(rows: Sequence[Row]) -> int | None:
    match = QUORUM.search(" ".join(row.text for row in rows))
    if not match:
        return None
    number = match["number"].lower()
    return NUMBER_WORDS.get(number) or int(number) or None


def _contact(rows: Sequence[Row]) -> tuple[str, str]:
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
    return team


def _after_label(rows: Sequence[Row], number: int, position: int, rest: str) -> Iterator[str]:
    row = rows[number]
    yield rest
    if position + 1 < len(row.cells):
        yield row.cells[position + 1].text
    left = row.cells[position].left
    for below in rows[number + 1 : number + 2]:
        yield next((cell.text for cell in below.cells if abs(cell.left - left) < 30), "")


def _contact_name(text: str) -> str:
    name = NO_CONTACT.sub("", EMAIL.sub("", text)).strip(" ,.:;–-")
    name = COURTESY.sub("", re.split(r"\s+(?:or|and)\s+", name)[0]).strip()
    words = name.split()
    if not 2 <= len(words) <= 4 or not all(
        re.match(r"[A-ZÀ-Þ][\w'’.-]*$|(?:de|van|von|der|la|le|ap)$", word) for word in words
    ):
        return ""
    return (
        ""
        if re.search(
            r"\b(?:services?|officer|team|committee|council|democratic|hall|unit|number)\b", name, re.IGNORECASE
        )
        else name
    )


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return re.sub(r"\s+", " ", match.group()).strip(" .") if match else ""


def _next_meeting(rows: Sequence[Row], day: date | None) -> date | None:
    text = " ".join(row.text for row in rows)
    for match in NEXT.finditer(text):
        for found in find_dates(text[match.end() : match.end() + 260]):
            value = found.value or (_coming(found.month, found.day, day) if day else None)
            if value and (day is None or value > day):
                return value
    return None


def _coming(month: int, day_of_month: int, after: date) -> date | None:
    """The first such day after a date, for a date printed without its year."""
    for year in (after.year, after.year + 1):
        try:
            value = date(year, month, day_of_month)
        except ValueError:
            return None
        if value > after:
            return value
    return None
