"""What the benchmark counts as built."""

import pytest

from documents.search import follower
from documents.search.follower import Follower
from documents.search.index.folder import Building, being_built, current_name, note_building
from tests.benchmarks.search import building
from tests.builders import make_paper

pytestmark = pytest.mark.django_db(transaction=True)


class Stopped(Exception):
    pass


def stop_once_noted(done: Building) -> None:
    note_building(done)
    raise Stopped


def test_what_a_stopped_run_has_built_is_built_again(monkeypatch: pytest.MonkeyPatch) -> None:
    make_paper(pages=("kingfisher",))
    with monkeypatch.context() as stopping, Follower() as stopped:
        stopping.setattr(follower, "note_building", stop_once_noted)
        with pytest.raises(Stopped):
            stopped.rebuild()
    left = being_built()
    assert left is not None

    building.rebuild()

    assert current_name() not in (None, left.name)
