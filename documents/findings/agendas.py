"""What an agenda as a whole gets wrong: labels left out, printed pages, appendices that are not there."""

import re
from collections.abc import Iterator, Sequence

from documents.findings.subjects import AgendaLine, Found, PaperLine
from documents.packs.labels import Label, follows, read_label

APPENDIX = re.compile(
    r"\b(?:appendix|appendices|annexe?|enclosure|schedule|attachment)s?\s+(?:no\.?\s*)?([A-Z]\d?|\d{1,2}|[IVX]{1,4})\b",
    re.I,
)
NAMED = re.compile(r"\b(?:appendix|annexe?|enclosure)\s+(?:no\.?\s*)?([A-Z]\d?|\d{1,2}|[IVX]{1,4})\b", re.IGNORECASE)


def look_at_agenda(lines: Sequence[AgendaLine]) -> list[Found]:
    return list(dict.fromkeys([*label_gaps(lines), *printed_ranges(lines), *missing_appendices(lines)]))


def label_gaps(lines: Sequence[AgendaLine]) -> Iterator[Found]:
    last: dict[str, tuple[Label, AgendaLine]] = {}
    for line in lines:
        label = read_label(line.label)
        if label is None or label.is_sub:
            continue
        key = f"{line.section}|{label.prefix}"
        if key in last:
            before, earlier = last[key]
            if missing := follows(before, label):
                yield Found("label_gap", _gap(earlier, line, missing))
        last[key] = label, line


def _gap(earlier: AgendaLine, later: AgendaLine, missing: int) -> str:
    left_out = "one label is" if missing == 1 else f"{missing} labels are"
    return f"{later.section}{later.label} follows {earlier.section}{earlier.label}: {left_out} left out."


def printed_ranges(lines: Sequence[AgendaLine]) -> Iterator[Found]:
    """Pages printed on the front sheet that are not those of the papers, and papers of another length than printed."""
    for line in lines:
        for paper in line.papers:
            yield from _length(paper)
        pages = [(paper.first, paper.last) for paper in line.papers if paper.first and paper.last]
        if line.first and line.last and pages:
            first, last = min(first for first, _ in pages), max(last for _, last in pages)
            if first != line.first or not last <= line.last <= last + 1:  # a blank page may end an item
                name = f"{line.section}{line.label} {line.title}".strip()
                printed = f"the agenda prints pages {line.first} to {line.last}"
                yield Found("range", f"{name}: {printed}, the papers are {first} to {last}.")


def _length(paper: PaperLine) -> Iterator[Found]:
    if paper.first and paper.last and paper.pages and paper.last - paper.first + 1 != paper.pages:
        printed = f"pages {paper.first} to {paper.last} ({paper.last - paper.first + 1})"
        yield Found("range", f"“{paper.title}”: {printed} are printed, the file has {paper.pages}.")


def missing_appendices(lines: Sequence[AgendaLine]) -> Iterator[Found]:
    for line in lines:
        for paper in line.papers:
            for name in _named(paper):
                mark = _mark(name)
                if (
                    mark
                    and not any(_has(other, mark) for other in line.papers if other is not paper)
                    and (mark not in {_mark(heading) for heading in paper.headings})
                ):
                    yield Found("appendix", f"“{paper.title}” names {name[:120]}, which is not here.")


def _named(paper: PaperLine) -> list[str]:
    return [name for name in paper.appendices if NAMED.search(name)]


def _mark(text: str) -> str:
    match = APPENDIX.search(text)
    return match[1].upper() if match else ""


def _has(paper: PaperLine, mark: str) -> bool:
    titles = [match[1].upper() for match in APPENDIX.finditer(paper.title)]
    return mark in titles or mark in {_mark(heading) for heading in paper.headings}
