"""One thing that is asked for, as queries of the fields of an index."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from tantivy import Occur, Query, Schema

from documents.search.syntax import Clause, Part
from documents.search.words import is_frequent, rows_in

TITLE = 2.0  # how much a match in the title counts beside one in the text of a page


@dataclass(frozen=True, slots=True)
class Fields:
    schema: Schema
    _beginnings: dict[tuple[str, str], Query] = field(default_factory=dict)  # that were asked for

    def in_text(self, clause: Clause) -> Query:
        return self._in("text", clause)

    def in_title(self, clause: Clause) -> Query:
        return self._in("title", clause)

    def in_either(self, clause: Clause) -> Query:
        return any_of([self.in_text(clause), Query.boost_query(self.in_title(clause), TITLE)])

    def in_both(self, clause: Clause) -> Query:
        """The same, but that a word in text and title is scored as one: sought in a field instead of two."""
        return self.term("anywhere", clause.stems[0]) if clause.is_word else self.in_either(clause)

    def _in(self, name: str, clause: Clause) -> Query:
        if clause.is_word:
            return self.term(name, clause.stems[0])
        return self.row(name, clause.exact, prefix=clause.prefix)

    def row(self, name: str, words: tuple[str, ...], *, prefix: bool = False) -> Query:
        """The words one after another, of the last perhaps the beginning."""
        exact = f"{name}_exact"
        if prefix and len(words) == 1:
            return self._beginning(exact, words[0])
        if prefix:
            return Query.phrase_prefix_query(self.schema, exact, list(words))
        rows = rows_in(words) if name == "text" and is_frequent(words) else []
        if len(rows) == 1:
            return self.term("rows", rows[0])
        if len(words) == 1:
            return self.term(exact, words[0])
        phrase = Query.phrase_query(self.schema, exact, list(words))
        return all_of([phrase, *(unscored(self.term("rows", row)) for row in rows)])

    def _beginning(self, name: str, letters: str) -> Query:
        """Kept: one search asks for it several times, and each time the library would take half a millisecond."""
        if (name, letters) not in self._beginnings:
            query = Query.regex_query(self.schema, name, f"{re.escape(letters)}.*")
            self._beginnings[name, letters] = query
        return self._beginnings[name, letters]

    def term(self, name: str, value: str | int) -> Query:
        return Query.term_query(self.schema, name, value)

    def among(self, name: str, values: Collection[int]) -> Query:
        return Query.term_set_query(self.schema, name, list(values))


def any_of(queries: Iterable[Query]) -> Query:
    found = list(queries)
    return found[0] if len(found) == 1 else Query.boolean_query([(Occur.Should, query) for query in found])


def all_of(queries: Iterable[Query]) -> Query:
    found = list(queries)
    return found[0] if len(found) == 1 else Query.boolean_query([(Occur.Must, query) for query in found])


def matching(part: Part, of_clause: Callable[[Clause], Query]) -> Query:
    if isinstance(part, Clause):
        return of_clause(part)
    return any_of(all_of(matching(inner, of_clause) for inner in alternative) for alternative in part.alternatives)


def unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
