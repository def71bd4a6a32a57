"""Queries of the public pages, written and planned once.

For a page of some milliseconds, turning querysets into SQL and planning it is more than half of all the work. A kept
query is a queryset like any other, its `.public()` included; only the values it is given differ from one time to the
next. What it reads of the clock has to be the database's (`Now()`), or be given as a value.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import QuerySet, prefetch_related_objects
from django.db.models.sql.compiler import SQLCompiler
from psycopg import sql

from documents.search.prepared import fetched

Row = TypeVar("Row")
Value = int | date | str | list[int] | list[str]

FIRST_NUMBER, FIRST_DAY = -(1 << 40), date(1, 1, 1)  # values that no row has, in whose place others are put later
CASTS: dict[type, str] = {int: "bigint", date: "date", str: "text"}


@dataclass(frozen=True, slots=True)
class Statement:
    """`names` of the values to be given, in the order in which the SQL has them."""

    queryset: QuerySet[Any, Any]
    compiler: SQLCompiler
    sql: str
    names: tuple[str, ...]


class KeptQuery(Generic[Row]):
    """Called with the values that `rows_of` takes, by name: the rows, as the queryset it makes would give them."""

    def __init__(self, rows_of: Callable[..., QuerySet[Any, Row]]) -> None:
        self._rows_of = rows_of
        self._statement: Statement | None = None

    def __call__(self, **values: Value) -> list[Row]:
        statement = self._statement or self._write(values)
        rows = fetched(statement.sql, [values[name] for name in statement.names])
        return _read(statement.queryset, _Answered(statement.compiler, rows))

    def first(self, **values: Value) -> Row | None:
        return next(iter(self(**values)), None)

    def _write(self, values: dict[str, Value]) -> Statement:
        connection.ensure_connection()
        stand_ins = {name: _stand_in(value, place) for place, (name, value) in enumerate(values.items())}
        queryset = self._rows_of(**stand_ins)
        compiler = queryset.query.get_compiler("default")
        written, params = compiler.as_sql()
        self._statement = Statement(queryset, compiler, *_with_places(written, params, stand_ins))
        return self._statement


def _stand_in(value: Value, place: int) -> Value:
    if isinstance(value, list):
        return [f"\x1a{place}"] if value and isinstance(value[0], str) else [FIRST_NUMBER + place]
    if isinstance(value, date):
        return FIRST_DAY + timedelta(days=place)
    return f"\x1a{place}" if isinstance(value, str) else FIRST_NUMBER + place


def _with_places(written: str, params: Sequence[Any], stand_ins: dict[str, Value]) -> tuple[str, tuple[str, ...]]:
    """The SQL with a place for each value to be given, and whatever else it holds written into it."""
    named = {(value[0] if isinstance(value, list) else value): name for name, value in stand_ins.items()}
    pieces = written.split("%s")
    told, names = pieces[0], []
    for param, piece in zip(params, pieces[1:], strict=True):
        name = named.get(param) if isinstance(param, int | date | str) else None
        if name is None:
            told += sql.Literal(param).as_string(connection.connection).replace("%", "%%") + piece
            continue
        names.append(name)
        cast = CASTS[type(param)]
        if isinstance(stand_ins[name], list):
            told, piece, cast = *_with_list(told, piece), f"{cast}[]"
        told += f"%s::{cast}{piece}"
    if missing := set(stand_ins) - set(names):
        raise ValueError(f"The query does not ask for {missing}: {written}")
    return told, tuple(names)


def _with_list(before: str, after: str) -> tuple[str, str]:
    """What stands before and after a sole value, made to take any number of them at once."""
    if before.endswith(" IN (") and after.startswith(")"):
        return before.removesuffix("IN (") + "= ANY(", after
    if before.endswith("ARRAY[") and after.startswith("]"):
        return before.removesuffix("ARRAY["), after.removeprefix("]")
    raise ValueError(f"A list has to stand after IN, or in an array: {before}%s{after}")


class _Answered:
    """A compiler whose query has been asked."""

    def __init__(self, compiler: SQLCompiler, rows: list[tuple[Any, ...]]) -> None:
        self._compiler = compiler
        self._rows = rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiler, name)

    def execute_sql(self, *args: Any, **options: Any) -> list[list[tuple[Any, ...]]]:
        return [self._rows]

    def results_iter(self, results: Any = None, tuple_expected: bool = False, **options: Any) -> Iterator[Any]:
        rows: Any = [self._rows]
        return self._compiler.results_iter(rows, tuple_expected=tuple_expected)


def _read(template: QuerySet[Any, Any], answered: _Answered) -> list[Any]:
    """The rows as the queryset makes them: instances with what is selected with them, or values."""
    queryset: Any = template.all()
    queryset.query.get_compiler = lambda *args, **options: answered
    rows: list[Any] = list(queryset._iterable_class(queryset))
    if lookups := queryset._prefetch_related_lookups:
        prefetch_related_objects(rows, *lookups)
    return rows
