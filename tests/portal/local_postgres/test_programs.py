import os
import shutil
from pathlib import Path

import pytest

from portal.local_postgres import programs
from portal.local_postgres.account import Account
from portal.local_postgres.place import settle


def test_programs_are_those_installed_where_the_account_can_run_them(folder: Path) -> None:
    found = programs.for_account(Account(os.geteuid(), os.getegid()), folder)

    assert (found / "initdb").exists()
    assert not list(folder.iterdir())


@pytest.mark.skipif(os.geteuid() != 0, reason="only root steps down to another account")
def test_programs_in_a_private_environment_are_copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = programs._installed().parents[1]
    private = folder / "private"
    private.mkdir(mode=0o700)
    for part in (wheel, wheel.with_name(f"{programs.WHEEL}.libs")):
        shutil.copytree(part, private / part.name, symlinks=True)
    monkeypatch.setattr(programs, "_installed", lambda: private / wheel.name / "pginstall" / "bin")
    root = settle(folder / "postgres")
    account = Account.for_folder(root)

    found = programs.for_account(account, root)

    assert found.is_relative_to(root)
    assert account.can_run(found / "postgres")
    assert programs.for_account(account, root) == found


def test_programs_not_installed_are_said_plainly(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(programs, "WHEEL", "no_such_package")

    with pytest.raises(FileNotFoundError, match="or set DATABASE_URL"):
        programs.for_account(Account(os.geteuid(), os.getegid()), folder)
