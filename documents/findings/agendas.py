"""What an agenda as a whole gets wrong: labels left out, printed pages, appendices that are not there."""

import re
from collections.abc import Iterator, Sequence

from documents.findings.subjects import AgendaLine, Found, PaperLine
from documents.packs.labels import Label, follows, read_label

APPENDIX = re.compile(
    r"\b(?:appendix|appendices|annexe?|enclosure|schedule|attachment)s?\s+(?:no\.?\s*)?([A-Z]\d?|\d{1,2}|[IVX]{1,4})\b",
    re.I,
)
LATEST_FIRST = 4  # an agenda that begins later goes on from another
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
NAMED = re.compile(r"\b(?:appendix|annexe?|enclosure)\s+(?:no\.?\s*)?([A-Z]\d?|\d{1,2}|[IVX]{1,4})\b", re.IGNORECASE)


def look_at_agenda(lines: Sequence[AgendaLine]) -> list[Found]:
    return list(dict.fromkeys([*label_gaps(lines), *printed_ranges(lines), *missing_appendices(lines)]))


def label_gaps(lines: Sequence[AgendaLine]) -> Iterator[Found]:
    """Labels left out within a section, below an item, and before the first of all."""
    yield from _before_the_first(lines)
    last: dict[str, tuple[Label, AgendaLine]] = {}
    letter: tuple[int, AgendaLine] | None = None
    for line in lines:
        label = read_label(line.label)
        if label is None:
            continue
        if label.is_sub:
            number = _letter_number(label.letter, letter[0] if letter else 0)
            if letter and number > letter[0] + 1:
                yield Found("label_gap", _gap(letter[1], line, number - letter[0] - 1))
            letter = number, line
            continue
        letter = None
        key = f"{line.section}|{label.prefix}"
        if key in last:
            before, earlier = last[key]
            if missing := follows(before, label):
                yield Found("label_gap", _gap(earlier, line, missing))
        last[key] = label, line


def _before_the_first(lines: Sequence[AgendaLine]) -> Iterator[Found]:
    labels = [(label, line) for line in lines if (label := read_label(line.label)) and not label.is_sub]
    if len(labels) > 1 and 1 < labels[0][0].number <= LATEST_FIRST:
        label, line = labels[0]
        yield Found("label_gap", f"The agenda begins with {line.section}{line.label}: {_left_out(label.number - 1)}.")


def _letter_number(letter: str, before: int) -> int:
    """Of "c" 3; of "iv" 4 where it is a Roman number, as after "iii"."""
    roman = ROMAN.index(letter) + 1 if letter in ROMAN else 0
    if roman and (len(letter) > 1 or before in (0, roman - 1)) and ord(letter[0]) - ord("a") != before:
        return roman
    return ord(letter[0]) - ord("a") + 1


def _gap(earlier: AgendaLine, later: AgendaLine, missing: int) -> str:
    return f"{later.section}{later.label} follows {earlier.section}{earlier.label}: {_left_out(missing)}."


def _left_out(missing: int) -> str:
    return "one label is left out" if missing == 1 else f"{missing} labels are left out"


def printed_ranges(lines: Sequence[AgendaLine]) -> Iterator[Found]:
    """Pages printed on the front sheet that are not those of the papers, and papers of another length than printed."""
    for line in lines:
        for paper in line.papers:
            yield from _length(paper)
        pages = [
            (paper.first, paper.last) for paper in line.papers if paper.first and paper.last and not paper.is_later
        ]
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
            here = _here(line, paper)
            listed = {_mark(name): name for name in _named(paper)}
            for mark, name in listed.items():
                if mark and mark not in here:
                    yield Found("appendix", f"“{paper.title}” names {name[:120]}, which is not here.")
            if not APPENDIX.match(paper.title):
                yield from _spoken_of(paper, {*here, *listed})


def _spoken_of(paper: PaperLine, known: set[str]) -> Iterator[Found]:
    """Those in its sentences alone, told together."""
    words = {mark: words for mark, words in paper.mentions if mark not in known}
    if words:
        marks, first = ", ".join(sorted(words)), next(iter(words.values()))
        are = "which is" if len(words) == 1 else "which are"
        yield Found("appendix", f"“{paper.title}” speaks of Appendix {marks}, {are} not here: “… {first} …”.")


def _here(line: AgendaLine, paper: PaperLine) -> set[str]:
    """The marks of the appendices that are papers of the item or parts of one."""
    marks = {_mark(heading) for other in line.papers for heading in other.headings}
    titles = [other.title for other in line.papers if other is not paper]
    return {*marks, *(match[1].upper() for title in titles for match in APPENDIX.finditer(title))}


def _named(paper: PaperLine) -> list[str]:
    return [name for name in paper.appendices if NAMED.search(name)]


def _mark(text: str) -> str:
    match = APPENDIX.search(text)
    return match[1].upper() if match else ""
