"""The lettered or roman parts of a recommendation, found in its words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from documents.structure.recommendations.numbers import roman
from documents.structure.understood import ReadPart

# "(a)" and "a)" anywhere between words; "a." at the beginning of a line alone, for it may end a sentence elsewhere.
MARK = re.compile(r"(?P<line>^|\n)?(?:(?<=\s)|(?<=^))(?:\((?P<round>[a-z]|[ivx]{2,5})\)|(?P<half>[a-z]|[ivx]{2,5})\)|"
                  r"(?P<stop>(?<=\n)[a-z]\.|^[a-z]\.|(?<=\n)[ivx]{1,5}\.|^[ivx]{1,5}\.))(?=\s)")  # fmt: skip
FEWEST = 2
# A text with more marks than these holds something else.
MOST_MARKS = 300


@dataclass(frozen=True, slots=True)
class Mark:
    label: str
    form: str
    start: int
    end: int


def parts_of(text: str) -> list[ReadPart]:
    """The parts, in order; each holds its own smaller parts. None where there are not at least two in sequence."""
    marks = [_mark(found) for found in islice(MARK.finditer(text), MOST_MARKS)]
    for place, mark in enumerate(marks):
        for value in (_letter, roman):
            if value(mark.label) == 1:
                run = _run(marks[place:], mark.form, value)
                if len(run) >= FEWEST:
                    return _cut(text, run)
    return []


def _mark(found: re.Match[str]) -> Mark:
    form = "round" if found["round"] else "half" if found["half"] else "stop"
    return Mark(found[form].strip("."), form, found.start() + len(found["line"] or ""), found.end())


def _letter(label: str) -> int | None:
    return ord(label) - ord("a") + 1 if len(label) == 1 else None


def _run(marks: Sequence[Mark], form: str, value: Callable[[str], int | None]) -> list[Mark]:
    run: list[Mark] = []
    for mark in marks:
        if mark.form == form and value(mark.label) == len(run) + 1:
            run.append(mark)
    return run


def _cut(text: str, run: Sequence[Mark]) -> list[ReadPart]:
    """Paragraphs below the last part belong to the whole, unless earlier parts have several paragraphs too."""
    ends = [mark.start for mark in run[1:]] + [len(text)]
    texts = [text[mark.end : end].strip() for mark, end in zip(run, ends, strict=True)]
    if not any("\n\n" in part for part in texts[:-1]):
        texts[-1] = texts[-1].split("\n\n")[0]
    return [ReadPart(mark.label, part) for mark, part in zip(run, texts, strict=True)]
