"""The passage of a page that answers best, with the words marked. Plain text in fragments: templates escape them."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from documents.search.syntax import Clause, Request
from documents.search.words import composed, stem

LENGTH = 260  # characters of a passage, about
LEAD = 90  # characters read back from the first marked word for the start of its sentence
TEXT_LIMIT = 50_000  # characters of a page that are looked at
SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n{2,}")
BEGINNING = 4  # letters of a stem that are looked for, at most
APOSTROPHE = r"['’]?"
REST = r"[^\W_]*(?:['’][^\W_]+)*"  # of a word
# What the index keeps as one letter: with any accent, and “y” where a stem has “i”
OTHER_LETTERS = {
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
}


class Fragment(NamedTuple):
    text: str
    marked: bool


class Mark(NamedTuple):
    start: int
    end: int
    asked: int  # which of what was asked for this is


def mark(text: str, request: Request) -> tuple[Fragment, ...]:
    """All of a text, with the words asked for marked: what a paper's page shows to who comes from a search."""
    text = composed(text)
    return tuple(_fragments(text, find_marks(text, request), 0, len(text)))


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
    rows = tuple(clause for clause in request.marked if not clause.is_word)
    words = {clause.stems[0]: place for place, clause in enumerate(request.marked, len(rows)) if clause.is_word}
    marks = []
    for match in _pattern(rows, frozenset(words)).finditer(_small(text)):
        asked = int(match.lastgroup[3:]) if match.lastgroup else words.get(stem(match[0]))
        if asked is not None:
            marks.append(Mark(match.start(), match.end(), asked))
    return marks


@lru_cache(maxsize=256)
def _pattern(rows: tuple[Clause, ...], stems: frozenset[str]) -> re.Pattern[str]:
    """The rows, each as a group of its own, and words that may have one of these stems: far fewer than all.

    Of small letters, and first of the letters that any of them begins with: no other is looked at more closely.
    """
    begun = sorted({_beginning(stem) for stem in stems})
    words = [f"(?:{'|'.join(map(_after_first, begun))}){REST}"] if begun else []
    each = [*(f"(?P<row{place}>{_row(row)})" for place, row in enumerate(rows)), *words]
    if not each:
        return re.compile(r"(?!)")
    first = "".join(OTHER_LETTERS.get(letter, re.escape(letter)) for letter in sorted(_first_letters(rows, stems)))
    return re.compile(rf"[{first}](?<![^\W_].)(?<![^\W_]['’].)(?:{'|'.join(each)})", re.DOTALL)


def _first_letters(rows: tuple[Clause, ...], stems: frozenset[str]) -> set[str]:
    return {*(row.exact[0][0] for row in rows), *(stem[0] for stem in stems)}


def _beginning(stem: str) -> str:
    """The letters that a stem has from its words: its last two may be others, as of “possibility” and “possibl”."""
    return stem[: max(2, min(BEGINNING, len(stem) - 2))]


def _row(row: Clause) -> str:
    """Past the first letter of its first word."""
    words = r"[\W_]+".join([_after_first(row.exact[0]), *map(_letters, row.exact[1:])])
    return words + REST if row.prefix else rf"{words}(?!['’]?[^\W_])"


def _after_first(word: str) -> str:
    return f"(?<={_letter(word[0])})" + "".join(APOSTROPHE + _letter(letter) for letter in word[1:])


def _letters(word: str) -> str:
    """A word as it may be printed: with accents, and with an apostrophe anywhere."""
    return APOSTROPHE.join(map(_letter, word))


def _letter(letter: str) -> str:
    return f"[{OTHER_LETTERS[letter]}]" if letter in OTHER_LETTERS else re.escape(letter)


def _small(text: str) -> str:
    """The text in small letters, each at its place: some letters become two."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(map(_small_letter, text))


def _small_letter(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter


def _window(text: str, marks: list[Mark]) -> tuple[int, int]:
    """The most things asked for, then the most marks, that a passage has room for."""
    best, start, last = (0, 0), 0, 0
    within: Counter[int] = Counter()
    for first, mark in enumerate(marks):
        while last < len(marks) and marks[last].end <= mark.start + LENGTH - LEAD:
            within[marks[last].asked] += 1
            last += 1
        worth = len(within), last - first
        if worth > best:
            best, start = worth, mark.start
        if last > first:
            within[mark.asked] -= 1
            if not within[mark.asked]:
                del within[mark.asked]
        else:
            last = first + 1
    start = _sentence_start(text, start)
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
