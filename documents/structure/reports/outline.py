"""Which pieces of a report are its headings, whether their type, their number or only their words say so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from documents.structure.pieces import Piece
from documents.structure.reports.labels import INLINE_LABEL, field_of
from documents.structure.reports.vocabulary import bare, is_heading_like, is_known
from documents.structure.sequences import is_next

NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,2})[.)]?\s+(?=[A-Z(‘“'\"])")
RUN_IN = re.compile(r"([A-Z][^:.]{2,80}?)\s*(?::|\s[–—-])\s+(?=\S)")
# What is printed as "Recommendation 1: That …" is a text, though it may stand in bold.
STATEMENT = re.compile(
    r"(?:recommendation|rec\.?|r|action|objective|response|resolution|proposal|option|decision|question|answer|motion|"
    r"amendment|table|figure|chart|note)(?:\s+(?:no\.?\s*)?(?:[a-z]|[ivx]+|one|two|three|four|five|six|seven|eight|"
    r"nine|"
    r"ten|eleven|twelve)\b|\s*\d+[a-z]?)\s*(?:[:.–-]|$)|(?:recommendation|response|resolved|decision)s?\s*[:–-]\s*\S",
    re.IGNORECASE,
)
LISTING = re.compile(
    r"(?:(?:list|schedule|use) of )?(?:appendix|appendices|annex(?:es)?|enclosures|attachments|(?:attached|"
    r"supporting) (?:documents|papers)|"
    r"background (?:discussion )?(?:papers?|documents?|reading|reports?)).{0,60}",
    re.IGNORECASE,
)
END_MATTER = re.compile(
    LISTING.pattern
    + r"|(?:final )?(?:report )?clearance|sign[ -]?off|audit trail|contacts?\b.{0,30}|(?:report |lead )?"
    r"(?:authors?|officers?)|officer contact.{0,20}|.{0,40}\bimplications|conclusions?|recommendations?",
    re.IGNORECASE,
)
SIGNATURE = re.compile(
    r"(?:(?:signed|authorised|approved|cleared|agreed|submitted) by|date|tel(?:ephone)?|phone|e-?mail|name|position|"
    r"post|title)\b.{0,60}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece, and whether it is a heading; a heading's text is bare of its number and colon."""

    piece: Piece
    is_heading: bool = False
    heading: str = ""
    label: str = ""


def outline_of(pieces: Sequence[Piece]) -> list[Entry]:
    """Every piece in order; a heading with text on its own line ("Appendices: None.") becomes two."""
    parted = [part for piece in pieces for part in _parted(piece)]
    entries: list[Entry] = []
    listing = False
    for piece, following in zip(parted, _next_labels(parted), strict=True):
        entry = _entry(piece, following)
        if not entry.is_heading and not listing and _is_above_number(parted, len(entries)):
            entry = _heading(piece, "", piece.text)
        if listing and _is_listed(entry):
            entry = Entry(piece)
        entries.append(entry)
        if entry.is_heading:
            listing = bool(LISTING.fullmatch(entry.heading))
    return entries


def _is_above_number(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a short line without an end stands right above a number that goes on with those before."""
    piece = pieces[place]
    below = pieces[place + 1] if place + 1 < len(pieces) else None
    if piece.kind != "paragraph" or below is None or below.kind != "numbered" or len(piece.text) > 100:
        return False
    above = pieces[place - 1] if place else None
    if above is None or above.kind not in ("numbered", "item", "paragraph", "heading") or _leads_on(above.text):
        return False
    numbers = [one.label for one in pieces[max(0, place - 12) : place] if one.kind == "numbered"]
    goes_on = below.label == "1" if not numbers else is_next(numbers[-1], below.label)
    asks = piece.text.endswith("?") and goes_on
    like = asks or (is_heading_like(piece.text) and not _leads_on(piece.text))
    return (goes_on or "." in below.label) and like and not SIGNATURE.fullmatch(piece.text)


def _leads_on(text: str) -> bool:
    """Whether a text ends with a colon, or as some print it with ":-"."""
    return text.rstrip(" -–—").endswith(":")


def _is_listed(entry: Entry) -> bool:
    """Whether a plain line is a paper of a list, though it would read as a heading elsewhere."""
    piece = entry.piece
    plain = piece.kind == "paragraph" and not piece.strong and not piece.text.rstrip().endswith(":")
    return entry.is_heading and plain and not entry.label and not END_MATTER.fullmatch(entry.heading)


def _parted(piece: Piece) -> Iterator[Piece]:
    """A paragraph cut where it names several fields in one line, and behind a heading that runs into its text."""
    if piece.kind not in ("paragraph", "heading") or (":" not in piece.text and " – " not in piece.text):
        yield piece
        return
    texts = _at_labels(piece.text)
    stands_out = piece.kind == "heading" or piece.strong
    for text in texts:
        run_in = None if is_known(text) or (stands_out and ":" not in text) else RUN_IN.match(text)
        if run_in and is_known(run_in[1]) and field_of(run_in[1]) is None and not piece.label:
            yield replace(piece, kind="paragraph", text=text[: run_in.end()].strip(), strong=True)
            yield replace(piece, kind="paragraph", text=text[run_in.end() :], strong=False, label="")
        else:
            yield replace(piece, text=text) if len(texts) > 1 else piece


def _at_labels(text: str) -> list[str]:
    """A text that begins with a field's label, cut before each further one."""
    first = INLINE_LABEL.match(text)
    if not first:
        return [text]
    starts = [0, *(match.start() for match in INLINE_LABEL.finditer(text, first.end()))]
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _next_labels(pieces: Sequence[Piece]) -> list[str]:
    """For each piece the number of the next numbered one."""
    labels: list[str] = []
    following = ""
    for piece in reversed(pieces):
        labels.append(following)
        if piece.kind in ("numbered", "heading") and piece.label:
            following = piece.label
    return labels[::-1]


def _entry(piece: Piece, following: str) -> Entry:
    if piece.kind == "heading":
        return _heading(piece, piece.label, piece.text) if _is_marked_heading(piece) else Entry(piece)
    if piece.kind == "numbered":
        return _heading(piece, piece.label, piece.text) if _is_numbered_heading(piece, following) else Entry(piece)
    if piece.kind == "paragraph":
        return _paragraph(piece, following)
    return Entry(piece)


def _is_marked_heading(piece: Piece) -> bool:
    return not (STATEMENT.match(piece.text) and len(piece.text) > 20) and not SIGNATURE.fullmatch(piece.text)


def _is_numbered_heading(piece: Piece, following: str) -> bool:
    """Short, without an end, and either a heading's words or the number that the next ones stand below."""
    if STATEMENT.match(piece.text) or len(piece.text) > 140:
        return False
    below = _is_below(following, piece.label)
    if below and piece.text.endswith("?"):
        return True
    return is_heading_like(piece.text) and (is_known(piece.text) or below)


def _is_below(label: str, above: str) -> bool:
    """Whether 4.1 comes right below 4; lists that print "1." for every section still have 2.1 below."""
    head, _, last = label.rpartition(".")
    above = above.removesuffix(".0")
    return last == "1" and bool(head) and (head == above or ("." not in above and "." not in head))


def _paragraph(piece: Piece, following: str) -> Entry:
    text = piece.text
    numbered = NUMBERED.match(text)
    if numbered and len(text) <= 140:
        label, words = numbered[1], text[numbered.end() :]
        below = following.startswith(f"{label}.")
        if is_heading_like(words) and (below or is_known(words)):
            return _heading(piece, label, words)
    if SIGNATURE.fullmatch(text):
        return Entry(piece)
    if is_known(text) and (piece.strong or text.rstrip().endswith(":") or not _is_doubtful(text)):
        return _heading(piece, "", text)
    if piece.strong and not STATEMENT.match(text) and len(text) <= 120 and is_heading_like(text):
        return _heading(piece, "", text)
    return Entry(piece)


def _is_doubtful(text: str) -> bool:
    """Words that stand alone in lists as often as over sections."""
    return bare(text).lower() in {"property", "policy", "performance", "workforce", "staffing", "evidence", "issues"}


def _heading(piece: Piece, label: str, text: str) -> Entry:
    return Entry(piece, True, bare(text), label)
