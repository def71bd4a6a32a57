"""The simple markup the sample papers are written in, read into plain blocks.

A file holds one or more documents, each opened by front matter between lines of +++. In a document's body
`# ` opens a numbered heading, `## ` a plain one, `- ` a bullet, `| ` a row of a table (the first row is its
heading), `> ` a paragraph without a number, `= ` a slide of a presentation, `chart: ` a bar chart, and the
words [landscape], [portrait] and [page] stand alone on a line. Other paragraphs are numbered under their heading.
"""

import tomllib
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

FENCE = "+++\n"
DIRECTIVES = {"[landscape]", "[portrait]", "[page]"}


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart: its title, and (label, value) for each bar."""

    title: str
    bars: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Slide:
    title: str


@dataclass(frozen=True, slots=True)
class Directive:
    """landscape, portrait or page."""

    word: str


Block = Heading | Paragraph | Bullets | Table | Chart | Slide | Directive


@dataclass(frozen=True, slots=True)
class Source:
    """One document as written: its front matter and its blocks."""

    matter: dict[str, Any]
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        return str(self.matter["title"])

    @property
    def kind(self) -> str:
        return str(self.matter.get("kind", "report"))


def read_sources(path: Path) -> list[Source]:
    """Raises ValueError where the front matter is not closed."""
    return sources(path.read_text(encoding="utf-8"))


def sources(text: str) -> list[Source]:
    before, *parts = text.split(FENCE)
    if before.strip() or len(parts) % 2:
        raise ValueError("Each document opens with front matter between two lines of +++")
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return [Source(tomllib.loads(matter), tuple(blocks(body))) for matter, body in pairs]


def blocks(body: str) -> list[Block]:
    numbering = Numbering()
    chunks = [chunk for chunk in body.strip().split("\n\n") if chunk.strip()]
    return [block for chunk in chunks for block in _chunk(chunk.strip(), numbering)]


class Numbering:
    """Counts headings, and paragraphs under each."""

    def __init__(self) -> None:
        self.heading = 0
        self.paragraph = 0

    def next_heading(self) -> int:
        self.heading, self.paragraph = self.heading + 1, 0
        return self.heading

    def next_label(self) -> str:
        if not self.heading:
            return ""
        self.paragraph += 1
        return f"{self.heading}.{self.paragraph}"


def _chunk(chunk: str, numbering: Numbering) -> list[Block]:
    """Lines that stand together may mix kinds, such as a paragraph and the bullets under it."""
    found: list[Block] = []
    for mark, lines in groupby(chunk.split("\n"), key=_mark):
        found += _run(mark, list(lines), numbering)
    return found


def _mark(line: str) -> str:
    if line in DIRECTIVES:
        return "["
    word = line.split(" ", 1)[0]
    return word if word in {"#", "##", "-", "|", ">", "=", "chart:"} else ""


def _run(mark: str, lines: list[str], numbering: Numbering) -> list[Block]:
    texts = [line[len(mark) :].strip() for line in lines] if mark and mark != "[" else lines
    if mark == "":
        return [Paragraph(" ".join(texts), numbering.next_label())]
    if mark == ">":
        return [Paragraph(" ".join(texts))]
    if mark == "-":
        return [Bullets(tuple(texts))]
    if mark == "|":
        return [Table(tuple(_row(text) for text in texts))]
    return [_single(mark, text, numbering) for text in texts]


def _single(mark: str, text: str, numbering: Numbering) -> Block:
    if mark == "#":
        return Heading(text, numbering.next_heading())
    if mark == "##":
        return Heading(text, None)
    if mark == "=":
        return Slide(text)
    if mark == "chart:":
        return _chart(text)
    return Directive(text.strip("[]"))


def _row(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in text.removesuffix("|").split("|"))


def _chart(text: str) -> Chart:
    title, _, bars = text.partition(";")
    pairs = (bar.rsplit("=", 1) for bar in bars.split(";"))
    return Chart(title.strip(), tuple((label.strip(), float(value)) for label, value in pairs))
