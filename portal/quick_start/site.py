"""The address of the site of this folder of data, and the lock that keeps it the only one."""

import fcntl
import http.client
import os
import select
import socket
from pathlib import Path

HOST = "127.0.0.1"
USUAL_PORT = 8000
TRIES = 20


class Unavailable(Exception):
    """The site cannot be started; the message says why."""


def listen(wanted: str) -> socket.socket:
    """A listening socket on the wanted port; without a wish on the usual one, or the next that is free.

    The socket is made here and handed down, so that nobody takes the port while the web server restarts.
    """
    ports = [_port(wanted)] if wanted else range(USUAL_PORT, USUAL_PORT + TRIES)
    for port in ports:
        try:
            return socket.create_server((HOST, port), backlog=256)
        except OSError as error:
            reason = os.strerror(error.errno or 0)
    if wanted:
        raise Unavailable(f"Port {wanted} cannot be used: {reason}. Set PORT to a free one.")
    raise Unavailable(f"Ports {ports[0]} to {ports[-1]} are all taken. Set PORT to a free one.")


def _port(wanted: str) -> int:
    if not wanted.isdecimal() or not 0 < int(wanted) < 65536:
        raise Unavailable(f"PORT is {wanted!r}, which is no port number.")
    return int(wanted)


def address_of(listener: socket.socket) -> str:
    return f"http://{HOST}:{listener.getsockname()[1]}"


class Knock:
    """One request for the home page, and the wait for its answer while the site is starting."""

    def __init__(self, address: str) -> None:
        self.host = address.removeprefix("http://")
        self._ask()

    def _ask(self) -> None:
        self.connection = http.client.HTTPConnection(self.host, timeout=10)
        self.connection.request("GET", "/")

    def status(self) -> int | None:
        """The status of the answer; None as long as there is none. Does not wait."""
        if not select.select([self.connection.sock], [], [], 0)[0]:
            return None
        try:
            return self.connection.getresponse().status
        except (OSError, http.client.HTTPException):  # the site ended before it answered
            self._ask()
            return None


class OnlySite:
    """Held while the site of a folder of data runs; it says where that is. The kernel drops it however we end."""

    def __init__(self, data: Path) -> None:
        data.mkdir(parents=True, exist_ok=True)
        self.descriptor = os.open(data / "site.lock", os.O_RDWR | os.O_CREAT, 0o600)

    def take(self) -> bool:
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def note(self, address: str) -> None:
        os.ftruncate(self.descriptor, 0)
        os.pwrite(self.descriptor, address.encode(), 0)

    def noted(self) -> str:
        """The address of the site that holds the lock; empty while it is still preparing."""
        return os.pread(self.descriptor, 200, 0).decode()

    def release(self) -> None:
        os.close(self.descriptor)
