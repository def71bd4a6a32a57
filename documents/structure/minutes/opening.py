"""Reads from the head of minutes whose they are: the committee, the day and hour, and the place."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.packs.committee_names import BODY, COUNCIL_NAME
from documents.packs.dates import find_dates, first_time, without_dates
from documents.packs.venues import HELD, PLACE
from documents.structure.pieces import Piece

MEETING_KINDS = (
    r"(?:(?:ordinary|special|extraordinary|extra-ordinary|annual|statutory|remote|virtual|hybrid|public|"
    r"monthly|additional|"
    r"inquorate|reconvened|adjourned|full|joint|first|second|informal)\s+)*"
)
OPENING = re.compile(
    r"^\W*(?:(?:draft|confirmed|unconfirmed|public|printed|approved|open|final|part \w+|the)\s+)*"
    r"(?:minutes?|record|notes?|proceedings|cofnodion)\b\s*(?:\((?:draft|unconfirmed|public)\)\s*)?(?:[-–:]\s*)?"
    r"(?:(?:of|from|for|o)\b\s*)?(?:proceedings (?:of|at)\s+)?(?:the\s+|a\s+|an\s+)*"
    rf"{MEETING_KINDS}(?:(?:\w+ )?meetings?\b\s*)?(?:of\s+)?(?:the\s+|a\s+|an\s+)*(?P<name>.*)$",
    re.IGNORECASE | re.DOTALL,
)
AT_MEETING = re.compile(
    rf"^\W*at (?:the|a|an)\s+{MEETING_KINDS}meeting of (?:the\s+)?(?P<name>.+)$|"
    rf"^\W*(?:the )?{MEETING_KINDS}meeting of (?:the\s+)?(?P<other>.+?\bheld\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
MINUTES_WORD = re.compile(
    r"^\W*(?:draft|confirmed|unconfirmed|public|printed|approved|"
    r"open)?\s*(?:minutes?(?: of (?:the )?(?:meeting|proceedings))?|minute of meeting|cofnodion)\W*(?:draft|"
    r"unconfirmed)?\W*$",
    re.IGNORECASE,
)
NAME_END = re.compile(
    r"\s*,?\s*(?:\b(?:which was )?(?:held|convened|took place|meeting held|gynhaliwyd)\b|\bon (?:\w+day\b|"
    r"the \d|\d)|\bat (?:\d|the\b|\w+ (?:hall|house|room|centre|chamber))|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bin (?:the )?[A-Z]|\bwhen the following\b|\bheld\b|"
    r"\bpresent\b|\s[-–—]\s*(?=\d|\w+day)|"
    r"\bcommencing\b|\bvia\b|\bby video).*$|[\s:;,.–—-]+$",
    re.IGNORECASE | re.DOTALL,
)
LABELLED_NAME = re.compile(
    r"^(?:committee|name of (?:committee|meeting)|meeting|title|body|pwyllgor)\s*[:|–-]\s*(?P<name>.{4,120})$",
    re.IGNORECASE,
)
LABELLED_PLACE = re.compile(
    r"^(?:venue|place|location|lleoliad|held at|where)\s*[:|–-]\s*(?P<venue>.{3,200})$", re.IGNORECASE
)
LABELLED_TIME = re.compile(
    r"^(?:time|start(?: time)?|commenced|meeting (?:started|commenced|opened|began)|amser)\b\s*(?:at|"
    r"[:|–-])?\s*(?P<time>.{2,60})$",
    re.IGNORECASE,
)
STARTED = re.compile(
    r"\b(?:meeting|proceedings|chair\w*)\b[^.]{0,40}\b(?:commenced|started|began|opened|"
    r"convened)\b[^.]{0,30}?(?:at|:)\s*(?P<time>\d.{0,20})",
    re.IGNORECASE,
)
HELD_AT = re.compile(
    r"\b(?:held|convened|took place)\b.*?\b(?:in|at|via)\s+(?P<venue>(?!\d|the rising|the conclusion).{3,170}?)"
    r"(?=\s*,?\s+(?:on|at|from|commencing|starting|when)\s+(?:\w+day\b|the\s+\d|\d|noon|midday)|"
    r"\s*,?\s+\w+day,?\s+(?:the )?\d|"
    r",?\s+\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]+\s+\d{4}|\s+commencing|\.\s*$|\s*$)",
    re.IGNORECASE | re.DOTALL,
)
DATED_BODY = re.compile(
    r"^(?P<name>.{4,110}?)(?:\s*[-–—,|:]\s*|\s+)(?=(?:\w+day,?\s+)?(?:the\s+)?\d{1,2}(?:st|nd|rd|"
    r"th)?\s+(?:of\s+)?[A-Z]|\d{1,2}[/.]\d)",
    re.IGNORECASE,
)
ABBREVIATED_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
LEADING = re.compile(r"^(?:(?:the|a|an|meeting of|meeting:|committee:|minutes of|cofnodion)\s+)+", re.IGNORECASE)
# A place after the day: "… on Friday 14 March 2025, Conference Room 1, 3 Wharf Road".
CLOCK = r"\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\.?)?"
AFTER_DATE = re.compile(
    rf"^[\s,–-]*(?:(?:at |from )?{CLOCK}(?:\s*[–-]\s*{CLOCK})?[\s,–-]+)?"
    r"(?:in |at )?(?:the )?(?P<venue>[A-Z0-9].{5,150})$"
)
# "7.30pm remotely through Zoom": an hour, and how they met, before the place.
LEADING_TIME = re.compile(
    rf"^{CLOCK}[\s,–-]+(?:in |at |via |through )?|^(?:remotely|virtually|online)\s+(?:via|through|by|on|using)\s+",
    re.IGNORECASE,
)
SPAN = re.compile(
    r"(?P<start>\d{1,2}(?:[.:]\d{2})?)\s*(?:[–—-]|to|until)\s*(?P<end>\d{1,2}(?:[.:]\d{2})?)\s*(?P<half>[ap])\.?m\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(r"\bminutes? of (?:the |a |an )", re.IGNORECASE)
SMALL = {"and", "of", "the", "for", "in", "on", "to", "with", "at", "a", "an", "by", "or"}
LOOK_AHEAD = 4
LONGEST_HEAD, LONGEST_LINE = 80, 600


@dataclass(frozen=True, slots=True)
class Opening:
    """Whose minutes they are; an empty text or None is what the head does not say."""

    committee: str = ""
    date: datetime.date | None = None
    time: datetime.time | None = None
    venue: str = ""
    closed: datetime.time | None = None


def opens_at(pieces: Sequence[Piece]) -> int | None:
    """The place (from 0) of the line that says "Minutes of the meeting of …", if one does."""
    for place, piece in enumerate(pieces):
        if piece.kind == "table" and any(_is_opening(" ".join(row), pieces, place) for row in piece.rows[:4]):
            return place
        if not piece.rows and not (piece.label and piece.kind != "heading") and _is_opening(piece.line, pieces, place):
            return place
    return None


def _is_opening(text: str, pieces: Sequence[Piece], place: int) -> bool:
    if len(text) > 420 or re.search(
        r"\b(?:pages?|agreed|confirmed|approved|signed|to (?:confirm|approve|agree|receive))\b.*", text[12:], re.I
    ):
        return False
    match = OPENING.match(text) or AT_MEETING.match(text)
    if match is None or (
        match.re is OPENING and re.match(r"\W*(?:notes?|record|proceedings)\b(?!.*\bmeeting\b)", text, re.I)
    ):
        return False
    near = " ".join([text, *(piece.line for piece in pieces[place + 1 : place + LOOK_AHEAD])])
    rest = match["name"] if match.re is OPENING else match["name"] or match["other"]
    named = bool(BODY.search(rest) or BODY.search(near)) if len(text) < 160 else bool(BODY.search(rest))
    return (
        named
        and bool(find_dates(near))
        and not re.match(r"\W*minutes? (?:of|from) (?:the )?(?:previous|last)\b", text, re.I)
    )


def opening_of(head: Sequence[Piece]) -> Opening:
    """What the head (the pieces above the first minute) says of the meeting."""
    lines = _lines(head)
    committee = cased(_committee(lines), " ".join(lines))
    span = span_of(lines)
    return Opening(committee, _date(lines), _time(lines), _venue(lines), span[1] if span else None)


def _lines(head: Sequence[Piece]) -> list[str]:
    lines: list[str] = []
    for piece in head[:LONGEST_HEAD]:
        if piece.rows:
            lines.extend(_row_line(row) for row in piece.rows)
        else:
            lines.append(piece.line)
    # "4.00pm1 July 2021": two lines that lost what parted them.
    return [re.sub(r"(?<=[ap]m)(?=\d)", " ", line) for line in lines if 0 < len(line) <= LONGEST_LINE]


def _row_line(row: tuple[str, ...]) -> str:
    cells = [cell.strip() for cell in row if cell.strip()]
    return f"{cells[0].rstrip(':')}: {cells[1]}" if len(cells) == 2 and len(cells[0]) < 30 else " ".join(cells)


def cased(name: str, text: str) -> str:
    """A name in capitals as it stands elsewhere in the text, or in capitals and small letters."""
    if not name.isupper():
        return name
    for match in re.finditer(re.escape(name).replace(r"\ ", r"\s+"), text, re.IGNORECASE):
        if not match.group().isupper() and not match.group().islower():
            return match.group()
    words = [
        word.lower() if place and word.lower() in SMALL else word.capitalize()
        for place, word in enumerate(name.split())
    ]
    return re.sub(r"(?<=-)[a-z]", lambda letter: letter.group().upper(), " ".join(words))


def _committee(lines: Sequence[str]) -> str:
    # Where a heading is in two languages, its English is read.
    english = any(ENGLISH.search(line) for line in lines[:12])
    if english:
        lines = [line[match.start() :] if (match := ENGLISH.search(line)) else line for line in lines]
    for place, line in enumerate(lines):
        match = OPENING.match(line) or AT_MEETING.match(line)
        if not match or (english and line.lower().startswith("cofnodion")):
            continue
        rest = match["name"] if match.re is OPENING else match["name"] or match["other"]
        for text in (rest, f"{rest} {_next(lines, place)}"):
            name = _name(text)
            if name and (BODY.search(NAME_END.sub("", text)) or text is not rest):
                return name
    labelled = (match["name"] for line in lines if (match := LABELLED_NAME.match(line)))
    dated = (match["name"] for line in lines if (match := DATED_BODY.match(line)) and BODY.search(match["name"]))
    bodies = (
        line
        for line in lines
        if BODY.search(line) and len(line) < 110 and not line.endswith((".", ";")) and ":" not in line
    )
    candidates = [name for text in (*labelled, *dated, *bodies) if (name := _name(text))]
    return next(
        (name for name in candidates if not COUNCIL_NAME.search(name) or BODY.sub("", name) == ""),
        candidates[0] if candidates else "",
    )


def _next(lines: Sequence[str], place: int) -> str:
    return lines[place + 1] if place + 1 < len(lines) else ""


def _name(text: str) -> str:
    """A body's name without what follows it in a sentence or beside it."""
    dates = find_dates(text)
    text = text[: dates[0].start] if dates else text
    text = NAME_END.sub("", " ".join(text.split()))
    text = re.sub(r"\s*\(?(?:draft|unconfirmed)\)?$|\s+(?:minutes|meeting|on|at|in|,)+$", "", text, flags=re.IGNORECASE)
    text = LEADING.sub("", text.strip(" ,.:;–—-|*")).strip()
    if not 4 <= len(text) <= 120 or not BODY.search(text) or len(text.split()) > 16:
        return ""
    return "" if re.search(r"\b(?:was|were|is|are|will|present|councillors?)\b", text) else text


def _date(lines: Sequence[str]) -> datetime.date | None:
    """The day of the meeting: in the line that opens the minutes or those below it, before any other in the head."""
    opened = next((place for place, line in enumerate(lines) if OPENING.match(line) or AT_MEETING.match(line)), None)
    after = lines[opened:] if opened is not None else []
    joined = [" ".join(after[:LOOK_AHEAD])] if after else []
    for text in (*after[:1], *joined, *lines):
        value = next((found.value for found in find_dates(text) if found.value), None)
        if value:
            return value
    return None


def span_of(lines: Sequence[str]) -> tuple[datetime.time, datetime.time] | None:
    """The hours from which and to which the head says they met: "6.00 - 8.12 pm"."""
    for line in lines:
        match = SPAN.search(without_dates(line))
        end = first_time(f"{match['end']} {match['half']}m") if match else None
        starts = [first_time(f"{match['start']} {half}m") for half in "pa"] if match and end else []
        for start in starts:
            if start and end and start < end:
                return start, end
    return None


def _time(lines: Sequence[str]) -> datetime.time | None:
    if span := span_of(lines):
        return span[0]
    for pattern in (LABELLED_TIME, STARTED):
        for line in lines:
            match = pattern.search(line)
            if match and (value := first_time(without_dates(match["time"]))):
                return value
    held = _date(lines)
    for line in lines:
        if _is_of_day(line, held) and (value := first_time(without_dates(line).rstrip(" ."))):
            return value
    return next(
        (
            value
            for line in lines
            if len(line) < 60
            and not find_dates(line)
            and re.search(r"\d\s*[ap]\.?m\b", line, re.I)
            and (value := first_time(line))
        ),
        None,
    )


def _is_of_day(line: str, held: datetime.date | None) -> bool:
    """Whether a line tells the day of the meeting, or one that may be it."""
    dates = find_dates(line)
    days = {found.value for found in dates} - {None}
    return bool(dates) and (not days or held is None or held in days)


def _venue(lines: Sequence[str]) -> str:
    for line in lines:
        if match := LABELLED_PLACE.match(line):
            return match["venue"].strip(" .,")
    for place, line in enumerate(lines):
        for text in (line, f"{line} {_next(lines, place)}"):
            match = HELD_AT.search(text) or HELD.search(text)
            venue = _place(match["venue"]) if match else ""
            if venue and (PLACE.search(venue) or venue[:1].isupper()):
                return venue
    for line in lines:
        found = next((one for one in find_dates(line) if one.value), None)
        match = (
            AFTER_DATE.match(line[found.end :])
            if found and re.search(r"\b(?:held|meeting|minutes)\b", line, re.I)
            else None
        )
        if match and PLACE.search(match["venue"]):
            return _place(match["venue"])
    return _venue_alone(lines)


def _place(text: str) -> str:
    text = LEADING_TIME.sub("", " ".join(text.split()))
    text = re.sub(r"^(?:the|a)\s+", "", text, flags=re.IGNORECASE).strip(" ,.")
    return "" if find_dates(text) else text


def _venue_alone(lines: Sequence[str]) -> str:
    """A line of its own that reads as a place, beside the day."""
    for line in lines[:12]:
        short = len(line) < 110 and not BODY.search(
            re.sub(r"council chamber|council (?:offices|house)", "", line, flags=re.I)
        )
        if short and PLACE.search(line) and not find_dates(line) and not first_time(line) and ":" not in line:
            return (
                line.strip(" ,.") if re.search(r"\b(?:room|chamber|hall|centre|house|offices?)\b", line, re.I) else ""
            )
    return ""
