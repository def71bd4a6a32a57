"""Adds the events that are not sealed yet to the chain, in the order of their transactions."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from committees.models import TrailHead, TrailLink, TrailShape
from committees.trail.sources import CONTEXTS, Source, content, context_columns, shape_of, sources

BATCH = 5000
LOWEST = -(2**63)  # below every id
EPOCH = 2**32  # transaction ids kept in rows are the lower half of the full ones


@dataclass(frozen=True, slots=True)
class Sealed:
    """A row to be sealed: `key` is the id of its event or context."""

    table: str
    key: int | UUID
    content: bytes
    context: UUID | None = None


def seal() -> int:
    """Seal all that is settled and visible; how many links were added. Of two at once the second waits."""
    mark = None if connection.in_atomic_block else _mark()
    with transaction.atomic():
        head = _locked_head()
        _same_clock()
        settled = bool(head.mark) and _oldest_running() >= head.mark["transaction"]
        before = head.number
        while rows := _unsealed(head.floors):
            _add(head, rows)
        if settled:
            head.floors, head.mark = head.mark["last"], {}
        if mark and (not head.mark or head.mark["transaction"] > mark["transaction"]):  # one of another server
            head.mark = mark
        head.save()
    return head.number - before


def _locked_head() -> TrailHead:
    TrailHead.objects.get_or_create(pk=1)
    return TrailHead.objects.select_for_update().get(pk=1)


def _same_clock() -> None:
    """Times in the JSON of a row are written in UTC, whatever the connection is set to."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('timezone', 'UTC', true)")


def _mark() -> dict[str, Any]:
    """The last id given out in each table, and a transaction begun after that.

    Once all transactions below it have ended, no event with such an id can appear any more: the id is taken from its
    sequence by a transaction that has its number already.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        last = {}
        for source in sources():
            cursor.execute(
                "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence(%s, 'pgh_id')::regclass), 0)",
                [source.table],
            )
            last[source.table] = cursor.fetchone()[0]
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        return {"last": last, "transaction": cursor.fetchone()[0]}


def _oldest_running() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        return int(cursor.fetchone()[0])


def unsealed_sql(source: Source) -> str:
    """Events above a floor that have no link. Placeholders: the ids of the table's shapes, the floor."""
    return f"""
        FROM {source.table} event
        WHERE NOT EXISTS (
            SELECT FROM committees_traillink link
            WHERE link.event_id = event.pgh_id AND link.shape_id = ANY(%s::bigint[])
        ) AND event.pgh_id > %s
    """


def shapes_by_table() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for shape in TrailShape.objects.all():
        found.setdefault(shape.table, []).append(shape.pk)
    return found


def _unsealed(floors: dict[str, int]) -> list[Sealed]:
    """The next ones in the order of their transactions, of each transaction by table and id."""
    shapes, parts = shapes_by_table(), []
    values: list[Any] = []
    now = "pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
    ahead = f"mod(mod(event.xmin::text::bigint - {now} + {EPOCH // 2}, {EPOCH}) + {EPOCH}, {EPOCH}) - {EPOCH // 2}"
    for source in sources():
        parts.append(
            f"(SELECT {now} + {ahead} AS moment, '{source.table}' AS name, event.pgh_id AS key,"
            f" {content('event')} AS content, event.pgh_context_id AS context"
            f" {unsealed_sql(source)} ORDER BY 1, 3 LIMIT {BATCH})"
        )
        values += [shapes.get(source.table, []), floors.get(source.table, LOWEST)]
    with connection.cursor() as cursor:
        cursor.execute(f"{' UNION ALL '.join(parts)} ORDER BY 1, 2, 3 LIMIT {BATCH}", values)
        return [Sealed(name, key, bytes(found), context) for _moment, name, key, found, context in cursor.fetchall()]


def _add(head: TrailHead, events: list[Sealed]) -> None:
    """Contexts first, as they are now; one that gathered more since an earlier seal is sealed anew."""
    columns = {source.table: source.columns for source in sources()}
    contexts = _fresh_contexts({event.context for event in events if event.context})
    shapes = {table: shape_of(table, columns[table]) for table in {event.table for event in events}}
    shapes[CONTEXTS] = shape_of(CONTEXTS, context_columns())
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        now = cursor.fetchone()[0]
    TrailLink.objects.bulk_create(_links(head, [*contexts, *events], shapes, now))


def _fresh_contexts(ids: Iterable[UUID]) -> list[Sealed]:
    sql = f"""
        SELECT context.id, context.content FROM (
            SELECT id, {content("told")} AS content FROM {CONTEXTS} told WHERE id = ANY(%s)
        ) context
        LEFT JOIN LATERAL (
            SELECT content FROM committees_traillink link
            WHERE link.context_id = context.id ORDER BY number DESC LIMIT 1
        ) last ON true
        WHERE last.content IS DISTINCT FROM context.content
        ORDER BY context.id
    """  # noqa: S608 - names of our own tables
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(ids)])
        return [Sealed(CONTEXTS, key, bytes(found)) for key, found in cursor.fetchall()]


def _links(
    head: TrailHead, rows: Iterable[Sealed], shapes: dict[str, TrailShape], now: datetime
) -> Iterator[TrailLink]:
    for table, of_table in groupby(rows, key=lambda row: row.table):
        shape = shapes[table]
        for row in of_table:
            head.number += 1
            head.digest = digest(bytes(head.digest), head.number, str(shape), str(row.key), row.content)
            head.sealed_at = now
            yield TrailLink(
                number=head.number,
                shape=shape,
                event_id=row.key if isinstance(row.key, int) else None,
                context_id=row.key if isinstance(row.key, UUID) else None,
                content=row.content,
                digest=head.digest,
                sealed_at=now,
            )


def digest(before: bytes, number: int, shape: str, key: str, content: bytes) -> bytes:
    """The digest of a link, from that of the link before (empty for the first)."""
    return hashlib.sha256(before + f"|{number}|{shape}|{key}|".encode() + content).digest()
