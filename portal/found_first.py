"""Few rows found before all else that is asked of them.

Where a query joins many tables, or asks of each row whether something exists, PostgreSQL may read those tables whole
and look for the few rows at the end. Ids that stand as an array are found first, and the rest is looked up by them.
"""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Func, QuerySet


class OneOf(Func):
    """Whether the first is an element of the second."""

    template, arg_joiner, output_field = "%(expressions)s)", " = ANY(", BooleanField()


def found_first(*rows: QuerySet[Any, Any], by: str = "pk") -> Func:
    """To filter by: those that have the id of one of these rows."""
    first, *others = (ArraySubquery(some.values("pk")) for some in rows)
    for other in others:
        first = Func(first, other, function="ARRAY_CAT", output_field=first.output_field)
    return OneOf(by, first)
