"""The databases that tests run on: one for each run and worker, on the server that the site uses too."""

import fcntl
import os
from pathlib import Path
from typing import Any

RUNS = 20  # at once, in one checkout
NUMBER = "TEST_RUN_NUMBER"  # handed down to the workers of a run

_held: list[int] = []  # descriptors, locked until this process ends


def number_this_run(folder: Path) -> None:
    """Take the lowest number that no other run of this checkout has, so that two at once share no database."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(RUNS):
        descriptor = os.open(folder / f"test-run-{number}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
        else:
            _held.append(descriptor)
            os.environ[NUMBER] = str(number)
            return
    raise RuntimeError(f"{RUNS} test runs are going on in this checkout already.")


def adapt(database: dict[str, Any]) -> None:
    """Name the test database after the run, and do not wait for its rows to be on disk."""
    number = os.environ.get(NUMBER, "0")
    name = database["TEST"].get("NAME") or f"test_{database['NAME']}"
    if number != "0":
        database["TEST"]["NAME"] = f"{name}_run{number}"
    options = database["OPTIONS"].get("options", "")
    database["OPTIONS"]["options"] = f"{options} -c synchronous_commit=off".strip()
