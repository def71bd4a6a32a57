"""Acronyms that public papers explain, for either to find the other. Read from the index itself."""

from tantivy import Query, Searcher

from documents.search.acronyms import BETWEEN
from documents.search.syntax import Clause, Request

LONGEST = 6  # words that an acronym stands for
CLAUSES = 12  # of a request that are looked at
EXPLAINED = 3  # ways of reading one


def acronyms_asked(searcher: Searcher, request: Request, allowed: Query) -> tuple[tuple[str, ...], ...]:
    """Sets of terms that mean the same, as documents.search.synonyms has them: only what an allowed page explains."""
    clauses = request.clauses[:CLAUSES]
    runs = (
        clauses[start : start + length]
        for length in range(1, LONGEST + 1)
        for start in range(len(clauses) - length + 1)
    )
    found = (_set_of(searcher, run, allowed) for run in runs)
    return tuple(terms for terms in found if len(terms) > 1)


def _set_of(searcher: Searcher, run: tuple[Clause, ...], allowed: Query) -> tuple[str, ...]:
    if any(not clause.is_word or clause.excluded for clause in run) or all(clause.is_common for clause in run):
        return ()
    words = " ".join(word for clause in run for word in clause.exact)
    beginning = f"{words}{BETWEEN}"
    if not searcher.terms_with_prefix("acronym", beginning, limit=1):
        return ()
    terms = searcher.terms_with_prefix("acronym", beginning, filter_query=allowed, limit=EXPLAINED)
    return (words, *(term.removeprefix(beginning) for term, pages in terms if pages))
