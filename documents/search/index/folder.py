"""Which generation of the index is in force, who may write, and what the follower has been asked to do.

SEARCH_INDEX_DIR/
    current                 the name of the folder in force, replaced in one step
    <version>_<random>/     a generation: written by one follower, read by any number of web processes
    damaged                 the name of a generation that a reader found damaged
    building                the name of a generation that is not whole yet, and how far it is: to be gone on with
    rebuild                 asks the follower to start afresh
    lock                    held by the follower
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from documents.search.schema import VERSION


def root() -> Path:
    return Path(settings.SEARCH_INDEX_DIR)


def _in_root(*names: str) -> str:
    """Of what every search asks for: a Path takes longer to put together than the file to read."""
    return os.path.join(settings.SEARCH_INDEX_DIR, *names)


def current_name() -> str | None:
    """The generation in force, of whatever version; none where its name cannot be read."""
    with suppress(OSError, UnicodeError), open(_in_root("current")) as file:
        return file.read().strip() or None
    return None


def commit_at(name: str) -> tuple[int, int]:
    """What tells a generation's commits apart: each one replaces meta.json."""
    stat = os.stat(_in_root(name, "meta.json"))
    return stat.st_mtime_ns, stat.st_ino


def index_commit() -> str:
    """Which generation is in force and its newest commit, in a word; empty while there is none."""
    name = current_name()
    with suppress(OSError):
        return f"{name} {commit_at(name)}" if name else ""
    return ""


def is_of_this_version(name: str) -> bool:
    return name.startswith(f"{VERSION}_")


def put_in_force(name: str) -> None:
    """Readers turn to this generation; the others are removed."""
    _write_whole("current", name)
    (root() / "building").unlink(missing_ok=True)
    remove_others(name)
    (root() / "rebuild").unlink(missing_ok=True)


def _write_whole(file_name: str, text: str) -> None:
    fresh = root() / f"{file_name}.new"
    with fresh.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(root() / file_name)


@dataclass(frozen=True, slots=True)
class Building:
    """A generation that is not whole yet."""

    name: str
    papers: int  # that it holds
    of_papers: int


def note_building(building: Building) -> None:
    _write_whole("building", json.dumps([building.name, building.papers, building.of_papers]))


def being_built() -> Building | None:
    """None too where what is written there says nothing."""
    with suppress(OSError, ValueError, TypeError):
        name, papers, of_papers = json.loads((root() / "building").read_text())
        if isinstance(name, str):
            return Building(name, int(papers), int(of_papers))
    return None


def rebuild_progress() -> tuple[int, int] | None:
    """How many papers the index being built holds, and of how many; None while none is being built."""
    building = being_built()
    return (building.papers, building.of_papers) if building else None


def take_out_of_force() -> None:
    """Readers have none until the next is built."""
    (root() / "current").unlink(missing_ok=True)


def remove_others(*names: str | None) -> None:
    """All generations but these. Readers still in a removed one keep what they have open."""
    for folder in root().iterdir():
        if folder.is_dir() and folder.name not in names:
            shutil.rmtree(folder, ignore_errors=True)


def report_damage(name: str) -> None:
    """A reader asks the follower to check; where it cannot even ask, the follower's own looks serve."""
    with suppress(OSError):
        (root() / "damaged").write_text(name)


def damage_was_reported() -> bool:
    """Whether it was since this was last asked."""
    try:
        (root() / "damaged").unlink()
    except FileNotFoundError:
        return False
    return True


def request_rebuild() -> None:
    root().mkdir(parents=True, exist_ok=True)
    (root() / "rebuild").touch()


def rebuild_was_requested() -> bool:
    return (root() / "rebuild").exists()


@contextmanager
def follower_lock(*, wait: bool) -> Iterator[bool]:
    """Held by the one process that writes here, and let go by the system when it dies. Yields whether it was got."""
    root().mkdir(parents=True, exist_ok=True)
    with (root() / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True
