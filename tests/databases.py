"""The databases that tests run on: one for each run and worker, on the server that the site uses too.

`python -m tests.databases` makes what they are copied from.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.conf import settings as site
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

RUNS = 20  # at once, in one checkout
NUMBER = "TEST_RUN_NUMBER"  # handed down to the workers of a run
LOCAL = "portal.local_postgres"  # the checkout's own server, on which databases may be left
PREFIX = "template_of_tests_"
TRIGGERS = Path(__file__).parents[1] / "portal" / "page_cache" / "triggers.py"  # which migrations import

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


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process of this checkout at a time."""
    with (folder / "test-template.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def start_from_template(connection: BaseDatabaseWrapper, folder: Path, *, kept: bool) -> None:
    """Have the test database copied from one with all migrations, which the server keeps until a migration alters.

    Migrating an empty database took 20 seconds of processor time in each worker; a copy takes less than one. One that
    is `kept` from an earlier run may still have to migrate.
    """
    if connection.settings_dict["ENGINE"] != LOCAL:
        return
    name = f"{PREFIX}{migrations_hash()}"
    with _alone(folder):
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
            templates = {row[0] for row in cursor.fetchall()}
            for other in templates - {name}:
                cursor.execute(f'DROP DATABASE IF EXISTS "{other}"')
        if name not in templates:
            _make_template(connection, name)
    # In a fresh copy nothing is left to migrate, which took longer to find out than the copy takes
    connection.settings_dict["TEST"] |= {"TEMPLATE": name, "MIGRATE": kept}


def _make_template(connection: BaseDatabaseWrapper, name: str) -> None:
    """Under another name until it is whole, so that one left unfinished is never copied."""
    settings, unfinished = connection.settings_dict, f"unfinished_{name}"
    before, wanted = settings["NAME"], settings["TEST"]["NAME"]
    settings["TEST"]["NAME"] = unfinished
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        connection.close()
    finally:
        settings["NAME"], settings["TEST"]["NAME"] = before, wanted
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')


def drop_with_sessions(connection: BaseDatabaseWrapper) -> None:
    """Have the test database dropped though a thread of the run, as of a server for browsers, still holds a session."""

    def drop(test_database_name: str, verbosity: int) -> None:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{test_database_name}" WITH (FORCE)')

    connection.creation._destroy_test_db = drop  # type: ignore[attr-defined]


def main() -> None:
    django.setup()
    site.DATA_DIR.mkdir(parents=True, exist_ok=True)
    database = connections["default"]
    adapt(database.settings_dict)
    start_from_template(database, site.DATA_DIR, kept=False)


def migrations_hash() -> str:
    """Of everything that makes the tables, those of other packages included."""
    digest = sha256()
    for config in apps.get_app_configs():
        for path in sorted((Path(config.path) / "migrations").glob("*.py")):
            digest.update(f"{config.label} {path.name}".encode() + path.read_bytes())
    digest.update(TRIGGERS.read_bytes())
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    main()
