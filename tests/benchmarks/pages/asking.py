"""One request put to the site in this process, through all of its middleware, and what it costs the processors.

The application's time is this process's own. The database's is that of the server process behind this process's
connection, as the kernel counts it in /proc/<pid>/schedstat (in nanoseconds), or where it counts none there in
/proc/<pid>/stat (in ticks of 10 ms, which many requests even out). Neither counts waiting, so that a busy machine
lengthens them little; the server that would hand requests on is in none of the figures, floors included.
"""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, reset_queries
from django.http import HttpResponseBase
from django.test import RequestFactory

BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd", "Accept": "text/html"}
TICK = 1 / os.sysconf("SC_CLK_TCK")
AT_ONCE = 4  # requests between two looks at the clocks


@dataclass(frozen=True, slots=True)
class Cost:
    """In milliseconds of processor time."""

    application: float
    database: float

    @property
    def both(self) -> float:
        return self.application + self.database


class Site:
    """The site as a server would load it; with a cache of so many bytes, which the settings say when it is made."""

    def __init__(self) -> None:
        self.handler = WSGIHandler()
        self.requests = RequestFactory(headers=BROWSER, SERVER_NAME="localhost")

    def get(self, address: str, **headers: str) -> HttpResponseBase:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        response = self.handler.get_response(self.requests.get(address, headers=named))
        if response.status_code not in (200, 304):
            raise ValueError(f"{address} answers {response.status_code}")
        if response.streaming:
            b"".join(response.streaming_content)  # type: ignore[attr-defined]
        response.close()
        return response

    def queries(self, address: str) -> list[str]:
        """What the page asks the database, with the values."""
        reset_queries()
        connection.force_debug_cursor = True
        try:
            self.get(address)
            return [query["sql"] for query in connection.queries_log]
        finally:
            connection.force_debug_cursor = False


class Backend:
    """The server process behind this process's connection."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.pid = int(cursor.fetchone()[0])

    def seconds(self) -> float:
        process = Path(f"/proc/{self.pid}")
        try:
            return int((process / "schedstat").read_text().split()[0]) / 1e9
        except (OSError, IndexError):
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) * TICK


def cost(action: Callable[[], object], backend: Backend) -> Cost:
    """Of one of AT_ONCE in a row."""
    application, database = time.process_time(), backend.seconds()
    for _ in range(AT_ONCE):
        action()
    taken = time.process_time() - application, backend.seconds() - database
    return Cost(*(seconds * 1000 / AT_ONCE for seconds in taken))


def median(costs: Sequence[Cost]) -> Cost:
    """The one with the median of both together."""
    ordered = sorted(costs, key=lambda cost: cost.both)
    return ordered[len(ordered) // 2]


def rounds(actions: Sequence[Callable[[], object]], *, count: int) -> list[Cost]:
    """The median of each, all asked in turn round after round; a first round warms and is not counted."""
    backend = Backend()
    taken: list[list[Cost]] = [[] for _ in actions]
    for number in range(count + 1):
        for action, costs in zip(actions, taken, strict=True):
            found = cost(action, backend)
            if number:
                costs.append(found)
    return [median(costs) for costs in taken]
