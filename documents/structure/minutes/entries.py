"""Makes the record of one item from its pieces."""

from collections.abc import Sequence

from documents.structure.minutes.declarations import declarations_in
from documents.structure.minutes.headings import SECTION, Start
from documents.structure.minutes.requests import requests_in
from documents.structure.minutes.resolutions import split
from documents.structure.minutes.votes import results_in, vote_in, votes_in
from documents.structure.pieces import Piece, text_of
from documents.structure.understood import ReadMinute


def entries_of(pieces: Sequence[Piece], starts: Sequence[Start]) -> list[ReadMinute]:
    """A minute for each start, of the pieces up to the next."""
    ends = [*(start.piece for start in starts[1:]), len(pieces)][: len(starts)]
    own_number = _counts_items(starts)
    return [_entry(pieces, start, end, own_number=own_number) for start, end in zip(starts, ends, strict=True)]


def _counts_items(starts: Sequence[Start]) -> bool:
    """Whether the minutes' own numbers are those of the agenda: they begin at 1, and no item is named otherwise."""
    first = starts[0] if starts else None
    plain = first is not None and len(first.figures) == 1 and not (first.prefix and len(first.prefix) > 1)
    return bool(first and plain and first.figures[0] == 1) and not any(start.item for start in starts)


def _entry(pieces: Sequence[Piece], start: Start, end: int, *, own_number: bool) -> ReadMinute:
    page = pieces[start.piece].page
    body = list(pieces[start.piece + start.taken : end])
    if start.text:
        body.insert(0, Piece("paragraph", page, start.text))
    body = without_section_heads(body)
    return minute_of(
        start.number, start.title, body, item=start.item or (start.number if own_number else ""), page=page
    )


def without_section_heads(body: list[Piece]) -> list[Piece]:
    """The pieces less headings at their end, which stand over the items that follow."""
    while body and body[-1].kind == "heading" and not body[-1].label and SECTION.match(body[-1].text):
        body = body[:-1]
    return body


def minute_of(number: str, title: str, body: Sequence[Piece], *, item: str = "", page: int = 0) -> ReadMinute:
    """The record of the pieces below its heading."""
    text, resolved = split(body)
    results = [result for piece in body if piece.rows for result in results_in(piece.rows)]
    return ReadMinute(
        number=number,
        title=title.rstrip(" -–—"),
        item=item,
        text=text_of(text),
        resolved=resolved,
        declarations=declarations_in(title, text),
        requests=requests_in(text, resolved=bool(resolved)),
        votes=votes_in(body),
        vote="\n".join(results) or vote_in([piece.text for piece in body]),
        page=page,
    )
