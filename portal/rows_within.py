"""Rows of other tables brought along by a query: each page asks few times, whatever it shows."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import JSONObject

Row = TypeVar("Row", bound=models.Model)


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
    fields = model._meta.concrete_fields
    values = [_value(field, told[f"{prefix}{field.attname}"]) for field in fields]
    return model.from_db("default", [field.attname for field in fields], values)


def _value(field: "models.Field[Any, Any]", told: Any) -> Any:
    """As the database tells it in JSON: bytes as hexadecimal digits after a backslash and an x."""
    if isinstance(field, models.BinaryField) and told is not None:
        return bytes.fromhex(told.removeprefix("\\x"))
    return field.to_python(told)
