"""The hashed requirements hold what pyproject.toml asks for, and nothing else. Needs no network."""

import re
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUN = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEVELOP = [*RUN, *(Requirement(text) for text in PROJECT["dependency-groups"]["dev"])]
LOCKS = [("requirements.txt", RUN), ("requirements-dev.txt", DEVELOP)]
RENEW = "renew the locks: uv pip compile --universal --generate-hashes (README, Decisions)"


def locked(name: str) -> dict[str, Requirement]:
    """Package name -> its requirement line. Raises ValueError for a line without a hash."""
    found: dict[str, Requirement] = {}
    for entry in re.split(r"\n(?=\S)", (ROOT / name).read_text().strip()):
        line, *hashes = re.sub(r"\s*#.*", "", entry).split("--hash=")
        if not line.strip():
            continue
        if not hashes:
            raise ValueError(f"{name}: {line} has no hash")
        requirement = Requirement(line.replace("\\", "").strip())
        found[canonicalize_name(requirement.name)] = requirement
    return found


def version(requirement: Requirement) -> str:
    (specifier,) = requirement.specifier
    return specifier.version


def here(name: str) -> dict[str, str]:
    """Package name -> its version in the lock, of what is installed on a machine such as this one."""
    return {
        package: version(requirement)
        for package, requirement in locked(name).items()
        if requirement.marker is None or requirement.marker.evaluate()
    }


def needed(wanted: Iterable[Requirement]) -> set[str]:
    """The names of what is wanted, and of all that it needs in turn, as the installed packages state it."""
    waiting, seen = list(wanted), set[tuple[str, str]]()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        for extra in {"", *requirement.extras} - {extra for package, extra in seen if package == name}:
            seen.add((name, extra))
            waiting += dependencies(name, extra)
    return {name for name, _ in seen}


def dependencies(name: str, extra: str) -> list[Requirement]:
    stated = [Requirement(text) for text in metadata.requires(name) or []]
    return [one for one in stated if one.marker is None or one.marker.evaluate({"extra": extra})]


@pytest.mark.parametrize(("name", "wanted"), LOCKS)
def test_lock_satisfies_what_the_project_asks_for(name: str, wanted: list[Requirement]) -> None:
    versions = here(name)

    unmet = [str(one) for one in wanted if versions.get(canonicalize_name(one.name), "") not in one.specifier]

    assert not unmet, RENEW


@pytest.mark.parametrize(("name", "wanted"), LOCKS)
def test_lock_holds_what_is_needed_and_nothing_else(name: str, wanted: list[Requirement]) -> None:
    assert set(here(name)) == needed(wanted), RENEW


def test_installed_packages_are_those_of_the_lock() -> None:
    wanted = here("requirements-dev.txt")

    assert {name: metadata.version(name) for name in wanted} == wanted, "remove .venv and run make again"


def test_both_locks_name_the_same_versions() -> None:
    assert here("requirements.txt").items() <= here("requirements-dev.txt").items(), RENEW
