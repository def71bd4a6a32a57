"""Finds where each minute begins: the run of numbers that makes best sense, or headings without numbers.

Minutes also number their paragraphs, their resolutions and the questions put. So each piece that begins with a number
is a candidate, every candidate is judged by what speaks for it, and the best increasing run wins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.packs.dates import HOUR, WORDED
from documents.packs.numbering import STANDING_BUSINESS
from documents.structure.minutes.labels import labels_in
from documents.structure.minutes.wording import MARKER_ALONE, RESOLVED_WORD, SUB_LABEL
from documents.structure.pieces import Piece

NUMBER = re.compile(
    r"^(?:(?:minute|agenda item|item)\s*(?:no\.?|number)?\s*:?\s*)?"
    r"(?P<number>(?:(?P<prefix>[A-Z]{1,6})(?P<mark>[/. -]?))?(?P<figures>\d{1,4}(?:[/.-]\d{1,4}){0,2})"
    r"(?P<letter>\(?[a-zA-Z]\)?)?)(?:[.):]+|\s*[-–—|:](?=\s)|(?=\s)|$)\s*",
    re.IGNORECASE,
)
ITEM = re.compile(
    r"\s*[\[(]\s*(?:agenda\s+)?(?:item|agenda item|eitem(?: agenda)?)\s*(?:no\.?|number|rhif)?\s*:?\s*"
    r"(?P<item>[A-Z]{0,2}\.?\s?\d{1,3}(?:\.\d{1,2}|\s?\(?[a-z]\)?)?)\s*[\])]",
    re.IGNORECASE,
)
ITEM_LINE = re.compile(ITEM.pattern + r"\.?$", re.IGNORECASE)
ITEM_BARE = re.compile(
    r"^agenda item\s*(?:no\.?|number)?\s*:?\s*(?P<item>[A-Z]?\d{1,3}[a-z]?)\s*[-–—:.]?\s+(?=[A-Z‘“'\"])", re.IGNORECASE
)
SECTION = re.compile(
    r"^(?:(?:un)?restricted|exempt|confidential|urgent|open|public|private|part|section|rhan|other|standing|key|"
    r"non-key|executive|committee|items?|matters|business|reports?|resolved|recommended|delegated|formal|scrutiny)\b"
    r".{0,70}\b(?:items?|business|part|section|matters|session|[IVAB12]+|decisions?|eitemau|reports?|minutes)\b\W*$|"
    r"^(?:part|section|rhan)\s+[\dA-Z]+\b",
    re.IGNORECASE,
)
INLINE = re.compile(r"^(?P<title>[^.:;!?]{3,100}?(?:\(if any\))?)\s*(?P<mark>[:.–—]|\s-)\s+(?P<text>\S.*)$", re.DOTALL)
# A title in capitals, and one before the first part of its text, where the text runs on in the same line.
CAPITALS = re.compile(
    r"^(?P<title>[A-Z][A-Z0-9 ,&’'():/–-]{4,150})(?<=[A-Z0-9)])[:.]?\s+(?P<text>(?:[A-Z][a-z]|[A-Z] [a-z]|"
    r"[a-z(]).*[.:;)])$",
    re.DOTALL,
)
LETTERED = re.compile(r"^(?P<title>[A-Z][^.:;]{3,80}?)\s+(?P<text>\(?(?:a|i|1)[.)]\s+\S.*)$", re.DOTALL)
SENTENCE = re.compile(
    r"^(?:that|it was|there (?:were|was)|members|officers|note[ds]?|agree[ds]?|approve[ds]?|authorise[ds]?|"
    r"delegate[ds]?|the (?:chair\w*|committee|sub-committee|meeting|clerk|leader|council|report|minutes|board|panel) "
    r"(?!of\b)\w+(?:ed|s)\b)\b",
    re.IGNORECASE,
)
LONGEST_TITLE = 260
LOOK_BACK = 80


@dataclass(frozen=True, slots=True)
class Start:
    """Where a minute begins: pieces from `piece` (from 0), `taken` of them its heading; text is what follows it."""

    piece: int
    number: str
    title: str
    item: str = ""
    text: str = ""
    taken: int = 1
    worth: float = 0.0
    prefix: str = ""
    figures: tuple[int, ...] = ()
    letter: str = ""


def starts_of(pieces: Sequence[Piece], first: int = 0) -> list[Start]:
    """Where the minutes begin, from the piece `first` on; empty if nothing reads as the record of an item."""
    run = _best_run([start for start in _candidates(pieces) if start.piece >= first])
    if sum(start.worth for start in run) >= 3:
        return run
    return _unnumbered(pieces, first) or [start for start in run if start.worth > 0]


def _candidates(pieces: Sequence[Piece]) -> list[Start]:
    found = (_candidate(pieces, place) for place in range(len(pieces)))
    return [start for start in found if start]


def _candidate(pieces: Sequence[Piece], place: int) -> Start | None:
    piece = pieces[place]
    if piece.rows or not piece.line:
        return None
    following = pieces[place + 1] if place + 1 < len(pieces) else Piece("paragraph", piece.page)
    if piece.label and piece.kind in ("heading", "numbered"):
        return _numbered(pieces, place, piece.label, piece.text)
    if piece.kind == "item":
        number = NUMBER.fullmatch(piece.label)
        return _numbered(pieces, place, number["number"], piece.text) if number else None
    if match := ITEM_BARE.match(piece.text):
        return _numbered(pieces, place, match["item"], piece.text[match.end() :])
    match = NUMBER.match(piece.text)
    if match and not WORDED.match(piece.text) and not HOUR.match(piece.text):
        return _numbered(pieces, place, match["number"], piece.text[match.end() :])
    over = piece.kind == "heading" and len(following.text) > 60
    capitals = piece.kind == "paragraph" and piece.text.isupper() and not SECTION.match(piece.text)
    if (over or capitals) and following.kind == "numbered" and following.label and _is_text(following):
        return _heading_over_number(piece, following, place)
    return None


def _is_label(text: str) -> bool:
    """Whether a line is a label within a minute; "Minutes" without a colon is the title of one."""
    return bool(MARKER_ALONE.match(text) or SUB_LABEL.match(text)) and text.lower() != "minutes"


def _is_text(piece: Piece) -> bool:
    """Whether a numbered piece is the text of a minute and no heading: "314. RESOLVED:-" is one too."""
    return not piece.text.isupper() or bool(RESOLVED_WORD.match(piece.text))


def _heading_over_number(piece: Piece, following: Piece, place: int) -> Start | None:
    """A heading without number above a text that has one."""
    series = NUMBER.fullmatch(following.label)
    if not series or _is_label(piece.text):
        return None
    start = Start(place, following.label, piece.text, text=following.text, taken=2)
    return _placed(replace(start, worth=_worth(piece, piece.text, "") - (0.5 if piece.text.isupper() else 1.0)), series)


def _numbered(pieces: Sequence[Piece], place: int, number: str, text: str) -> Start | None:
    """A piece that begins with a number: its title may stand in the next piece, its item's label after the title."""
    series = NUMBER.fullmatch(number)
    if not series:
        return None
    piece, taken = pieces[place], 1
    if not text.strip():
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        if following is None or following.rows or following.label or following.kind == "item":
            return None
        piece, text, taken = following, following.text, 2
    title, item, rest = _title(text, strong=piece.strong)
    taken += _wrapped(pieces, place + taken, title) if not item and not rest else 0
    if taken > 1 and pieces[place + taken - 1] is not piece and not rest:
        title, item, rest = _title(f"{text} {pieces[place + taken - 1].text}", strong=True)
    below = pieces[place + taken].line if place + taken < len(pieces) else ""
    if not item and not rest and (match := ITEM_LINE.match(below)):
        item, taken = match["item"], taken + 1
    if RESOLVED_WORD.match(text) or not re.search(r"[^\W\d_]{2}", title) or len(title) > LONGEST_TITLE:
        return None
    start = Start(place, series["number"], title, _item_label(item), rest, taken, _worth(piece, title, item, rest))
    return _placed(start, series)


def _wrapped(pieces: Sequence[Piece], place: int, title: str) -> int:
    """1 where the next piece is the second line of the title: it alone names the item, "… (ITEM NO. B3)"."""
    if place >= len(pieces):
        return 0
    following = pieces[place]
    named = ITEM.search(following.text)
    ends = bool(named) and not following.text[named.end() :].strip() if named else False
    return int(ends and following.strong and not following.label and len(title + following.text) < LONGEST_TITLE)


def _title(text: str, *, strong: bool) -> tuple[str, str, str]:
    """The title, the label of its item, and the text that follows on the same line."""
    text = text.strip().lstrip("|").strip()
    if (match := ITEM.search(text)) and match.start() < LONGEST_TITLE:
        return text[: match.start()].strip(" :–-"), match["item"], text[match.end() :].strip(" :.–-")
    if len(text) <= 120 and not re.search(r"[:.]\s+\S|\s[-–—]\s|[.)]$", text):
        return text.rstrip(" :"), "", ""
    if (
        len(text) <= 110
        and text.endswith(".")
        and not re.search(r"[:.]\s+\S|\s[-–—]\s", text)
        and _is_short_title(text)
    ):
        return text.rstrip(" .:"), "", ""
    for pattern in (CAPITALS, LETTERED):
        if match := pattern.match(text):
            return match["title"].strip(" :–—-"), "", match["text"].strip()
    match = INLINE.match(text)
    if match and _is_inline(match, strong=strong):
        return match["title"].strip(), "", match["text"].strip()
    return text.rstrip(" :"), "", ""


def _is_short_title(text: str) -> bool:
    """Whether a line that ends like a sentence is a title nevertheless: "To accept apologies for absence."."""
    named = STANDING_BUSINESS.search(text) or len(text) < 50
    return bool(named) and not SENTENCE.match(text) and not re.search(r"\b(?:was|were|is|are|had|has|reported)\b", text)


def _is_inline(match: re.Match[str], *, strong: bool) -> bool:
    """Whether the text of a minute follows its title on the same line: "Apologies – Cllr Shaw sent apologies."."""
    title, text = match["title"], match["text"]
    sentence = bool(re.search(r"[a-z]", text)) and (text.rstrip().endswith((".", ")")) or len(text) > 120)
    if strong and not (title.isupper() and not text.isupper() and sentence):
        return False
    known = bool(STANDING_BUSINESS.search(title)) or title.isupper() or match["mark"] in (":", ".")
    return known and (sentence or bool(STANDING_BUSINESS.search(title))) and not SENTENCE.match(title)


def _item_label(item: str) -> str:
    return re.sub(r"\s+", "", item).rstrip(".")


def _worth(piece: Piece, title: str, item: str, rest: str = "") -> float:
    worth = 0.4
    if piece.kind == "heading" or piece.strong:
        worth += 1.5
    if title.isupper() and len(title) > 4:
        worth += 0.8
    if STANDING_BUSINESS.search(title) and len(title) < 110:
        worth += 1.5
    if item:
        worth += 3.0
    long = len(title) > 140 and not item and piece.kind != "heading"
    if long or title.endswith((";", ",", ":")) or (title.endswith(".") and len(title) > 70):
        worth -= 1.6
    if title.lower().startswith("to ") and not STANDING_BUSINESS.search(title):
        worth -= 0.5
    if (title[:1].islower() and not title[:2].isdigit()) or SENTENCE.match(title):
        worth -= 2.0
    return worth + (0.3 if rest else 0.0)


def _placed(start: Start, series: re.Match[str]) -> Start:
    figures = tuple(int(figure) for figure in re.split(r"[/.-]", series["figures"]))
    letter = (series["letter"] or "").strip("()").lower()
    return replace(start, prefix=(series["prefix"] or "").upper(), figures=figures, letter=letter)


def _best_run(found: Sequence[Start]) -> list[Start]:
    """The increasing run of candidates that is worth most."""
    totals: list[float] = []
    origins: list[int | None] = []
    for number, start in enumerate(found):
        best, origin = -0.5, None
        for earlier in range(max(0, number - LOOK_BACK), number):
            cost = _cost(found[earlier], start)
            if cost is not None and totals[earlier] - cost > best:
                best, origin = totals[earlier] - cost, earlier
        totals.append(best + start.worth)
        origins.append(origin)
    return _trace(found, totals, origins)


def _cost(earlier: Start, later: Start) -> float | None:
    """What it costs that one minute comes after another; None if it cannot."""
    if later.piece < earlier.piece + earlier.taken:
        return None
    if earlier.prefix != later.prefix:
        return 0.4 if later.prefix > earlier.prefix and earlier.prefix and later.figures[-1] == 1 else None
    if len(earlier.figures) != len(later.figures):
        return None
    steps = [after - before for before, after in zip(earlier.figures, later.figures, strict=True)]
    moved = [step for step in steps if step]
    if not moved:
        return 0.1 if later.letter > earlier.letter else None
    if len(moved) > 1 or moved[0] < 1:
        return None
    return min((moved[0] - 1) * 0.6, 3.0)


def _trace(found: Sequence[Start], totals: Sequence[float], origins: Sequence[int | None]) -> list[Start]:
    if not totals:
        return []
    number: int | None = max(range(len(totals)), key=lambda index: (totals[index], -index))
    run = []
    while number is not None:
        run.append(found[number])
        number = origins[number]
    return run[::-1]


def _unnumbered(pieces: Sequence[Piece], first: int) -> list[Start]:
    """Minutes under headings without numbers: those that are set like the headings of standing business."""
    titles = [place for place in range(first, len(pieces)) if _may_title(pieces, place)]
    known = [
        place for place in titles if STANDING_BUSINESS.search(pieces[place].text) or ITEM.search(pieces[place].text)
    ]
    looks = {_look(pieces[place]) for place in known}
    chosen = [place for place in titles if _look(pieces[place]) in looks]
    starts = []
    for place in chosen:
        title, item, _rest = _title(pieces[place].text, strong=True)
        taken = 1
        if place + 1 < len(pieces) and (match := ITEM_LINE.match(pieces[place + 1].line)):
            item, taken = match["item"], 2
        starts.append(Start(place, "", title, _item_label(item), taken=taken, worth=1.0))
    return starts if known else []


def _look(piece: Piece) -> tuple[str, int, bool, bool]:
    return piece.kind, piece.level, piece.strong, piece.text.isupper()


def _may_title(pieces: Sequence[Piece], place: int) -> bool:
    piece = pieces[place]
    if piece.rows or piece.label or piece.kind not in ("heading", "paragraph") or not 4 <= len(piece.text) <= 140:
        return False
    if _is_label(piece.text) or SECTION.match(piece.text):
        return False
    if (
        piece.text.endswith((".", ";", ",", ":", "; and", ", and"))
        or SENTENCE.match(piece.text)
        or WORDED.match(piece.text)
    ):
        return False
    if piece.text.lower().startswith("to ") and not STANDING_BUSINESS.search(piece.text):
        return False
    if any(label.group in ("present", "also", "officers") for label in labels_in(piece.text)):
        return False
    alone = piece.strong or piece.text.isupper()
    return alone or (len(piece.text) <= 90 and piece.text[:1].isupper() and _stands_over_text(pieces, place))


def _stands_over_text(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a plain short line has the sentences of a minute below it."""
    following = pieces[place + 1] if place + 1 < len(pieces) else None
    return following is not None and following.text.rstrip().endswith((".", ":")) and len(following.text) > 4
