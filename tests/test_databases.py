import os
from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler

from tests import databases


@pytest.fixture(autouse=True)
def own_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of the run that this test is part of is put back at its end."""
    monkeypatch.setenv(databases.NUMBER, "0")
    monkeypatch.setattr(databases, "_held", [])


def test_second_run_at_once_gets_a_database_of_its_own(tmp_path: Path) -> None:
    first: dict[str, dict[str, str]] = {"NAME": "papers", "TEST": {}, "OPTIONS": {}}  # type: ignore[dict-item]
    second: dict[str, dict[str, str]] = {"NAME": "papers", "TEST": {}, "OPTIONS": {}}  # type: ignore[dict-item]

    databases.number_this_run(tmp_path)
    databases.adapt(first)
    databases.number_this_run(tmp_path)
    databases.adapt(second)

    assert first["TEST"] == {}
    assert second["TEST"] == {"NAME": "test_papers_run1"}


def test_number_of_a_run_that_ended_is_free_again(tmp_path: Path) -> None:
    databases.number_this_run(tmp_path)
    os.close(databases._held.pop())

    databases.number_this_run(tmp_path)

    assert os.environ[databases.NUMBER] == "0"


@pytest.mark.django_db
def test_database_with_a_session_left_open_is_dropped() -> None:
    name = "left_open_by_a_thread"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {name}")
    other = ConnectionHandler({"default": {**connection.settings_dict, "NAME": name}})["default"]
    other.ensure_connection()
    dropping = ConnectionHandler({"default": {**connection.settings_dict}})["default"]
    databases.drop_with_sessions(dropping)

    dropping.creation._destroy_test_db(name, 0)  # type: ignore[attr-defined]

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        assert cursor.fetchall() == []
    other.close()


@pytest.mark.django_db
def test_rows_of_tests_are_not_waited_for() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        assert cursor.fetchone() == ("off",)


def test_the_template_is_made_anew_when_a_migration_alters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = databases.migrations_hash()
    altered = tmp_path / "triggers.py"
    altered.write_text("# others")
    monkeypatch.setattr(databases, "TRIGGERS", altered)
    assert databases.migrations_hash() != before
