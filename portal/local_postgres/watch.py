"""Stop a server when no process has used it for a moment: `python -m portal.local_postgres.watch FOLDER`.

A process that uses the server holds a shared lock, which the kernel drops however that process ends. So the
server stops even when everything that used it was killed.
"""

import fcntl
import os
import sys
import time
from pathlib import Path

from . import locks
from .server import Server

LINGER = 2.0  # seconds: the next command of a script finds the server still there


def watch(root: Path, linger: float = LINGER) -> None:
    """Wait until the server has had no user for `linger` seconds, and stop it. One watcher a server."""
    if not root.is_dir():  # removed since; it must not come back
        return
    server = Server(root)
    watching = locks.opened(server.root / "watching", server.account)
    in_use = locks.opened(server.root / "in-use", server.account)
    if not locks.take(watching):
        return
    while not _stopped(server, in_use, linger):
        pass
    os.close(watching)  # before in-use: whoever waits for that must see that nobody watches now
    os.close(in_use)


def _stopped(server: Server, in_use: int, linger: float) -> bool:
    fcntl.flock(in_use, fcntl.LOCK_EX)  # waits as long as anyone uses the server
    if server.process() is None:
        return True
    fcntl.flock(in_use, fcntl.LOCK_UN)
    time.sleep(linger)
    if not locks.take(in_use):
        return False
    server.stop()
    return True


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
