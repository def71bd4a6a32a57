"""Which state of the site the public sees now: it alters with each change, and when a time of publication comes."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import OperationalError, connection, models
from django.http import HttpRequest
from django.utils import timezone
from pghistory.models import Event

from committees.models import Council
from documents.search.prepared import fetched
from documents.search.synonyms import forget_synonyms
from portal.queries.rows_within import read_rows

APPS = ("committees", "documents")
LONGEST = "interval '1 hour'"  # for which an edition is taken to last, were a time forgotten here


@dataclass(frozen=True, slots=True)
class Edition:
    """`tokens` name the rows (portal.models.Edition); with `today`, since pages tell of it, they are the key.

    `council` is read with it, since every page names it. `seen_at` and `due_at`, when the next thing is due to be
    published, are by the database's clock. `counts` are of lists, as counted since it was asked for.
    """

    tokens: str
    today: date
    seen_at: datetime
    due_at: datetime
    council: Council | None = field(default=None, compare=False)
    counts: dict[tuple[str, str], int] = field(default_factory=dict, compare=False)


def edition_of(request: HttpRequest) -> Edition | None:
    """The one that was asked for at the start of the request; None where its answer is not kept."""
    edition: Edition | None = vars(request).get("_edition")
    return edition


def know_edition(request: HttpRequest, edition: Edition) -> None:
    vars(request)["_edition"] = edition


class EditionReader:
    """Asks the database each time; when the next thing is due is reckoned again only in a new edition."""

    def __init__(self) -> None:
        self._last: Edition | None = None

    def after(self, publish_due: Callable[[], int]) -> Edition | None:
        """The edition now, once what was set for a moment that has come is published: asked in new editions alone."""
        last, found = self._last, self.now()
        return self.now() if found is not last and publish_due() else found

    def now(self) -> Edition | None:
        """None where no change was ever written, as in an empty database."""
        last, today = self._last, timezone.localdate()
        known = [last.tokens, last.due_at] if last else [None, None]
        ((tokens, seen_at, due_at, council),) = _asked(known)
        if tokens is None:
            return None
        if last is None or due_at is not None or last.today != today:
            forget_synonyms()  # which this process keeps for some seconds
            told = _council(council) if due_at or last is None else last.council
            last = self._last = Edition(tokens, today, seen_at, due_at or _due_at(last), told)
        return last


def _asked(known: list[Any]) -> list[tuple[Any, ...]]:
    """As the first question of a request it shows too whether the kept connection still holds, and saves asking."""
    try:
        found = fetched(_statement(), known)
    except OperationalError:
        if connection.in_atomic_block:
            raise
        connection.close()
        found = fetched(_statement(), known)
    connection.health_check_done = True  # type: ignore[attr-defined]
    return found


def _council(told: str | None) -> Council | None:
    return next(iter(read_rows(Council, [json.loads(told)])), None) if told else None


def _due_at(last: Edition | None) -> datetime:
    if last is None:
        raise ValueError("The database did not say when the next thing is due")
    return last.due_at


def times_of_publication() -> Iterator[tuple[type[models.Model], str]]:
    """Each model with each of its fields that make something public when their time comes."""
    for label in APPS:
        for model in apps.get_app_config(label).get_models():
            if issubclass(model, Event):
                continue
            for column in model._meta.concrete_fields:
                if isinstance(column, models.DateTimeField) and column.name.endswith("published_at"):
                    yield model, column.name


@cache
def _statement() -> str:
    """Given the edition last seen and when it ends: the edition, the time, and if it is another, when that ends.

    Then the council too, as it is in that very edition.
    """
    due = ", ".join(
        f'(SELECT min("{column}") FROM "{model._meta.db_table}" WHERE "{column}" > statement_timestamp())'  # noqa: S608
        for model, column in times_of_publication()
    )
    return f"""
        WITH edition AS (SELECT string_agg(token::text, ' ' ORDER BY token) AS tokens FROM portal_edition)
        SELECT tokens, statement_timestamp(),
               CASE WHEN altered THEN least(statement_timestamp() + {LONGEST}, {due}) END,
               CASE WHEN altered THEN (SELECT to_jsonb(council)::text FROM committees_council council) END
        FROM (SELECT tokens,
                     tokens IS DISTINCT FROM %s::text
                     OR coalesce(statement_timestamp() >= %s::timestamptz, true) AS altered
              FROM edition) AS seen
    """  # noqa: S608 - of names of the models' own alone
