"""A request as the library asks it of the index."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from tantivy import FieldType, Occur, Query, Schema

from documents.search.outbox import Touched
from documents.search.schema import COMMITTEE, DECISION, PERSON, sitting_key, thing_key
from documents.search.syntax import Choice, Clause, Part, Request
from documents.search.words import is_frequent, rows_in

# How much a match counts beside one in the text of a page
TITLE = 2.0
VERY_WORD = 0.4  # the word as it was typed, on top of its stem
COMMON_WORD = 0.2
WORDS_TOGETHER = 1.5  # everything asked for, in one row
COMPLETE = 500.0  # has all the words, where some are enough
LEFT_OUT = 0.4  # of the words, and one of two or three

LAST_DAY = date.max


@dataclass(frozen=True, slots=True)
class Filters:
    committees: tuple[int, ...] = ()  # any of them; all committees where there is none
    date_from: date | None = None
    date_to: date | None = None
    kind: str | None = None
    ward: int | None = None
    meeting: int | None = None
    document: int | None = None
    person: int | None = None
    person_name: tuple[str, ...] = ()  # the words of that person's name: papers that have it are of that person too

    def take(self, committee: int, day: date) -> bool:
        """Whether they ask for what was taken by this committee on this day."""
        return (
            (not self.committees or committee in self.committees)
            and (self.date_from is None or day >= self.date_from)
            and (self.date_to is None or day <= self.date_to)
        )


@dataclass(frozen=True, slots=True)
class Asking:
    """One request, as queries of one index."""

    schema: Schema
    request: Request
    filters: Filters
    pending: Touched
    typed: tuple[Part, ...] = ()  # what was required before it was widened
    row: tuple[str, ...] = ()  # the words as they were typed, better found together
    least: int | None = None  # how many of the words are enough; all where it is None
    left_out: frozenset[Part] = frozenset()  # of those typed, where some are enough

    @property
    def enough(self) -> int:
        """How many of the words may do where hardly any page has all; 0 where there is nothing to leave out."""
        words = sum(map(_may_be_left_out, self.typed))
        return words - max(1, int(words * LEFT_OUT)) if words > 1 else 0

    def matching(self) -> Query:
        """What answers."""
        return Query.boolean_query(self._required(lambda part: _matching(part, self._quickly)))

    def ranked(self) -> Query:
        """What answers, scored by stems in text and title as one, and in titles again: quick enough for every page.

        A beginning that a title has raises its paper's first page alone, and `among` then all of them.
        """
        part = self._one_part
        of_rows = [part] if part is not None and not _is_beginning(part) else []
        titles = [_matching(part, self._in_title) for part in (*self._weighed_words, *of_rows)]
        required = self._required(lambda part: _matching(part, self._quickly), by_title=0.0 if of_rows else 1 + TITLE)
        raised = [(Occur.Should, Query.boost_query(title, TITLE)) for title in titles]
        return Query.boolean_query([*required, *raised])

    def among(self, things: Collection[int]) -> Query:
        """What answers of these papers and records, scored by all that counts."""
        of_things = _unscored(Query.term_set_query(self.schema, "thing", list(things)))
        required = [(Occur.Must, of_things), *self._required(self._in_full)]
        # A row is looked for on their pages alone, and not from each of them on to wherever it stands next
        together = [(_all([of_things, row]), weight) for row, weight in self._together()]
        return _scored(required, [*self._weighed(), *together])

    def in_full(self) -> Query:
        """What answers, scored by all that counts: the order that `ranked` and `among` come to."""
        return _scored(self._required(self._in_full), [*self._weighed(), *self._together()])

    @property
    def name(self) -> str:
        return " ".join(self.row)

    def bearing_name(self) -> Query:
        """What the words are the whole name of."""
        named = Query.term_query(self.schema, "name", self.name)
        return Query.boolean_query([(Occur.Must, named), *self._allowed()])

    def allowed(self) -> Query:
        """Whatever may be found, the filters left aside."""
        return Query.boolean_query([(Occur.Must, Query.all_query()), *self.allowed_anywhere()])

    def allowed_anywhere(self) -> list[tuple[Occur, Query]]:
        """To be asked beside another query, so that it finds nothing that is not public now."""
        return [(Occur.MustNot, query) for query in self._pending()]

    def _required(self, of_part: Callable[[Part], Query], *, by_title: float = 0.0) -> list[tuple[Occur, Query]]:
        """What is asked for, in the text or the title; by the title alone only a paper's first page.

        `by_title` is how much it counts that the title has the one phrase or beginning asked for.
        """
        required = self.request.required
        if self._one_part is not None:
            return [(Occur.Must, self._one(self._one_part, by_title)), *self._allowed()]
        asked = required if self.least is None else (*self.typed, *required)
        in_titles = (_all if self.least is None else _any)(_matching(part, self._in_title) for part in asked)
        later_by_title = Query.boolean_query(
            [
                (Occur.Must, in_titles),
                *((Occur.MustNot, _matching(part, self._in_text)) for part in asked),
                (Occur.MustNot, Query.term_query(self.schema, "number", 1)),
            ]
        )
        return [*self._parts(of_part), (Occur.MustNot, later_by_title), *self._allowed()]

    @property
    def _one_part(self) -> Part | None:
        """What alone is asked for, where it is no word."""
        required = self.request.required
        if self.least is not None or len(required) != 1 or (isinstance(required[0], Clause) and required[0].is_word):
            return None
        return required[0]

    def _one(self, part: Part, by_title: float) -> Query:
        """The same of one phrase or beginning, so that the text, where most of its pages are, is gone through once."""
        opening = _all([_matching(part, self._in_title), Query.term_query(self.schema, "number", 1)])
        return _any([_matching(part, self._in_text), Query.const_score_query(opening, by_title)])

    def _parts(self, of_part: Callable[[Part], Query]) -> list[tuple[Occur, Query]]:
        """All of them; or at least so many of those that may be left out, pages with all before those with some."""
        required = self.request.required
        everything = [of_part(part) for part in required]
        if self.least is None:
            return [(Occur.Must, query) for query in everything]
        # Words that were widened to others count by themselves too: “swimming” of “swimming baths”
        loose = [part for part in dict.fromkeys((*self.typed, *required)) if _may_be_left_out(part)]
        counted = [(Occur.Should, of_part(part)) for part in loose if part not in self.left_out]
        some = Query.boolean_query(counted, minimum_number_should_match=self.least)
        firm = [(Occur.Must, of_part(part)) for part in required if not _may_be_left_out(part)]
        return [*firm, (Occur.Must, some), (Occur.Should, Query.const_score_query(_all(everything), COMPLETE))]

    def _in_full(self, part: Part) -> Query:
        """One of what is asked for, scored here or, a word that is required, by what is weighed."""
        if part in self._weighed_words:
            return _unscored(_matching(part, self._quickly))
        return _matching(part, self._anywhere)

    @property
    def _weighed_words(self) -> list[Clause]:
        if self.least is not None:
            return []
        return [part for part in self.request.required if isinstance(part, Clause) and part.is_word]

    def _weighed(self) -> list[tuple[Query, float]]:
        """What raises a page, with how much it counts."""
        asked, required = self.request.asked, self.request.required
        exact = [clause for clause in self.request.marked if clause.is_word]
        return [
            *((_matching(part, self._in_title), TITLE) for part in (self._one_part,) if part is not None),
            *((self._in_text(clause), 1.0) for clause in self._weighed_words),
            *((self._in_title(clause), TITLE) for clause in self._weighed_words),
            *((self._in_text(clause), COMMON_WORD) for clause in asked if clause not in required),
            *((Query.term_query(self.schema, "text_exact", clause.exact[0]), VERY_WORD) for clause in exact),
            *((Query.term_query(self.schema, "title_exact", clause.exact[0]), VERY_WORD * TITLE) for clause in exact),
        ]

    def _together(self) -> list[tuple[Query, float]]:
        if len(self.row) < 2:
            return []
        in_text, in_title = self._row("text", self.row), self._row("title", self.row)
        return [(in_text, WORDS_TOGETHER), (in_title, WORDS_TOGETHER * TITLE)]

    def _allowed(self) -> list[tuple[Occur, Query]]:
        within = [(Occur.Must, _unscored(query)) for query in self._filtered()]
        return [*within, *((Occur.MustNot, query) for query in self._excluded()), *self.allowed_anywhere()]

    def _anywhere(self, clause: Clause) -> Query:
        return _any([self._in_text(clause), Query.boost_query(self._in_title(clause), TITLE)])

    def _quickly(self, clause: Clause) -> Query:
        """The same, but that what stands in text and title is scored together."""
        if clause.is_word:
            return Query.term_query(self.schema, "anywhere", clause.stems[0])
        return self._anywhere(clause)

    def _in_text(self, clause: Clause) -> Query:
        return self._in_field("text", clause)

    def _in_title(self, clause: Clause) -> Query:
        return self._in_field("title", clause)

    def _in_field(self, name: str, clause: Clause) -> Query:
        if clause.is_word:
            return Query.term_query(self.schema, name, clause.stems[0])
        return self._row(name, clause.exact, prefix=clause.prefix)

    def _row(self, name: str, words: tuple[str, ...], *, prefix: bool = False) -> Query:
        """The words one after another, of the last perhaps the beginning."""
        exact = f"{name}_exact"
        if prefix and len(words) == 1:
            return Query.regex_query(self.schema, exact, f"{re.escape(words[0])}.*")
        if prefix:
            return Query.phrase_prefix_query(self.schema, exact, list(words))
        rows = rows_in(words) if name == "text" and is_frequent(words) else []
        if len(rows) == 1:
            return Query.term_query(self.schema, "rows", rows[0])
        if len(words) == 1:
            return Query.term_query(self.schema, exact, words[0])
        phrase = Query.phrase_query(self.schema, exact, list(words))
        return _all([phrase, *(_unscored(Query.term_query(self.schema, "rows", row)) for row in rows)])

    def _filtered(self) -> list[Query]:
        filters = self.filters
        queries = [
            Query.term_query(self.schema, name, value)
            for name, value in (
                ("kind", filters.kind),
                ("ward", filters.ward),
                ("meeting", filters.meeting),
                ("document", filters.document),
            )
            if value is not None
        ]
        if filters.person is not None:
            queries.append(self._of_person(filters.person))
        return queries + self._sittings()

    def _of_person(self, person: int) -> Query:
        name = self.filters.person_name
        of_name = [self._row("text", name), self._row("title", name)] if name else []
        return _any([Query.term_query(self.schema, "person", person), *of_name])

    def _sittings(self) -> list[Query]:
        filters = self.filters
        first, last = filters.date_from or date.min, filters.date_to or LAST_DAY
        has_days = bool(filters.date_from or filters.date_to)
        if last < first:
            return [Query.empty_query()]
        if filters.committees and has_days:
            return [_any(self._between("sitting", committee, first, last) for committee in filters.committees)]
        if filters.committees:
            return [Query.term_set_query(self.schema, "committee", list(filters.committees))]
        return [self._between("day", 0, first, last)] if has_days else []

    def _between(self, name: str, committee: int, first: date, last: date) -> Query:
        keys = sitting_key(committee, first), sitting_key(committee, last)
        return Query.range_query(self.schema, name, FieldType.Unsigned, *keys)

    def _excluded(self) -> list[Query]:
        return [
            self._row(name, clause.exact, prefix=clause.prefix)
            for clause in self.request.excluded
            for name in ("text", "title")
        ]

    def _pending(self) -> list[Query]:
        """What an index may still show wrongly. Of a committee touched, `pending` names only those hidden now."""
        pending = self.pending
        bodies = (COMMITTEE, pending.committees), (PERSON, pending.people), (DECISION, pending.decisions)
        left_out = {
            "document": pending.documents,
            "meeting": pending.meetings,
            "committee": pending.hidden,
            "thing": pending.things | {thing_key(type_, owner) for type_, owners in bodies for owner in owners},
        }
        return [Query.term_set_query(self.schema, name, list(ids)) for name, ids in left_out.items() if ids]


def _is_beginning(part: Part) -> bool:
    return isinstance(part, Clause) and part.prefix


def _may_be_left_out(part: Part) -> bool:
    return isinstance(part, Choice) or part.is_word


def _any(queries: Iterable[Query]) -> Query:
    found = list(queries)
    return found[0] if len(found) == 1 else Query.boolean_query([(Occur.Should, query) for query in found])


def _all(queries: Iterable[Query]) -> Query:
    found = list(queries)
    return found[0] if len(found) == 1 else Query.boolean_query([(Occur.Must, query) for query in found])


def _matching(part: Part, of_clause: Callable[[Clause], Query]) -> Query:
    if isinstance(part, Clause):
        return of_clause(part)
    return _any(_all(_matching(inner, of_clause) for inner in alternative) for alternative in part.alternatives)


def _scored(required: list[tuple[Occur, Query]], weighed: Iterable[tuple[Query, float]]) -> Query:
    """Each by itself around what is required: of several at once the library goes through whole stretches of pages."""
    query = Query.boolean_query(required)
    for other, weight in weighed:
        query = Query.boolean_query([(Occur.Must, query), (Occur.Should, Query.boost_query(other, weight))])
    return query


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
