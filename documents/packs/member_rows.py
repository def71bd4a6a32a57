"""Puts the rows of a printed membership in order before they are read: wrapped lists, and columns of wards."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from documents.packs.names import BODY, BRACKETS, PARTY
from documents.packs.rows import Cell, Row

SEPARATOR = re.compile(r",|;|\band\b")
TITLED = re.compile(
    r"^(?:the )?(?:(?:county|city|borough|district|town|parish|community) )?(?:councillors?|cllrs?\.?|"
    r"cynghorw?y?d?d?)\b",
    re.IGNORECASE,
)
COURTESY = re.compile(r"^(?:mr|mrs|ms|miss|mx|rev|revd|sir|dame)\b", re.IGNORECASE)
INITIALS = re.compile(r"^(?:[A-Z]\.?\s?){1,3}\s?[A-Z][\w'’-]+")
# What heads a table of members: a column of names, and one of what each of them represents.
NAMES_HEAD = re.compile(r"^(?:name|member|councillor)s?$", re.IGNORECASE)
AREA_HEAD = re.compile(
    r"^(?:organi[sz]ation|authority|council|ward|division|electoral division|representing|district|political (?:party|"
    r"group)|party|group|portfolio|area)s?(?: represented)?$",
    re.IGNORECASE,
)
# A wrapped line reaches at least this share of the page's width.
FULL_LINE = 0.72
ALIGNED = 9.0


def is_table_head(row: Row) -> bool:
    """Whether the row heads a table of names and of what they represent."""
    first, *others = row.cells
    return bool(NAMES_HEAD.match(first.text)) and any(AREA_HEAD.match(cell.text) for cell in others)


def unwrapped(rows: Sequence[Row], stops: Callable[[str], bool]) -> list[Row | None]:
    """The rows with lists that wrap put on one row, and None where a row was drawn into the one above.

    stops tells a text that begins something else.
    """
    merged: list[Row | None] = list(rows)
    head = 0
    for number in range(1, len(rows)):
        above = merged[head]
        if above and _wraps(_with_text(rows[number - 1], above), rows[number]) and not stops(rows[number].text):
            last = above.cells[-1]
            longer = replace(last, text=f"{last.text} {rows[number].cells[-1].text}", right=rows[number].right)
            merged[head] = replace(above, cells=(*above.cells[:-1], longer))
            merged[number] = None
        else:
            head = number
    return merged


def _with_text(row: Row, merged: Row) -> Row:
    """The row's place with the text of the list so far."""
    return replace(row, cells=(*row.cells[:-1], replace(row.cells[-1], text=merged.cells[-1].text)))


def _wraps(above: Row, row: Row) -> bool:
    """Whether a list of people goes on in the next row: its line is full, or ends in the middle."""
    last, cell = above.cells[-1], row.cells[-1]
    if not _one_list(above, row) or row.page != above.page or TITLED.match(cell.text) or COURTESY.match(cell.text):
        return False
    if abs(cell.left - last.left) > ALIGNED and abs(cell.left - above.left) > ALIGNED:
        return False
    if row.top - above.bottom > 0.8 * cell.size:
        return False
    separators = len(SEPARATOR.findall(BRACKETS.sub("", last.text))) + last.text.count(":")
    if last.text.endswith((",", " and", "&")):
        return separators > 1
    word = cell.text.split(" ")[0]
    full = above.page_width * FULL_LINE - last.right < 0.5 * cell.size * len(word)
    return full and (separators > 1 or last.text.count("(") > last.text.count(")"))


def _one_list(above: Row, row: Row) -> bool:
    """Whether each row has one text, beside no more than a label, which may take two rows as well."""
    if len(row.cells) == 1:
        return len(above.cells) <= 2
    return len(row.cells) == len(above.cells) == 2 and len(row.cells[0].text) < 20


def area_columns(rows: Sequence[Row]) -> list[float]:
    """The left edges of columns that tell what each member represents: a ward, a portfolio, a body or a party."""
    if rows and is_table_head(rows[0]):
        return [cell.left for cell in rows[0].cells[1:]]
    table = [row for row in rows if len(row.cells) > 1]
    lefts: list[float] = []
    for row in table:
        lefts += [cell.left for cell in row.cells[1:] if not any(abs(cell.left - left) < ALIGNED for left in lefts)]
    return [left for left in lefts if _is_area_column(table, left)]


def _is_area_column(table: Sequence[Row], left: float) -> bool:
    pairs = [
        (row.cells[0].text, cell.text)
        for row in table
        for cell in row.cells[1:]
        if abs(cell.left - left) < ALIGNED and re.search(r"\w", cell.text)
    ]
    if len(pairs) < 2 or any(TITLED.match(area) or COURTESY.match(area) or _has_role(area) for _, area in pairs):
        return False
    titled = sum(bool(TITLED.match(name) or INITIALS.match(name)) for name, _ in pairs)
    initials = sum(bool(INITIALS.match(area)) for _, area in pairs)
    told = sum(_reads_as_area(area) for _, area in pairs)
    return (titled > 0.6 * len(pairs) and not initials) or told >= 0.3 * len(pairs)


def _has_role(text: str) -> bool:
    return any(re.search(r"chair|substitut|co-?opt", note, re.IGNORECASE) for note in BRACKETS.findall(text))


def _reads_as_area(text: str) -> bool:
    bare = text.strip(" ;.-–")
    return bool(
        text.endswith(";") or re.search(r"\s(?:and|&)\s", bare) or BODY.search(bare) or PARTY.match(bare)
    ) and not re.search(r",\s*[A-Z][\w'’-]+ [A-Z]", bare)


def with_areas(row: Row, areas: Sequence[float]) -> tuple[tuple[Cell, ...], str]:
    """The row's cells that name people, and what the cell beside the name says it represents."""
    names = tuple(cell for cell in row.cells if not any(abs(cell.left - left) < ALIGNED for left in areas))
    beside = [cell.text.strip(" ;,-–") for cell in row.cells if cell not in names]
    told = [text for text in beside if re.search(r"\w", text) and not PARTY.match(text)]
    return names, told[0] if told else ""
