"""Finds the place of a meeting on its front sheet: after a label, in a sentence, or by the date."""

import re
from collections.abc import Sequence

from documents.packs.contacts import CONTACT, EMAIL
from documents.packs.dates import WORDED, without_dates
from documents.packs.front_labels import DATE_LABEL, VENUE_LABEL
from documents.packs.rows import Cell, Row

HELD = re.compile(
    r"\b(?:held|take place)\b[^;]{0,90}?\b(?:in|at|via) (?:the )?(?P<venue>(?!\d|the rising|the conclusion).{4,160}?)"
    r"(?=,?\s+(?:on|at|for|from)\s+(?:\w+day|\d|the (?:transaction|purpose|following))|"
    r",?\s+(?:\w+day,?\s+)?(?:the )?\d{1,2}(?:st|"
    r"nd|rd|th)?\s+[A-Z][a-z]+"
    r"|\s+commencing|,?\s+to (?:consider|transact)|\.(?:\s|$)|$)",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:rooms?|chambers?|hall|centre|center|suites?|guildhall|house|offices?|town hall|civic|"
    r"council chamber|virtual|teams|zoom|remote|"
    r"online|church|school|library|theatre|hub|building|court|forum|hotel|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})\b",
    re.IGNORECASE,
)
OTHER_LABEL = re.compile(r"^(?:[A-Z][\w/&’' ]{2,30}):", re.IGNORECASE)
END_OF_HEADING = re.compile(
    r"^(?:members|membership|councillors?|cllr|quorum|agenda|a g e n d a|chair|to\b|public|"
    r"please|apologies|dear|notice|this |part )",
    re.IGNORECASE,
)
# What a heading adds in brackets for those who stay at home.
ASIDE = re.compile(
    r"\s*[(\[][^()\[\]]*\b(?:watch|link|livestream\w*|live stream\w*|webcast\w*|view|click|http|"
    r"you\s?tube)\b[^()\[\]]*[)\]]?$",
    re.IGNORECASE,
)
# The second half of a postcode, wrapped below its first.
OUTWARD_END = re.compile(r"^\d[A-Z]{2}\b", re.IGNORECASE)
# A line of an address that is whole, so that a wrapped next line is another part of it.
WHOLE_PLACE = re.compile(r"\b(?:house|hall|chamber|centre|guildhall|offices?|building|library|school)$", re.IGNORECASE)
LINE_OF_ADDRESS = re.compile(r"[A-Z][\w’' -]+,?$")


def venue_on(rows: Sequence[Row], place: int | None) -> str:
    """The place in the heading's rows; place is the row (from 0) of the meeting's date, if known."""
    for number, row in enumerate(rows):
        for position, cell in reversed(list(enumerate(row.cells))):
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
            venue = re.sub(r"\s+", " ", held["venue"]).strip(" ,.")
            return re.sub(r",?\s+(?:on|at)$", "", venue, flags=re.IGNORECASE)
    return ""


def _labelled_block(rows: Sequence[Row], number: int, position: int, text: str) -> str:
    """What stands after a label: the rest of its cell, the cell to its right, and the lines below in that column."""
    row = rows[number]
    label = row.cells[position]
    right = row.cells[position + 1] if position + 1 < len(row.cells) else None
    first = text.strip() or (right.text if right else "")
    left = right.left if right and not text.strip() else label.left
    lines = [first] if first else []
    limit = _limit(rows, row, left)
    edge = (right or label).right
    for below in rows[number + 1 : number + 5]:
        cell = next((cell for cell in below.cells if abs(cell.left - left) < 8), None)
        far = below.top - row.bottom > 0.9 * below.size
        if cell is None or (far and lines) or _ends_venue(below, cell, before=lines[-1] if lines else ""):
            break
        wrapped = bool(lines) and edge + 0.5 * cell.size * (len(cell.text.split(" ")[0]) + 1) > limit
        if wrapped and not lines[-1].endswith(",") and not WHOLE_PLACE.search(lines[-1]):
            lines[-1] += f" {cell.text}"
        else:
            lines.append(cell.text)
        row, edge = below, cell.right
    venue = ", ".join(line.strip(" ,") for line in lines if line.strip(" ,"))
    return ASIDE.sub("", venue).strip(" ,-–")


def _limit(rows: Sequence[Row], row: Row, left: float) -> float:
    """Where lines of the block wrap: at the column to the right, or where the widest line of the page ends."""
    beside = [cell.left for cell in row.cells if cell.left > left + 20]
    page = max(other.right for other in rows if other.page == row.page)
    return min([cell - 6 for cell in beside] + [max(page, 0.8 * row.page_width)])


def _ends_venue(row: Row, cell: Cell, *, before: str) -> bool:
    text = row.text if cell is row.cells[0] else cell.text
    if any(label.match(text) or label.match(cell.text) for label in (OTHER_LABEL, DATE_LABEL, END_OF_HEADING)):
        return True
    if CONTACT.match(cell.text) or WORDED.search(text):
        return True
    if before.endswith(",") or (before and OUTWARD_END.match(cell.text)):
        return False
    return bool(before) and not (PLACE.search(cell.text) or LINE_OF_ADDRESS.match(cell.text))


def _venue_by_date(rows: Sequence[Row], place: int | None) -> str:
    """The lines below (or just above) the date that read as a place."""
    if place is None:
        return ""
    for numbers in (range(place, min(place + 4, len(rows))), range(place - 1, max(place - 3, -1), -1)):
        for number in numbers:
            for cell in rows[number].cells:
                text = re.sub(r"^(?:in|at) (?:the )?", "", _venue_part(cell.text), flags=re.IGNORECASE)
                if END_OF_HEADING.match(cell.text):
                    continue
                if len(text) > 5 and PLACE.search(text) and not CONTACT.match(cell.text) and not EMAIL.search(text):
                    return _labelled_block(rows[: number + 3], number, rows[number].cells.index(cell), text)
    return ""


def _venue_part(text: str) -> str:
    """The text after the date and the hour on the same line."""
    text = without_dates(text)
    text = re.sub(
        r"^[\s,–-]*(?:at |on )?\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\.?)?[\s,–-]*", "", text, flags=re.IGNORECASE
    )
    text = re.sub(r"^\s*[ap]\.?m\b\.?", "", text, flags=re.IGNORECASE)
    return text.strip(" ,–-")
