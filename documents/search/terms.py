"""The terms that a clerk says mean the same: how they are typed, kept and compared."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from documents.models.search_terms import FEWEST_TERMS, MOST_TERMS, TERM_LENGTH
from documents.search.syntax import QUERY_LIMIT, Clause, parse

MOST_WORDS = 6
APOSTROPHES_AND_HYPHENS = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})
WORD = r"[^\W_]+(?:['-][^\W_]+)*'?"
TERM = re.compile(f"{WORD}(?: {WORD})*")
ONE_WITH_S = re.compile(r"(?:ss|us|sis)$")  # “access”, “bus”, “crisis”; never “taxis”
OF_MANY = re.compile(r"(?:(?<=[a-z]{2})(ies)|(?<=x|z)es|(?<=ch|sh|ss)es|(?<=[^a]bus)es|s)$")
QUOTES = re.compile(r"[\"“”„«»]")


@lru_cache(maxsize=16_384)
def clause_of(term: str) -> Clause:
    """What is looked for: a phrase as it stands, or a word like any other. Of no words where it has none."""
    clauses = parse(f'"{QUOTES.sub(" ", term)[: QUERY_LIMIT - 2]}"').clauses
    return replace(clauses[0], together=len(clauses[0].exact) > 1) if clauses else Clause((), (), together=False)


def forms_of(term: str) -> tuple[str, ...]:
    """A phrase is looked for as it stands, so for one as for many: “swimming pool”, “swimming pools”."""
    return (term, _of_other_number(term)) if " " in term else (term,)


def _of_other_number(term: str) -> str:
    if term.endswith("s") and not ONE_WITH_S.search(term):
        return OF_MANY.sub(lambda end: "y" if end[1] else "", term)
    if re.search(r"(?:s|x|z|ch|sh)$", term):
        return f"{term}es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", term) + "s"


def stems_of(term: str) -> tuple[str, ...]:
    """Two terms with the same stems are the same to whoever searches."""
    return clause_of(term).stems


def normalised(term: str) -> str:
    return " ".join(unicodedata.normalize("NFC", term).translate(APOSTROPHES_AND_HYPHENS).lower().split())


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
        if len(term) > TERM_LENGTH:
            yield f"“{term[:40]}…” is too long: a word or phrase has at most {TERM_LENGTH} characters."
        elif not TERM.fullmatch(term):
            yield f"“{term}” may hold only letters, digits, apostrophes and hyphens, and spaces between words."
        elif (count := len(clause_of(term).exact)) > MOST_WORDS:
            yield f"“{term}” has {count} words: a phrase has at most {MOST_WORDS}."
        elif replace(clause_of(term), together=False).is_common:
            yield f"“{term}” is in nearly every paper, so nobody can search for it."
