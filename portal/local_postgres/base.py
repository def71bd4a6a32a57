"""The Django backend: PostgreSQL's own, which starts the checkout's server when a connection needs it."""

from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.postgresql import base

from .client import DatabaseClient
from .server import PORT, Server, ServerError

_servers: dict[Path, Server] = {}  # those this process has started, or found running
_databases: set[tuple[Path, str]] = set()  # those this process knows to exist


class DatabaseWrapper(base.DatabaseWrapper):
    """OPTIONS["local_root"] is the server's folder. The database NAME is created when absent."""

    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        """Complete on their own, for those who connect without Django (the background worker)."""
        parameters: dict[str, Any] = super().get_connection_params()
        server = running(Path(parameters.pop("local_root")))
        have_database(server, parameters["dbname"])
        return {**parameters, "host": str(server.socket_folder), "port": PORT}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError:
            restart(Path(self.settings_dict["OPTIONS"]["local_root"]))
            return super().get_new_connection(conn_params)

    def shell_address(self) -> tuple[str, dict[str, str]]:
        """psql's path, and the settings that lead it to the server."""
        server = running(Path(self.settings_dict["OPTIONS"]["local_root"]))
        return str(server.program("psql")), {"HOST": str(server.socket_folder), "PORT": PORT}


def running(root: Path) -> Server:
    """The server of a folder, asked for once in a process. Raises psycopg.OperationalError."""
    if root not in _servers:
        restart(root)
    return _servers[root]


def restart(root: Path) -> None:
    """Have the server running again if it is not. Raises psycopg.OperationalError."""
    try:
        server = Server(root)
        server.ensure()
    except ServerError as error:
        raise psycopg.OperationalError(str(error)) from error
    _servers[root] = server


def have_database(server: Server, name: str) -> None:
    if name != "postgres" and (server.root, name) not in _databases:
        restart(server.root)  # it may have died since this process found it running
        server.create_database(name)
        _databases.add((server.root, name))
