"""Reads what a front sheet says of the meeting: who meets, when and where, and whom to ask."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from documents.packs.committee_names import committee_on
from documents.packs.contacts import EMAIL, PHONE, contact_on, first_match
from documents.packs.dates import find_dates, first_time, without_dates
from documents.packs.front_labels import DATE_LABEL, TIME_LABEL
from documents.packs.heading_columns import by_columns
from documents.packs.rows import Cell, Row
from documents.packs.venues import venue_on

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
    r"\bdate of (?:issue|publication|despatch|dispatch|agenda|summons)|\b(?:publication|issue|"
    r"agenda|published|despatch) date|\bdated\b|\bdate issued",
    re.IGNORECASE,
)
# A signature's date lies at most so many days before the meeting.
LONGEST_NOTICE = 45
RISING = re.compile(
    r"\b(?:at|on|upon)? ?(?:the )?(?:conclusion|rising?|close|end) of (?:the )?[\w ]{3,60}|"
    r"immediately (?:following|after) [\w ]{3,60}",
    re.I,
)
NEXT = re.compile(
    r"\b(?:next (?:ordinary |scheduled |formal |regular |planned |committee |council |cabinet |"
    r"board |panel )*meetings?|dates? of (?:the )?(?:next|future) meetings?)\b",
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
    rows, heading, outside = by_columns(rows), by_columns(heading), by_columns(outside)
    top = heading if heading and _meeting_date(heading) else rows
    day, place = _meeting_date(top) or (None, None)
    committee, title = committee_on(heading or rows)
    hour, time_text = _time(top, place)
    contact, near = contact_on(outside or rows)
    return FrontFields(
        committee=committee,
        title=title,
        day=day,
        day_page=top[place].page if place is not None else None,
        hour=hour,
        time_text=time_text,
        venue=venue_on(top, place),
        despatched=_despatched(outside or rows, day),
        quorum=_quorum(rows),
        contact=contact,
        phone=first_match(PHONE, near) or first_match(PHONE, " ".join(row.text for row in outside)),
        email=first_match(EMAIL, near) or first_match(EMAIL, " ".join(row.text for row in rows)),
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
        text = without_dates(row.text) + _half_below(rows, row)
        rising = RISING.search(text)
        if hour := first_time(text):
            return hour, rising.group().strip() if rising else ""
        if rising:
            return None, rising.group().strip()
    return None, ""


def _half_below(rows: Sequence[Row], row: Row) -> str:
    """The "pm" that was wrapped below its hour."""
    number = next((number for number, one in enumerate(rows) if one is row), len(rows))
    below = rows[number + 1].text if number + 1 < len(rows) else ""
    match = re.match(r"[ap]\.?m\b", below, re.IGNORECASE)
    return f" {match.group()}" if match and re.search(r"\d$", row.text) else ""


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
        cells = [(cell.text, found) for cell in row.cells for found in find_dates(cell.text)[:1]]
        text, found = cells[0] if cells else (row.text, None)
        alone = found is not None and len(text) <= len(found.text) + 6
        if found and found.value and day and alone and 1 <= (day - found.value).days <= LONGEST_NOTICE:
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
