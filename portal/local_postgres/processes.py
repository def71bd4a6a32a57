"""Which process serves a folder of database files. PostgreSQL notes its id there, and ids are used again."""

import os
import subprocess
from pathlib import Path

NOTE = "postmaster.pid"


def serving(data: Path) -> int | None:
    """The id of the server running on data, or None."""
    pid = _noted(data)
    return pid if pid is not None and _serves(pid, data) else None


def forget_recycled(data: Path) -> None:
    """Remove a noted id that now belongs to another program, or that came with a copied checkout.

    PostgreSQL would take that program for a live server. An id that belongs to none is left: from the note
    PostgreSQL finds out whether parts of a killed server still run.
    """
    pid = _noted(data)
    if pid is not None and _is_alive(pid) and not _serves(pid, data):
        (data / NOTE).unlink()


def _noted(data: Path) -> int | None:
    try:
        return int((data / NOTE).read_text().split("\n")[0])
    except (FileNotFoundError, ValueError):
        return None


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _serves(pid: int, data: Path) -> bool:
    """Whether this process is a server on data: PostgreSQL makes the folder its working folder."""
    try:
        return os.path.samefile(f"/proc/{pid}/cwd", data)
    except OSError:  # gone; or not ours to look at (root in a container); or a system without /proc
        return str(data) in _command_line(pid)


def _command_line(pid: int) -> str:
    try:
        if Path("/proc/self").exists():
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        return subprocess.run(
            ["ps", "-o", "command=", "-p", str(pid)],  # noqa: S607
            check=False,
            capture_output=True,
            text=True,
        ).stdout
    except OSError:
        return ""
