"""What the papers themselves say means the same: acronyms they explain, and words they write as one, “pothole”."""

from itertools import pairwise

from tantivy import Occur, Query, Schema, Searcher

from documents.search.acronyms import BETWEEN
from documents.search.syntax import Clause, Request
from documents.search.words import stem

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


def joined_words_asked(
    searcher: Searcher, schema: Schema, request: Request, allowed: list[tuple[Occur, Query]]
) -> tuple[tuple[str, ...], ...]:
    """Two words that follow each other, with the one they make on an allowed page: “pot holes”, “potholes”."""
    found = []
    for first, second in pairwise(request.clauses[:CLAUSES]):
        if first.is_common or second.is_common or not (_is_plain(first) and _is_plain(second)):
            continue
        joined = stem(first.exact[0] + second.exact[0])
        if searcher.doc_freq("text", joined):
            query = Query.boolean_query([(Occur.Must, Query.term_query(schema, "text", joined)), *allowed])
            if searcher.search(query, 1).count:
                found.append((f"{first.exact[0]} {second.exact[0]}", first.exact[0] + second.exact[0]))
    return tuple(found)


def _is_plain(clause: Clause) -> bool:
    return clause.is_word and not clause.excluded and clause.exact[0].isalpha()
