"""Queries of the search page, planned once: for a search of milliseconds to write and plan them is the larger part."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any
from weakref import WeakSet

import psycopg
from django.db import connection
from django.db.models import QuerySet

_planned_once: WeakSet[psycopg.Connection[Any]] = WeakSet()  # that plan a prepared statement for any values
NONE = -1  # an id that nothing has, where the ids of a search are put


class Prepared:
    """The rows of a queryset of values, for other ids each time. `rows_of` is given what to filter by, as a list.

    `around` is a statement that has {rows} once, before whatever else it has to be given.
    """

    def __init__(self, rows_of: Callable[[list[int]], QuerySet[Any, Any]], *, around: str = "{rows}") -> None:
        self._rows_of, self._around = rows_of, around

    @cached_property
    def _statement(self) -> tuple[str, tuple[Any, ...]]:
        """What the queryset would ask, with any number of ids."""
        sql, params = self._rows_of([NONE]).query.get_compiler("default").as_sql()
        if params.count(NONE) != 1 or sql.count("IN (%s)") != 1:
            raise ValueError(f"The ids have to be asked for once: {sql}")
        return self._around.replace("{rows}", sql.replace("IN (%s)", "= ANY(%s::bigint[])")), params

    def rows(self, ids: Iterable[int], *given: Any) -> list[tuple[Any, ...]]:
        sql, params = self._statement
        return fetched(sql, [*(array(ids) if value == NONE else value for value in params), *given])


def array(numbers: Iterable[int]) -> str:
    """As PostgreSQL reads it where a statement says of which type it is: a list is looked through one by one."""
    return f"{{{','.join(map(str, numbers))}}}"


def fetched(sql: str, params: list[Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement that the server keeps planned on this connection."""
    connection.ensure_connection()
    if connection.force_debug_cursor:  # the query is to be seen
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            return list(cursor.fetchall())
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        if connection.connection not in _planned_once:
            # Django's own cursors put values into the statement, and never prepare it
            connection.connection.prepare_threshold = 1
            cursor.execute("SET plan_cache_mode = force_generic_plan")
            _planned_once.add(connection.connection)
        return list(cursor.execute(sql, params, prepare=True).fetchall())
