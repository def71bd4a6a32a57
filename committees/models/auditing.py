"""The audit that every model of record carries."""

from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models

Model = TypeVar("Model", bound=type[models.Model])


def audited(model: Model, *, exclude: tuple[str, ...] = ()) -> Model:
    """Keep each insert, update and delete of `model` in an append-only table, written by a database trigger."""
    track = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        append_only=True,
        exclude=list(exclude) or None,
    )
    tracked: Model = track(model)
    return tracked


def keeps_published() -> pgtrigger.Protect:
    """A row that the public has seen cannot be deleted, by anyone: it is withdrawn instead."""
    return pgtrigger.Protect(
        name="keep_published",
        operation=pgtrigger.Delete,
        condition=pgtrigger.Condition("OLD.published_at <= now()"),
    )
