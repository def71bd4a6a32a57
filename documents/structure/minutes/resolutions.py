"""Takes the wording of resolutions out of the text of a minute, a text for each part with its marker."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from documents.structure.minutes.wording import (
    AGREEMENT,
    EMPTY_LEAD,
    MARKER_ALONE,
    MARKERS,
    PART,
    REFUSED,
    SUB_LABEL,
)
from documents.structure.pieces import Piece

INLINE_PART = re.compile(
    r"(?<![\w(])[(\[]?(?P<mark>[a-z]|\d{1,2}|[ivx]{1,5})[)\]]\s+(?=\S)|"
    r"(?:^|(?<=[;:,.]\s)|(?<=\band\s))(?P<dotted>[a-z]|\d{1,2}|[ivx]{1,5})\.\s+(?=\S)"
)
GOES_ON = re.compile(r"^(?:that|and|further|also|or|to|but)\b|^[(\[]?(?:FURTHER|AND THAT|AND)\b", re.IGNORECASE)
OPEN_END = re.compile(r"(?:[,:;–—-]|[;,] (?:and|or)|\b(?:and|or|that|to|the|of|for|in|with))\s*$", re.IGNORECASE)
LEFT_OVER = re.compile(r"^[\s:;,.–—-]+")
CARRIED_VOTE = re.compile(r"\b(?:CARRIED|carried|unanimous|unanimously|APPROVED|approved|in favour)\b")
THAT = re.compile(r"^(?:that|THAT|That)\b")
CONDITIONS = re.compile(r"^(?:conditions?|informatives?)\b.{0,60}$", re.IGNORECASE)
LETTERED = re.compile(r"^\(?[a-z][.)]\s")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass
class Split:
    """A minute being taken apart: what is text, what was resolved; and where in a resolution the reading stands."""

    text: list[Piece] = field(default_factory=list)
    resolved: list[str] = field(default_factory=list)
    open: bool = False
    waiting: bool = False
    whole: bool = False
    strong: bool = False
    label: str = ""
    counted: str = ""
    depth: int = 0


def split(body: Sequence[Piece]) -> tuple[list[Piece], list[str]]:
    """The pieces that are text, and the wording of what was resolved."""
    reading = Split()
    for place, piece in enumerate(body):
        _read(reading, piece, body[place - 1] if place else None)
    if reading.resolved:
        return reading.text, reading.resolved
    return _agreements(body)


def _read(reading: Split, piece: Piece, before: Piece | None) -> None:
    if not piece.rows and _opens(reading, piece, before):
        return
    if reading.open and _belongs(reading, piece):
        _take(reading, piece)
        return
    reading.open = False
    reading.text.append(piece)


def _opens(reading: Split, piece: Piece, before: Piece | None) -> bool:
    """Begin a resolution where the piece holds the words for it; what stands before them is text."""
    if MARKER_ALONE.match(piece.text) and (
        piece.strong or piece.text.rstrip().endswith((":", "-", "–")) or _short(piece)
    ):
        _begin(reading, piece, "", whole=_is_decision(piece.text))
        return True
    found = [match for marker in MARKERS if (match := marker.search(piece.text))]
    if found and not (REFUSED.search(piece.text) and found[0]["verb"] != "RESOLVED"):
        match = min(found, key=lambda match: (match.start(), -match.end()))
        return _begin_at(reading, piece, match)
    if piece.strong and THAT.match(piece.text) and before and CARRIED_VOTE.search(before.text) and not reading.open:
        _begin(reading, piece, piece.text)
        return True
    return False


def _short(piece: Piece) -> bool:
    return len(piece.text) < 40 and piece.kind in ("heading", "paragraph")


def _is_decision(text: str) -> bool:
    """Whether all paragraphs below are the decision: it is a label rather than the beginning of a sentence."""
    return bool(re.match(r"(?:the )?(?:\w+ )?(?:decision|penderfyniad)", text, re.IGNORECASE))


def _begin_at(reading: Split, piece: Piece, match: re.Match[str]) -> bool:
    lead = re.sub(r"^the$", "", piece.text[: match.start("lead")].strip(), flags=re.IGNORECASE)
    wording = piece.text[match.end() :]
    recommend = match.groupdict().get("recommend") or ""
    if match["verb"].lower() == "recommended" or recommend.strip():
        wording = piece.text[match.start("verb") : match.end()] + wording
    if lead and (re.search(r"\w", piece.label) if piece.kind == "item" else LETTERED.match(piece.text)):
        # One of several matters within a minute: its resolution makes no sense without it.
        reading.resolved.append(piece.line)
        reading.open = False
        return True
    if not EMPTY_LEAD.match(lead):
        # "It was moved, seconded and RESOLVED" reads on to the verb; a sentence before it stands alone.
        kept = (
            lead
            if lead.endswith((".", ":", ")", ";", "!", "?", "”", "’"))
            else piece.text[: match.end()].strip(" :;–-")
        )
        reading.text.append(replace(piece, text=kept))
    _begin(reading, piece, LEFT_OVER.sub("", wording), whole=_is_decision(match["verb"]))
    return True


def _begin(reading: Split, piece: Piece, wording: str, *, whole: bool = False) -> None:
    reading.open, reading.whole, reading.strong = True, whole, piece.strong
    reading.label = piece.label if piece.kind == "numbered" else ""
    reading.counted = ""
    reading.waiting = bool(EMPTY_LEAD.match(wording))
    if not reading.waiting:
        reading.resolved.extend(parts_of(wording.strip()))


def _belongs(reading: Split, piece: Piece) -> bool:
    """Whether a piece goes on with the resolution that is open."""
    if piece.kind == "heading" and not (piece.label or reading.waiting or GOES_ON.match(piece.text)):
        return reading.whole and bool(CONDITIONS.match(piece.text))
    if REFUSED.search(piece.text) or (SUB_LABEL.match(piece.text) and not CONDITIONS.match(piece.text)):
        return False
    last = reading.resolved[-1] if reading.resolved else ""
    if reading.waiting or reading.whole or piece.kind == "item":
        return True
    if piece.label:
        return _counts_on(reading, piece.label)
    if piece.rows:
        return bool(re.search(r":\s*$", last))
    if PART.match(piece.text) or GOES_ON.match(piece.text) or OPEN_END.search(last):
        return True
    return piece.strong and reading.strong and not piece.text.isupper() and len(piece.text) > 30


def _counts_on(reading: Split, label: str) -> bool:
    """Whether a number is that of a part rather than of the paragraph after the one that resolves."""
    if reading.label and _step(reading.label, label) and not _step(reading.counted, label):
        return False
    return not reading.counted or _step(reading.counted, label) or label.startswith(reading.counted + ".")


def _step(earlier: str, later: str) -> bool:
    figures = [re.findall(r"\d+", label) for label in (earlier, later)]
    if not all(figures) or len(figures[0]) != len(figures[1]) or figures[0][:-1] != figures[1][:-1]:
        return False
    return int(figures[1][-1]) == int(figures[0][-1]) + 1


def _take(reading: Split, piece: Piece) -> None:
    if piece.label and piece.kind != "item":
        reading.counted = piece.label
    text = piece.line
    if piece.kind in ("numbered", "heading") and piece.label and piece.label[-1].isdigit():
        text = f"{piece.label}. {piece.text}"
    bullet = piece.kind == "item" and not re.search(r"\w", piece.label)
    below = piece.kind == "item" and reading.resolved and piece.depth > reading.depth and not reading.waiting
    if below or (bullet and reading.resolved and PART.match(reading.resolved[-1]) and not reading.waiting):
        reading.resolved[-1] += f"\n{text}"
        return
    if piece.kind == "item":
        reading.depth = piece.depth
    empty = reading.waiting and bool(EMPTY_LEAD.match(text))
    reading.waiting = empty
    if not empty:
        reading.resolved.extend([text] if piece.rows else parts_of(text))


def parts_of(wording: str) -> list[str]:
    """A wording that runs on in one paragraph, cut at its markers where they count: "that (1) …; and (2) …"."""
    marks = [match for match in INLINE_PART.finditer(wording) if _before_is_free(wording[: match.start()])]
    for start, match in enumerate(marks):
        if _mark(match) not in ("1", "a", "i"):
            continue
        chain = _chain(marks[start:])
        if len(chain) > 1:
            edges = [one.start() for one in chain] + [len(wording)]
            parts = [wording[begin:end].strip() for begin, end in pairwise(edges)]
            lead = wording[: chain[0].start()].strip()
            return parts if EMPTY_LEAD.match(lead) else [lead, *parts]
    return [wording] if wording else []


def _before_is_free(text: str) -> bool:
    """Whether a marker may stand here: not after "paragraph", "section" or "Appendix"."""
    return not re.search(r"(?:paragraphs?|sections?|appendi\w+|rules?|regulations?|parts?|\w[(]\w+[)])\s*$", text, re.I)


def _chain(marks: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    chain = [marks[0]]
    for match in marks[1:]:
        if _mark(match) in _next(_mark(chain[-1]), roman=_mark(chain[0]) == "i"):
            chain.append(match)
    return chain


def _mark(match: re.Match[str]) -> str:
    return str(match["mark"] or match["dotted"])


def _next(mark: str, *, roman: bool) -> tuple[str, ...]:
    if mark.isdigit():
        return (str(int(mark) + 1),)
    if roman:
        return ROMAN[ROMAN.index(mark) + 1 : ROMAN.index(mark) + 2] if mark in ROMAN else ()
    return (chr(ord(mark) + 1),) if len(mark) == 1 else ()


def _agreements(body: Sequence[Piece]) -> tuple[list[Piece], list[str]]:
    """Where no word of resolving is printed: what "it was agreed" or "the Committee agreed" at a paragraph's start."""
    reading = Split()
    for piece in body:
        match = AGREEMENT.match(piece.text) if not piece.rows else None
        if match:
            _begin_at(reading, piece, match)
        elif (
            reading.open
            and OPEN_END.search(reading.resolved[-1] if reading.resolved else ":")
            and _belongs(reading, piece)
        ) or (reading.open and piece.kind == "item"):
            _take(reading, piece)
        else:
            reading.open = False
            reading.text.append(piece)
    return reading.text, reading.resolved
