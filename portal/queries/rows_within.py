"""Rows of other tables brought along by a query: each page asks few times, whatever it shows."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import JSONObject

Row = TypeVar("Row", bound=models.Model)
Reader = Callable[[Any], Any]
# What JSON tells as Python has it; what leads to another row is of one of these too
ALIKE = (models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.ForeignKey)


def rows_within(rows: QuerySet[Any], *related: str) -> ArraySubquery:
    """An annotation that holds all columns of these rows, and of the rows named that they lead to."""
    columns = {field.attname: field.attname for field in rows.model._meta.concrete_fields}
    for name in related:
        fields = rows.model._meta.get_field(name).related_model._meta.concrete_fields
        columns |= {f"{name}__{field.attname}": f"{name}__{field.attname}" for field in fields}
    return ArraySubquery(rows.values(found=JSONObject(**columns)))


def read_rows(model: type[Row], found: Iterable[dict[str, Any]], *related: str) -> list[Row]:
    """The rows of such an annotation."""
    return [_row(model, told, related) for told in found]


def _row(model: type[Row], told: dict[str, Any], related: Iterable[str]) -> Row:
    row = _instance(model, told, "")
    for name in related:
        other: Any = model._meta.get_field(name).related_model
        setattr(row, name, _instance(other, told, f"{name}__") if told[f"{name}__{other._meta.pk.attname}"] else None)
    return row


def _instance(model: type[Row], told: dict[str, Any], prefix: str) -> Row:
    names, keys, readers = _columns(model, prefix)
    values = [told[key] if read is None else read(told[key]) for key, read in zip(keys, readers, strict=True)]
    return model.from_db("default", names, values)


@cache
def _columns(model: type[models.Model], prefix: str) -> tuple[list[str], list[str], list[Reader | None]]:
    """Their names, those that JSON tells them by, and what reads each of them from there, if anything has to."""
    fields = model._meta.concrete_fields
    names = [field.attname for field in fields]
    return names, [f"{prefix}{name}" for name in names], [_reader(field) for field in fields]


def _reader(field: "models.Field[Any, Any]") -> Reader | None:
    """JSON tells bytes as hexadecimal digits after a backslash and an x."""
    if isinstance(field, models.BinaryField):
        return lambda told: None if told is None else bytes.fromhex(told.removeprefix("\\x"))
    return None if isinstance(field, ALIKE) else field.to_python
