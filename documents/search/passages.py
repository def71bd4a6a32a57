"""The passage of a page that answers best, with the words marked. Plain text in fragments: templates escape them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from documents.search.syntax import Clause, Request, parse
from documents.search.words import Word, composed, stem, words_of

LENGTH = 260  # characters of a passage, about
LEAD = 90  # characters read back from the first marked word for the start of its sentence
TEXT_LIMIT = 50_000  # characters of a page that are looked at
SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n{2,}")
# What the index keeps as one letter: with any accent, and “y” where a stem has “i”
OTHER_LETTERS = {
    letter: f"[{letters}]"
    for letter, letters in {
        "a": "aàáâãäåāæ",
        "c": "cçćč",
        "d": "dðď",
        "e": "eèéêëēęě",
        "g": "gğ",
        "h": "hħ",
        "i": "iyìíîïīı",
        "l": "lł",
        "n": "nñńň",
        "o": "oòóôõöøōœ",
        "r": "rř",
        "s": "sśšşß",
        "t": "tťþţ",
        "u": "uùúûüūů",
        "w": "wŵ",
        "y": "yýÿŷ",
        "z": "zźžż",
    }.items()
}


class Fragment(NamedTuple):
    text: str
    marked: bool


class Mark(NamedTuple):
    start: int
    end: int
    clause: Clause


def mark(text: str, query: str) -> tuple[Fragment, ...]:
    """All of a text, with the words of the query marked: what a paper's page shows to who comes from a search."""
    text = composed(text)
    return tuple(_fragments(text, find_marks(text, parse(query)), 0, len(text)))


def passage(text: str, request: Request) -> tuple[Fragment, ...]:
    """The best part of a page: the most of what was asked for, close together, from the start of a sentence."""
    text = composed(text[:TEXT_LIMIT]).strip()
    marks = find_marks(text, request)
    start, end = _window(text, marks)
    fragments = [Fragment(re.sub(r"\s+", " ", words), marked) for words, marked in _fragments(text, marks, start, end)]
    if start > 0:
        fragments.insert(0, Fragment("… ", False))
    if end < len(text):
        fragments.append(Fragment(" …", False))
    return tuple(fragments)


def find_marks(text: str, request: Request) -> list[Mark]:
    """Where the words asked for stand, in order and never overlapping; common words only where nothing else is."""
    by_stem = {clause.stems[0]: clause for clause in request.marked if clause.is_word}
    rows = [clause for clause in request.marked if not clause.is_word]
    if rows:
        return _marks_with_rows(words_of(text), by_stem, rows)
    found = ((word, by_stem.get(stem(word[0]))) for word in _beginning_so(by_stem).finditer(text))
    return [Mark(word.start(), word.end(), clause) for word, clause in found if clause]


@lru_cache(maxsize=256)
def _beginnings(beginnings: frozenset[str]) -> re.Pattern[str]:
    either = "|".join(sorted(beginnings)) or r"(?!)"
    return re.compile(rf"(?<![^\W_])(?<![^\W_]['’])(?:{either})[^\W_]*(?:['’][^\W_]+)*", re.IGNORECASE)


def _beginning_so(stems: Iterable[str]) -> re.Pattern[str]:
    """Words that may have one of these stems: far fewer than all, of which each would have to be stemmed."""
    return _beginnings(frozenset(filter(None, map(_beginning, stems))))


def _beginning(stem: str) -> str:
    """The first letters of whatever has this stem: with their accents, with an apostrophe, “dying” beside “die”."""
    return r"['’]?".join(OTHER_LETTERS.get(letter, re.escape(letter)) for letter in stem[:2])


def _marks_with_rows(words: list[Word], by_stem: dict[str, Clause], rows: list[Clause]) -> list[Mark]:
    exact = [word.exact for word in words]
    marks: list[Mark] = []
    position = 0
    while position < len(words):
        clause, length = _clause_at(position, exact, by_stem, rows)
        if clause is not None:
            marks.append(Mark(words[position].start, words[position + length - 1].end, clause))
        position += length
    return marks


def _clause_at(
    position: int, exact: list[str], by_stem: dict[str, Clause], rows: list[Clause]
) -> tuple[Clause | None, int]:
    """What was asked for that stands at this word, and the number of words it takes."""
    for row in rows:
        if _stands_at(position, exact, row):
            return row, len(row.exact)
    return by_stem.get(stem(exact[position])), 1


def _stands_at(position: int, exact: list[str], row: Clause) -> bool:
    *before, last = row.exact
    end = position + len(before)
    if end >= len(exact) or exact[position:end] != before:
        return False
    return exact[end].startswith(last) if row.prefix else exact[end] == last


def _window(text: str, marks: list[Mark]) -> tuple[int, int]:
    best = 0, 0
    first = 0
    for position, mark in enumerate(marks):
        near = [other for other in marks[position:] if other.end <= mark.start + LENGTH - LEAD]
        worth = len({other.clause for other in near}), len(near)
        if worth > best:
            best, first = worth, mark.start
    start = _sentence_start(text, first)
    return start, _word_end(text, start + LENGTH)


def _sentence_start(text: str, first: int) -> int:
    """The start of the sentence the first mark is in, or of a word where that is too far back."""
    earliest = max(0, first - LEAD)
    if earliest == 0 and first <= LEAD:
        return 0
    starts = [match.end() for match in SENTENCE.finditer(text, earliest, first)]
    if starts:
        return starts[-1]
    space = text.find(" ", earliest, first)
    return first if space < 0 else space + 1


def _word_end(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", end - 40, end)
    return end if space < 0 else space


def _fragments(text: str, marks: list[Mark], start: int, end: int) -> Iterator[Fragment]:
    at = start
    for mark in marks:
        if mark.start < at or mark.end > end:
            continue
        if mark.start > at:
            yield Fragment(text[at : mark.start], False)
        yield Fragment(text[mark.start : mark.end], True)
        at = mark.end
    if at < end:
        yield Fragment(text[at:end], False)
