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
from documents.search.schema import ITEM, POSITION, VERSION, Unit, build_schema, index_document, register_analyzers

WRITER_MEMORY = 100_000_000  # bytes held before a segment is written


class Generation:
    """A generation open for writing. Every method raises Damaged when the library cannot do it."""

    def __init__(self, name: str, index: tantivy.Index, state: State) -> None:
        self.name = name
        self.state = state  # as of the last commit, but for `looked_at`, which may have moved on
        self._index = index
        self._index.config_reader("manual")
        register_analyzers(self._index)
        self._writer = self._index.writer(WRITER_MEMORY, 1)
        self._seen: dict[str, tuple[int, int]] = {}

    @classmethod
    def create(cls, state: State) -> "Generation":
        """An empty one, to be in force when it is filled and committed."""
        name = f"{VERSION}_{uuid4().hex}"
        with library_errors():
            (root() / name).mkdir(parents=True)
            return cls(name, tantivy.Index(build_schema(), str(root() / name)), state)

    @classmethod
    def open(cls, name: str) -> "Generation":
        check_sums(root() / name)
        with library_errors():
            index = tantivy.Index.open(str(root() / name))
            return cls(name, index, read_state(index.searcher(), index.schema))

    def add(self, units: Iterable[Unit]) -> int:
        """How many were added."""
        count = 0
        for unit in units:
            with library_errors():
                self._writer.add_document(index_document(unit))
            count += 1
        return count

    def remove(self, *, documents: Iterable[int], items_of_meetings: Iterable[int]) -> None:
        schema = self._index.schema
        with library_errors():
            self._writer.delete_documents_by_query(Query.term_set_query(schema, "document", list(documents)))
            items = [
                (Occur.Must, Query.term_query(schema, "type", ITEM)),
                (Occur.Must, Query.term_set_query(schema, "meeting", list(items_of_meetings))),
            ]
            self._writer.delete_documents_by_query(Query.boolean_query(items))

    def documents_under(self, touched: Touched) -> set[int]:
        """The papers that are in the index under the meetings and committees touched, wherever they are listed now."""
        if not (touched.meetings or touched.committees):
            return set()
        with library_errors():
            self._index.reload()
            searcher, schema = self._index.searcher(), self._index.schema
            under = [
                (Occur.Should, Query.term_set_query(schema, "meeting", list(touched.meetings))),
                (Occur.Should, Query.term_set_query(schema, "committee", list(touched.committees))),
            ]
            hits = searcher.search(Query.boolean_query(under), max(searcher.num_docs, 1)).hits
            owners = searcher.fast_field_values("document", [address for _, address in hits])
        return {int(owner) for owner in owners if owner is not None}

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
