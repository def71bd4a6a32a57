"""A request as the library asks it of the index."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from tantivy import FieldType, Occur, Query, Schema

from documents.search.outbox import Touched
from documents.search.schema import POSITION, sitting_key
from documents.search.syntax import Clause, Part, Request

# How much a match counts beside one in the text of a page
TITLE = 2.0
VERY_WORD = 0.4  # the word as it was typed, on top of its stem
COMMON_WORD = 0.2
WORDS_TOGETHER = 1.5  # everything asked for, in one row

LAST_DAY = date.max


@dataclass(frozen=True, slots=True)
class Filters:
    committees: tuple[int, ...] = ()  # any of them; all committees where there is none
    date_from: date | None = None
    date_to: date | None = None
    kind: str | None = None


def build_query(schema: Schema, request: Request, filters: Filters, pending: Touched) -> Query:
    """Pages with all that is asked for, in the text or the title; by the title alone only a paper's first page."""
    required = request.required
    parts = [(Occur.Must, _matching(part, lambda clause: _anywhere(schema, clause))) for part in required]
    in_text = [_matching(part, lambda clause: _in_field(schema, "text", clause)) for part in required]
    parts.append((Occur.Must, _unscored(_any([*in_text, Query.term_query(schema, "number", 1)]))))
    for clause in request.asked:
        if clause not in required:
            parts.append((Occur.Should, Query.boost_query(_in_field(schema, "text", clause), COMMON_WORD)))
    parts += [(Occur.Should, query) for query in _together(schema, request)]
    parts += [(Occur.Must, _unscored(query)) for query in _filters(schema, filters)]
    parts += [(Occur.MustNot, query) for query in _left_out(schema, request, pending)]
    return Query.boolean_query(parts)


def _any(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _matching(part: Part, of_clause: Callable[[Clause], Query]) -> Query:
    if isinstance(part, Clause):
        return of_clause(part)
    return _any(_all(_matching(inner, of_clause) for inner in alternative) for alternative in part.alternatives)


def _all(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _anywhere(schema: Schema, clause: Clause) -> Query:
    in_title = Query.boost_query(_in_field(schema, "title", clause), TITLE)
    return _any([_in_field(schema, "text", clause), in_title])


def _in_field(schema: Schema, name: str, clause: Clause) -> Query:
    if clause.together or clause.prefix:
        return _row(schema, f"{name}_exact", clause.exact, prefix=clause.prefix)
    stem = Query.term_query(schema, name, clause.stems[0])
    very_word = Query.boost_query(Query.term_query(schema, f"{name}_exact", clause.exact[0]), VERY_WORD)
    return _any([stem, very_word])


def _row(schema: Schema, name: str, words: tuple[str, ...], *, prefix: bool = False) -> Query:
    """The words one after another, of the last perhaps the beginning; the library takes no phrase of one word."""
    if prefix:
        return Query.phrase_prefix_query(schema, name, list(words))
    if len(words) == 1:
        return Query.term_query(schema, name, words[0])
    return Query.phrase_query(schema, name, list(words))


def _together(schema: Schema, request: Request) -> list[Query]:
    words = tuple(word for clause in request.asked for word in clause.exact)
    if len(words) < 2 or len(request.asked) < 2 or any(clause.prefix for clause in request.asked):
        return []
    in_text, in_title = _row(schema, "text_exact", words), _row(schema, "title_exact", words)
    return [Query.boost_query(in_text, WORDS_TOGETHER), Query.boost_query(in_title, WORDS_TOGETHER * TITLE)]


def _filters(schema: Schema, filters: Filters) -> list[Query]:
    queries = []
    if filters.kind is not None:
        queries.append(Query.term_query(schema, "kind", filters.kind))
    first, last = filters.date_from or date.min, filters.date_to or LAST_DAY
    if last < first:
        queries.append(Query.empty_query())
    elif filters.committees:
        queries.append(_any(_sittings(schema, committee, first, last) for committee in filters.committees))
    elif filters.date_from or filters.date_to:
        queries.append(Query.range_query(schema, "day", FieldType.Unsigned, first.toordinal(), last.toordinal()))
    return queries


def _sittings(schema: Schema, committee: int, first: date, last: date) -> Query:
    keys = sitting_key(committee, first), sitting_key(committee, last)
    return Query.range_query(schema, "sitting", FieldType.Unsigned, *keys)


def _left_out(schema: Schema, request: Request, pending: Touched) -> list[Query]:
    queries = [Query.term_query(schema, "type", POSITION)]
    for name, ids in (
        ("document", pending.documents),
        ("meeting", pending.meetings),
        ("committee", pending.committees),
    ):
        if ids:
            queries.append(Query.term_set_query(schema, name, list(ids)))
    for clause in request.excluded:
        fields = ("text_exact", "title_exact")
        queries += [_row(schema, name, clause.exact, prefix=clause.prefix) for name in fields]
    return queries
