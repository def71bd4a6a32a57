"""Makes the pieces of minutes fit for reading: running heads and page numbers go, broken sentences are whole again."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from documents.packs.cleaning import key
from documents.packs.dates import find_dates, without_dates
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
SHORT_DATE = re.compile(r"(?<![\d/.])(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})(?![\d/])")
RUNNING_HEAD = 130


def tidied(pieces: Sequence[Piece], committee: str, held: date | None = None) -> list[Piece]:
    """The pieces of minutes without furniture, by the name of the body ("" if not known) and the day it met."""
    taken = [replace(taken, text=" ".join(taken.text.split())) for piece in pieces for taken in untabled(piece)]
    return _whole(_without_furniture(taken, set(key(committee).split()), held))


def _without_furniture(pieces: Sequence[Piece], name: set[str], held: date | None) -> list[Piece]:
    times = Counter(_head_words(piece) for piece in pieces)
    seen: set[str] = set()
    kept = []
    for piece in pieces:
        words = _head_words(piece)
        if PAGE_NUMBER.match(piece.line.strip()) or RULE.match(piece.line or "-"):
            continue
        comes_again = words in seen or piece.page > pieces[0].page
        if comes_again and not piece.label and _is_running_head(piece.text, words, name, held, times[words]):
            continue
        seen.add(words)
        kept.append(piece)
    return kept


def _head_words(piece: Piece) -> str:
    """What a short line says but for its dates and figures; "-" for one that is no line of a head."""
    if piece.rows or len(piece.line) > RUNNING_HEAD or piece.kind == "item":
        return "-"
    words = key(re.sub(r"\d+", " ", without_dates(piece.line))).split()
    return " ".join(word for word in words if word not in ("page", "am", "pm"))


def _is_running_head(text: str, words: str, name: set[str], held: date | None, times: int) -> bool:
    """Whether it says again only whose minutes these are, and when they met."""
    if words == "-":
        return False
    days = {(found.day, found.month) for found in find_dates(text)}
    days |= {(int(match[1]), int(match[2])) for match in SHORT_DATE.finditer(text)}
    if days and (held is None or days != {(held.day, held.month)}):
        return False
    others = set(words.split()) - HEAD_WORDS - name
    named = bool(set(words.split()) & name)
    if days and not others:
        return True
    # The bare name of the body may be a heading within the minutes, unless it keeps coming.
    return times > 2 and (bool(days) or (named and not others))


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
