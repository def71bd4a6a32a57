"""The account a server runs as. PostgreSQL refuses to run as root, so root steps down to another."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int

    @classmethod
    def for_folder(cls, folder: Path) -> Self:
        """Ourselves; for root, the owner of folder (or of its nearest existing parent), and nobody instead of root."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid())
        owner = next(path for path in (folder, *folder.parents) if path.exists()).stat()
        if owner.st_uid != 0 and _is_known(owner.st_uid):
            return cls(owner.st_uid, owner.st_gid)
        nobody = pwd.getpwnam("nobody")
        return cls(nobody.pw_uid, nobody.pw_gid)

    @property
    def is_other(self) -> bool:
        """Whether we are root and step down to this account."""
        return self.uid != os.geteuid()

    @property
    def stepping_down(self) -> dict[str, object]:
        """Arguments that make `subprocess` start a program as this account, in an environment of its own."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        environment |= {"LC_ALL": "C", "TZ": "UTC"}
        change = {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_other else {}
        return {"env": environment, "stdin": subprocess.DEVNULL, "cwd": "/", "umask": 0o077, **change}

    def run(self, command: Sequence[str | Path]) -> "subprocess.CompletedProcess[str]":
        """Run a program as this account; its standard output holds what it said, errors included."""
        return subprocess.run(  # type: ignore[call-overload,no-any-return]
            [str(part) for part in command],
            check=False,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            **self.stepping_down,
        )

    def can_run(self, program: Path) -> bool:
        try:
            return self.run([program, "--version"]).returncode == 0
        except PermissionError:
            return False

    def can_enter(self, folder: Path) -> bool:
        return not self.is_other or self.run(["test", "-x", folder]).returncode == 0

    def own(self, path: Path) -> None:
        """Give path (not what is in it) to this account."""
        if self.is_other:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def _is_known(uid: int) -> bool:
    """Whether the machine has an account of this number: initdb insists on a name."""
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True
