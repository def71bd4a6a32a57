import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from portal.local_postgres.place import settle
from portal.local_postgres.server import CHECKOUT, Server

Script = Callable[..., "subprocess.Popen[str]"]


@contextmanager
def opened_folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="committee papers ")).resolve()
    path.chmod(0o755)
    try:
        yield path
    finally:
        for data in path.glob("**/postmaster.pid"):
            stop(data.parents[1])
        assert wait_until(lambda: _removed(path)), f"{path} is still written to"


def _removed(path: Path) -> bool:
    """A server that its watcher stops meanwhile writes until it has ended."""
    shutil.rmtree(path, ignore_errors=True)
    return not path.exists()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that any account can reach; pytest's own are closed to the one that root steps down to."""
    with opened_folder() as path:
        yield path


@pytest.fixture(scope="session")
def made() -> Iterator[Server]:
    """A server that has been made and does not run: copying it is faster than making it again."""
    with opened_folder() as folder:
        server = Server(folder / "postgres")
        server.ensure()
        server.stop_if_unused()
        yield server


@pytest.fixture
def root(folder: Path, made: Server) -> Path:
    """Where a server has been made that does not run yet."""
    root = settle(folder / "postgres")
    subprocess.run(["cp", "-a", str(made.data), str(root)], check=True)  # noqa: S607
    if (programs := made.root / "programs").exists():
        subprocess.run(["cp", "-al", str(programs), str(root)], check=True)  # noqa: S607 - linked: they are large
    return root


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    server = Server(root)
    server.ensure()
    yield server
    server.stop_if_unused()


@pytest.fixture
def script() -> Iterator[Script]:
    """Runs Python text with arguments in a process of its own, which is killed at the end of the test."""
    processes = []

    def run(text: str, *arguments: object) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", textwrap.dedent(text), *map(str, arguments)]
        processes.append(subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True))
        return processes[-1]

    yield run
    for process in processes:
        process.send_signal(signal.SIGKILL)
        process.communicate()


def stop(root: Path) -> None:
    server = Server(root)
    server.release()
    server.stop()


def wait_until(condition: Callable[[], bool], seconds: float = 15) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
