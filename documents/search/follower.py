"""Keeps one copy of the index in step with PostgreSQL. Any number of machines may each run one."""

import logging
from bisect import bisect_right
from dataclasses import replace
from types import TracebackType

from django.db.models import Q

from documents.models import Document
from documents.search import outbox
from documents.search.index import Damaged, Generation, State
from documents.search.index.folder import (
    Building,
    being_built,
    current_name,
    damage_was_reported,
    is_of_this_version,
    note_building,
    put_in_force,
    rebuild_was_requested,
    remove_others,
    root,
    take_out_of_force,
)
from documents.search.units import (
    committee_units,
    decision_units,
    item_units,
    meeting_units,
    paper_units,
    person_units,
    recommendation_units,
)

log = logging.getLogger(__name__)

CHANGES_AT_ONCE = 1000
PAPERS_AT_ONCE = 5000  # of an index being built, between two commits: each has all threads wait for the last


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
        """A new generation from every public row, put in force when it is whole. The papers it holds.

        Goes on with one that was left unfinished, if it is of this database and as it was written.
        """
        self._held = None
        root().mkdir(parents=True, exist_ok=True)
        moment = outbox.moment()  # before the rows are read: what alters while they are is applied again
        unfinished = _unfinished(moment)
        # First, for what an attempt left that filled the disk
        remove_others(current_name(), unfinished.name if unfinished else None)
        generation = unfinished or _begun(moment)
        papers = _add_papers(generation)
        _add_records(generation)
        generation.commit(replace(generation.state, built_to=None))
        generation.close()
        put_in_force(generation.name)
        return papers

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
    touched |= timed
    state = State(moment.database, progress, moment.now)
    if touched or progress != before.progress:
        _renew(generation, touched)
        generation.commit(state)
        return True
    generation.state = state
    return False


def _unfinished(moment: outbox.Moment) -> Generation | None:
    """What an earlier process has built, up to its last commit."""
    building = being_built()
    if building is None or not is_of_this_version(building.name):
        return None
    try:
        generation = Generation.open(building.name, building=True)
    except Damaged as error:
        log.warning("The search index that was being built cannot be gone on with: %s", error)
        return None
    return generation if generation.state.database == moment.database else None


def _begun(moment: outbox.Moment) -> Generation:
    state = State(moment.database, outbox.Progress(outbox.Position(moment.floor)), moment.now, built_to=0)
    return Generation.create(state)


def _add_papers(generation: Generation) -> int:
    """Those after the last that it holds, in steps that are not lost. All the papers it then holds."""
    ids = list(Document.objects.public().order_by("pk").values_list("pk", flat=True))
    done = bisect_right(ids, generation.state.built_to or 0)
    while done < len(ids):
        step = ids[done : done + PAPERS_AT_ONCE]
        generation.add(paper_units(step))
        generation.commit(replace(generation.state, built_to=step[-1]))
        done += len(step)
        note_building(Building(generation.name, done, len(ids)))
    return len(ids)


def _add_records(generation: Generation) -> None:
    for units in (item_units, meeting_units, decision_units, recommendation_units, committee_units, person_units):
        generation.add(units())


def _renew(generation: Generation, touched: outbox.Touched) -> None:
    """Whatever these rows are now replaces what the index had of them."""
    # Of a committee that is as public as it was only its own name has altered
    committees = outbox.committees_moved(touched.committees, generation.committees()) if touched.committees else set()
    documents = outbox.documents_under(touched.documents, touched.meetings, committees)
    documents |= generation.documents_under(touched.meetings, committees)
    meetings = outbox.meetings_under(touched.meetings, committees, documents)
    generation.remove(documents=documents, meetings=meetings, committees=committees, touched=touched)
    generation.add(paper_units(documents))
    generation.add(recommendation_units(documents))
    generation.add(item_units(meetings))
    generation.add(meeting_units(meetings))
    generation.add(decision_units(_of_bodies(touched, meetings, committees)))
    generation.add(committee_units(touched.committees))
    generation.add(person_units(touched.people))


def _of_bodies(touched: outbox.Touched, meetings: set[int], committees: set[int]) -> Q:
    return (
        Q(pk__in=touched.decisions)
        | Q(meeting__in=meetings)
        | Q(committee__in=committees)
        | Q(person__in=touched.people)
    )
