"""The same queries put to several engines in turn, round after round, so that a busy machine slows them all."""

import math
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tests.benchmarks.search.queries import Query

Engine: TypeAlias = Callable[[Query], int]  # how many pages answer
Times: TypeAlias = dict[Query, float]  # milliseconds, the median of the rounds
Clock: TypeAlias = Callable[[], float]  # seconds
wall: Clock = time.perf_counter
processor: Clock = time.process_time  # of all threads of this process, which others on the machine alter little


@dataclass(frozen=True, slots=True)
class Figures:
    """Of some queries, in milliseconds."""

    median: float
    p95: float
    worst: float


def figures(times: Sequence[float]) -> Figures:
    ordered = sorted(times)
    return Figures(statistics.median(ordered), ordered[math.ceil(0.95 * len(ordered)) - 1], ordered[-1])


def rounds(
    queries: Sequence[Query], engines: Sequence[Engine], *, count: int, clock: Clock = wall, warm: bool = True
) -> list[Times]:
    """For each engine the times of the queries, in a new order each round; a first round to get warm is not counted."""
    order, draw = list(queries), random.Random(4)
    taken: list[dict[Query, list[float]]] = [{query: [] for query in queries} for _ in engines]
    for number in range(count + warm):
        draw.shuffle(order)
        for query in order:
            for engine, times in zip(engines, taken, strict=True):
                milliseconds = _time(engine, query, clock)
                if number or not warm:
                    times[query].append(milliseconds)
    return [{query: statistics.median(times[query]) for query in queries} for times in taken]


def _time(engine: Engine, query: Query, clock: Clock) -> float:
    start = clock()
    engine(query)
    return (clock() - start) * 1000
