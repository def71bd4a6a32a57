"""Minutes that are set as a table ("Minute no. | Item | Action by"): its rows as headings and paragraphs."""

import re
from collections.abc import Iterator, Sequence

from documents.packs.numbering import STANDING_BUSINESS
from documents.structure.pieces import Piece

Row = tuple[str, ...]

NUMBER_HEAD = re.compile(
    r"^(?:(?:minute|item|agenda|ref(?:erence)?)\b[\s/]*)*(?:no|number|ref(?:erence)?|item)?\W*$|^#$|^rhif\b",
    re.IGNORECASE,
)
TEXT_HEAD = re.compile(
    r"\b(?:item|subject|minute|minutes|discussion|decision|description|details?|issue|topic|business|notes?|"
    r"matter)s?\b",
    re.IGNORECASE,
)
ACTION_HEAD = re.compile(r"^(?:action|owner|by whom|lead|who|responsib)", re.IGNORECASE)
NUMBER = re.compile(r"^(?:[A-Z]{1,5}[/. -]?)?\d{1,4}(?:[/.-]\d{1,4}){0,2}[a-z]?[.):]*$", re.IGNORECASE)
TITLED = re.compile(r"^(?P<title>[^.:;!?]{3,90}?)\s*(?:[:–—]|\s-)\s+(?P<text>\S.*)$", re.DOTALL)
CAPITALS = re.compile(
    r"^(?P<title>[A-Z][A-Z0-9 ,&’'()/–-]{4,110})(?<=[A-Z0-9)])\s+(?P<text>[A-Z0-9(]?[a-z].*)$", re.DOTALL
)
SHORT_TITLE = 110


def untabled(piece: Piece) -> Iterator[Piece]:
    """The piece, or the pieces that its rows are where it is a layout rather than a table of facts."""
    if piece.kind == "lines":
        for row in piece.rows:
            yield Piece("paragraph", piece.page, row[0])
    elif piece.kind == "table" and _is_layout(piece.rows):
        yield from _rows_as_pieces(piece)
    else:
        yield piece


def _is_layout(rows: Sequence[Row]) -> bool:
    """Whether the rows are minutes: a head that says so, or numbers beside texts that are whole minutes."""
    if is_minutes_head(rows[0]):
        return any(STANDING_BUSINESS.search(" ".join(row)) for row in rows[1:])
    if _is_numbered_layout(rows):
        return True
    numbered = [row for row in rows if NUMBER.match(row[0].strip()) and any(row[1:])]
    texts = [row for row in numbered if len(" ".join(row[1:])) > 160 or _is_title(row)]
    return len(rows[0]) <= 3 and len(numbered) >= 0.4 * len(rows) and len(texts) >= 0.7 * max(len(numbered), 1)


def _is_numbered_layout(rows: Sequence[Row]) -> bool:
    """Whether numbers stand only beside titles in capitals, and all texts in rows without a number."""
    numbered = [row for row in rows if NUMBER.match(row[0].strip())]
    others = [row for row in rows if not NUMBER.match(row[0].strip())]
    titled = all(len(row) > 1 and row[1].isupper() and len(row[1]) > 4 for row in numbered)
    return bool(numbered) and len(others) >= len(numbered) and titled and not any(row[0].strip() for row in others)


def is_minutes_head(row: Row) -> bool:
    cells = [cell.strip() for cell in row if cell.strip()]
    if not 2 <= len(cells) <= 5 or any(len(cell) > 40 for cell in cells):
        return False
    return bool(NUMBER_HEAD.match(cells[0]) and TEXT_HEAD.search(cells[1]))


def _is_title(row: Row) -> bool:
    """Whether a row is a number and a heading in capitals."""
    text = " ".join(cell for cell in row[1:] if cell)
    return text.isupper() and len(text) > 5


def _rows_as_pieces(piece: Piece) -> Iterator[Piece]:
    head = piece.rows[0] if is_minutes_head(piece.rows[0]) else None
    action = next(
        (place for place, cell in enumerate(piece.rows[0]) if place and ACTION_HEAD.match(cell.strip())), None
    )
    heading = piece.rows[0][action].strip(" :") if action is not None else ""
    first = (
        piece.rows[0]
        if action is None
        else tuple("" if at == action else cell for at, cell in enumerate(piece.rows[0]))
    )
    for row in piece.rows[1:] if head else (first, *piece.rows[1:]):
        yield from _row(row, piece.page, action, heading)


def _row(row: Row, page: int, action: int | None, heading: str) -> Iterator[Piece]:
    number = row[0].strip()
    cells = [cell.strip() for place, cell in enumerate(row) if place and place != action and cell.strip()]
    if number and not NUMBER.match(number):
        cells.insert(0, number)
        number = ""
    title, texts = _titled(cells) if number else ("", cells)
    if number:
        yield Piece("heading", page, title, number.strip(".): "), level=3, strong=True)
    for text in texts:
        yield Piece("paragraph", page, text)
    if action is not None and row[action].strip():
        yield Piece("paragraph", page, f"{heading}: {row[action].strip()}")


def _titled(cells: list[str]) -> tuple[str, list[str]]:
    """The title and the texts of a numbered row: cells of their own, or a title at the beginning of the one text."""
    if not cells:
        return "", []
    first, others = cells[0], cells[1:]
    if len(first) <= SHORT_TITLE and not first.endswith(".") and (others or "." not in first):
        return first, others
    match = CAPITALS.match(first) or TITLED.match(first)
    if match:
        return match["title"].strip(" :–—-"), [match["text"], *others]
    return "", cells
