"""The typical sizes of a paper's type: what is a line's step, what is larger than the body."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.reading.furniture import Body


@dataclass(frozen=True, slots=True)
class Measures:
    """Points: size of the body's type, and the step from one of its lines to the next, as a share of size."""

    size: float
    step: float

    def is_close(self, above: float, below: float, size: float) -> bool:
        """Whether rows whose middles are at these heights are lines of one paragraph."""
        return below - above <= size * self.step * 1.22


def measures_of(bodies: Sequence[Body]) -> Measures:
    sizes: Counter[float] = Counter()
    steps: Counter[float] = Counter()
    for body in bodies:
        for row in body.rows:
            sizes[round(row.size * 2) / 2] += len(row.text)
        for above, below in pairwise(body.rows):
            if above.size and abs(above.size - below.size) < 0.5 and abs(above.left - below.left) < 60:
                steps[round((below.middle - above.middle) / above.size, 1)] += 1
    likely = {step: count for step, count in steps.items() if 0.95 <= step <= 2.2}
    return Measures(
        size=max(sizes, key=lambda size: sizes[size], default=11.0) or 11.0,
        step=max(likely, key=lambda step: likely[step], default=1.25),
    )


def right_edge(body: Body) -> float:
    """Where the body's full lines end on this page."""
    rights = sorted(row.right for row in body.rows)
    return rights[int(len(rights) * 0.9)] if rights else body.page.width
