"""Two versions of a paper compared, word by word: what was taken out, what was put in, and what stands around it.

Paragraphs are compared first, and words only within those that changed, so that a long paper is soon done with.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from documents.models import Page
from documents.reading.blocks import Block

Change = Literal["same", "deleted", "inserted"]
Lines = list[tuple[str, int]]  # paragraphs, each with the number of its page

MOST_WORDS = 4_000  # of one changed passage on either side: a longer one is shown as replaced whole
AROUND = 1  # paragraphs shown before and after a change
WORDS = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are the same in both versions, or in one alone."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs shown together. `skipped` counts the unchanged ones left out before; page is of the new version."""

    runs: list[Run]
    page: int | None
    skipped: int = 0

    @property
    def is_changed(self) -> bool:
        return any(run.change != "same" for run in self.runs)


@dataclass(frozen=True, slots=True)
class Comparison:
    passages: list[Passage]
    skipped_after: int

    @property
    def changes(self) -> int:
        return sum(passage.is_changed for passage in self.passages)


def compare(before: Iterable[Page], after: Iterable[Page]) -> Comparison:
    old, new = list(_lines(before)), list(_lines(after))
    matcher = SequenceMatcher(None, [text for text, _page in old], [text for text, _page in new])
    passages: list[Passage] = []
    skipped, codes = 0, matcher.get_opcodes()
    for place, (tag, first_old, last_old, first_new, last_new) in enumerate(codes):
        if tag == "equal":
            shown, skipped = _context(new[first_new:last_new], place > 0, place + 1 < len(codes))
            passages += shown
            continue
        runs = word_runs(_joined(old[first_old:last_old]), _joined(new[first_new:last_new]))
        page = new[min(first_new, len(new) - 1)][1] if new else None
        passages.append(Passage(runs, page, skipped))
        skipped = 0
    return Comparison(passages, skipped)


def _context(lines: Lines, after_change: bool, before_change: bool) -> tuple[list[Passage], int]:
    """What is shown of unchanged paragraphs, and how many before the next change are not."""
    first = lines[:AROUND] if after_change else []
    rest = lines[len(first) :]
    last = rest[-AROUND:] if before_change else []
    left_out = len(rest) - len(last)
    shown = [_plain(line, 0) for line in first]
    if last:
        shown += [_plain(last[0], left_out), *(_plain(line, 0) for line in last[1:])]
        left_out = 0
    return shown, left_out


def _plain(line: tuple[str, int], skipped: int) -> Passage:
    return Passage([Run("same", line[0])], line[1], skipped)


def word_runs(before: str, after: str) -> list[Run]:
    """The words of both texts in order; "" on one side gives one run of the other."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    if not old or not new or max(len(old), len(new)) > MOST_WORDS:
        return [run for run in (Run("deleted", before), Run("inserted", after)) if run.text]
    return list(_merged(_runs(old, new)))


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    plain_old, plain_new = [word.strip() for word in old], [word.strip() for word in new]
    for tag, first_old, last_old, first_new, last_new in SequenceMatcher(None, plain_old, plain_new).get_opcodes():
        if tag == "equal":
            yield Run("same", "".join(new[first_new:last_new]))
            continue
        yield Run("deleted", "".join(old[first_old:last_old]))
        yield Run("inserted", "".join(new[first_new:last_new]))


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    for change, group in groupby((run for run in runs if run.text), key=lambda run: run.change):
        yield Run(change, "".join(run.text for run in group))


def _joined(lines: Lines) -> str:
    return "\n".join(text for text, _page in lines)


def _lines(pages: Iterable[Page]) -> Iterator[tuple[str, int]]:
    for page in pages:
        for block in page.blocks:
            for text in _texts(block):
                if plain := " ".join(text.split()):
                    yield plain, page.number


def _texts(block: Block) -> Iterator[str]:
    """The paragraphs of a block: a list's items, a table's rows."""
    if "items" in block:
        yield from (f"{item.get('marker', '')} {item['text']}" for item in block["items"])
    elif "rows" in block:
        yield from (" | ".join(filter(None, row)) for row in block["rows"])
    elif "lines" in block:
        yield from block["lines"]
    else:
        yield f"{block.get('label', '')} {block.get('text', '')}"
