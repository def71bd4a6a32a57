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
from io import BytesIO
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import transaction  # noqa: E402
from django.db.models import QuerySet  # noqa: E402
from django.test.utils import override_settings, setup_databases, teardown_databases  # noqa: E402

from documents.actions import uploads  # noqa: E402
from documents.actions.checking import check_versions, unchecked  # noqa: E402
from documents.actions.gate import accept_findings  # noqa: E402
from documents.models import DocumentVersion, Finding, PackUpload  # noqa: E402
from documents.packs.plan import PackPlan  # noqa: E402
from documents.pdf import PdfText  # noqa: E402
from documents.search.follower import Follower  # noqa: E402
from tests.builders import weigh_exempt  # noqa: E402

Result = TypeVar("Result")
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


class Import:
    """All that happens to a pack, as a new file for a meeting of a committee of its own; `seconds` are those of a step.

    The checks are the worker's, between the drafts and the publication; what they find is accepted, as by a clerk, who
    is not timed. The follower runs on from one pack to the next, as `follow_changes` does on a site.
    """

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.seconds: dict[str, float] = {}

    def run(self, path: Path) -> None:
        self.seconds = {}
        name = f"Benchmark {next(numbers)}"
        plan, text = self._timed("plan", lambda: uploads.read_file(path))
        upload = self._timed("drafts", lambda: self._write(path, name, plan, text))
        self._timed("checks", lambda: check_versions(unchecked(_versions(upload))))
        findings = Finding.objects.of_versions(_versions(upload)).blocking()
        accept_findings(findings=findings, by=None, reason="As the sample has it.")
        self._timed("publish", lambda: uploads.publish(upload=upload, by=None))
        self._timed("index", self.follower.catch_up)

    def _write(self, path: Path, name: str, plan: PackPlan, text: PdfText) -> PackUpload:
        content = BytesIO(path.read_bytes() + f"% {name}".encode())
        with transaction.atomic():
            upload = uploads.upload_pack(file=content, name=path.name, by=None, queue=False)
            committee = uploads.draft_committee(name)
            weigh_exempt(uploads.write_drafts(upload=upload, plan=plan, committee=committee, by=None, text=text))
        return upload

    def _timed(self, step: str, action: Callable[[], Result]) -> Result:
        start = time.perf_counter()
        result = action()
        self.seconds[step] = time.perf_counter() - start
        return result


def _versions(upload: PackUpload) -> QuerySet[DocumentVersion]:
    return DocumentVersion.objects.filter(original=upload.stored_file).select_related("document", "original")


GOALS = {"plan": 2.0, "import": 4.0}


def measure(path: Path, follower: Follower) -> bool:
    """Prints the medians; whether every goal is met."""
    floors, imports = [], []
    one = Import(follower)
    for _ in range(ROUNDS):
        start = time.perf_counter()
        floor(path)
        floors.append(time.perf_counter() - start)
        one.run(path)
        imports.append(one.seconds)
    least = statistics.median(floors)
    print(f"{path.name}: floor {least:.3f} s")
    steps = {step: statistics.median(seconds[step] for seconds in imports) / least for step in imports[0]}
    whole = statistics.median(sum(seconds.values()) - seconds["checks"] for seconds in imports) / least
    ratios = {"plan": steps["plan"], "import": whole}
    print("  steps " + ", ".join(f"{step} {ratio:.2f}" for step, ratio in steps.items()))
    for name, ratio in ratios.items():
        print(f"  {name} {ratio * least:.3f} s, ratio {ratio:.2f} (goal {GOALS[name]:.0f})")
    return all(ratio <= GOALS[name] for name, ratio in ratios.items())


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
