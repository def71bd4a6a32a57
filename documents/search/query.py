"""A request as the library asks it of the index."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from tantivy import Occur, Query

from documents.search.fields import TITLE, Fields, all_of, any_of, matching, unscored
from documents.search.filters import Filters
from documents.search.outbox import Touched
from documents.search.schema import COMMITTEE, DECISION, PERSON, thing_key
from documents.search.syntax import Choice, Clause, Part, Request

# How much a match counts beside one in the text of a page
VERY_WORD = 0.4  # the word as it was typed, on top of its stem
COMMON_WORD = 0.2
WORDS_TOGETHER = 1.5  # everything asked for, in one row
COMPLETE = 500.0  # has all the words, where some are enough
LEFT_OUT = 0.4  # of the words, and one of two or three


@dataclass(frozen=True, slots=True)
class Asking:
    """One request, as queries of one index."""

    fields: Fields
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
        return Query.boolean_query(self._required(self._quickly))

    def ranked(self) -> list[Query]:
        """What answers, scored by stems in text and title; the best of all are among the best of each of these.

        It is quick enough for every page. Several words are scored in text and title as one, and in titles again.
        """
        if (part := self._lone_part) is not None:
            return self._ranked_alone(part)
        raised = [Query.boost_query(self.fields.in_title(word), TITLE) for word in self._weighed_words]
        should = [(Occur.Should, title) for title in raised]
        return [Query.boolean_query([*self._required(self._quickly), *should])]

    def _ranked_alone(self, part: Part) -> list[Query]:
        """Those by the text, which the library need not go through to the end; then those by the title as well.

        A beginning that a title has raises its paper's first page alone, and `among` then all of them.
        """
        in_text, in_title = matching(part, self.fields.in_text), matching(part, self.fields.in_title)
        if isinstance(part, Clause) and part.prefix:
            titled = Query.const_score_query(all_of([in_title, self._first_page]), 1 + TITLE)
        else:
            titled = all_of([Query.boost_query(in_title, TITLE), any_of([in_text, unscored(self._first_page)])])
        allowed = self._allowed()
        return [
            Query.boolean_query([(Occur.Must, query), *allowed]) if allowed else query for query in (in_text, titled)
        ]

    def among(self, things: Collection[int]) -> Query:
        """What answers of these papers and records, scored by all that counts."""
        of_things = unscored(self.fields.among("thing", things))
        required = [(Occur.Must, of_things), *self._required(self._in_full)]
        # A row is looked for on their pages alone, and not from each of them on to wherever it stands next
        together = [(all_of([of_things, row]), weight) for row, weight in self._together()]
        return _scored(required, [*self._weighed(), *together])

    def in_full(self) -> Query:
        """What answers, scored by all that counts: the order that `ranked` and `among` come to."""
        return _scored(self._required(self._in_full), [*self._weighed(), *self._together()])

    @property
    def name(self) -> str:
        return " ".join(self.row)

    def bearing_name(self) -> Query:
        """What the words are the whole name of."""
        return Query.boolean_query([(Occur.Must, self.fields.term("name", self.name)), *self._allowed()])

    def allowed(self) -> Query:
        """Whatever may be found, the filters left aside."""
        return Query.boolean_query([(Occur.Must, Query.all_query()), *self.allowed_anywhere()])

    def allowed_anywhere(self) -> list[tuple[Occur, Query]]:
        """To be asked beside another query, so that it finds nothing that is not public now."""
        return [(Occur.MustNot, query) for query in self._pending()]

    def _required(self, of_part: Callable[[Part], Query]) -> list[tuple[Occur, Query]]:
        """What is asked for, in the text or the title; by the title alone only a paper's first page."""
        required = self.request.required
        if self._lone_part is not None and not _is_word(self._lone_part):
            return [(Occur.Must, self._anywhere_alone(self._lone_part)), *self._allowed()]
        asked = required if self.least is None else (*self.typed, *required)
        in_titles = (all_of if self.least is None else any_of)(matching(part, self.fields.in_title) for part in asked)
        later_by_title = Query.boolean_query(
            [
                (Occur.Must, in_titles),
                *((Occur.MustNot, matching(part, self.fields.in_text)) for part in asked),
                (Occur.MustNot, self._first_page),
            ]
        )
        return [*self._parts(of_part), (Occur.MustNot, later_by_title), *self._allowed()]

    @property
    def _first_page(self) -> Query:
        return self.fields.term("number", 1)

    @property
    def _lone_part(self) -> Part | None:
        """What alone is asked for."""
        required = self.request.required
        return required[0] if self.least is None and len(required) == 1 else None

    def _anywhere_alone(self, part: Part) -> Query:
        """The same of one phrase or beginning, so that the text, where most of its pages are, is gone through once."""
        opening = all_of([matching(part, self.fields.in_title), self._first_page])
        return any_of([matching(part, self.fields.in_text), unscored(opening)])

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
        return [*firm, (Occur.Must, some), (Occur.Should, Query.const_score_query(all_of(everything), COMPLETE))]

    def _quickly(self, part: Part) -> Query:
        return matching(part, self.fields.in_both)

    def _in_full(self, part: Part) -> Query:
        """One of what is asked for, scored here or, a word that is required, by what is weighed."""
        if part in self._weighed_words:
            return unscored(self._quickly(part))
        return matching(part, self.fields.in_either)

    @property
    def _weighed_words(self) -> list[Clause]:
        if self.least is not None:
            return []
        return [part for part in self.request.required if isinstance(part, Clause) and part.is_word]

    def _weighed(self) -> list[tuple[Query, float]]:
        """What raises a page, with how much it counts."""
        fields, asked, required = self.fields, self.request.asked, self.request.required
        exact = [clause for clause in self.request.marked if clause.is_word]
        lone = [part for part in (self._lone_part,) if part is not None and not _is_word(part)]
        return [
            *((matching(part, fields.in_title), TITLE) for part in lone),
            *((fields.in_text(clause), 1.0) for clause in self._weighed_words),
            *((fields.in_title(clause), TITLE) for clause in self._weighed_words),
            *((fields.in_text(clause), COMMON_WORD) for clause in asked if clause not in required),
            *((fields.term("text_exact", clause.exact[0]), VERY_WORD) for clause in exact),
            *((fields.term("title_exact", clause.exact[0]), VERY_WORD * TITLE) for clause in exact),
        ]

    def _together(self) -> list[tuple[Query, float]]:
        if len(self.row) < 2:
            return []
        in_text, in_title = self.fields.row("text", self.row), self.fields.row("title", self.row)
        return [(in_text, WORDS_TOGETHER), (in_title, WORDS_TOGETHER * TITLE)]

    def _allowed(self) -> list[tuple[Occur, Query]]:
        within = [(Occur.Must, unscored(query)) for query in self.filters.queries(self.fields)]
        return [*within, *((Occur.MustNot, query) for query in self._excluded()), *self.allowed_anywhere()]

    def _excluded(self) -> list[Query]:
        return [
            self.fields.row(name, clause.exact, prefix=clause.prefix)
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
        return [self.fields.among(name, ids) for name, ids in left_out.items() if ids]


def _is_word(part: Part) -> bool:
    return isinstance(part, Clause) and part.is_word


def _may_be_left_out(part: Part) -> bool:
    return isinstance(part, Choice) or part.is_word


def _scored(required: list[tuple[Occur, Query]], weighed: Iterable[tuple[Query, float]]) -> Query:
    """Each by itself around what is required: of several at once the library goes through whole stretches of pages."""
    query = Query.boolean_query(required)
    for other, weight in weighed:
        query = Query.boolean_query([(Occur.Must, query), (Occur.Should, Query.boost_query(other, weight))])
    return query
