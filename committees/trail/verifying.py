"""Finds tampering: in the chain, in the events it seals, and in rows that were changed round the triggers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from committees.models import TrailHead, TrailLink, TrailShape
from committees.trail.heads import Head
from committees.trail.sealing import LOWEST, digest, shapes_by_table, unsealed_sql
from committees.trail.sources import CONTEXTS, EVENT_FIELDS, Source, content, context_columns, sources

SHOWN = 50  # of each kind and table; the rest are counted
CLOCK_LEEWAY = "1 hour"  # a transaction open for longer would look like one that was dated back


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was tampered with: where, and what it looks like."""

    where: str
    words: str

    def __str__(self) -> str:
        return f"{self.where}: {self.words}"


@dataclass(slots=True)
class Verification:
    """`links` were checked; `waiting` events are not sealed yet; `unchecked` tells what cannot be any more, and why."""

    links: int = 0
    waiting: int = 0
    problems: list[Problem] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        return not self.problems


def verify(head: Head | None = None) -> Verification:
    """Check everything, in one state of the database; `head` is one exported before. Changes nothing."""
    found = Verification()
    with transaction.atomic():
        _steady()
        found.problems += _chain(found, head)
        for source in sources():
            found.problems += _events(source, found)
            found.problems += _unsealed(source, found)
            found.problems += _rows(source)
        found.problems += _contexts()
        found.problems += _dated_back()
    return found


def _steady() -> None:
    with connection.cursor() as cursor:
        if not connection.savepoint_ids:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT set_config('timezone', 'UTC', true)")


def _chain(found: Verification, head: Head | None) -> Iterator[Problem]:
    """Each link follows from the one before, to the head; and the exported head is among them."""
    shapes = {shape.pk: str(shape) for shape in TrailShape.objects.all()}
    before, number, seen = b"", 0, False
    broken = False
    rows = TrailLink.objects.order_by("number").values_list(
        "number", "shape", "event_id", "context_id", "content", "digest"
    )
    for at, shape, event, context, told, kept in rows.iterator(chunk_size=5000):
        number += 1
        key = str(context if event is None else event)
        reckoned = digest(before, at, shapes.get(shape, ""), key, bytes(told))
        if not broken and (at != number or reckoned != bytes(kept)):
            broken = True
            yield Problem(
                "The chain", f"is broken at link {number}: links were altered, removed or put in another order"
            )
        number, before = at, bytes(kept)
        seen = seen or (head is not None and _is_head(head, at, before))
        found.links += 1
    end = TrailHead.objects.first() or TrailHead()
    if (end.number, bytes(end.digest)) != (number, before):
        yield Problem("The chain", f"ends at link {number}, but was sealed up to {end.number}")
    if head is not None and not seen and head.number != 0:
        yield Problem("The chain", "does not hold the exported head: its end was cut off, or it was rewritten")


def _is_head(head: Head, number: int, kept: bytes) -> bool:
    return kept.hex() == head.digest and head.number in (None, number)


def _ask(sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _events(source: Source, found: Verification) -> Iterator[Problem]:
    """Sealed events that are gone, or are not what was sealed."""
    for shape in TrailShape.objects.filter(table=source.table):
        dropped = sorted(set(shape.columns) - set(source.columns))
        if dropped:
            found.unchecked.append(f"{source.table}: events sealed with {', '.join(dropped)}, a column since dropped")
            continue
        later = [column for column in source.columns if column not in shape.columns]
        sql = f"""
            SELECT link.number, link.event_id, event.pgh_id IS NULL
            FROM committees_traillink link LEFT JOIN {source.table} event ON event.pgh_id = link.event_id
            WHERE link.shape_id = %s
              AND (event.pgh_id IS NULL OR {content("event", "%s")} <> link.content)
            ORDER BY link.number LIMIT {SHOWN}
        """  # noqa: S608 - names of our own tables
        for number, event, gone in _ask(sql, [shape.pk, later]):
            what = "was deleted" if gone else "was changed"
            yield Problem(source.table, f"event {event} (link {number}) {what} after it was sealed")


def _unsealed(source: Source, found: Verification) -> Iterator[Problem]:
    """Events with a number that was sealed past are insertions; the others wait for the next seal."""
    head = TrailHead.objects.first() or TrailHead()
    floor = head.floors.get(source.table, LOWEST)
    shapes = shapes_by_table().get(source.table, [])
    last = _ask("SELECT coalesce(max(event_id), 0) FROM committees_traillink WHERE shape_id = ANY(%s)", [shapes])[0][0]
    sql = f"""
        SELECT event.pgh_id, event.pgh_id <= %s OR (event.pgh_id <= %s AND event.pgh_created_at < %s - %s::interval)
        {unsealed_sql(source)} ORDER BY 1
    """
    for event, inserted in _ask(sql, [floor, last, head.sealed_at, CLOCK_LEEWAY, shapes, LOWEST]):
        found.waiting += not inserted
        if inserted:
            yield Problem(source.table, f"event {event} was inserted: the chain was sealed past it without it")


def _contexts() -> Iterator[Problem]:
    """Who and why: as last sealed, unless events that still wait have added to it."""
    later: list[str] = []
    for shape in TrailShape.objects.filter(table=CONTEXTS):
        later += [column for column in context_columns() if column not in shape.columns]
    waiting = " UNION ".join(f"SELECT event.pgh_context_id {unsealed_sql(source)}" for source in sources())
    shapes = shapes_by_table()
    values: list[Any] = [later]
    for source in sources():
        values += [shapes.get(source.table, []), LOWEST]
    sql = f"""
        SELECT last.context_id, told.id IS NULL
        FROM (SELECT DISTINCT ON (context_id) context_id, content FROM committees_traillink
              WHERE context_id IS NOT NULL ORDER BY context_id, number DESC) last
        LEFT JOIN {CONTEXTS} told ON told.id = last.context_id
        WHERE (told.id IS NULL OR {content("told", "%s")} <> last.content)
          AND last.context_id NOT IN (SELECT w FROM ({waiting}) AS waiting(w) WHERE w IS NOT NULL)
        LIMIT {SHOWN}
    """  # noqa: S608 - names of our own tables
    for context, gone in _ask(sql, values):
        yield Problem("Who and why", f"context {context} was {'deleted' if gone else 'changed'} after it was sealed")


def _dated_back() -> Iterator[Problem]:
    """Events sealed long after the moment they claim, though the chain was sealed in between."""
    batches = """
        WITH batches AS (
            SELECT sealed_at, lag(sealed_at) OVER (ORDER BY sealed_at) AS before
            FROM (SELECT DISTINCT sealed_at FROM committees_traillink) AS moments
        )
    """
    shapes = shapes_by_table()
    for source in sources():
        sql = f"""
            {batches} SELECT event.pgh_id, event.pgh_created_at
            FROM committees_traillink link
            JOIN batches ON batches.sealed_at = link.sealed_at
            JOIN {source.table} event ON event.pgh_id = link.event_id
            WHERE link.shape_id = ANY(%s) AND event.pgh_created_at < batches.before - %s::interval
            ORDER BY 1 LIMIT {SHOWN}
        """  # noqa: S608 - names of our own tables
        for event, at in _ask(sql, [shapes.get(source.table, []), CLOCK_LEEWAY]):
            yield Problem(
                source.table, f"event {event} is dated {at:%Y-%m-%d %H:%M}, but was not there when that was sealed"
            )


def _rows(source: Source) -> Iterator[Problem]:
    """Rows that are not what their last event says: changed, inserted or deleted round the triggers."""
    fields = list(EVENT_FIELDS)
    sql = f"""
        SELECT coalesce(now.{source.of_key}::text, last.pgh_obj_id::text),
               CASE WHEN now.{source.of_key} IS NULL THEN 'was deleted'
                    WHEN last.pgh_id IS NULL OR last.pgh_label = 'delete' THEN 'was inserted'
                    ELSE 'was changed' END
        FROM (SELECT DISTINCT ON (pgh_obj_id) * FROM {source.table} ORDER BY pgh_obj_id, pgh_id DESC) last
        FULL JOIN {source.of_table} now ON now.{source.of_key} = last.pgh_obj_id
        WHERE (now.{source.of_key} IS NULL AND last.pgh_label <> 'delete')
           OR (now.{source.of_key} IS NOT NULL AND (last.pgh_id IS NULL OR last.pgh_label = 'delete'))
           OR (now.{source.of_key} IS NOT NULL
               AND to_jsonb(now) - %s::text[] <> to_jsonb(last) - %s::text[])
        ORDER BY 1 LIMIT {SHOWN}
    """  # noqa: S608 - names of our own tables
    for key, what in _ask(sql, [source.untracked, fields]):
        yield Problem(source.of_table, f"row {key} {what} without an event")
