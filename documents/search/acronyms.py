"""Acronyms as the papers explain them, “Annual Governance Statement (AGS)”, for either to find the other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from documents.search.words import composed, exact_words, folded

LETTERS = re.compile(r"\((?P<letters>[A-Z][A-Za-z&]{1,7})\)")
BEFORE = 90  # characters in which the words stand
SMALL = frozenset({"and", "of", "the", "for", "in", "on", "to", "a", "an", "with", "by", "at"})
BETWEEN = ">"
ENDS = re.compile(r"[.;:!?\n](?=\s)|[()]")  # of what may be explained


class Acronym(NamedTuple):
    letters: str  # folded: “ags”
    words: str  # folded: “annual governance statement”

    @property
    def terms(self) -> tuple[str, str]:
        """As the index keeps it, to be found from either side by what comes before BETWEEN."""
        return f"{self.letters}{BETWEEN}{self.words}", f"{self.words}{BETWEEN}{self.letters}"


def acronyms_in(text: str) -> list[Acronym]:
    """Each once, in their order; those whose letters do not begin the words before them are none."""
    return list(dict.fromkeys(_acronyms(composed(text))))


def _acronyms(text: str) -> Iterator[Acronym]:
    for match in LETTERS.finditer(text):
        letters = match["letters"]
        if sum(letter.isupper() for letter in letters) < 2:
            continue
        capitals = "".join(letter for letter in letters if letter.isupper()).lower()
        if words := _words_before(text[max(0, match.start() - BEFORE) : match.start()], capitals):
            yield Acronym(folded(letters), words)


def _words_before(text: str, capitals: str) -> str:
    """The fewest words before the brackets whose first letters are these; empty where there are none."""
    words = exact_words(ENDS.split(text.replace("-", " "))[-1])
    left = len(capitals)
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if left and word[0] == capitals[left - 1]:
            left -= 1
            if not left:
                return " ".join(words[place:]) if len(words) - place > 1 else ""
        elif word not in SMALL:
            return ""
    return ""
