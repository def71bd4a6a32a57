"""The label and value pairs of a report's first page, from paragraphs, from lines, and from tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from documents.structure.cells import OPEN_ENDED
from documents.structure.pieces import Piece
from documents.structure.reports.labels import Field, field_of, pair_in
from documents.structure.reports.outline import Entry

LONGEST_VALUE = 700
LONGEST_LINE = 120


@dataclass(slots=True)
class Pair:
    """The field that is told, with its value; places are those of the entries it is made of."""

    tells: Field
    label: str
    value: str
    places: list[int] = field(default_factory=list)


def pairs_of(entries: Sequence[Entry]) -> tuple[list[Pair], set[int]]:
    """The pairs in order, and the places of the tables that hold nothing else."""
    pairs: list[Pair] = []
    whole: set[int] = set()
    place = 0
    while place < len(entries):
        piece = entries[place].piece
        if piece.rows:
            found, complete = _of_table(piece)
            for pair in found:
                pair.places.append(place)
            pairs += found
            whole |= {place} if complete else set()
        elif found_pair := _of_line(entries, place):
            pairs.append(found_pair)
            place = found_pair.places[-1]
        place += 1
    return pairs, whole


def _of_line(entries: Sequence[Entry], place: int) -> Pair | None:
    """A pair on one line, or a label with its value on the lines below."""
    piece = entries[place].piece
    text = _words(piece)
    found = pair_in(text) if piece.kind in ("paragraph", "heading", "numbered") else None
    if found is None and (alone := field_of(text)) and _is_label(text):
        found = alone, text, ""
    if found is None:
        return None
    pair = Pair(*found, places=[place])
    for following in range(place + 1, len(entries)):
        if not _takes(pair, entries, following):
            break
        between = "; " if pair.tells == "report_of" and entries[following].piece.text[:1].isupper() else " "
        pair.value = f"{pair.value}{between}{entries[following].piece.text}".strip(" ;")
        pair.places.append(following)
    return pair


def _is_label(text: str) -> bool:
    """Whether a label without a value is meant as one: "Subject:", "Report title"; a lone "To" or "By" is a word."""
    return text.rstrip().endswith((":", "?")) or len(text.split()) > 1 or (text.isupper() and len(text) > 3)


def _takes(pair: Pair, entries: Sequence[Entry], place: int) -> bool:
    """Whether the line at a place is the value of the pair, or the rest of it."""
    entry = entries[place]
    piece = entry.piece
    text = piece.text
    if piece.rows or piece.kind in ("numbered", "item") or not text or len(text) > LONGEST_VALUE:
        return False
    if pair_in(text) or (field_of(text) and _is_label(text)) or (entry.is_heading and piece.kind == "paragraph"):
        return False
    if not pair.value:
        return True
    if len(pair.value) > LONGEST_VALUE:
        return False
    return bool(OPEN_ENDED.search(pair.value) or text[:1].islower()) or _is_between(pair, entries, place)


def _is_between(pair: Pair, entries: Sequence[Entry], place: int) -> bool:
    """Whether a short line stands between two labels, where whom a report is of may take several lines."""
    text = entries[place].piece.text
    if pair.tells not in ("report_of", "subject") or len(text) > LONGEST_LINE or text.endswith((".", ";")):
        return False
    return any(_begins_pair(entry) for entry in entries[place + 1 : place + 2])


def _begins_pair(entry: Entry) -> bool:
    text = _words(entry.piece)
    return bool(pair_in(text) or (field_of(text) and _is_label(text)))


def _words(piece: Piece) -> str:
    return piece.text if piece.kind != "numbered" else piece.line


def _of_table(piece: Piece) -> tuple[list[Pair], bool]:
    """The pairs of a table, and whether all its cells are labels or values."""
    rows = [[" ".join(cell.split()) for cell in row] for row in piece.rows]
    pairs: list[Pair] = []
    complete = True
    skip = False
    for number, row in enumerate(rows):
        if skip:
            skip = False
            continue
        below = rows[number + 1] if number + 1 < len(rows) else None
        if columns := _of_columns(row, below):
            pairs += columns
            skip = True
            continue
        found = list(_of_row(row))
        complete = complete and (not found or field_of(row[0]) is not None or pair_in(row[0]) is not None)
        if not found and pairs and not row[0] and any(row):
            pairs[-1].value = f"{pairs[-1].value}; {' '.join(cell for cell in row if cell)}".strip("; ")
        elif not found and any(row):
            complete = False
        pairs += found
    return pairs, complete and bool(pairs)


def _of_columns(row: Sequence[str], below: Sequence[str] | None) -> list[Pair]:
    """A row of labels over a row of values."""
    filled = [cell for cell in row if cell]
    if below is None or len(filled) < 2 or not all(field_of(cell) for cell in filled):
        return []
    if len({field_of(cell) for cell in filled} - {"other"}) < 2 or not any(below):
        return []
    if any(cell and (field_of(cell) or pair_in(cell)) for cell in below):
        return []
    return [Pair(label, cell, value) for cell, value in zip(row, below, strict=False) if (label := field_of(cell))]


def _of_row(row: Sequence[str]) -> Iterator[Pair]:
    """The pairs within one row; cells that are no label belong to the label before them."""
    pair: Pair | None = None
    for cell in row:
        if not cell:
            continue
        if found := pair_in(cell) or _capital_label(cell):
            if pair:
                yield pair
            pair = Pair(*found)
        elif (label := field_of(cell)) and (pair is None or (pair.value and pair.tells != "exempt") or ":" in cell):
            if pair:
                yield pair
            pair = Pair(label, cell, "")
        elif pair:
            pair.value = (
                f"{pair.value} | {cell}".strip(" |") if pair.tells == "exempt" else f"{pair.value} {cell}".strip()
            )
    if pair:
        yield pair


def _capital_label(cell: str) -> tuple[Field, str, str] | None:
    """A label in capitals over its value in one cell: "WARDS AFFECTED All"."""
    words = cell.split()
    for count in range(min(8, len(words) - 1), 0, -1):
        label, value = " ".join(words[:count]), " ".join(words[count:])
        if label.isupper() and not words[count].isupper() and len(label) > 3 and (field := field_of(label)):
            return field, label, value
    return None
