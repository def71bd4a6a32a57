"""The checkout's own database server while the site runs; none of this matters where DATABASE_URL is set."""

import time
from collections.abc import Callable
from pathlib import Path

from django.db import connections

from portal.local_postgres.base import DatabaseWrapper, restart, running
from portal.local_postgres.server import Server

LOOK = 2.0  # seconds between looks whether it still runs


def local_server() -> Server | None:
    """The server behind the default connection, if it is the checkout's own."""
    wrapper = connections["default"]
    if not isinstance(wrapper, DatabaseWrapper):
        return None
    return running(Path(wrapper.settings_dict["OPTIONS"]["local_root"]))


class Caretaker:
    """Starts the server again when it dies, and stops it at the end unless somebody else uses it."""

    def __init__(self, server: Server | None, say: Callable[[str], None]) -> None:
        self.server = server
        self.say = say
        self.next_look = 0.0

    def look(self) -> None:
        if self.server is None or time.monotonic() < self.next_look:
            return
        self.next_look = time.monotonic() + LOOK
        if self.server.process() is None:
            self.say("The database server has died; starting it again.")
            restart(self.server.root)

    def finish(self) -> None:
        connections.close_all()
        if self.server is not None and not self.server.stop_if_unused():
            self.say("The database stays up: another process of this checkout is using it.")
