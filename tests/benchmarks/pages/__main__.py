"""`python -m tests.benchmarks.pages`: see the package. Whether every goal was met is the exit status.

The council is made once, in a folder of its own (`--keep FOLDER`, else data/benchmark-pages of the checkout), with a
database server of its own: some minutes the first time, and at once when it is run again.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "data" / "benchmark-pages"


def main(arguments: Sequence[str]) -> int:
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks.pages", description=__doc__)
    options.add_argument("--keep", type=Path, metavar="FOLDER", default=FOLDER)
    options.add_argument("--part", type=float, default=1.0, help="load so large a part of the council (0.1)")
    options.add_argument("--rounds", type=int, default=15)
    options.add_argument("--only", nargs="*", metavar="PAGE", help="measure these pages alone")
    options.add_argument("--only-load", action="store_true", help="make what is kept, and measure nothing")
    asked = options.parse_args(arguments)
    asked.keep.mkdir(parents=True, exist_ok=True)
    asked.keep.chmod(0o711)  # the account that PostgreSQL runs as where root starts it has to pass
    unset = ("DATABASE_URL", "SEARCH_INDEX_DIR", "DEBUG", "SITE_ADDRESS")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    command = [sys.executable, "-m", "tests.benchmarks.pages.run", str(asked.part), str(asked.rounds)]
    command += ["--only-load"] * asked.only_load + (asked.only or [])
    return subprocess.run(command, check=False, env=environment | {"DATA_DIR": str(asked.keep.resolve())}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
