"""Reads pages of a committee system that show an item, or all items of a meeting, with its minutes below each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.packs.cleaning import key
from documents.packs.committee_names import BODY
from documents.packs.dates import find_dates, first_date, first_time, without_dates
from documents.structure.minutes.absences import absent_in, substitutes_in
from documents.structure.minutes.confirming import confirmed_in
from documents.structure.minutes.entries import minute_of
from documents.structure.minutes.headings import starts_of
from documents.structure.minutes.resolutions import split
from documents.structure.minutes.votes import vote_in
from documents.structure.pieces import Piece
from documents.structure.understood import PaperWarning, ReadMinute, ReadMinutes, warn

RECORD = re.compile(r"^(?P<label>minutes|cofnodion|minute)\s*:\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
DECIDED = re.compile(
    r"^(?P<label>decisions?|penderfyniad(?:au)?|resolved|resolution)\s*:\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)
FURTHER = re.compile(
    r"^(?:supporting documents|additional documents|recorded vote|related meetings?|dogfennau)\s*:?", re.IGNORECASE
)
ITEM_PAGE = re.compile(r"^(?:agenda item|eitem(?: ar yr)? agenda|issue details|issue\s+-\s+.{3,40})\W*$", re.IGNORECASE)
MEETING_PAGE = re.compile(
    r"^(?:agenda(?:, decisions)?(?: and|,) (?:draft )?minutes|agenda, (?:draft )?minutes.*|"
    r"agenda and decisions|agenda, decisions and minutes|meeting details|"
    r"draft minutes|minutes|decisions|agenda a chofnodion)\W*$",
    re.IGNORECASE,
)
# On the page of an issue: the meeting that dealt with it, "Meeting: 17/07/2018 - Cabinet (Item 35)".
MEETING = re.compile(
    r"^(?:meeting|cyfarfod)\s*:\s*(?P<day>\d{1,2}/\d{1,2}/\d{4})\s*-\s*(?P<name>.+?)"
    r"(?:\s*\((?:item|eitem)\s+(?P<item>\w{1,6})\))?$",
    re.IGNORECASE,
)
TO_DO = re.compile(
    r"^to (?:receive|consider|approve|note|confirm|agree|review|discuss|adopt|determine|hear)\b", re.IGNORECASE
)
NUMBER = re.compile(r"^(?P<number>(?:[A-Z]{1,4}[/. -]?)?\d{1,4}(?:[/.-]\d{1,4}){0,2}[a-z]?)\s*\.?$")
NUMBERED = re.compile(r"^(?P<number>\d{1,4}[a-z]?)\.?\s+(?P<title>[A-Z‘“\"'].*)$", re.DOTALL)
FILE = re.compile(r"\s*(?:pdf icon\s*)?\bPDF \d+(?:\.\d+)? [KM]B\b.*$|\s*\bpdf icon\b.*$|\s*PDF\s*$", re.IGNORECASE)
VENUE = re.compile(r"^(?:venue|lleoliad)\s*:\s*(?P<venue>.+?)\.?(?:\s+view directions)?$", re.IGNORECASE)
FOOTER = re.compile(
    r"^(?:×|×?\s*close|original text|rate this translation|your feedback|privacy|accessibility|cookies|"
    r"copyright|©|follow us)\b",
    re.IGNORECASE,
)


CUT_SHORT = re.compile(
    r"\s*(?:\.\.\.|…)?\s*\bview the full (?:minutes|decision) text for item.*$", re.IGNORECASE | re.DOTALL
)
# What a decision's label has below the decision itself.
REASONS = re.compile(
    r"^(?:reasons?(?: for (?:the )?(?:decisions?|recommendations?))?|(?:alternative|other) options?\b.{0,40})\s*:?\s*$",
    re.IGNORECASE,
)
VIEW = re.compile(r"^view (?:the )?(?:recorded vote|full|declarations)", re.IGNORECASE)
INLINE_RECORD = re.compile(r"(?:^|(?<=\s))(Minutes|Decisions?)\s*:\s", re.IGNORECASE)
AGENDA_TEXT = re.compile(
    r"\s(?=(?:To (?:receive|consider|approve|note|confirm|agree|review|discuss|adopt)|Additional documents)\b)"
)
LONGEST_TITLE = 250
LONGEST_ITEM, LOWEST_LABEL = 200, 15


@dataclass
class Item:
    """An item of such a page while it is taken apart."""

    number: str
    title: str
    page: int
    record: list[Piece] = field(default_factory=list)
    decision: list[Piece] = field(default_factory=list)


def read_item_page(pieces: Sequence[Piece], warnings: list[PaperWarning]) -> ReadMinutes | None:
    """The minutes on a page of items, or None where it is no such page; an item's page names no meeting or day."""
    pieces = [one for piece in pieces for one in _out_of_table(piece)]
    marks = [place for place, piece in enumerate(pieces) if RECORD.match(piece.text) or DECIDED.match(piece.text)]
    if not any(RECORD.match(pieces[place].text) for place in marks):
        return None
    head = pieces[: min(marks[0], 60)]
    if any(ITEM_PAGE.match(piece.text) or MEETING.match(piece.text) for piece in head):
        return _item_page(pieces, warnings)
    titled = any(MEETING_PAGE.match(piece.text) for piece in head[:12])
    if titled or sum(bool(RECORD.match(pieces[place].text)) for place in marks) > 2:
        return _meeting_page(pieces, marks, warnings)
    return _item_page(pieces, warnings) if _is_bare_item(pieces, marks) else None


def _is_bare_item(pieces: Sequence[Piece], marks: Sequence[int]) -> bool:
    """Whether a page is one item's without the words that say so: its labels stand alone, as only such a page's do."""
    alone = {key(pieces[place].text) for place in marks if _is_alone(pieces[place])}
    told = TO_DO.match(pieces[0].text) or any(FURTHER.match(piece.text) for piece in pieces)
    return len(pieces) < LONGEST_ITEM and bool(told) and "minutes" in alone and marks[0] <= LOWEST_LABEL


def _is_alone(piece: Piece) -> bool:
    match = RECORD.match(piece.text) or DECIDED.match(piece.text)
    return bool(match and not match["rest"].strip())


def _out_of_table(piece: Piece) -> list[Piece]:
    """The pieces of a table whose cells are whole items, "Apologies Minutes: There were none.", or the piece."""
    if piece.kind != "table" or not any(INLINE_RECORD.search(" ".join(row)) for row in piece.rows):
        return [piece]
    return [
        one for row in piece.rows for one in _out_of_row(piece.page, [cell.strip() for cell in row if cell.strip()])
    ]


def _out_of_row(page: int, cells: list[str]) -> list[Piece]:
    number = cells.pop(0).rstrip(". ") if len(cells) > 1 and NUMBER.match(cells[0]) else ""
    text = " ".join(cells)
    parts = [part.strip() for part in INLINE_RECORD.split(text)]
    cut = AGENDA_TEXT.search(parts[0]) if len(parts) > 1 else None
    title = parts[0][: cut.start()] if cut else parts[0]
    found = [Piece("heading", page, FILE.sub("", title).strip(), number, level=4, strong=True)] if title else []
    if cut:
        found.append(Piece("paragraph", page, parts[0][cut.start() :].strip()))
    for label, words in zip(parts[1::2], parts[2::2], strict=False):
        found.append(Piece("paragraph", page, f"{label.capitalize()}:"))
        found.append(Piece("paragraph", page, words))
    return [one for one in found if one.text]


def _item_page(pieces: Sequence[Piece], warnings: list[PaperWarning]) -> ReadMinutes:
    """The one item of its page; of an issue that went to several meetings, the first that has minutes."""
    start, end, met = _item_span(pieces)
    item = _filled(pieces, start, end)
    if met and not item.number:
        item.number = met["item"] or ""
    _warn_of_cuts([item], warnings)
    page = ReadMinutes(entries=[_entry(item)])
    return replace(page, committee=met["name"], date=first_date(met["day"])) if met else page


def _item_span(pieces: Sequence[Piece]) -> tuple[int, int, re.Match[str] | None]:
    """Where the item's title stands and where the item ends, with the line that names its meeting, if one does."""
    met = [(place, match) for place, piece in enumerate(pieces) if (match := MEETING.match(piece.text))]
    ends = [*(place for place, _ in met[1:]), len(pieces)]
    for (place, match), end in zip(met, ends, strict=bool(met)):
        if any(RECORD.match(piece.text) or DECIDED.match(piece.text) for piece in pieces[place + 1 : end]):
            return place + 1, end, match
    heads = [place for place, piece in enumerate(pieces[:-1]) if ITEM_PAGE.match(piece.text)]
    return heads[0] + 1 if heads else 0, len(pieces), None


def _meeting_page(pieces: Sequence[Piece], marks: Sequence[int], warnings: list[PaperWarning]) -> ReadMinutes:
    starts = _numbered_starts(pieces, marks) or sorted(
        {_title_before(pieces, place, earlier) for earlier, place in zip([-1, *marks], marks, strict=False)} - {-1}
    )
    ends = [*starts[1:], len(pieces)]
    items = [_filled(pieces, start, end) for start, end in zip(starts, ends, strict=True)]
    _warn_of_cuts(items, warnings)
    entries = [_entry(item) for item in items if item.record or item.decision]
    head = [piece.line for piece in pieces[: starts[0] if starts else 0]]
    opening = _opening(head)
    apologies = [name for entry in entries[:8] for name in absent_in(entry.text)]
    substitutes = [one for entry in entries[:8] for one in substitutes_in(entry.text)]
    opening = replace(opening, substitutes=substitutes)
    return replace(opening, entries=entries, apologies=apologies, confirms=confirmed_in(entries, opening.date))


def _numbered_starts(pieces: Sequence[Piece], marks: Sequence[int]) -> list[int]:
    """The places of the titles, where the items of the page are numbered."""
    run = [start.piece for start in starts_of(pieces) if start.number]
    parted = [any(start < mark for mark in marks) for start in run]
    return run if len(run) >= 2 and run[0] < marks[0] and all(parted[:1]) else []


def _title_before(pieces: Sequence[Piece], mark: int, earlier: int) -> int:
    """The place of the title of the item that a label belongs to, or -1 where another label of it stands before."""
    between = range(mark - 1, earlier, -1)
    headings = [place for place in between if pieces[place].kind == "heading"]
    labelled = [place for place in headings if pieces[place].label]
    if labelled or headings:
        return (labelled or headings)[0]
    numbered = [place for place in between if NUMBER.match(pieces[place].text) or _is_numbered_title(pieces[place])]
    titles = [place for place in between if _is_title(pieces[place])]
    return (numbered or titles or [-1])[0]


def _is_numbered_title(piece: Piece) -> bool:
    return piece.kind in ("numbered", "paragraph") and bool(NUMBERED.match(piece.line)) and _is_title(piece)


def _is_title(piece: Piece) -> bool:
    text = FILE.sub("", piece.text)
    return (
        piece.kind in ("paragraph", "numbered")
        and 3 <= len(text) <= LONGEST_TITLE
        and text[-1:] not in ".;:,"
        and not FURTHER.match(text)
    )


def _filled(pieces: Sequence[Piece], start: int, end: int) -> Item:
    """The item with its title, and what stands below "Minutes:" and "Decision:"."""
    first, number = pieces[start], pieces[start].label
    title = first.text
    if match := NUMBER.match(first.text):
        number, start = match["number"], start + 1
        title = pieces[start].text if start < end else ""
    elif not number and (match := NUMBERED.match(first.text)):
        number, title = match["number"], match["title"]
    item = Item(number, FILE.sub("", title).strip(), first.page)
    target: list[Piece] | None = None
    for piece in pieces[start + 1 : end]:
        if FOOTER.match(piece.text):
            break
        target = _put(item, piece, target)
    return item


def _put(item: Item, piece: Piece, target: list[Piece] | None) -> list[Piece] | None:
    """Put a piece where it belongs; the list that the next one goes to."""
    for pattern, list_ in ((RECORD, item.record), (DECIDED, item.decision)):
        if match := pattern.match(piece.text):
            if match["rest"].strip():
                list_.append(replace(piece, text=match["rest"], label=""))
            return list_
    if FURTHER.match(piece.text):
        return None
    if VIEW.match(piece.text):
        return target
    if target is not None or piece.kind == "table":
        (target if target is not None else item.record).append(piece)
    return target


def _entry(item: Item) -> ReadMinute:
    record = [whole for piece in item.record if (whole := _whole(piece)).line]
    decision = [whole for piece in item.decision if (whole := _whole(piece)).line]
    cut = next((place for place, piece in enumerate(decision) if place and REASONS.match(piece.text)), len(decision))
    decision, record = decision[:cut], [*decision[cut:], *record]
    minute = minute_of(item.number, item.title, record, page=item.page)
    if not decision:
        return minute
    text, resolved = split(decision)
    resolved = resolved or [piece.line for piece in text]
    known = [key(part) for part in resolved]
    resolved += [part for part in minute.resolved if not any(one.startswith(key(part)) for one in known)]
    return replace(minute, resolved=resolved, vote=minute.vote or vote_in(resolved))


def _whole(piece: Piece) -> Piece:
    """The piece without the note that the page shows only its beginning."""
    return replace(piece, text=CUT_SHORT.sub("", piece.text)) if CUT_SHORT.search(piece.text) else piece


def _warn_of_cuts(items: Sequence[Item], warnings: list[PaperWarning]) -> None:
    cut = [item for item in items if any(CUT_SHORT.search(piece.text) for piece in (*item.record, *item.decision))]
    if cut:
        titles = "; ".join(f"“{item.title}”" for item in cut)
        warn(warnings, f"The page shows only the beginning of the minutes of {titles}: get the whole.", cut[0].page)


def _opening(head: Sequence[str]) -> ReadMinutes:
    """The committee, day, hour and place, where a page of a whole meeting names them at its head."""
    place = next((match["venue"] for line in head if (match := VENUE.match(line))), "")
    for line in head:
        found = next((one for one in find_dates(line) if one.value), None)
        name = re.sub(r"[\s,–-]+$", "", line[: found.start]) if found else ""
        if found and BODY.search(name) and len(name) < 120:
            return ReadMinutes(name, found.value, first_time(without_dates(line)), place)
    return ReadMinutes(venue=place)
