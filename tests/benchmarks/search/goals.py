"""What has to be reached, and whether it was."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.search.measuring import Figures

GIGABYTE = 1024**3


@dataclass(frozen=True, slots=True)
class Measured:
    """At one size."""

    pages: int
    ours: Figures
    floor: Figures
    rival: Figures | None
    overlap: float
    size: int  # of the index, in bytes
    rebuild: float  # pages a second
    library_build: float  # pages a second
    memory: float  # megabytes

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self)))

    @classmethod
    def read(cls, path: Path) -> "Measured":
        found = json.loads(path.read_text())
        for name in ("ours", "floor", "rival"):
            found[name] = found[name] and Figures(**found[name])
        return cls(**found)


@dataclass(frozen=True, slots=True)
class Goal:
    words: str
    figure: float
    limit: float
    at_most: bool = True

    @property
    def met(self) -> bool:
        return self.figure <= self.limit if self.at_most else self.figure >= self.limit

    def __str__(self) -> str:
        bound = "at most" if self.at_most else "at least"
        return f"{'met   ' if self.met else 'MISSED'} {self.words}: {self.figure:.2f} ({bound} {self.limit:g})"


def goals(measured: Measured) -> list[Goal]:
    """Those of one size; without a rival none is measured against it."""
    ours, floor, rival = measured.ours, measured.floor, measured.rival
    found = [
        Goal("median, as a ratio to the floor's", ours.median / floor.median, 2),
        Goal("p95, as a ratio to the floor's", ours.p95 / floor.p95, 4),
        Goal("overlap with exact BM25", measured.overlap, 0.95, at_most=False),
        Goal("index in GB", measured.size / GIGABYTE, 4),
        Goal(
            "rebuild, as a ratio to the library's speed", measured.rebuild / measured.library_build, 0.5, at_most=False
        ),
        Goal("private memory in MB", measured.memory, 250),
    ]
    if rival:
        found.insert(2, Goal("the rival's worst, as a ratio to ours", rival.worst / ours.worst, 50, at_most=False))
    return found


def growth(small: Measured, large: Measured) -> list[Goal]:
    """Of the larger size beside the smaller."""
    names = ("median", "p95", "worst")
    ratios = {name: getattr(large.ours, name) / getattr(small.ours, name) for name in names}
    between = f"{large.pages:,} beside {small.pages:,} pages"
    return [Goal(f"{name}, {between}", ratio, 3) for name, ratio in ratios.items()]
