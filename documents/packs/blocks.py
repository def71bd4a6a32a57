"""Parts the rows of one item into its title, its own text, its page range and its note."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from documents.packs.cleaning import BULLET, joined, key
from documents.packs.labels import leading_label, read_label
from documents.packs.numbering import Candidate
from documents.packs.page_ranges import (
    HEADER,
    NOTE,
    TRAILING,
    PrintedRange,
    bare_range,
    half_range,
    without_attached,
    worded_range,
)
from documents.packs.rows import Cell, Row

CONNECTIVE = re.compile(r"(?:[-–—:,&/(]|\b(?:and|of|the|for|to|in|on|with|at|by|from|or|a|an|its|under|into))$", re.I)
OWN_TEXT = re.compile(
    r"^(?:to (?:receive|consider|approve|note|agree|confirm|sign|determine|review|discuss|invite|resolve|hear|elect|"
    r"appoint|give|ask|make|be|answer|identify|report|deal|allow|take|enable|inform|update|remind|declare|authorise|"
    r"comment|provide|scrutinise|endorse|recommend|seek|adopt)\b|"
    r"report (?:of|by|from)\b|members (?:are|of|should|must|will)\b|councillors (?:are|should|must)\b|"
    r"the (?:committee|board|panel|chair|cabinet|council|sub-committee|executive|report|minutes) |"
    r"please |note:|if you |in accordance |any (?:member|item|question|person|other)\b|(?:lead|"
    r"contact|report) (?:officer|author)|"
    r"wards?(?: affected)?:|portfolio|purpose|recommendation|\(?(?:report|copy|minutes) (?:attached|enclosed))",
    re.IGNORECASE,
)
LIST_LABEL = re.compile(r"^(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|\d{1,2}\.)\s")
OPENING = re.compile(r"[(\[]\s*(?:pages?|pp?\.?|tudalen(?:nau)?)(?:\s+\d{1,4})?$", re.IGNORECASE)
# A column of page numbers lies beyond this share of the page's width.
PAGE_COLUMN = 0.6
# A gap of this many times the letters' size parts a title from the column to its right.
SIDE_GAP = 2.6
# Lines of one paragraph lie closer than this many times the letters' size.
LINE_GAP = 0.85


@dataclass(slots=True)
class Piece:
    """A line of the title's column."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    page: int


@dataclass(slots=True)
class Block:
    title: str = ""
    text: str = ""
    printed: PrintedRange | None = None
    note: str = ""
    strays: list[PrintedRange] = field(default_factory=list)
    open_range: int | None = None
    sides: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    # Where the label ends, if another column stands between it and the title; else 0.
    label_right: float = 0.0


def gather(rows: Sequence[Row], candidate: Candidate) -> Block:
    """The rows of an item, the candidate's own first, with its page range and notes taken out."""
    block = Block(label_right=candidate.right if candidate.columned else 0.0)
    _take_row(block, rows[0], label_row=bool(candidate.label.text), title_left=candidate.title_left)
    for row in rows[1:]:
        _take_row(block, row, label_row=False, title_left=candidate.title_left)
    return block


def right_edge(blocks: Sequence[Block]) -> float:
    """How far to the right the lines of a group of items run before they wrap."""
    return max((piece.right for block in blocks for piece in block.pieces), default=0.0)


def part(block: Block, limit: float, known_titles: Sequence[str]) -> None:
    """Sets the block's title and text; limit is the right edge of its group, known_titles are the bookmarks'."""
    length = _title_length(block.pieces, limit, known_titles)
    block.title = _without_range(block, joined(piece.text for piece in block.pieces[:length]))
    block.text = "\n".join(_paragraphs(block.pieces[length:]))


def text_of(rows: Sequence[Row]) -> str:
    """The rows' text in paragraphs, parted by line ends."""
    block = Block()
    for row in rows:
        _take_row(block, row, label_row=False, title_left=row.left)
    return "\n".join([*_paragraphs(block.pieces), *block.sides])


def _take_row(block: Block, row: Row, *, label_row: bool, title_left: float) -> None:
    cells = list(row.cells)
    if label_row:
        cells = _without_label(cells)
    cells = _without_columns_before(block, cells, title_left)
    cells = [cell for cell in cells if not HEADER.match(cell.text)]
    column = [cell for cell in cells if not _take_range(block, row, cell, alone=len(cells) == 1, left=title_left)]
    if not column:
        return
    main, side = _beside(column)
    if side:
        block.sides.append(" ".join(cell.text for cell in side))
    text = _take_worded(block, " ".join(cell.text for cell in main))
    if text:
        block.pieces.append(_piece(text, main, row.page))


def _without_columns_before(block: Block, cells: list[Cell], title_left: float) -> list[Cell]:
    """The cells less those of a column between label and title, such as a ward, which are set aside."""
    before = [cell for cell in cells if cell.right < title_left - 4 and cell.left > block.label_right]
    if before and block.label_right:
        block.sides.append(" ".join(cell.text for cell in before))
        return [cell for cell in cells if cell not in before]
    return cells


def _without_label(cells: list[Cell]) -> list[Cell]:
    first = cells[0]
    if read_label(first.text):
        return cells[1:]
    leading = leading_label(first.text)
    if not leading:
        return cells[1:] if leading_label(" ".join(cell.text for cell in cells)) else cells
    title = leading[1]
    left = first.right - (first.right - first.left) * len(title) / max(len(first.text), 1)
    return [Cell(title, left, first.top, first.right, first.bottom, first.size, first.bold), *cells[1:]]


def _take_range(block: Block, row: Row, cell: Cell, *, alone: bool, left: float) -> bool:
    """Takes a cell of the column of page numbers; False if it is none."""
    in_column = cell.left > row.page_width * PAGE_COLUMN
    rest = cell.text.strip("-–) ]")
    if in_column and block.open_range is not None and rest.isdigit():
        block.printed = PrintedRange(block.open_range, max(int(rest), block.open_range))
        block.open_range = None
        return True
    half = half_range(cell.text)
    if half is not None and in_column:
        block.open_range = half
        block.printed = block.printed or PrintedRange(half, half)
        return True
    if OPENING.fullmatch(cell.text) and in_column:
        return True  # "(Pages" on a line of its own: the numbers follow
    if NOTE.fullmatch(cell.text) and (in_column or alone):
        block.note = cell.text.strip("()[] ")
        return True
    found = bare_range(cell.text)
    if not found or not (in_column or (alone and not cell.text.isdigit())):
        return False
    if not in_column and cell.left < left - 9:
        block.strays.append(found)
    else:
        _add_range(block, found)
    return True


def _add_range(block: Block, found: PrintedRange) -> None:
    """An item's papers may be printed as several ranges: they are taken as one."""
    if block.printed is None:
        block.printed = found
    else:
        block.printed = PrintedRange(min(block.printed.first, found.first), max(block.printed.last, found.last))


def _beside(cells: list[Cell]) -> tuple[list[Cell], list[Cell]]:
    """The cells of the title's column, and those of a column to its right."""
    for number in range(1, len(cells)):
        gap = cells[number].left - cells[number - 1].right
        if gap > SIDE_GAP * cells[number].size:
            return cells[:number], cells[number:]
    return cells, []


def _take_worded(block: Block, text: str) -> str:
    """The text less a "(Pages 5 - 18)" or "(To follow)" at its end, which are taken."""
    found = worded_range(text)
    if found and (not text[found[2] :].strip(" .;)") or text[found[1]] in "(["):
        _add_range(block, found[0])
        text = f"{without_attached(text[: found[1]])} {text[found[2] :].lstrip()}".strip()
    note = NOTE.search(text)
    if note and (note.group().lstrip()[:1] in "([" or note.group().strip() == text):
        block.note = note["note"]
        text = text[: note.start()].strip()
    return text


def _without_range(block: Block, title: str) -> str:
    """A range that was read as the end of the title, as the pages are set close to it."""
    title = _take_worded(block, title)
    found = TRAILING.search(title)
    if found and block.printed is None and int(found["first"]) <= int(found["last"]) < 1500:
        block.printed = PrintedRange(int(found["first"]), int(found["last"]))
        title = title[: found.start()]
    return without_attached(OPENING.sub("", title)).rstrip("-–—:;").strip()


def _piece(text: str, cells: Sequence[Cell], page: int) -> Piece:
    return Piece(
        text,
        cells[0].left,
        cells[-1].right,
        min(cell.top for cell in cells),
        max(cell.bottom for cell in cells),
        max(cell.size for cell in cells),
        all(cell.bold for cell in cells),
        page,
    )


def _title_length(pieces: Sequence[Piece], limit: float, known_titles: Sequence[str]) -> int:
    """How many of the lines are the title's."""
    if not pieces:
        return 0
    if known := _known_length(pieces, known_titles):
        return known
    length = 1
    while length < len(pieces) and _goes_on(pieces[length - 1], pieces[length], pieces[0], limit):
        length += 1
    return max(length, _bold_length(pieces))


def _bold_length(pieces: Sequence[Piece]) -> int:
    """The bold lines, at most three, that stand close together above lines that are not bold; 0 if there are none."""
    length = next((number for number, piece in enumerate(pieces) if not piece.bold), len(pieces))
    title = pieces[:length]
    if not 1 < length < min(4, len(pieces)) or any(OWN_TEXT.match(piece.text) for piece in title[1:]):
        return 0
    apart = any(_far(above, below) or abs(above.size - below.size) > 0.8 for above, below in pairwise(title))
    return 0 if apart or any(abs(piece.left - title[0].left) > 4 for piece in title) else length


def _known_length(pieces: Sequence[Piece], known_titles: Sequence[str]) -> int:
    """The number of lines that together are a bookmark's title, or 0."""
    titles = {key(title) for title in known_titles}
    text = ""
    for length, piece in enumerate(pieces[:8], start=1):
        text = joined([text, piece.text])
        if key(text) in titles:
            return length
    return 0


def _goes_on(before: Piece, piece: Piece, first: Piece, limit: float) -> bool:
    """Whether a line goes on with the title begun above it."""
    if piece.bold != first.bold or abs(piece.size - first.size) > 0.8 or BULLET.match(piece.text):
        return False
    if piece.page == before.page and _far(before, piece):
        return False
    if first.text.isupper() and not piece.text.isupper() and len(first.text) > 4:
        return False
    if CONNECTIVE.search(before.text) or OPENING.search(before.text):
        return True
    if OWN_TEXT.match(piece.text):
        return False
    return piece.text[:1].islower() or not _would_fit(before, piece, limit)


def _far(before: Piece, piece: Piece) -> bool:
    return piece.top - before.bottom > LINE_GAP * piece.size


def _would_fit(before: Piece, piece: Piece, limit: float) -> bool:
    """Whether the line's first word had room at the end of the line before, so that the break was meant."""
    word = len(piece.text.split(" ")[0]) + 1
    width = (piece.right - piece.left) / max(len(piece.text), 1)
    return before.right + word * width < limit


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[str]:
    """The lines joined where they wrap; bullets begin a paragraph."""
    limit = max((piece.right for piece in pieces), default=0.0)
    lines: list[str] = []
    for number, piece in enumerate(pieces):
        if lines and _begins(pieces[number - 1], piece, limit):
            yield joined(lines)
            lines = []
        lines.append(piece.text)
    if lines:
        yield joined(lines)


def _begins(before: Piece, piece: Piece, limit: float) -> bool:
    if BULLET.match(piece.text) or LIST_LABEL.match(piece.text):
        return True
    if piece.page != before.page:
        return before.text.endswith((".", ":", ";"))
    return _far(before, piece) or _would_fit(before, piece, limit)
