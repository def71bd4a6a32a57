"""`python -m tests.benchmarks.search --pages 100000 [1000000]`: see the package.

A database of its own is made in a temporary folder, or with `--keep FOLDER` in a folder for each size there, where the
next run finds the corpus, the rival's table and the index again. Whether every goal was met is the exit status.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.search.goals import Measured, goals, growth


def main(arguments: Sequence[str]) -> int:
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks.search", description=__doc__)
    options.add_argument("--pages", type=int, nargs="+", default=[100_000])
    options.add_argument("--keep", type=Path, metavar="FOLDER")
    options.add_argument("--without-rival", action="store_true", help="leave out PostgreSQL's full-text search")
    options.add_argument("--only-corpus", action="store_true", help="make what is kept, and measure nothing")
    options.add_argument("--rebuild", action="store_true", help="build an index that was kept again")
    asked = options.parse_args(arguments)
    flags = [f"--{name.replace('_', '-')}" for name in ("without_rival", "only_corpus", "rebuild") if vars(asked)[name]]
    with _folder(asked.keep) as folder:
        measured = [found for pages in sorted(asked.pages) if (found := _run(folder / str(pages), pages, flags))]
    between = [goal for small, large in pairwise(measured) for goal in growth(small, large)]
    for goal in between:
        print(goal)
    return int(not all(goal.met for goal in [*between, *(goal for one in measured for goal in goals(one))]))


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.resolve()
        return
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # the account that PostgreSQL runs as where root starts it has to pass
        yield Path(folder)


def _run(folder: Path, pages: int, flags: list[str]) -> Measured | None:
    """What a process of its own measures; None where nothing was to be."""
    print(f"\n{pages:,} pages", flush=True)
    folder.mkdir(exist_ok=True)
    figures = folder / "figures.json"
    figures.unlink(missing_ok=True)
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SEARCH_INDEX_DIR")
    }
    command = [sys.executable, "-m", "tests.benchmarks.search.one_size", str(pages), *flags]
    subprocess.run(command, check=True, env=environment | {"DATA_DIR": str(folder)})
    return Measured.read(figures) if figures.exists() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
