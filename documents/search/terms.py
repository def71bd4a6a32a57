"""The terms that a clerk says mean the same: how they are typed, kept and compared."""

import re
from collections.abc import Iterable

from documents.models.search_terms import FEWEST_TERMS, MOST_TERMS, TERM_LENGTH
from documents.search.schema import EXACT, STEMMED, composed
from documents.search.syntax import COMMON

MOST_WORDS = 6
APOSTROPHES_AND_HYPHENS = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})
WORD = r"[^\W_]+(?:['-][^\W_]+)*'?"
TERM = re.compile(f"{WORD}(?: {WORD})*")


def words_of(term: str) -> tuple[str, ...]:
    """As the index has them: without hyphens and accents."""
    return tuple(EXACT.analyze(term))


def stems_of(term: str) -> tuple[str, ...]:
    """Two terms with the same stems are the same to whoever searches."""
    return tuple(STEMMED.analyze(term))


def normalised(term: str) -> str:
    return " ".join(composed(term).translate(APOSTROPHES_AND_HYPHENS).lower().split())


def terms_typed(lines: str) -> tuple[str, ...]:
    """One a line, each once."""
    return tuple(dict.fromkeys(filter(None, map(normalised, lines.splitlines()))))


def problems_of(terms: tuple[str, ...]) -> list[str]:
    """Why these cannot be kept, in a clerk's words; none where they can."""
    return [*_of_their_number(terms), *_of_each(terms)]


def _of_their_number(terms: tuple[str, ...]) -> Iterable[str]:
    if len(terms) < FEWEST_TERMS:
        yield "Enter at least two words or phrases that mean the same, one a line."
    if len(terms) > MOST_TERMS:
        yield f"Enter at most {MOST_TERMS} words or phrases: there are {len(terms)}."


def _of_each(terms: Iterable[str]) -> Iterable[str]:
    for term in terms:
        words = words_of(term)
        if len(term) > TERM_LENGTH:
            yield f"“{term[:40]}…” is too long: a word or phrase has at most {TERM_LENGTH} characters."
        elif not TERM.fullmatch(term):
            yield f"“{term}” may hold only letters, digits, apostrophes and hyphens, and spaces between words."
        elif len(words) > MOST_WORDS:
            yield f"“{term}” has {len(words)} words: a phrase has at most {MOST_WORDS}."
        elif COMMON.issuperset(words):
            yield f"“{term}” is in nearly every paper, so nobody can search for it."
