"""Which state of the site the public sees now: it alters with each change, and when a time of publication comes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import OperationalError, connection, models
from django.utils import timezone
from pghistory.models import Event

from documents.search.prepared import fetched
from documents.search.synonyms import forget_synonyms

APPS = ("committees", "documents")
LONGEST = "interval '1 hour'"  # for which an edition is taken to last, were a time forgotten here


@dataclass(frozen=True, slots=True)
class Edition:
    """`tokens` name the rows (portal.models.Edition); with `today`, since pages tell of it, they are the key.

    `seen_at` and `due_at`, when the next thing is due to be published, are by the database's clock.
    """

    tokens: str
    today: date
    seen_at: datetime
    due_at: datetime


class EditionReader:
    """Asks the database each time; when the next thing is due is reckoned again only in a new edition."""

    def __init__(self) -> None:
        self._last: Edition | None = None

    def now(self) -> Edition | None:
        """None where no change was ever written, as in an empty database."""
        last, today = self._last, timezone.localdate()
        known = [last.tokens, last.due_at] if last else [None, None]
        ((tokens, seen_at, due_at),) = _asked(known)
        if tokens is None:
            return None
        if last is None or due_at is not None or last.today != today:
            forget_synonyms()  # which this process keeps for some seconds
            last = self._last = Edition(tokens, today, seen_at, due_at or _due_at(last))
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
            for field in model._meta.concrete_fields:
                if isinstance(field, models.DateTimeField) and field.name.endswith("published_at"):
                    yield model, field.name


@cache
def _statement() -> str:
    """Given the edition last seen and when it ends: the edition, the time, and if it is another when that ends."""
    due = ", ".join(
        f'(SELECT min("{column}") FROM "{model._meta.db_table}" WHERE "{column}" > statement_timestamp())'  # noqa: S608
        for model, column in times_of_publication()
    )
    return f"""
        WITH edition AS (SELECT string_agg(token::text, ' ' ORDER BY token) AS tokens FROM portal_edition)
        SELECT tokens, statement_timestamp(),
               CASE WHEN tokens IS DISTINCT FROM %s::text OR statement_timestamp() >= %s::timestamptz
                    THEN least(statement_timestamp() + {LONGEST}, {due}) END
        FROM edition
    """  # noqa: S608 - of names of the models' own alone
