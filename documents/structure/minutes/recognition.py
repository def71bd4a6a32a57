"""Tells minutes from other papers, and where in a paper they stand."""

import re
from collections.abc import Sequence

from documents.packs.recognition import AGENDA_TITLE, DECISION_TITLE
from documents.structure.minutes.closing import closings
from documents.structure.minutes.headings import starts_of
from documents.structure.minutes.labels import labels_in
from documents.structure.minutes.opening import MINUTES_WORD, opens_at
from documents.structure.minutes.wording import OPENING_WORD, RESOLVED_WORD, SUB_LABEL
from documents.structure.pieces import Piece

REPORT_HEAD = re.compile(
    r"^\W*(?:report (?:of|to|by|from|title|author|reference)\b|reports? of the\b|subject\s*:|subject:|"
    r"purpose of (?:the )?report|"
    r"synopsis\b|executive summary|wards?(?:\(s\))? affected\s*:?|meeting of\s*:|report for\b|lead officer\s*:|"
    r"key decision\s*:|summary\s*:|recommendations?\s*:?$|title of report|from\s*:\s|decision (?:maker|type)\s*:)",
    re.IGNORECASE,
)
AGENDA = re.compile(
    r"^\W*(?:agenda|a g e n d a|rhaglen|agenda (?:for|of)\b.{0,120}|(?:public )?(?:reports?|agenda|document) pack)\W*$|"
    r"\b(?:are (?:hereby )?summoned|you are (?:hereby )?(?:summoned|invited|requested)|to be held (?:at|on|"
    r"in)|will be held)\b",
    re.IGNORECASE,
)
NOT_PAST = re.compile(
    r"^\W*(?:to (?:receive|note|consider|approve|confirm|agree|elect|appoint)|\(pages? \d)", re.IGNORECASE
)
PAST = re.compile(
    r"\b(?:was|were|had|noted|thanked|received|declared|resolved|agreed|approved|welcomed|reported|RESOLVED|AGREED)\b"
)
HEAD_PIECES = 40
ATTENDED = ("present", "also", "officers")


def minutes_within(pieces: Sequence[Piece]) -> Sequence[Piece] | None:
    """The pieces that are minutes, from their opening to the end of the paper, or None if it holds none."""
    if any(DECISION_TITLE.search(piece.line) for piece in pieces[:5]):
        return None
    opening = opens_at(pieces)
    if opening is not None:
        before = pieces[:opening]
        if _is_report(before) and not any(AGENDA.search(piece.line) for piece in before):
            return None
        if len(before) > HEAD_PIECES and not any(AGENDA.search(piece.line) for piece in before):
            return None
        taken = pieces[_head_start(pieces, opening) : _paper_end(pieces, opening)]
        return taken if _speaks_for_minutes(taken) >= 1 else None
    return pieces if _without_opening(pieces) else None


def _head_start(pieces: Sequence[Piece], opening: int) -> int:
    """Where the head begins: a name of the council or committee may stand above the opening line."""
    start = opening
    while start and opening - start < 4 and _is_of_head(pieces[start - 1]):
        start -= 1
    return start


def _paper_end(pieces: Sequence[Piece], opening: int) -> int:
    """Where the next paper of a pack begins: at the head of a page that begins a report, an agenda or other minutes."""
    for place in range(opening + 2, len(pieces)):
        page = pieces[place].page
        heads = page > pieces[opening].page and pieces[place - 1].page != page
        if heads and any(_begins_paper(pieces, one) for one in range(place, min(place + 4, len(pieces)))):
            return place
    return len(pieces)


def _begins_paper(pieces: Sequence[Piece], place: int) -> bool:
    piece = pieces[place]
    if piece.kind == "item" or (piece.label and piece.kind != "heading"):
        return False
    lines = _lines(piece)[:3]
    return any(
        (REPORT_HEAD.match(line) and not SUB_LABEL.match(line)) or AGENDA_TITLE.match(line) for line in lines
    ) or (opens_at([piece, *pieces[place + 1 : place + 4]]) == 0)


def _is_of_head(piece: Piece) -> bool:
    return (
        not piece.rows
        and len(piece.line) < 110
        and piece.kind in ("heading", "paragraph")
        and not piece.line.endswith(".")
    )


def _is_report(before: Sequence[Piece]) -> bool:
    return any(REPORT_HEAD.match(line) for piece in before[:HEAD_PIECES] for line in _lines(piece))


def _lines(piece: Piece) -> list[str]:
    return [": ".join(cell for cell in row if cell) for row in piece.rows] if piece.rows else [piece.line]


def _speaks_for_minutes(pieces: Sequence[Piece]) -> int:
    head = pieces[:HEAD_PIECES]
    attended = any(label.group in ATTENDED for piece in head for line in _lines(piece) for label in labels_in(line))
    resolved = any(RESOLVED_WORD.search(piece.text) or OPENING_WORD.match(piece.text) for piece in pieces)
    past = sum(bool(PAST.search(piece.text)) for piece in pieces) >= 2
    return attended + resolved + past + bool(closings(pieces))


def _without_opening(pieces: Sequence[Piece]) -> bool:
    """Whether a paper that does not say "Minutes of the meeting" is minutes nevertheless."""
    head = pieces[:HEAD_PIECES]
    starts = starts_of(pieces)
    first = starts[0].piece if starts else 0
    if _is_report(pieces[: max(first, 8)]) or any(_is_agenda(piece) for piece in head[: max(first, 8)]):
        return False
    if len(starts) < 2:
        return False
    titled = any(MINUTES_WORD.match(piece.line) for piece in head[: first + 1])
    attended = any(_is_attendance(piece) for piece in head)
    future = sum(bool(NOT_PAST.match(piece.text)) for piece in pieces)
    past = sum(bool(PAST.search(piece.text)) for piece in pieces)
    if past <= future or not attended:
        return False
    resolved = any(RESOLVED_WORD.search(piece.text) or OPENING_WORD.match(piece.text) for piece in pieces)
    return titled or resolved or bool(closings(pieces))


def _is_agenda(piece: Piece) -> bool:
    return bool(AGENDA_TITLE.match(piece.line) or AGENDA.search(piece.line))


def _is_attendance(piece: Piece) -> bool:
    return any(
        label.group in ATTENDED and label.capacity != "chair" for line in _lines(piece) for label in labels_in(line)
    )
