"""Rows saved together."""

from collections.abc import Sequence
from typing import TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def save_all(model: type[Row], rows: Sequence[Row]) -> None:
    """Those that are new in one statement, for a pack is mostly new or mostly known; each then has its key."""
    known = [row for row in rows if row.pk is not None]
    model._default_manager.bulk_create(row for row in rows if row.pk is None)
    for row in known:
        row.save()
