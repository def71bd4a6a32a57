"""Few rows found before all else that is asked of them.

Where a query joins many tables, or asks of each row whether something exists, PostgreSQL may read those tables whole
and look for the few rows at the end. Ids that stand as an array are found first, and the rest is looked up by them.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Case, Exists, Func, Model, QuerySet, Value, When

Row = TypeVar("Row", bound=Model)


class OneOf(Func):
    """Whether the first is an element of the second."""

    template, arg_joiner, output_field = "%(expressions)s)", " = ANY(", BooleanField()


def found_first(*rows: QuerySet[Any, Any]) -> Func:
    """To filter by: those that have the id of one of these rows, or one of these values."""
    first, *others = (ArraySubquery(some if some.query.values_select else some.values("pk")) for some in rows)
    found: Any = first
    for other in others:
        found = Func(found, other, function="ARRAY_CAT", output_field=first.output_field)
    return OneOf("pk", found)


def of_each(condition: Exists) -> Case:
    """To filter by, where few rows are asked: PostgreSQL would look for all that answer, and join them."""
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def in_order(ids: Iterable[int], rows: Iterable[Row]) -> list[Row]:
    """Rows as their ids were found; those that are not there are left out."""
    by_id = {row.pk: row for row in rows}
    return [by_id[pk] for pk in ids if pk in by_id]
