from typing import Any

from django.db.backends.postgresql import client


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell`, with the psql that came with the server."""

    def runshell(self, parameters: Any) -> None:
        program, address = self.connection.shell_address()  # type: ignore[attr-defined]
        self.connection.settings_dict.update(address)
        type(self).executable_name = program
        super().runshell(parameters)
