"""Widens what is asked for by what a clerk says means the same."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from documents.models import Synonyms
from documents.search.syntax import Choice, Clause, Request
from documents.search.terms import clause_of, forms_of, stems_of

AllSynonyms = tuple[tuple[str, ...], ...]

KEPT = 5.0  # seconds before the list is read again: a change by a clerk needs no rebuild of the index
WIDENINGS = 5  # of one request at most, so that no query grows beyond reason


class _Kept:
    """The list as this process last read it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._read: tuple[float, AllSynonyms] | None = None

    def all(self) -> AllSynonyms:
        with self._lock:  # one thread reads, and the others take what it read
            if self._read is None or self._clock() - self._read[0] > KEPT:
                self._read = (self._clock(), _from_database())
            return self._read[1]

    def forget(self) -> None:
        with self._lock:
            self._read = None


def _from_database() -> AllSynonyms:
    rows = Synonyms.objects.order_by("pk").values_list("terms", flat=True)
    return tuple(tuple(terms) for terms in rows)


_kept = _Kept()


def all_synonyms() -> AllSynonyms:
    """Every set of terms, in one query at most every KEPT seconds."""
    return _kept.all()


def forget_synonyms() -> None:
    """This process reads them afresh; others do within KEPT seconds."""
    _kept.forget()


@dataclass(frozen=True, slots=True)
class Widening:
    """The words that were asked for, as the index has them, and the terms looked for as well, as clerks keep them."""

    typed: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Clauses that follow each other and are, by their stems, a term of each of these sets."""

    start: int
    clauses: tuple[Clause, ...]
    sets: AllSynonyms

    @property
    def stems(self) -> tuple[str, ...]:
        return _stems(self.clauses)

    @property
    def places(self) -> range:
        return range(self.start, self.start + len(self.clauses))

    @property
    def others(self) -> tuple[str, ...]:
        terms = dict.fromkeys(term for terms in self.sets for term in terms)
        return tuple(term for term in terms if stems_of(term) != self.stems)


def widen(request: Request, synonyms: AllSynonyms) -> tuple[Request, tuple[Widening, ...]]:
    """The request with each run of words that is a term as a choice of it and the terms that mean the same.

    Longest run first. What stands in quotation marks, is excluded, is a beginning or is in a choice stays as it is;
    so do two terms of one set, for who asks for both wants both. The common words of a run stay clauses of their own,
    so that every page found before is still found.
    """
    runs = _chosen(request.clauses, _table(request.clauses, synonyms))
    if not runs:
        return request, ()
    widened = {place for run in runs for place in run.places}
    clauses = tuple(clause for place, clause in enumerate(request.clauses) if place not in widened or clause.is_common)
    choices = tuple(dict.fromkeys([*request.choices, *map(_choice, runs)]))
    return replace(request, clauses=clauses, choices=choices), tuple(map(_widening, runs))


def _choice(run: _Run) -> Choice:
    typed = tuple(clause for clause in run.clauses if not clause.is_common)
    others = dict.fromkeys(form for term in run.others for form in forms_of(term))
    return Choice((typed, *((clause_of(form),) for form in others)))


def _widening(run: _Run) -> Widening:
    return Widening(" ".join(word for clause in run.clauses for word in clause.exact), run.others)


def _table(clauses: tuple[Clause, ...], synonyms: AllSynonyms) -> dict[tuple[str, ...], AllSynonyms]:
    """The sets of each term of which all words are asked for, by its stems: a term may be in several."""
    asked = set(_stems(clauses))
    found: dict[tuple[str, ...], AllSynonyms] = {}
    for terms in synonyms:
        for stems in _stems_of_set(terms):
            if asked.issuperset(stems):
                found[stems] = (*found.get(stems, ()), terms)
    return found


@lru_cache(maxsize=4096)
def _stems_of_set(terms: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(filter(None, map(stems_of, terms))))


def _chosen(clauses: tuple[Clause, ...], table: dict[tuple[str, ...], AllSynonyms]) -> list[_Run]:
    """The runs to widen, in the order of the words."""
    taken: set[int] = set()
    found: list[_Run] = []
    for run in _runs(clauses, table):
        if taken.isdisjoint(run.places):
            taken.update(run.places)
            found.append(run)
    times = Counter(terms for run in found for terms in run.sets)
    once = [replace(run, sets=tuple(terms for terms in run.sets if times[terms] == 1)) for run in found]
    return sorted([run for run in once if run.others][:WIDENINGS], key=lambda run: run.start)


def _runs(clauses: tuple[Clause, ...], table: dict[tuple[str, ...], AllSynonyms]) -> Iterator[_Run]:
    longest = max(map(len, table), default=0)
    for length in range(min(longest, len(clauses)), 0, -1):
        for start in range(len(clauses) - length + 1):
            part = clauses[start : start + length]
            sets = table.get(_stems(part))
            if sets and all(map(_is_plain, part)) and not all(clause.is_common for clause in part):
                yield _Run(start, part, sets)


def _is_plain(clause: Clause) -> bool:
    return not (clause.together or clause.excluded or clause.prefix)


def _stems(clauses: tuple[Clause, ...]) -> tuple[str, ...]:
    return tuple(stem for clause in clauses for stem in clause.stems)
