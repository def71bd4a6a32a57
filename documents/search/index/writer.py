"""Writing the index: the follower alone does."""

from collections.abc import Iterable
from uuid import uuid4

import tantivy
from tantivy import Occur, Query

from documents.search.index.checks import check_sums, stamps
from documents.search.index.errors import Damaged, library_errors
from documents.search.index.folder import root
from documents.search.index.state import State, read_state, state_document
from documents.search.outbox import Touched
from documents.search.schema import (
    COMMITTEE,
    DECISION,
    ITEM,
    MEETING,
    PERSON,
    POSITION,
    VERSION,
    Unit,
    build_schema,
    index_document,
    owner_of,
    register_analyzers,
    thing_key,
)

WRITER_MEMORY = 100_000_000  # bytes held before a segment is written
BUILDER_MEMORY = 250_000_000  # likewise while all is written afresh, by as many threads as there are processors
OF_MEETINGS = (ITEM, MEETING, DECISION)  # types of records that a meeting holds


class Generation:
    """A generation open for writing. Every method raises Damaged when the library cannot do it."""

    def __init__(self, name: str, index: tantivy.Index, state: State, *, building: bool = False) -> None:
        self.name = name
        self.state = state  # as of the last commit, but for `looked_at`, which may have moved on
        self._index = index
        self._index.config_reader("manual")
        register_analyzers(self._index)
        self._writer = self._index.writer(*((BUILDER_MEMORY, 0) if building else (WRITER_MEMORY, 1)))
        self._seen: dict[str, tuple[int, int]] = {}

    @classmethod
    def create(cls, state: State) -> "Generation":
        """An empty one, to be in force when it is filled and committed."""
        name = f"{VERSION}_{uuid4().hex}"
        with library_errors():
            (root() / name).mkdir(parents=True)
            return cls(name, tantivy.Index(build_schema(), str(root() / name)), state, building=True)

    @classmethod
    def open(cls, name: str, *, building: bool = False) -> "Generation":
        check_sums(root() / name)
        with library_errors():
            index = tantivy.Index.open(str(root() / name))
            return cls(name, index, read_state(index.searcher(), index.schema), building=building)

    def add(self, units: Iterable[Unit]) -> int:
        """How many were added."""
        count = 0
        for unit in units:
            with library_errors():
                self._writer.add_document(index_document(unit))
            count += 1
        return count

    def remove(
        self, *, documents: Iterable[int], meetings: Iterable[int], committees: Iterable[int], touched: Touched
    ) -> None:
        """The papers with their recommendations, the records of meetings and committees, and the bodies touched."""
        bodies = (COMMITTEE, touched.committees), (PERSON, touched.people), (DECISION, touched.decisions)
        things = [thing_key(type_, owner) for type_, owners in bodies for owner in owners]
        of_bodies = [
            (Occur.Should, self._among("committee", committees)),
            (Occur.Should, self._among("person", touched.people)),
        ]
        with library_errors():
            for query in (
                self._among("document", documents),
                self._among("thing", things),
                _all(self._types(*OF_MEETINGS), self._among("meeting", meetings)),
                _all(self._types(DECISION), Query.boolean_query(of_bodies)),
            ):
                self._writer.delete_documents_by_query(query)

    def committees(self) -> set[int]:
        """Those that are found: the public ones as of the last commit."""
        with library_errors():
            self._index.reload()
            searcher = self._index.searcher()
            hits = searcher.search(self._types(COMMITTEE), max(searcher.num_docs, 1)).hits
            things = searcher.fast_field_values("thing", [address for _, address in hits])
        return {owner_of(int(thing)) for thing in things if thing is not None}

    def documents_under(self, meetings: Iterable[int], committees: Iterable[int]) -> set[int]:
        """The papers that are in the index under these meetings and committees, wherever they are listed now."""
        meetings, committees = list(meetings), list(committees)
        if not (meetings or committees):
            return set()
        with library_errors():
            self._index.reload()
            searcher = self._index.searcher()
            under = [
                (Occur.Should, self._among("meeting", meetings)),
                (Occur.Should, self._among("committee", committees)),
            ]
            hits = searcher.search(Query.boolean_query(under), max(searcher.num_docs, 1)).hits
            owners = searcher.fast_field_values("document", [address for _, address in hits])
        return {int(owner) for owner in owners if owner is not None}

    def _among(self, name: str, values: Iterable[int]) -> Query:
        return Query.term_set_query(self._index.schema, name, list(values))

    def _types(self, *types: str) -> Query:
        return Query.term_set_query(self._index.schema, "type", list(types))

    def commit(self, state: State) -> None:
        with library_errors():
            self._writer.delete_documents_by_term("type", POSITION)
            self._writer.add_document(state_document(state))
            self._writer.commit()
        self.state = state

    def close(self) -> None:
        with library_errors():
            self._writer.wait_merging_threads()

    def check_untouched(self) -> None:
        """Raise Damaged where a file was altered from outside since the last look, or is gone."""
        found = stamps(root() / self.name)
        for name, stamp in found.items():
            if self._seen.get(name, stamp) != stamp:
                raise Damaged(f"{name} was altered from outside.")
        self._seen = found


def _all(*queries: Query) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])
