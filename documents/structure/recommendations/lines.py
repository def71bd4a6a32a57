"""A paper as one row of lines: what the readers of recommendations go through, whatever made the pieces."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from documents.structure.pieces import Piece
from documents.structure.recommendations.numbers import next_label

LineKind = Literal["heading", "text", "item", "table"]
Rows = tuple[tuple[str, ...], ...]

LABEL = re.compile(
    r"(?:(?P<number>\d{1,2}(?:\.\d{1,3}){1,3}\.?|\d{1,2}[.)](?!\d)|\(\d{1,2}\)|\[\d{1,2}\]|\([A-Za-z]\)|\([ivx]{2,5}\)|[A-Za-z]\)"
    r"|[ivx]{2,5}[.)]|[a-z]\.|R\d{1,2}[.:)]?)|(?P<bullet>[•●▪■◦‣·–—*-]))\s+(?=\S)"
)
# "10.Section 17.74", where a file sets no space after the number.
CLOSE_LABEL = re.compile(r"(?P<number>\d{1,2}\.)(?=[A-Z][a-z])")
ENDS_WHOLE = re.compile(r"[.!?:;][\"'’”)\]]*$")
ENDS_OPEN = re.compile(r"(?:(?:^|\s)(?:and|or|to|the|of|for|in|with|by|a|an|that|on|at|from|as|its|their)|,)$")
BULLETS = "•●▪■◦‣·–—*-o"
LONGEST_HEADING = 25


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, a paragraph, a list item or a table. label is a number or marker as printed, or "".

    A paragraph's number is no word of its text; the marker of an item is. level is a heading's, 2 for the highest.
    """

    kind: LineKind
    text: str
    page: int = 0
    label: str = ""
    strong: bool = False
    level: int = 0
    depth: int = 0
    rows: Rows = ()

    @property
    def is_bullet(self) -> bool:
        return self.label != "" and self.label in BULLETS

    @property
    def is_paragraph_number(self) -> bool:
        """Whether its label numbers a paragraph of a report ("4.12")."""
        return bool(re.fullmatch(r"\d{1,2}(?:\.\d{1,3})+\.?", self.label))

    @property
    def as_read(self) -> str:
        if self.rows:
            return "\n".join(" | ".join(cell for cell in row if cell) for row in self.rows)
        return f"{self.label} {self.text}".strip()


# A recommendation that a file sets so close below a paragraph that both became one.
CLOSE_OPENING = re.compile(r"(?<=[.!?”\"’])\s+(?=Recommendation (?:\d{1,2}|[A-Z][a-z]+(?:[ -][a-z]+)?)\s*(?::|$))")


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """The lines of a paper, those that a page or a change of type broke in two joined again."""
    lines = _joined(line for piece in pieces for line in _lines(piece))
    return [point for line in lines for part in _parted(line) for point in _points(part)]


def words_of(lines: Sequence[Line], numbers: bool = False) -> str:
    """Lines as one text: an empty line between paragraphs, items on lines of their own after their marker.

    The numbers of a report's paragraphs are left out unless `numbers`: they are not the words of what they number.
    """
    text = ""
    for line in lines:
        words = line.text if line.is_paragraph_number and not numbers else line.as_read
        if not words:
            continue
        between = "\n" if line.label and (numbers or not line.is_paragraph_number) else "\n\n"
        text = f"{text}{between}{words}" if text else words
    return re.sub(r"[ \t]+", " ", text).strip()


def _lines(piece: Piece) -> Iterator[Line]:
    if piece.kind == "table":
        yield Line("table", piece.line, piece.page, rows=piece.rows)
    elif piece.kind == "lines":
        yield from (_labelled(Line("text", row[0].strip(), piece.page)) for row in piece.rows if row and row[0].strip())
    elif piece.kind == "heading" and len(piece.text.split()) <= LONGEST_HEADING:
        yield Line("heading", piece.text, piece.page, piece.label, strong=True, level=piece.level or 2)
    elif piece.kind == "item":
        yield Line("item", piece.text, piece.page, piece.label, depth=piece.depth, strong=piece.strong)
    else:
        yield _labelled(Line("text", piece.text, piece.page, piece.label, strong=piece.strong))


def _labelled(line: Line) -> Line:
    """A paragraph whose number or marker still stands in its text, with the label apart."""
    if line.label:
        return line
    found = LABEL.match(line.text) or CLOSE_LABEL.match(line.text)
    if not found:
        return line
    label = found[0].strip()
    kind: LineKind = "text" if re.match(r"\d", label) else "item"
    return replace(line, kind=kind, label=label, text=line.text[found.end() :])


def _parted(line: Line) -> list[Line]:
    """A paragraph and the recommendation at its end apart, and one from the other where it holds several."""
    if line.rows or line.kind == "heading":
        return [line]
    first, *others = CLOSE_OPENING.split(line.text)
    return [replace(line, text=first), *(replace(line, kind="text", label="", text=text) for text in others)]


def _points(line: Line) -> Iterator[Line]:
    """An item with the next of its list apart, where a file runs them together: "(a) …; and (b) …"."""
    following = next_label(line.label) if line.kind == "item" else ""
    mark = re.escape(following)
    between = rf"[;,.]\s(?:(?:and|or)\s)?(?={mark}\s)|\s(?={mark}\s[A-Z])"
    found = re.search(between, line.text) if following else None
    if found is None:
        yield line
        return
    rest = line.text[found.end() :].strip().removeprefix(following)
    yield replace(line, text=line.text[: found.end()].strip())
    yield from _points(replace(line, label=following, text=rest.strip()))


def _joined(lines: Iterable[Line]) -> list[Line]:
    joined: list[Line] = []
    for line in lines:
        if joined and _runs_on(joined[-1], line):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return joined


def _runs_on(above: Line, line: Line) -> bool:
    """Whether a line is the rest of the one above: that one stops in the middle, and this begins in the middle."""
    if line.label or line.rows or above.rows or not line.text:
        return False
    if line.text.lower() in ("and", "or"):
        return above.kind == "item"
    if ENDS_WHOLE.search(above.text):
        return False
    if above.kind == "heading" and line.kind != "heading" and len(above.text.split()) < 12:
        return False
    if line.kind == "heading" and above.kind != "heading":
        return False
    return line.text[0].islower() or bool(ENDS_OPEN.search(above.text) and above.strong == line.strong)
