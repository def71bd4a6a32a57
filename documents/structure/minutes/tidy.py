"""Makes the pieces of minutes fit for reading: running heads and page numbers go, broken sentences are whole again."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from documents.packs.cleaning import key
from documents.packs.dates import without_dates
from documents.structure.minutes.tabular import untabled
from documents.structure.pieces import Piece

PAGE_NUMBER = re.compile(
    r"^(?:page|tudalen)\s+\d+(?:\s+(?:of|o)\s+\d+)?$|^-\s*\d+\s*-$|^\d{1,3}\s+of\s+\d{1,3}$|"
    r"^(?:chair(?:man)?.?s?\s+)?initials?\W*$|^minutes?\s+page\s+\d+$|^signed\W+(?:chair\w*\W*)?(?:dated?\W*)?$",
    re.IGNORECASE,
)
RULE = re.compile(r"^[\s_.\-–—*=•]+$")
# Words that a running head may hold beside the name of the body and the date.
HEAD_WORDS = frozenset(
    """
    minutes minute of the a meeting held on at page draft confirmed unconfirmed public am pm committee council
    continued cont and to item agenda
    """.split()  # noqa: SIM905
)
ENDS_OPEN = re.compile(
    r"\b(?:the|a|an|of|and|or|to|in|for|with|by|from|that|which|on|at|as|is|was|were|be|been|their|its|this|these)$"
)
ENDED = re.compile(r"[.;:!?]['’\"”)\]]*$")
MARKED = re.compile(r"^(?:\(?(?:[a-z]{1,2}|[ivx]{1,4}|\d{1,2})[.)]|[•–-])\s", re.IGNORECASE)
SINGLE_LETTER = re.compile(r"^[a-z]\s+[A-Z0-9]")
RUNNING_HEAD = 130


def tidied(pieces: Sequence[Piece], committee: str) -> list[Piece]:
    """The pieces of minutes without furniture; committee is the body's name, "" if not known."""
    taken = [replace(taken, text=" ".join(taken.text.split())) for piece in pieces for taken in untabled(piece)]
    return _whole(_without_furniture(taken, committee))


def _without_furniture(pieces: Sequence[Piece], committee: str) -> list[Piece]:
    heads = Counter(_head_key(piece) for piece in pieces)
    name = set(key(committee).split())
    seen: set[str] = set()
    kept = []
    for piece in pieces:
        head = _head_key(piece)
        if PAGE_NUMBER.match(piece.line.strip()) or RULE.match(piece.line or "-"):
            continue
        if head and head in seen and _is_running_head(piece, head, name, heads[head]):
            continue
        seen.add(head)
        kept.append(piece)
    return kept


def _head_key(piece: Piece) -> str:
    """What a short line says but for its dates and figures, or "" for one that is no line of a head."""
    if piece.rows or len(piece.line) > RUNNING_HEAD or piece.kind == "item":
        return ""
    words = key(re.sub(r"\d+", " ", without_dates(piece.line))).split()
    return " ".join(word for word in words if word not in ("page", "am", "pm")) or "date"


def _is_running_head(piece: Piece, head: str, name: set[str], times: int) -> bool:
    """Whether it says again only whose minutes these are, and when."""
    if piece.label and head != "date" and not name:
        return False
    words = set(head.split()) - HEAD_WORDS
    dated = without_dates(piece.line) != piece.line
    if head == "date":
        return dated and not piece.label
    if name and words <= name and (dated or set(head.split()) & name):
        # The bare name of the body may be a heading within the minutes, unless it keeps coming.
        return dated or times > 2
    return dated and times > 2


def _whole(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, one that goes on in the next (over a page, mostly) joined with it."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and _goes_on(joined[-1], piece):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {piece.text}")
        else:
            joined.append(piece)
    return joined


def _goes_on(piece: Piece, following: Piece) -> bool:
    if piece.rows or following.rows or following.kind != "paragraph" or following.label or following.strong:
        return False
    if piece.kind == "heading" or not piece.text or ENDED.search(piece.text) or MARKED.match(following.text):
        return False
    if following.page == piece.page and piece.kind != "numbered":
        return False
    if SINGLE_LETTER.match(following.text):
        return False
    return following.text[:1].islower() or bool(ENDS_OPEN.search(piece.text))
