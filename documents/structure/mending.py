"""Pieces made whole where a page, a line or a change of type broke them, before any reader sees them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from documents.packs.dates import find_dates
from documents.structure.pieces import Piece
from documents.structure.sequences import is_next

RUNNING = ("paragraph", "numbered", "item")
ENDS = (".", ":", ";", "?", "!")
# On one page a shorter line than this was ended by hand.
LONGEST_ENDED = 45
# Fewer numbered paragraphs than these do not show that a paper numbers them all.
FEWEST_NUMBERED = 8
FEWEST_COUNTED = 3
LONGEST_LINE = 60
LONGEST_DATE = 40
HYPHENATED = re.compile(r"[^\W\d_]-$")
# A number before a small letter, or right before the text, which lines broken anywhere may begin with too.
NUMBER = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){0,2})(?:[.)]\s+(?=[a-z])|(?<=\.\d)\s+(?=[a-z])|(?<=\.\d\d)\s+(?=[a-z])|\.(?=[A-Z][a-z]))"
)
BARE = re.compile(r"(\d{1,3})\s+(?=[A-Z“‘\"'(])")
DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,3}){1,3}\.?")
# The marks that a committee system leaves round each item of the minutes it prints: "<AI1>", "</TITLE_SECTION>".
PRINT_MARK = re.compile(r"</?[A-Z][A-Z_]{1,40}\d{0,3}>\s*")
MARKER = re.compile(r"\(?(?:[A-Za-z]|[ivx]{1,5}|\d{1,2})[.)]")


def mended(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with lists out of tables, numbers told, and every text that runs on in the next piece joined to it."""
    whole = _joined(_numbered(_counted(list(_out_of_tables(_dated(_unmarked(pieces)))))))
    return _joined_over_pages(whole) if _numbers_all(whole) else whole


def _unmarked(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces without the marks of a committee system, and without those that are only such marks."""
    for piece in pieces:
        text = PRINT_MARK.sub("", piece.text) if "<" in piece.text else piece.text
        rows = tuple(tuple(PRINT_MARK.sub("", cell) for cell in row) for row in piece.rows)
        if text.strip() or piece.text == text:
            yield replace(piece, text=text, rows=rows)


def _dated(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, a day that was taken for a numbered heading whole again: "12 March 2024"."""
    for piece in pieces:
        dates = find_dates(piece.line) if piece.label.isdigit() and len(piece.text) < LONGEST_DATE else []
        yield replace(piece, text=piece.line, label="") if dates and not dates[0].start else piece


def _out_of_tables(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """A table of markers beside texts is a list: its columns are only how it was typed."""
    for piece in pieces:
        rows = piece.rows
        if piece.kind != "table" or any(len(row) != 2 or not row[1] for row in rows):
            yield piece
        elif all(DECIMAL.fullmatch(first) for first, _ in rows):
            yield from (Piece("numbered", piece.page, text, first.rstrip(".")) for first, text in rows)
        elif all(MARKER.fullmatch(first) for first, _ in rows):
            yield from (Piece("item", piece.page, text, first) for first, text in rows)
        else:
            yield piece


def _counted(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Paragraphs that begin with a bare number ("1 This report …"), where these count 1, 2, 3 through the paper."""
    places: list[int] = []
    for place, piece in enumerate(pieces):
        match = BARE.match(piece.text) if piece.kind == "paragraph" and not piece.strong else None
        if match and int(match[1]) == len(places) + 1 and piece.text.rstrip("”’\"')]").endswith(ENDS):
            places.append(place)
    if len(places) < FEWEST_COUNTED:
        return pieces
    counted = list(pieces)
    for number, place in enumerate(places, start=1):
        text = BARE.sub("", pieces[place].text, count=1)
        counted[place] = replace(pieces[place], kind="numbered", label=str(number), text=text)
    return counted


def _numbered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Numbers that stand before a small letter, or right before the text, where the numbers before lead to them."""
    last, before = "", ""
    for piece in pieces:
        match = NUMBER.match(piece.text) if piece.kind == "paragraph" else None
        if match and (is_next(last, match[1]) or (match[1].endswith("1") and before.rstrip(" -–—").endswith(":"))):
            piece = replace(piece, kind="numbered", label=match[1], text=piece.text[match.end() :])
        if piece.kind in ("numbered", "heading") and piece.label:
            last = piece.label
        before = piece.text
        yield piece


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    whole: list[Piece] = []
    for piece in pieces:
        if whole and _goes_on(whole[-1], piece):
            whole[-1] = _together(whole[-1], piece)
        else:
            whole.append(piece)
    return whole


def _together(last: Piece, piece: Piece) -> Piece:
    between = "" if HYPHENATED.search(last.text) and piece.text[:1].islower() else " "
    return replace(last, text=f"{last.text}{between}{piece.text}", strong=last.strong and piece.strong)


def _goes_on(last: Piece, piece: Piece) -> bool:
    """Whether a paragraph begins in mid sentence, and the one before it has not ended its own."""
    if last.kind not in RUNNING or piece.kind != "paragraph" or not last.text:
        return False
    if last.text.rstrip("”’\"')]").endswith(ENDS):
        return False
    if not piece.text[:1].islower():
        # The rest of a paragraph whose number stood too close to its first line.
        return last.kind == "numbered" and not last.anchor and len(last.text) > LONGEST_LINE and piece.page == last.page
    return piece.page != last.page or len(last.text) >= LONGEST_ENDED


def _numbers_all(pieces: Sequence[Piece]) -> bool:
    """Whether a paper numbers every paragraph: none without a number stands below a numbered one on its page."""
    numbered = sum(piece.kind == "numbered" and "." in piece.label for piece in pieces)
    return numbered >= FEWEST_NUMBERED and not any(
        _is_text(piece) and last.kind in ("numbered", "item") and last.page == piece.page
        for last, piece in pairwise(pieces)
    )


def _is_text(piece: Piece) -> bool:
    return piece.kind == "paragraph" and not piece.strong and len(piece.text) > LONGEST_LINE


def _joined_over_pages(pieces: Sequence[Piece]) -> list[Piece]:
    """A text without a number at the top of a page belongs to the numbered paragraph before it."""
    whole: list[Piece] = []
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        last = whole[-1] if whole else None
        below_number = (
            last is not None and last.kind == "numbered" and "." in last.label and last.page == piece.page - 1
        )
        if last and below_number and _is_text(piece) and following and following.kind in ("numbered", "heading"):
            whole[-1] = _together(last, piece)
        else:
            whole.append(piece)
    return whole
