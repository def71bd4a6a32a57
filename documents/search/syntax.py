"""What a reader typed, as words, "phrases" and -exclusions."""

import re
from dataclasses import dataclass

from documents.search.schema import EXACT, STEMMED, composed

QUERY_LIMIT = 200  # characters; the rest is not read
CLAUSE_LIMIT = 30

QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "−": "-"})
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
TERM = re.compile(r'(?P<minus>-?)"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+)')

# Words that need not be on the page when others are asked for: "what is the council doing about bins"
COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        a about an and any are as at be been by can did do does doing for from had has have how i if in into is it its
        may more my no not of on or our s should so than that the their there these they this to was we were what when
        where which who why will with would you your
        """,
    )
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing asked for. `exact` words stand as they are on the page; `stems` are in step with them."""

    exact: tuple[str, ...]
    stems: tuple[str, ...]
    together: bool  # the words have to follow each other, as they stand
    excluded: bool = False

    @property
    def is_common(self) -> bool:
        return not self.together and all(word in COMMON for word in self.exact)


@dataclass(frozen=True, slots=True)
class Request:
    clauses: tuple[Clause, ...] = ()
    as_plain_words: bool = False  # the quotes did not match, so they were not read

    @property
    def asked(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if not clause.excluded)

    @property
    def excluded(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if clause.excluded)

    @property
    def required(self) -> tuple[Clause, ...]:
        """What has to be there: common words only where there are no others."""
        return tuple(clause for clause in self.asked if not clause.is_common) or self.asked


def without_controls(text: str) -> str:
    """Without the characters that no one types: controls, direction marks, halves of characters."""
    return CONTROL.sub(" ", text).strip()


def parse(query: str) -> Request:
    """Never refuses: what cannot be understood is read as plain words."""
    text = composed(without_controls(query[:QUERY_LIMIT])).translate(QUOTES)
    plain = text.count('"') % 2 == 1
    if plain:
        text = text.replace('"', " ")
    clauses: list[Clause] = []
    for match in TERM.finditer(text):
        clauses += _clauses(match, plain)
    return Request(tuple(dict.fromkeys(clauses))[:CLAUSE_LIMIT], plain)


def _clauses(match: re.Match[str], plain: bool) -> list[Clause]:
    phrase, word = match["phrase"], match["word"] or ""
    excluded = not plain and (bool(match["minus"]) or word.startswith("-"))
    text = word if phrase is None else phrase
    exact, stems = tuple(EXACT.analyze(text)), tuple(STEMMED.analyze(text))
    if not exact:
        return []
    # A reference, P2019/1234/FUL, stands as it is; other joined words, "short-term", are words like any
    together = len(exact) > 1 and (phrase is not None or excluded or any(map(str.isdigit, text)))
    if together or phrase is not None or excluded:
        return [Clause(exact, stems, together or phrase is not None, excluded)]
    return [Clause((word,), (stem,), False) for word, stem in zip(exact, stems, strict=True)]
