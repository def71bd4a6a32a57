"""How long planning a pack takes, as a ratio to what the PDF library alone needs for the same pages.

Run as `python -m tests.benchmarks.import_pack [FILE ...]`; the goal is a ratio of at most 2. The floor is a
script in a child process that asks the library for the text and every rectangle of every page, and no more.
Both are run in turn, so that a busy machine slows both.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from documents.packs.plan import plan_pack
from documents.pdf import read

ROUNDS = 7
GOAL = 2.0
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


def measure(path: Path) -> float:
    """Prints the medians and gives their ratio."""
    least, own = [], []
    for _ in range(ROUNDS):
        least.append(seconds(floor, path))
        own.append(seconds(planning, path))
    ratio = statistics.median(own) / statistics.median(least)
    print(
        f"{path.name}: floor {statistics.median(least):.3f} s, plan {statistics.median(own):.3f} s, ratio {ratio:.2f}"
    )
    return ratio


def main(arguments: Sequence[str]) -> int:
    paths = [Path(argument) for argument in arguments] or sorted(SAMPLES.glob("*/pack-*.pdf"))
    if not paths:
        print("Name a pack, as the folder of samples is absent.")
        return 2
    return int(max(measure(path) for path in paths) > GOAL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
