"""How this machine's index is, for the clerks: read only."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from django.db.models import Count, Min
from django.utils import timezone
from tantivy import Query

from documents.search import outbox
from documents.search.index import SearchUnavailable, Snapshot, damage_reported, folder, snapshot
from documents.search.schema import PAGE

LATE = timedelta(minutes=1)  # a follower that runs applies a change within a second


class Standing(StrEnum):
    WHOLE = "whole"  # it serves searches
    NONE = "none"  # of this version and this database there is none
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Changes of what is public that this machine's index has not applied."""

    changes: int
    oldest: datetime | None

    @property
    def is_late(self) -> bool:
        return self.oldest is not None and timezone.now() - self.oldest > LATE


@dataclass(frozen=True, slots=True)
class Health:
    standing: Standing
    is_building: bool  # another is being built, beside the one that serves if there is one
    rebuild_requested: bool
    progress: tuple[int, int] | None  # of that building: papers read, and of how many; None while that is not known
    size: int  # bytes on disk, of all that is there
    pages: int | None = None  # of public papers; None where no index serves, as all that follows
    records: int | None = None  # such as meetings and decisions, that are found themselves
    waiting: Waiting | None = None
    applied_at: datetime | None = None  # when it last took in what altered
    rebuilt_at: datetime | None = None


def health() -> Health:
    """Raises no error for an index that is not there or cannot be read: that is what it tells."""
    serving = _serving()
    index, pages = serving or (None, 0)
    return Health(
        standing=Standing.WHOLE if index else Standing.DAMAGED if _is_damaged() else Standing.NONE,
        is_building=_is_building(),
        rebuild_requested=folder.rebuild_was_requested(),
        progress=_progress(),
        size=sum(_sizes(folder.root())),
        pages=pages if index else None,
        records=index.searcher.num_docs - pages - 1 if index else None,  # one more says where the index stands
        waiting=_waiting(index) if index else None,
        applied_at=index.state.looked_at if index else None,
        rebuilt_at=_rebuilt_at() if index else None,
    )


def _serving() -> tuple[Snapshot, int] | None:
    """The index in force and how many pages it has, where it can be read and is of this database."""
    with suppress(SearchUnavailable):
        index = snapshot()
        with damage_reported(index.name):
            of_pages = Query.term_query(index.schema, "type", PAGE)
            pages = int(index.searcher.search(of_pages, limit=1, count=True).count or 0)
        if index.state.database == outbox.moment().database:
            return index, pages
    return None


def _waiting(index: Snapshot) -> Waiting:
    counted = outbox.waiting(index.state.progress).order_by().aggregate(changes=Count("pk"), oldest=Min("at"))
    return Waiting(**counted)


def _is_damaged() -> bool:
    """A reader found it so, and the follower has not looked yet."""
    return (folder.root() / "damaged").exists()


def _is_building() -> bool:
    return any(generation.name != folder.current_name() for generation in _generations())


def _generations() -> Iterator[Path]:
    with suppress(FileNotFoundError):
        yield from (path for path in folder.root().iterdir() if path.is_dir())


def _progress() -> tuple[int, int] | None:
    return folder.rebuild_progress()


def _sizes(of: Path) -> Iterator[int]:
    """Of each file; the follower may remove any while this looks."""
    for path in of.rglob("*"):
        with suppress(FileNotFoundError):
            if path.is_file():
                yield path.stat().st_size


def _rebuilt_at() -> datetime | None:
    """When the index in force came into force."""
    with suppress(FileNotFoundError):
        return datetime.fromtimestamp((folder.root() / "current").stat().st_mtime, UTC)
    return None
