"""Finds when a meeting closed, and where its minutes end."""

import re
from collections.abc import Sequence
from datetime import time

from documents.packs.dates import HOUR, first_time
from documents.structure.minutes.sentences import sentences_of
from documents.structure.pieces import Piece

HOURS = HOUR.pattern
CLOSED = re.compile(
    r"\b(?:meeting|proceedings|business|hearing|session|chair(?:man|woman|person)?|mayor|convener|sederunt|"
    r"cyfarfod|council|committee|sub-committee|cabinet|board|panel)\b"
    r"(?:[^.]|\.(?=\d)){0,60}?\b(?:closed?|ended|concluded|finished|terminated|rose|close|"
    r"adjourned sine die|ddaeth i ben|i ben)\b"
    r"(?! (?:to|for) (?:the )?(?:public|press))[^.]{0,60}?\b(?:at|by|:)?\s*",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"^\W*(?:(?:time )?(?:meeting )?(?:closed?|ended|concluded|finish(?:ed)?|end)(?: time)?|(?:finish|end|"
    r"closing) time|time (?:meeting )?(?:ended|closed|of closing|concluded)|"
    r"close of (?:the )?meeting|closure of (?:the )?meeting|meeting close|the meeting (?:ended|closed)|"
    r"duration of (?:the )?meeting)\b\s*(?:at\b|[:–-])?\s*",
    re.IGNORECASE,
)
NOT_CLOSED = re.compile(
    r"\b(?:adjourned|next meeting|will (?:close|end)|reconvene|closed to|before \d|later than|originally|"
    r"previous meeting)\b",
    re.IGNORECASE,
)
SIGNATURE = re.compile(
    r"^\W*(?:(?:(?:the )?(?:acting |vice[- ])?(?:chair(?:man|woman|person)?|convener|mayor|cadeirydd|"
    r"provost|president|leader|town mayor|chief executive))\b|"
    r"sign(?:ed|ature)|llofnod\w*|dated?|initials?|(?:these )?minutes (?:are )?(?:agreed|approved|confirmed|"
    r"signed)|confirmed|councillor|cllr|"
    r"clerk|proper officer|minutes (?:taken|prepared) by|contact|approved|presiding|published|name|"
    r"(?:date )?(?:of )?next meeting|a (?:full )?(?:recording|webcast)|(?:this|the) meeting (?:was|can)|"
    r"you can (?:watch|view))\b.{0,160}$|^[\W_]+$",
    re.IGNORECASE | re.DOTALL,
)


# A line that is only there to be signed: it holds nothing else.
SIGNING_LINE = re.compile(
    r"^\W*(?:(?:the )?(?:town |deputy |vice[- ])?(?:chair(?:man|woman|person)?|convener|mayor|cadeirydd|provost|"
    r"president|leader(?: of the council)?|chief executive)|signed?(?: by(?: the)? chair\w*)?|"
    r"signature(?: of(?: the)? chair\w*)?|"
    r"llofnod\w*|dated?|name|minutes (?:agreed|approved|confirmed|signed)(?: as a (?:correct|true) record)?)"
    r"[\W_]*(?:(?:chair\w*|signed|dated?)[\W_]*)*$|^[\W_]+$",
    re.IGNORECASE,
)


def is_closing(text: str) -> bool:
    """Whether a short line says that the meeting ended, with the hour or without."""
    text = text.rstrip(" .")
    if len(text) > 260 or NOT_CLOSED.search(text):
        return False
    if LABELLED.match(text) and HOUR.search(text):
        return True
    match = CLOSED.search(text)
    return bool(match) and bool(HOUR.search(text[match.start() :]) or len(text) < 60) if match else False


def closed_at(text: str, started: time | None) -> time | None:
    """The hour in a line that says the meeting ended; one without am or pm is in the half that follows the start."""
    text = text.rstrip(" .")
    match = LABELLED.match(text) or CLOSED.search(text)
    hours = list(HOUR.finditer(text, match.start() if match else 0))
    after = [hour for hour in hours if match and hour.start() >= match.end() - 1] or hours
    if not after:
        return None
    hour = after[-1] if _is_span(text) else after[0]
    value = first_time(hour.group())
    printed_half = bool(re.search(r"[ap]\.?\s?m|noon|midday|hours|hrs", hour.group(), re.IGNORECASE))
    if value and started and not printed_half and value < started and value.hour + 12 < 24:
        later = value.replace(hour=value.hour + 12)
        return later if later >= started else value
    return value


def _is_span(text: str) -> bool:
    """Whether a line gives the beginning and the end: "Duration of the meeting: 7.00 pm to 9.05 pm"."""
    return bool(
        re.search(
            r"\b(?:duration|from)\b.*\b(?:to|until)\b|\d\s*(?:[ap]\.?m\.?)?\s*(?:–|-|to)\s*\d", text, re.IGNORECASE
        )
    )


def is_signature(piece: Piece) -> bool:
    return (not piece.rows and bool(SIGNATURE.match(piece.line))) or not piece.line


def is_signing_line(piece: Piece) -> bool:
    """Whether a piece is only there to be signed."""
    return not piece.rows and piece.kind != "item" and not piece.label and bool(SIGNING_LINE.match(piece.line))


def closings(pieces: Sequence[Piece]) -> list[int]:
    """The places (from 0) of the lines that say so."""
    return [place for place, piece in enumerate(pieces) if any(is_closing(line) for line in _lines(piece))]


def _lines(piece: Piece) -> list[str]:
    if piece.rows:
        return [" ".join(cell for cell in row if cell) for row in piece.rows]
    return [piece.text] if len(piece.text) <= 260 else [piece.text[-200:]]


def closing_line(piece: Piece) -> str:
    return next((line for line in _lines(piece) if is_closing(line)), "")


def without_closing(piece: Piece) -> str:
    """What the piece says before the sentence that closes the meeting."""
    if piece.rows:
        return ""
    sentences = sentences_of(piece.text)
    kept = [sentence for sentence in sentences if not is_closing(sentence)]
    return " ".join(kept) if len(kept) < len(sentences) else ""
