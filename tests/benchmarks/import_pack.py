"""How long importing a pack takes, as ratios to what the PDF library alone needs for the same pages.

Run as `python -m tests.benchmarks.import_pack [FILE ...]`. The goals: planning at most twice the floor; planning,
writing the drafts, publishing them and bringing the search index up to date at most four times. The floor is a script
in a child process that asks the library for the text and every rectangle of every page, and no more. They are run
in turn, so that a busy machine slows them all. A database and folders are made for it and removed.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test.utils import override_settings, setup_databases, teardown_databases  # noqa: E402

from documents.actions import uploads  # noqa: E402
from documents.packs.plan import plan_pack  # noqa: E402
from documents.pdf import read  # noqa: E402
from documents.search.follower import Follower  # noqa: E402

ROUNDS = 11
numbers = count(1)
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
FLOOR = """
import sys
import pypdfium2
for page in pypdfium2.PdfDocument(sys.argv[1]):
    text = page.get_textpage()
    text.get_text_range()
    for index in range(text.count_rects()):
        text.get_rect(index)
"""


def floor(path: Path) -> None:
    """The library's own work, in a child process that is started for it."""
    subprocess.run([sys.executable, "-c", FLOOR, str(path)], check=True, stderr=subprocess.DEVNULL)


def planning(path: Path) -> None:
    plan_pack(read(path))


def seconds(action: Callable[[Path], None], path: Path) -> float:
    start = time.perf_counter()
    action(path)
    return time.perf_counter() - start


def importing(path: Path, follower: Follower) -> None:
    """All that happens to a pack, as a new file for a meeting of a committee of its own.

    The follower runs on from one pack to the next, as `follow_changes` does on a site.
    """
    name = f"Benchmark {next(numbers)}"
    plan, text = uploads.read_file(path)
    content = BytesIO(path.read_bytes() + f"% {name}".encode())
    with transaction.atomic():
        upload = uploads.upload_pack(file=content, name=path.name, by=None, queue=False)
        committee = uploads.draft_committee(name)
        uploads.write_drafts(upload=upload, plan=plan, committee=committee, by=None, text=text)
    uploads.publish(upload=upload, by=None)
    follower.catch_up()


GOALS = {"plan": 2.0, "plan, apply and index": 4.0}


def measure(path: Path, follower: Follower) -> bool:
    """Prints the medians; whether every goal is met."""
    steps: dict[str, Callable[[Path], None]] = {
        "floor": floor,
        "plan": planning,
        "plan, apply and index": partial(importing, follower=follower),
    }
    timings: dict[str, list[float]] = {step: [] for step in steps}
    for _ in range(ROUNDS):
        for step, action in steps.items():
            timings[step].append(seconds(action, path))
    least = statistics.median(timings["floor"])
    print(f"{path.name}: floor {least:.3f} s")
    ratios = {step: statistics.median(timings[step]) / least for step in GOALS}
    for step, ratio in ratios.items():
        print(f"  {step} {ratio * least:.3f} s, ratio {ratio:.2f} (goal {GOALS[step]:.0f})")
    return all(ratio <= GOALS[step] for step, ratio in ratios.items())


def main(arguments: Sequence[str]) -> int:
    paths = [Path(argument) for argument in arguments] or sorted(SAMPLES.glob("*/pack-*.pdf"))
    if not paths:
        print("Name a pack, as the folder of samples is absent.")
        return 2
    with TemporaryDirectory() as folder, override_settings(**folders(Path(folder))):
        databases = setup_databases(verbosity=0, interactive=False)
        try:
            with Follower() as follower:
                met = [measure(path, follower) for path in paths]
            return int(not all(met))
        finally:
            teardown_databases(databases, verbosity=0)


def folders(folder: Path) -> dict[str, Any]:
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder / "files"}}
    return {"STORAGES": {**settings.STORAGES, "default": files}, "SEARCH_INDEX_DIR": folder / "search"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
