import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from portal.local_postgres import base
from portal.local_postgres.base import DatabaseWrapper

from .conftest import stop, wait_until


@pytest.fixture
def wrapper(root: Path) -> Iterator[DatabaseWrapper]:
    settings = {
        "NAME": "papers",
        "USER": "postgres",
        "PASSWORD": "",
        "HOST": "",
        "PORT": "",
        "OPTIONS": {"local_root": str(root)},
        "TIME_ZONE": None,
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "AUTOCOMMIT": True,
        "ATOMIC_REQUESTS": False,
    }
    wrapper = DatabaseWrapper(settings, "trial")
    yield wrapper
    if wrapper.connection is not None:
        wrapper.connection.close()
    base.running(root).release()


def asked(wrapper: DatabaseWrapper, query: str) -> object:
    connection = wrapper.get_new_connection(wrapper.get_connection_params())
    with connection:
        return connection.execute(query).fetchone()[0]


def test_first_connection_starts_the_server_and_creates_the_database(wrapper: DatabaseWrapper) -> None:
    assert asked(wrapper, "SELECT current_database()") == "papers"


def test_connection_parameters_are_complete_without_django(wrapper: DatabaseWrapper) -> None:
    wanted = {"dbname", "user", "host", "port"}
    parameters = {name: value for name, value in wrapper.get_connection_params().items() if name in wanted}

    with psycopg.connect(**parameters) as connection:
        assert connection.info.dbname == "papers"


def test_next_connection_after_the_server_was_killed_starts_it_again(wrapper: DatabaseWrapper, root: Path) -> None:
    server = base.running(root)
    pid = server.process()
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    assert wait_until(lambda: server.process() is None)

    assert asked(wrapper, "SELECT 1") == 1


def test_name_of_none_leads_to_the_database_every_server_has(wrapper: DatabaseWrapper) -> None:
    wrapper.settings_dict["NAME"] = None

    assert asked(wrapper, "SELECT current_database()") == "postgres"


def test_server_that_cannot_be_had_is_an_operational_error(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "data" / "PG_VERSION").write_text("9.6\n")
    monkeypatch.setattr("portal.local_postgres.server.LAUNCHES", 1)

    with pytest.raises(psycopg.OperationalError, match="did not start"):
        base.running(root)

    stop(root)


def test_shell_uses_the_program_that_came_with_the_server(wrapper: DatabaseWrapper, root: Path) -> None:
    program, address = wrapper.shell_address()

    assert Path(program).name == "psql"
    assert address["HOST"] == str(base.running(root).socket_folder)
