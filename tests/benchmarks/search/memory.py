"""The memory that a process has for itself once it has searched: `python -m tests.benchmarks.search.memory < QUERIES`.

It only opens the product and asks what stands on each line, twice; megabytes are printed, altered and unaltered ones.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import django

MEGABYTE = 1024  # kilobytes, in which the system counts


@dataclass(frozen=True, slots=True)
class Private:
    """In megabytes."""

    dirty: float
    clean: float  # read from a file that no other process has open at that place

    @property
    def total(self) -> float:
        return self.dirty + self.clean


def of_searching(queries: Iterable[str]) -> Private:
    """Measured in a fresh process."""
    command = [sys.executable, "-m", "tests.benchmarks.search.memory"]
    answer = subprocess.run(command, input="\n".join(queries), check=True, stdout=subprocess.PIPE, text=True)
    dirty, clean = answer.stdout.split()
    return Private(float(dirty), float(clean))


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    from documents.search import search

    queries = sys.stdin.read().splitlines()
    for query in [*queries, *queries]:
        search(query=query)
    print(_kilobytes("Private_Dirty") / MEGABYTE, _kilobytes("Private_Clean") / MEGABYTE)


def _kilobytes(name: str) -> int:
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


if __name__ == "__main__":
    main()
