"""A rebuild that was killed goes on where it stopped."""

from collections.abc import Callable, Iterable

import pytest

from documents.actions.papers import withdraw_document
from documents.models import Document
from documents.search import search
from documents.search.follower import Follower
from documents.search.index import State, folder
from documents.search.index.checks import segment_files
from documents.search.index.writer import Generation
from documents.search.schema import Unit
from tests.builders import make_clerk, make_item, make_paper
from tests.indexes import counts, follow, titles

pytestmark = pytest.mark.django_db

PAPERS = 5


class Killed(Exception):
    pass


@pytest.fixture
def papers() -> list[Document]:
    make_item(title="Kingfisher")
    return [make_paper(title=f"Paper {number}", pages=("kingfisher",)) for number in range(PAPERS)]


@pytest.fixture
def killed(monkeypatch: pytest.MonkeyPatch, papers: list[Document]) -> Callable[[], None]:
    """A rebuild two papers at a time that is killed after the first two."""
    monkeypatch.setattr("documents.search.follower.PAPERS_AT_ONCE", 2)

    def rebuild() -> None:
        commit = Generation.commit
        commits: list[State] = []

        def commit_once(generation: Generation, state: State) -> None:
            if commits:
                raise Killed
            commits.append(state)
            commit(generation, state)

        with monkeypatch.context() as patched, Follower() as follower:
            patched.setattr(Generation, "commit", commit_once)
            with pytest.raises(Killed):
                follower.rebuild()

    return rebuild


def units_added(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of what is added from now on."""
    add = Generation.add
    added: list[str] = []

    def add_and_tell(generation: Generation, units: Iterable[Unit]) -> int:
        rows = list(units)
        added.extend(title for unit in rows for title in unit.titles)
        return add(generation, rows)

    monkeypatch.setattr(Generation, "add", add_and_tell)
    return added


def building() -> folder.Building:
    found = folder.being_built()
    assert found is not None
    return found


def test_progress_is_told_while_it_is_built_and_not_after(killed: Callable[[], None]) -> None:
    assert folder.rebuild_progress() is None
    killed()
    assert folder.rebuild_progress() == (2, PAPERS)

    follow()

    assert folder.rebuild_progress() is None


def test_another_follower_goes_on_and_adds_only_what_is_missing(
    killed: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    killed()
    begun = building().name
    added = units_added(monkeypatch)

    follow()

    assert folder.current_name() == begun
    assert [title for title in added if title.startswith("Paper")] == ["Paper 2", "Paper 3", "Paper 4"]
    assert counts(search(query="kingfisher")) == (PAPERS + 1, PAPERS + 1)


def test_it_finds_the_same_as_one_built_without_a_break(killed: Callable[[], None]) -> None:
    killed()
    follow()
    after_a_break = titles("kingfisher")
    with Follower() as follower:
        follower.rebuild()

    assert titles("kingfisher") == after_a_break


def test_what_altered_between_is_applied_to_what_was_there_already(
    killed: Callable[[], None], papers: list[Document]
) -> None:
    killed()
    withdraw_document(document=papers[0], by=make_clerk(), reason="It named a resident.")
    renamed = make_paper(title="Published since", pages=("kingfisher",))

    follow()

    assert papers[0].title not in titles("kingfisher", per_page=20)
    assert renamed.title in titles("kingfisher", per_page=20)


def other_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("documents.search.outbox.MOMENT", "SELECT 'another', 1::bigint, statement_timestamp()")


def damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    in_force = segment_files(folder.root() / building().name)
    next(path for path in in_force if path.suffix == ".idx").write_bytes(b"spoilt")


def gone(monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.root() / building().name / "meta.json").unlink()


def noted_wrongly(monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.root() / "building").write_text("{")


@pytest.mark.parametrize("spoil", [other_database, damaged, gone, noted_wrongly])
def test_one_of_another_database_or_spoilt_is_begun_afresh(
    spoil: Callable[[pytest.MonkeyPatch], None], killed: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    killed()
    begun = building().name
    spoil(monkeypatch)

    with Follower() as follower:
        assert follower.rebuild() == PAPERS

    assert folder.current_name() not in (None, begun)
    assert not (folder.root() / begun).exists()
