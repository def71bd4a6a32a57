"""The cells of tables as every reader here takes them: bullets on lines of their own, rows joined over a page's end."""

import re
from collections.abc import Iterator, Sequence

BULLET = re.compile(r"\s*[•●▪■◦‣\uf0b7\uf0a7]\s*")
# A word that no sentence ends with.
OPEN_ENDED = re.compile(
    r"(?:\b(?:the|a|an|of|and|or|to|for|in|on|at|by|with|from|that|which|as|is|are|be|its|their|our|into|between|"
    r"including)|[,;:&/–—])$",
    re.IGNORECASE,
)
MARKER = re.compile(r"^(?:[•●▪■◦‣*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
NUMBERED = re.compile(r"(?:^|(?<=\s))(?P<number>\d{1,2})[.)]\s+(?=[A-Z‘“'\"])")


def cell_text(text: str) -> str:
    """A cell's words; each of its bullets begins a line."""
    parts = [" ".join(part.split()) for part in BULLET.split(text)]
    return "\n".join(f"• {part}" if place else part for place, part in enumerate(parts) if part)


def run_on(above: str, below: str) -> str:
    """A text and what follows it in the same cell after the page's end."""
    if not above or not below:
        return above or below
    if BULLET.match(below):
        return f"{above}\n{below}"
    if re.search(r"\w-$", above) and below[0].islower():
        return above + below
    return f"{above} {below}"


def runs_on(above: str, below: str) -> bool:
    """Whether a text seems to go on in the one below: the first has no end, or the second no beginning."""
    if not above or not below:
        return False
    return below[0].islower() or OPEN_ENDED.search(above.rstrip()) is not None


def alone(cells: Sequence[str]) -> str:
    """The words of a row that says one thing only: in its first cell, or the same in every cell; else ""."""
    filled = [cell for cell in cells if cell]
    if len(filled) == 1 and cells[0]:
        return cells[0]
    return filled[0] if len(filled) == len(cells) > 1 and len(set(filled)) == 1 else ""


def listed(cell: str) -> list[str]:
    """What a cell lists: by lines, or by numbers that count from 1; else its words as one. Markers of lines stay."""
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    if len(lines) > 1:
        return lines
    return list(_numbered(cell)) or lines


def _numbered(cell: str) -> Iterator[str]:
    marks = list(NUMBERED.finditer(cell))
    if len(marks) < 2 or marks[0].start() or [int(mark["number"]) for mark in marks] != list(range(1, len(marks) + 1)):
        return
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        yield cell[mark.start() : following.start() if following else None].strip(" ;")


def unmarked(line: str) -> str:
    """A line of a list without its bullet, number or letter."""
    return MARKER.sub("", line)
