"""The cells of tables as every reader here takes them: bullets on lines of their own, rows joined over a page's end."""

import re
from collections.abc import Sequence

BULLET = re.compile(r"\s*[•●▪■◦‣\uf0b7\uf0a7]\s*")
# A word that no sentence ends with.
OPEN_ENDED = re.compile(
    r"(?:\b(?:the|a|an|of|and|or|to|for|in|on|at|by|with|from|that|which|as|is|are|be|its|their|our|into|between|"
    r"including)|[,;:&/–—])$",
    re.IGNORECASE,
)
Cells = tuple[str, ...]


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
