"""What a reader typed, as words, "phrases", beginnings*, -exclusions, and choices: OR, and (groups of words)."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from documents.search.doubts import Doubt, NotUnderstood
from documents.search.narrowing import Narrowing, read_narrowing
from documents.search.words import COMMON, composed, exact_words, stems

QUERY_LIMIT = 200  # characters; the rest is not read
CLAUSE_LIMIT = 30
DEPTH_LIMIT = 5  # of brackets within brackets
BEGINNING = 3  # letters before an asterisk, at least
BEGINNINGS_LIMIT = 4

QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "−": "-"})
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
# Brackets within a word are its own: “committee(s)”, “s100B(2)”
TOKEN = re.compile(
    r"""(?P<open>-?\()|(?P<close>\))|(?P<either>OR(?![^\s()"]))|(?P<minus>-?)"(?P<phrase>[^"]*)"|"""
    r"""(?P<word>[^\s"()]+(?:\([^\s"()]*\)[^\s"()]*)*)"""
)
OPERATORS = re.compile(r'["()*:]')


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing asked for. `exact` words stand as they are on the page; `stems` are in step with them."""

    exact: tuple[str, ...]
    stems: tuple[str, ...]
    together: bool  # the words have to follow each other, as they stand
    excluded: bool = False
    prefix: bool = False  # the last word is the beginning of any

    @property
    def is_word(self) -> bool:
        """A word by itself, looked for by its stem."""
        return not (self.together or self.prefix)

    @property
    def is_common(self) -> bool:
        return self.is_word and all(word in COMMON for word in self.exact)


@dataclass(frozen=True, slots=True)
class Choice:
    """Any of the alternatives, of which each is all of its parts."""

    alternatives: tuple[tuple["Part", ...], ...]


Part: TypeAlias = Clause | Choice


@dataclass(frozen=True)
class Request:
    clauses: tuple[Clause, ...] = ()
    choices: tuple[Choice, ...] = ()
    narrowing: Narrowing = field(default_factory=Narrowing)
    doubt: Doubt | None = None  # why all of it was read as plain words

    @property
    def has_words(self) -> bool:
        return bool(self.asked or self.choices)

    @cached_property
    def asked(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if not clause.excluded)

    @cached_property
    def excluded(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if clause.excluded)

    @cached_property
    def required(self) -> tuple[Part, ...]:
        """What has to be there: common words only where there is nothing else."""
        return (*(clause for clause in self.asked if not clause.is_common), *self.choices) or self.asked

    @cached_property
    def marked(self) -> tuple[Clause, ...]:
        """What is marked in a text: all that is required, of every alternative."""
        return tuple(_leaves(self.required))


def _leaves(parts: Iterable[Part]) -> Iterator[Clause]:
    for part in parts:
        if isinstance(part, Clause):
            yield part
        else:
            for alternative in part.alternatives:
                yield from _leaves(alternative)


def without_controls(text: str) -> str:
    """Without the characters that no one types: controls, direction marks, halves of characters."""
    return CONTROL.sub(" ", text).strip()


def typed(query: str) -> str:
    """As it is read: no longer than is read, quotation marks and dashes of one kind."""
    return composed(without_controls(query[:QUERY_LIMIT])).translate(QUOTES)


def parse(query: str, *, doubt: Doubt | None = None) -> Request:
    """Never refuses: what cannot be understood, or is in doubt already, is read as plain words."""
    text = typed(query)
    if doubt is None:
        try:
            return _understood(text)
        except NotUnderstood as error:
            doubt = error.doubt
    words = OPERATORS.sub(" ", text).split()
    return Request(_limited(clause for word in words for clause in _clauses(word.lstrip("-"))), doubt=doubt)


def _understood(text: str) -> Request:
    if text.count('"') % 2:
        raise NotUnderstood(Doubt.QUOTATION)
    narrowing, words = read_narrowing(text)
    tokens = deque(tokens_of(words))
    parts = _sequence(tokens)
    if tokens:
        raise NotUnderstood(Doubt.BRACKETS)
    clauses = _limited(part for part in parts if isinstance(part, Clause))
    choices = tuple(dict.fromkeys(part for part in parts if isinstance(part, Choice)))
    if sum(clause.prefix for clause in _leaves((*clauses, *choices))) > BEGINNINGS_LIMIT:
        raise NotUnderstood(Doubt.BEGINNINGS)
    return Request(clauses, choices, narrowing)


def _limited(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    return tuple(dict.fromkeys(clauses))[:CLAUSE_LIMIT]


def tokens_of(text: str) -> list[re.Match[str]]:
    """Words, phrases, and where there is an OR its brackets; elsewhere brackets say nothing. Raises NotUnderstood."""
    tokens = list(TOKEN.finditer(text))
    if any(token["open"] == "-(" for token in tokens):
        raise NotUnderstood(Doubt.BRACKETS)
    if not any(token["either"] for token in tokens):
        return [token for token in tokens if not (token["open"] or token["close"])]
    depth = 0
    for token in tokens:
        depth += bool(token["open"]) - bool(token["close"])
        if depth > DEPTH_LIMIT:
            raise NotUnderstood(Doubt.BRACKETS)
    return tokens


def _sequence(tokens: deque[re.Match[str]]) -> tuple[Part, ...]:
    """All up to the end, or to a closing bracket."""
    parts: list[Part] = []
    while tokens and not tokens[0]["close"]:
        alternatives = [_term(tokens)]
        while tokens and tokens[0]["either"]:
            tokens.popleft()
            alternatives.append(_term(tokens))
        parts += alternatives[0] if len(alternatives) == 1 else _choice(alternatives)
    return tuple(parts)


def _term(tokens: deque[re.Match[str]]) -> tuple[Part, ...]:
    if not tokens or tokens[0]["either"] or tokens[0]["close"]:
        raise NotUnderstood(Doubt.CHOICE)
    token = tokens.popleft()
    if not token["open"]:
        return tuple(_clauses(token["word"] or "", phrase=token["phrase"], minus=bool(token["minus"])))
    inner = _sequence(tokens)
    if not tokens:
        raise NotUnderstood(Doubt.BRACKETS)
    tokens.popleft()
    return inner


def _choice(alternatives: list[tuple[Part, ...]]) -> tuple[Part, ...]:
    """Of those that hold a word; to be without something is no alternative."""
    if any(isinstance(part, Clause) and part.excluded for parts in alternatives for part in parts):
        raise NotUnderstood(Doubt.CHOICE)
    worded = [_without_common(parts) for parts in alternatives if parts]
    return (Choice(tuple(worded)),) if len(worded) > 1 else (worded or [()])[0]


def _without_common(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part for part in parts if isinstance(part, Choice) or not part.is_common) or parts


def _clauses(word: str, *, phrase: str | None = None, minus: bool = False) -> list[Clause]:
    excluded = minus or word.startswith("-")
    text = word if phrase is None else phrase
    exact, of_stems = exact_words(text), stems(text)
    if not exact:
        return []
    prefix = word.endswith("*")
    if prefix and len(exact) == 1 and len(exact[0]) < BEGINNING:
        raise NotUnderstood(Doubt.BEGINNING)
    # References and addresses, P2019/1234/FUL, stand as they are; other joined words, “short-term”, are like any
    is_reference = "@" in text or any(map(str.isdigit, text))
    together = len(exact) > 1 and (phrase is not None or excluded or prefix or is_reference)
    if together or phrase is not None or excluded or prefix:
        return [Clause(exact, of_stems, together or phrase is not None, excluded, prefix)]
    return [Clause((word,), (stem,), False) for word, stem in zip(exact, of_stems, strict=True)]
