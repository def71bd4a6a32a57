"""Reading the index, in any number of processes and threads."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import tantivy

from documents.search.index.errors import Damaged, SearchUnavailable, library_errors
from documents.search.index.folder import commit_at, current_name, is_of_this_version, report_damage, root
from documents.search.index.state import State, read_state
from documents.search.schema import register_analyzers


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The index as of one commit."""

    name: str
    schema: tantivy.Schema
    searcher: tantivy.Searcher
    state: State


@dataclass(slots=True)
class _Opened:
    name: str
    index: tantivy.Index
    commit: tuple[int, int] = (0, 0)
    snapshot: Snapshot | None = None  # of that commit
    lock: threading.Lock = field(default_factory=threading.Lock)


_opened: dict[Path, _Opened] = {}  # of this process, by the folder of the index


def snapshot() -> Snapshot:
    """The newest commit of the generation in force. Raises SearchUnavailable."""
    name = current_name()
    if name is None or not is_of_this_version(name):
        raise SearchUnavailable
    with damage_reported(name):
        return _newest(_open(name))


@contextmanager
def damage_reported(name: str) -> Iterator[None]:
    """Reading a damaged generation tells the follower, and raises SearchUnavailable."""
    try:
        with library_errors():
            yield
    except Damaged as error:
        _opened.pop(root(), None)
        if current_name() == name:
            report_damage(name)
        raise SearchUnavailable from error


def _open(name: str) -> _Opened:
    opened = _opened.get(root())
    if opened is None or opened.name != name:
        index = tantivy.Index.open(str(root() / name))
        index.config_reader("manual")
        register_analyzers(index)
        opened = _opened[root()] = _Opened(name, index)
    return opened


def _newest(opened: _Opened) -> Snapshot:
    """Of the newest commit."""
    commit = commit_at(opened.name)
    with opened.lock:
        if opened.snapshot is None or opened.commit != commit:
            opened.index.reload()
            searcher, schema = opened.index.searcher(), opened.index.schema
            opened.snapshot = Snapshot(opened.name, schema, searcher, read_state(searcher, schema))
            opened.commit = commit
        return opened.snapshot
