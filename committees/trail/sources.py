"""The tables of events, found from the models that are audited, and the SQL that reads them alike."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from pghistory.models import Context, Event

from committees.models import TrailShape

CONTEXTS = Context._meta.db_table
EVENT_FIELDS = ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id")


@dataclass(frozen=True, slots=True)
class Source:
    """A table of events and the table they tell of. Names come from models, never from a user."""

    table: str
    columns: tuple[str, ...]
    of_table: str
    of_key: str
    of_columns: tuple[str, ...]

    @property
    def untracked(self) -> list[str]:
        """Columns of the rows that their events leave out."""
        return [column for column in self.of_columns if column not in self.columns]


def sources() -> list[Source]:
    """In order of the tables' names."""
    found = [_source(model) for model in apps.get_models() if issubclass(model, Event) and _tracked(model)]
    return sorted(found, key=lambda source: source.table)


def _tracked(model: type[models.Model]) -> type[models.Model] | None:
    tracked: type[models.Model] | None = getattr(model, "pgh_tracked_model", None)
    return tracked


def _source(model: type[models.Model]) -> Source:
    of = _tracked(model)
    if of is None or of._meta.pk is None:
        raise TypeError(f"{model} tells of no model")
    key = of._meta.pk.column or ""
    return Source(model._meta.db_table, _columns(model), of._meta.db_table, key, _columns(of))


def _columns(model: type[models.Model]) -> tuple[str, ...]:
    return tuple(sorted(field.column for field in model._meta.concrete_fields if field.column))


def context_columns() -> list[str]:
    return list(_columns(Context))


def shape_of(table: str, columns: Iterable[str]) -> TrailShape:
    shape, _ = TrailShape.objects.get_or_create(table=table, columns=sorted(columns))
    return shape


def content(row: str, leaving_out: str = "") -> str:
    """SQL for the SHA-256 of a row as JSON, whose keys have one order; `leaving_out` is a placeholder for columns."""
    json = f"(to_jsonb({row}) - {leaving_out}::text[])" if leaving_out else f"to_jsonb({row})"
    return f"sha256(convert_to({json}::text, 'UTF8'))"
