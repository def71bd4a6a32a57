import subprocess
import sys
from pathlib import Path

import pytest

from portal import bootstrap


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one locked requirement, whose environment takes no time to make."""
    (tmp_path / "requirements-dev.txt").write_text("django==5.2 --hash=sha256:00\n")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(bootstrap, "CHECKOUT", str(tmp_path))
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", str(tmp_path / ".venv"))
    monkeypatch.setattr(bootstrap, "REQUIREMENTS", str(tmp_path / "requirements-dev.txt"))
    monkeypatch.setattr(bootstrap, "STAMP", str(tmp_path / ".venv" / "made-from"))
    return tmp_path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run."""
    ran: list[list[str]] = []

    def succeeds(command: list[str], stdout: int | None = None) -> bool:
        ran.append(command)
        return True

    monkeypatch.setattr(bootstrap, "succeeds", succeeds)
    return ran


def test_environment_is_made_once(checkout: Path, commands: list[list[str]]) -> None:
    bootstrap.main()
    made = len(commands)
    bootstrap.main()

    assert 0 < made == len(commands)


def test_environment_is_made_again_when_the_lock_changes(checkout: Path, commands: list[list[str]]) -> None:
    bootstrap.main()
    commands.clear()
    (checkout / "requirements-dev.txt").write_text("django==5.3 --hash=sha256:11\n")

    bootstrap.main()

    assert commands


def test_environment_is_made_again_after_an_interruption(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.main()
    (checkout / "requirements-dev.txt").write_text("django==5.3 --hash=sha256:11\n")
    with monkeypatch.context() as interrupted:
        interrupted.setattr(bootstrap, "make_with_pip", lambda: sys.exit("interrupted"))
        interrupted.setattr(bootstrap, "uv", lambda: "")
        with pytest.raises(SystemExit):
            bootstrap.main()
    (checkout / "requirements-dev.txt").write_text("django==5.2 --hash=sha256:00\n")

    assert not (checkout / ".venv" / "made-from").exists()


def test_requirements_are_installed_by_hash_with_uv_or_pip(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for program in ("/usr/bin/uv", ""):
        monkeypatch.setattr(bootstrap, "uv", lambda program=program: program)
        bootstrap.make()

    installs = [command for command in commands if "install" in command]
    assert len(installs) == 2
    assert all("--require-hashes" in command for command in installs)


def test_uv_that_fails_is_followed_by_pip(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "uv", lambda: "/usr/bin/uv")
    monkeypatch.setattr(bootstrap, "make_with_uv", lambda program: False)

    bootstrap.make()

    assert commands[-1][1:3] == ["-m", "pip"]


def test_second_of_two_at_once_waits_for_the_first(checkout: Path) -> None:
    program = f"""
import time
from portal import bootstrap
bootstrap.CHECKOUT = {str(checkout)!r}
bootstrap.ENVIRONMENT = bootstrap.CHECKOUT + "/.venv"
bootstrap.REQUIREMENTS = bootstrap.CHECKOUT + "/requirements-dev.txt"
bootstrap.STAMP = bootstrap.ENVIRONMENT + "/made-from"
bootstrap.make = lambda: (print("begins"), time.sleep(0.3))
bootstrap.main()
"""
    both = [subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) for _ in "ab"]

    said = "".join(one.communicate()[0] for one in both)

    assert said.count("begins") == 1
