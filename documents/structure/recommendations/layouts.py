"""Tables that are only a way to set text: numbered points, or a name beside its words, taken as lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from documents.structure.cells import cell_text
from documents.structure.recommendations.columns import columns_of
from documents.structure.recommendations.headings import bare_name, is_recommendations
from documents.structure.recommendations.lines import BULLETS, LABEL, Line
from documents.structure.recommendations.markers import marker
from documents.structure.recommendations.openings import opening

Cells = tuple[str, ...]
FEWEST_COLUMNS, MOST_COLUMNS = 3, 8
MOST_HEADING_WORDS = 7


def gathered(lines: Sequence[Line]) -> list[Line]:
    """The lines with tables that came as a line for each cell as tables again, where their rows are numbered."""
    gathering: list[Line] = []
    place = 0
    while place < len(lines):
        headings = _headings(lines[place : place + MOST_COLUMNS + 1])
        table, used = _table(lines, place, headings) if headings else (None, 0)
        gathering.append(table or lines[place])
        place += used or 1
    return gathering


def _headings(lines: Sequence[Line]) -> Cells:
    """The lines before the first "1" that are the headings of numbered recommendations and what is said of them."""
    count = next((place for place, line in enumerate(lines) if _counts(line, 1)), 0)
    names = tuple(line.text.strip() for line in lines[:count])
    if count < FEWEST_COLUMNS or any(
        line.rows or len(line.text.split()) > MOST_HEADING_WORDS for line in lines[:count]
    ):
        return ()
    columns = columns_of([names])
    told = columns and columns.roles[0] == "number" and (columns.of("response") or columns.of("progress"))
    return names if told else ()


def _counts(line: Line, number: int) -> bool:
    """Whether a line is a bare number in a column of numbers."""
    return not line.rows and not line.label and bool(re.fullmatch(rf"R?{number}[.)]?", line.text.strip()))


def _table(lines: Sequence[Line], start: int, headings: Cells) -> tuple[Line | None, int]:
    """The table below its headings and how many lines it takes; none where its cells cannot be told apart."""
    rows: list[list[str]] = []
    place = start + len(headings)
    while place < len(lines) and not lines[place].rows and lines[place].kind != "heading":
        text = lines[place].text.strip()
        if _counts(lines[place], len(rows) + 1):
            rows.append([text])
        elif not rows or (len(rows[-1]) == len(headings) and len(headings) > FEWEST_COLUMNS):
            break
        elif len(rows[-1]) == len(headings):
            rows[-1][-1] += f"\n{lines[place].as_read}"
        else:
            rows[-1].append(lines[place].as_read)
        place += 1
    cells = tuple(tuple(row + [""] * (len(headings) - len(row))) for row in rows)
    table = Line("table", "", lines[start].page, rows=(headings, *cells)) if cells else None
    return table, place - start


def unfolded(lines: Iterable[Line]) -> list[Line]:
    """The lines with such tables as lines; a table of columns stays one, and so does the rest of it on a next page."""
    width, unfolding = 0, []
    for line in lines:
        if line.rows and columns_of(line.rows):
            width = len(line.rows[0])
        if not line.rows or len(line.rows[0]) == width or not _is_layout(line.rows):
            unfolding.append(line)
        else:
            unfolding += _lines(line)
    return unfolding


def _is_layout(rows: Sequence[Cells]) -> bool:
    names = [row[0] for row in rows]
    if any(_names(name) for name in names):
        return True
    labelled = sum(bool(_label(name)) for name in names)
    return len(rows[0]) == 2 and labelled * 2 > len(rows)


def _names(cell: str) -> bool:
    """Whether a first cell says what stands beside it: "Recommendation 1", "Response", "Recommendation(s):"."""
    line = Line("text", cell.strip(), strong=True)
    return bool(cell) and (opening(line) is not None or marker(line) is not None or is_recommendations(bare_name(cell)))


def _label(cell: str) -> str:
    found = LABEL.match(f"{cell.strip()} x")
    return found[0].strip() if found and found.end() == len(cell.strip()) + 1 else ""


def _lines(table: Line) -> Iterator[Line]:
    for row in table.rows:
        first, rest = row[0].strip(), "\n".join(filter(None, map(cell_text, row[1:])))
        parts = [part.strip() for part in rest.split("\n") if part.strip()]
        line = replace(table, kind="text", rows=(), text=" ".join(parts[:1]))
        if label := _label(first):
            yield replace(line, kind="item", label=label)
        elif first:
            yield replace(line, text=_beside(first, line.text))
        elif parts:
            yield line
        yield from (_below(table, part) for part in parts[1:])


def _below(table: Line, part: str) -> Line:
    bulleted = part[0] in BULLETS and part[1:2] == " "
    return replace(
        table,
        kind="item" if bulleted else "text",
        rows=(),
        label=part[0] if bulleted else "",
        text=part[2:] if bulleted else part,
    )


def _beside(name: str, words: str) -> str:
    if not words:
        return name
    return f"{name} {words}" if re.search(r"[:.–-]$", name) else f"{name}: {words}"
