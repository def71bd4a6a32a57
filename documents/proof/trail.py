"""The events of the audit trail, as changes: what a row was before and after, when, by whom and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models

from committees.moments import written_exactly


@dataclass(frozen=True, slots=True)
class Change:
    """An event beside the one before it of the same row: `before` is None for the first, `after` where deleted.

    `model` is the name of the row's model.
    """

    at: datetime
    by: str
    why: str
    before: Any
    after: Any
    row: int
    model: str

    def altered(self, name: str) -> bool:
        return self.after is not None and getattr(self.before, name, None) != getattr(self.after, name)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the proof. `details` are (name, value); `at` is when the trail recorded it; `of` is the row that it
    tells of, by its model's name and its id."""

    at: datetime
    what: str
    about: str
    by: str
    why: str
    of: tuple[str, int]
    details: tuple[tuple[str, str], ...] = ()

    @property
    def written_at(self) -> str:
        return written_exactly(self.at)


def changes_of(app: str, name: str, **chosen: Any) -> Iterator[Change]:
    """Of the rows of a model (by name) that any of their events chooses, in the order in which they were recorded."""
    events: type[models.Model] = apps.get_model(app, f"{name}Event")
    manager: Any = events._default_manager
    rows = manager.filter(**chosen).order_by().values("pgh_obj_id")
    before: dict[int, Any] = {}
    for event in manager.filter(pgh_obj_id__in=rows).select_related("pgh_context").order_by("pgh_id"):
        deleted = event.pgh_label == "delete"
        by, why = who_and_why(event)
        row = event.pgh_obj_id
        yield Change(event.pgh_created_at, by, why, before.get(row), None if deleted else event, row, name)
        before[event.pgh_obj_id] = None if deleted else event


def who_and_why(event: Any) -> tuple[str, str]:
    """As the context of the event has it."""
    metadata = event.pgh_context.metadata if event.pgh_context else {}
    return metadata.get("username") or "not recorded", metadata.get("why") or ""


def entry(change: Change, what: str, about: str, details: Iterable[tuple[str, str]] = ()) -> Entry:
    told = tuple((name, value) for name, value in details if value)
    return Entry(change.at, what, about, change.by, change.why, (change.model, change.row), told)


def moment_details(change: Change, moment: datetime | None) -> list[tuple[str, str]]:
    """From when it is public, where that is another moment than that of the change."""
    if moment is None or abs((moment - change.at).total_seconds()) < 1:
        return []
    return [("Public from", written_exactly(moment))]
