"""Keeps one copy of the index in step with PostgreSQL. Any number of machines may each run one."""

import logging
from types import TracebackType

from documents.search import outbox
from documents.search.index import Damaged, Generation, State
from documents.search.index.folder import (
    current_name,
    damage_was_reported,
    is_of_this_version,
    put_in_force,
    rebuild_was_requested,
    remove_others,
    root,
    take_out_of_force,
)
from documents.search.units import item_units, paper_units

log = logging.getLogger(__name__)

CHANGES_AT_ONCE = 1000


class Follower:
    """The writer of the index; to be held under `follower_lock`.

    Safe to kill at any moment: a commit holds both what changed and the position it stands for, a new generation
    comes into force only when it is whole, and applying a change twice is the same as once.
    """

    def __init__(self) -> None:
        self._held: Generation | None = None

    def __enter__(self) -> "Follower":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._held is not None:
            self._held.close()

    def step(self) -> bool:
        """Apply what is waiting, or build the index afresh where there is no whole one. False when nothing waited."""
        moment = outbox.moment()
        generation = self._whole_generation(moment)
        if generation is None:
            self.rebuild()
            return True
        try:
            return _apply(generation, moment)
        except Damaged:
            self._held = None  # to be checked and opened again
            raise

    def catch_up(self) -> None:
        """Apply all that is settled."""
        while self.step():
            pass

    def rebuild(self) -> int:
        """A new generation from every public row, put in force when it is whole. The units it holds."""
        self._held = None
        root().mkdir(parents=True, exist_ok=True)
        remove_others(current_name())
        moment = outbox.moment()  # before the rows are read: what alters while they are is applied again
        state = State(moment.database, outbox.Progress(outbox.Position(moment.floor)), moment.now)
        generation = Generation.create(state)
        count = generation.add(paper_units()) + generation.add(item_units())
        generation.commit(state)
        generation.close()
        put_in_force(generation.name)
        return count

    def _whole_generation(self, moment: outbox.Moment) -> Generation | None:
        """The generation in force; None where another has to be built."""
        name = current_name()
        if name is None or not is_of_this_version(name) or rebuild_was_requested():
            return None
        if damage_was_reported():
            self._held = None  # to be checked and opened again
        try:
            if self._held is None or self._held.name != name:
                self._held = Generation.open(name)
                remove_others(name)
            self._held.check_untouched()
        except Damaged as error:
            log.warning("The search index is damaged, and built afresh: %s", error)
            self._held = None
            take_out_of_force()
            return None
        return self._held if self._held.state.database == moment.database else None


def _apply(generation: Generation, moment: outbox.Moment) -> bool:
    before = generation.state
    touched, progress = outbox.next_changes(before.progress, moment, limit=CHANGES_AT_ONCE)
    timed = outbox.due(before.looked_at, moment.now)
    touched.documents |= timed.documents
    touched.meetings |= timed.meetings
    state = State(moment.database, progress, moment.now)
    if touched or progress != before.progress:
        _renew(generation, touched)
        generation.commit(state)
        return True
    generation.state = state
    return False


def _renew(generation: Generation, touched: outbox.Touched) -> None:
    """Whatever these rows are now replaces what the index had of them."""
    documents = outbox.documents_under(touched) | generation.documents_under(touched)
    meetings = outbox.meetings_under(touched, documents)
    generation.remove(documents=documents, items_of_meetings=meetings)
    generation.add(paper_units(documents))
    generation.add(item_units(meetings))
