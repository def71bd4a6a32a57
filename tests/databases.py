"""The databases that tests run on: one for each run and worker, on the server that the site uses too."""

import fcntl
import os
from pathlib import Path
from typing import Any

from django.db import connection

RUNS = 20  # at once, in one checkout
NUMBER = "TEST_RUN_NUMBER"  # handed down to the workers of a run

_held: list[int] = []  # descriptors, locked until this process ends


def number_this_run(folder: Path) -> None:
    """Take the lowest number that no other run of this checkout has, so that two at once share no database."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(RUNS):
        descriptor = os.open(folder / f"test-run-{number}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
        else:
            _held.append(descriptor)
            os.environ[NUMBER] = str(number)
            return
    raise RuntimeError(f"{RUNS} test runs are going on in this checkout already.")


# What migrations make; the tables of everything else are emptied after a test that commits
KEPT = {"django_migrations", "django_content_type", "auth_permission", "auth_group", "auth_group_permissions"}


def empty_tables(_case: Any = None) -> None:
    """Those with rows alone; Django's own flush truncates every table, and makes every permission again."""
    names = sorted(set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - KEPT)
    quoted = [connection.ops.quote_name(name) for name in names]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name})" for name in quoted))  # noqa: S608
        if filled := [row[0] for row in cursor.fetchall()]:
            cursor.execute(f"TRUNCATE {', '.join(filled)} CASCADE")


def adapt(database: dict[str, Any]) -> None:
    """Name the test database after the run, and do not wait for its rows to be on disk."""
    number = os.environ.get(NUMBER, "0")
    name = database["TEST"].get("NAME") or f"test_{database['NAME']}"
    if number != "0":
        database["TEST"]["NAME"] = f"{name}_run{number}"
    options = database["OPTIONS"].get("options", "")
    database["OPTIONS"]["options"] = f"{options} -c synchronous_commit=off".strip()
