"""A PostgreSQL server on a folder: started when absent, repaired after a crash, stopped when nobody uses it."""

import atexit
import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from . import locks, place, processes, programs
from .account import Account

PORT = "5432"  # only the name of the socket: the server listens on no network
PATIENCE = 120  # seconds for a server to answer, recovery after a crash included
SOCKET_PATIENCE = 15  # seconds for a living server without a socket
LAUNCHES = 4  # a second apart: what a killed server leaves behind needs a moment to end
LOG_LIMIT = 1_000_000  # bytes
CHECKOUT = Path(__file__).parents[2]
SETTINGS = {
    "listen_addresses": "",
    "port": PORT,
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "max_wal_size": "512MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_parallel_workers_per_gather": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "default_text_search_config": "pg_catalog.english",
}

_users: dict[Path, int] = {}  # folder -> the descriptor by which this process holds its server in use
_users_guard = threading.Lock()
_started: list["subprocess.Popen[bytes]"] = []  # kept, so that they are reaped when they end


@atexit.register
def _leave_running() -> None:
    """What was started outlives this process on purpose; Python would warn of it."""
    for process in _started:
        process.returncode = process.poll() or 0


class ServerError(Exception):
    """The server cannot be had; the message says why, for the person who runs the product."""


class Server:
    def __init__(self, root: Path) -> None:
        with _plain_errors(root):
            self.root = place.settle(root)
            self.account = Account.for_folder(self.root)
        self.data = self.root / "data"
        self.socket_folder = place.socket_folder(self.root, self.account)

    def ensure(self) -> None:
        """Hold the server in use by this process, and return once it answers. Raises ServerError."""
        _started[:] = [process for process in _started if process.poll() is None]
        with _plain_errors(self.root):
            self._use()
            with locks.alone(self.root / "changing", self.account):
                if not self.answers():
                    self._bring_up()
                self._have_it_watched()

    def create_database(self, name: str) -> None:
        """Create the database if it is absent. Two processes may ask at once."""
        known = "SELECT 1 FROM pg_database WHERE datname = %s"
        with locks.alone(self.root / "changing", self.account), self.connect() as connection:
            if connection.execute(known, [name]).fetchone() is None:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    def connect(self) -> "psycopg.Connection[tuple[object, ...]]":
        """A connection to the database every server has. Raises psycopg.OperationalError."""
        return psycopg.connect(
            host=str(self.socket_folder),
            port=PORT,
            user="postgres",
            dbname="postgres",
            connect_timeout=10,
            autocommit=True,
        )

    def answers(self) -> bool:
        if self.process() is None:
            return False
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def process(self) -> int | None:
        """The id of the running server, or None."""
        return processes.serving(self.data)

    def stop(self) -> None:
        """Stop the server, politely and then less so; connections still open are ended."""
        pid = self.process()
        for number, seconds in ((signal.SIGINT, 30), (signal.SIGQUIT, 10)):
            deadline = time.monotonic() + seconds
            if pid is not None and self.process() == pid:
                os.kill(pid, number)
            while pid is not None and self.process() == pid and time.monotonic() < deadline:
                time.sleep(0.02)

    def release(self) -> None:
        """No longer hold the server in use by this process."""
        with _users_guard:
            if self.root in _users:
                os.close(_users.pop(self.root))

    def stop_if_unused(self) -> bool:
        """Stop the server unless another process uses it; say whether it is stopped."""
        self.release()
        descriptor = locks.opened(self.root / "in-use", self.account)
        deadline = time.monotonic() + 0.5  # the watcher takes it for an instant when the last user lets go
        try:
            while not locks.take(descriptor):
                if time.monotonic() > deadline:
                    return False
                time.sleep(0.02)
            self.stop()
            return True
        finally:
            os.close(descriptor)

    def _use(self) -> None:
        with _users_guard:
            if self.root not in _users:
                _users[self.root] = locks.share(self.root / "in-use", self.account)

    def _bring_up(self) -> None:
        if not self.data.is_dir():
            self._create()
        launched: list[subprocess.Popen[bytes]] = []
        alive_since = time.monotonic()
        while not self.answers():
            if self.process() is None and all(one.poll() is not None for one in launched):
                launched.append(self._launch_after(len(launched)))
                alive_since = time.monotonic()
            elif time.monotonic() - alive_since > PATIENCE:
                raise ServerError(f"The database server does not answer:\n{self._last_words()}")
            elif time.monotonic() - alive_since > SOCKET_PATIENCE and not self._socket().exists():
                self.stop()  # its socket was cleared away from under /tmp
            time.sleep(0.03)

    def _create(self) -> None:
        """Make the database files under another name first, so that an interrupted attempt is never taken for them."""
        unfinished = self.data.with_name("data.unfinished")
        if unfinished.exists():
            shutil.rmtree(unfinished)
        unfinished.mkdir(mode=0o700)
        self.account.own(unfinished)
        options = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"]
        made = self.account.run(
            [self.program("initdb"), "-D", unfinished, "-U", "postgres", "-A", "trust", "--no-sync", *options]
        )
        if made.returncode:
            raise ServerError(f"The database could not be made in {self.root}:\n{made.stdout.strip()[-1000:]}")
        unfinished.rename(self.data)

    def _launch_after(self, launches: int) -> "subprocess.Popen[bytes]":
        """Start the server process, if there is still sense in it after so many launches that ended."""
        if launches == LAUNCHES:
            raise ServerError(f"The database server did not start:\n{self._last_words()}")
        time.sleep(1 if launches else 0)
        processes.forget_recycled(self.data)
        self._write_settings()
        self._clear_socket_folder()
        return self._launch()

    def _clear_socket_folder(self) -> None:
        """A socket left behind, or copied with a checkout, notes a process id that may be somebody else's now."""
        self.socket_folder.mkdir(mode=0o700, exist_ok=True)
        self.account.own(self.socket_folder)
        if self.socket_folder.is_symlink() or self.socket_folder.stat().st_uid != self.account.uid:
            raise ServerError(f"{self.socket_folder} belongs to another account: remove it.")
        for left in self.socket_folder.iterdir():
            left.unlink()

    def _launch(self) -> "subprocess.Popen[bytes]":
        with self._log().open("ab") as log:
            if log.tell() > LOG_LIMIT:
                log.truncate(0)
            process: subprocess.Popen[bytes] = subprocess.Popen(  # type: ignore[call-overload]
                [str(self.program("postgres")), "-D", str(self.data)],
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for the site, not for the database
                **self.account.stepping_down,
            )
        _started.append(process)
        return process

    def _write_settings(self) -> None:
        """At every start, because a checkout may have moved; ALTER SYSTEM still has the last word."""
        quoted_folder = str(self.socket_folder).replace('"', '""')
        settings = SETTINGS | {"unix_socket_directories": f'"{quoted_folder}"'}
        lines = [f"{name} = '{value.replace(chr(39), chr(39) * 2)}'\n" for name, value in settings.items()]
        path = self.data / "postgresql.conf"
        path.write_text("# Written at every start by portal.local_postgres\n" + "".join(lines), encoding="utf-8")

    def _have_it_watched(self) -> None:
        descriptor = locks.opened(self.root / "watching", self.account)
        unwatched = locks.take(descriptor)
        os.close(descriptor)
        if unwatched:
            _started.append(
                subprocess.Popen(
                    [sys.executable, "-m", "portal.local_postgres.watch", str(self.root)],
                    cwd=CHECKOUT,
                    start_new_session=True,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )

    def program(self, name: str) -> Path:
        """The path of one of the PostgreSQL programs, where the server's account can run it."""
        return programs.for_account(self.account, self.root) / name

    def _socket(self) -> Path:
        return self.socket_folder / f".s.PGSQL.{PORT}"

    def _log(self) -> Path:
        return self.data / "server.log"

    def _last_words(self) -> str:
        log = self._log()
        return log.read_text(errors="replace")[-1000:].strip() if log.exists() else "(it wrote no log)"


@contextmanager
def _plain_errors(root: Path) -> Iterator[None]:
    """Turn what the system refuses into a ServerError that says what to do."""
    try:
        yield
    except PermissionError as error:
        raise ServerError(
            f"The database in {root} belongs to another account ({error}): run as that account, or remove it."
        ) from error
    except OSError as error:
        raise ServerError(f"The database in {root} cannot be used: {_explained(str(error))}") from error
    except ServerError as error:
        raise ServerError(_explained(str(error))) from error


def _explained(message: str) -> str:
    full = os.strerror(errno.ENOSPC)
    return f"The disk is full: free some space and try again.\n{message}" if full in message else message
