"""Minutes as records: whose they are, who was there, and what was said and resolved on each item."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from documents.structure.minutes.absences import absent_in, substitutes_in
from documents.structure.minutes.attendance import Attendance, attendance_in
from documents.structure.minutes.closing import (
    closed_at,
    closing_line,
    closings,
    is_closing,
    is_signature,
    is_signing_line,
    without_closing,
)
from documents.structure.minutes.confirming import confirmed_in
from documents.structure.minutes.entries import entries_of
from documents.structure.minutes.headings import Start, starts_of
from documents.structure.minutes.item_pages import read_item_page
from documents.structure.minutes.labels import labels_in
from documents.structure.minutes.opening import Opening, opening_of, opens_at
from documents.structure.minutes.people import bare_name
from documents.structure.minutes.recognition import minutes_within
from documents.structure.minutes.tidy import tidied
from documents.structure.pieces import Piece
from documents.structure.understood import PaperWarning, ReadMinute, ReadMinutes, warn

APOLOGIES = re.compile(r"\bapolog|\babsen(?:ce|t)|ymddiheuriad|\battendance\b", re.IGNORECASE)
LONGEST_HEAD = 60  # pieces, where no minute shows its end
SUBSTITUTION = re.compile(r"substitut|deput(?:y|ies|ation) members|dirprwy", re.IGNORECASE)
CHAIR_FOR_MEETING = re.compile(
    r"(?P<name>(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss)\s+[A-Z][\w’'. -]{2,40}?)\s+(?:be|was|"
    r"is)\s+(?:duly )?(?:elected|appointed|nominated)"
    r"(?: as)?(?: the)? chair(?:man|woman|person)?\s+(?:for|of) (?:the|this) (?:meeting|hearing)",
    re.IGNORECASE,
)


def read_minutes(pieces: Sequence[Piece], warnings: list[PaperWarning]) -> ReadMinutes | None:
    """The minutes that a paper is, or that a pack holds; None where it holds none, or only quotes some."""
    if page := read_item_page(pieces, warnings):
        return page
    taken = minutes_within(pieces)
    if taken is None:
        return None
    first = opening_of(taken[:12])
    taken = tidied(taken, first.committee, first.date)
    opening_line = opens_at(taken)
    starts, end = _span(taken, 0 if opening_line is None else opening_line + 1)
    head = taken[: starts[0].piece if starts else min(end, LONGEST_HEAD)]
    last = taken[end] if end < len(taken) else None
    _warn_of_rest(taken[end + 1 :] if last else [], last, warnings)
    if not starts:
        warn(warnings, "No item was found in these minutes.", taken[0].page if taken else None)
    opening, attendance = opening_of(head), attendance_in(head, warnings)
    entries = entries_of(taken[:end], starts)
    if last and entries and (kept := without_closing(last)):
        entries[-1] = replace(entries[-1], text=f"{entries[-1].text}\n\n{kept}".strip())
    return _minutes(opening, attendance, entries, closing_line(last) if last else "", warnings)


def _span(pieces: Sequence[Piece], first: int) -> tuple[list[Start], int]:
    """Where the minutes begin, and the place of the line that says when the meeting closed (or the end)."""
    ends = closings(pieces)
    for number, place in enumerate(ends):
        starts = starts_of(pieces[: place + 1], first)
        if not starts:
            continue
        following = ends[number + 1] if number + 1 < len(ends) else len(pieces)
        further = [start for start in starts_of(pieces[: following + 1], first) if start.piece > place]
        if not further or not _counts_on(starts[-1], further[0]):
            own = starts[-1].piece <= place < starts[-1].piece + starts[-1].taken
            return starts, place + 1 if own else place
    return starts_of(pieces, first), _signed_at(pieces)


def _signed_at(pieces: Sequence[Piece]) -> int:
    """Where the lines for a signature begin at the end of minutes that do not say when the meeting closed."""
    end = len(pieces)
    while end and is_signing_line(pieces[end - 1]):
        end -= 1
    return end


def _counts_on(last: Start, further: Start) -> bool:
    """Whether a minute after a line that closes is the next of the same minutes."""
    if not last.figures or len(last.figures) != len(further.figures) or last.prefix != further.prefix:
        return False
    return 1 in [after - before for before, after in zip(last.figures, further.figures, strict=True)]


def _warn_of_rest(rest: Sequence[Piece], last: Piece | None, warnings: list[PaperWarning]) -> None:
    """Tell of words on the last page after the end that are no signature."""
    words = [piece for piece in rest[:12] if last and piece.page == last.page and not is_signature(piece)]
    if words and len(rest) <= 40:
        line = words[0].line[:120]
        warn(warnings, f"What follows the end of the meeting was not read into a minute: “{line}”.", words[0].page)


def _minutes(
    opening: Opening, attendance: Attendance, entries: list[ReadMinute], closing: str, warnings: list[PaperWarning]
) -> ReadMinutes:
    if not attendance.present:
        attendance = _attendance_in_entries(attendance, entries)
    _take_from_entries(attendance, entries)
    if opening.date is None:
        warn(warnings, "The minutes do not say the date of their meeting.", entries[0].page if entries else None)
    started = opening.time
    return ReadMinutes(
        committee=opening.committee,
        date=opening.date,
        time=started,
        venue=opening.venue,
        chair=attendance.chair,
        present=attendance.present,
        also_present=attendance.also_present,
        officers=attendance.officers,
        apologies=list(dict.fromkeys(attendance.apologies)),
        substitutes=list(dict.fromkeys(attendance.substitutes)),
        entries=entries,
        closed=_closed(closing, entries, started) or opening.closed,
        confirms=confirmed_in(entries, opening.date),
    )


def _attendance_in_entries(attendance: Attendance, entries: Sequence[ReadMinute]) -> Attendance:
    """The attendance, where it is the first of the minutes itself ("1. Present: …")."""
    for entry in entries[:2]:
        if any(label.group == "present" for label in labels_in(f"{entry.title}:")):
            lines = f"{entry.title}: {entry.text}".splitlines()
            read = attendance_in([Piece("paragraph", entry.page, line) for line in lines if line], [])
            return replace(read, chair=read.chair or attendance.chair, apologies=attendance.apologies + read.apologies)
    return attendance


def _closed(closing: str, entries: Sequence[ReadMinute], started: time | None) -> time | None:
    """The hour it closed: of the line after the last minute, or in the last minute itself."""
    lines = [
        closing,
        *(line for line in (entries[-1].text.splitlines()[::-1] if entries else []) if is_closing(line[-200:])),
    ]
    return next((value for line in lines if line and (value := closed_at(line, started))), None)


def _take_from_entries(attendance: Attendance, entries: Sequence[ReadMinute]) -> None:
    """Apologies, substitutes and the chair, where the minutes themselves tell them."""
    for entry in entries:
        about_absence = bool(APOLOGIES.search(entry.title))
        if about_absence:
            attendance.apologies.extend(absent_in(entry.text, listed=True))
        if about_absence or SUBSTITUTION.search(entry.title):
            attendance.substitutes.extend(substitutes_in(entry.text, plain=True))
        for text in (*entry.resolved, entry.text):
            if not attendance.chair and (match := CHAIR_FOR_MEETING.search(text)):
                attendance.chair = bare_name(match["name"])
