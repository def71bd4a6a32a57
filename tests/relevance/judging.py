"""How good a ranked list is. Pure: what was found is told only by the answers it stands for.

The ranked list of a search is all its hits in the order of its groups: the pages of the first paper, at most three,
then those of the second. A record that is found, such as a person, is one hit.

    nDCG@10 = DCG / (DCG of the best possible list)
    DCG     = sum over the first ten hits of (2^grade - 1) / log2(rank + 1), the first rank being 1

An answer counts at its first hit and never again; a hit that is no answer has grade 0. The best possible list is
one that a search can show: the best answers, but of one paper no more than three pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean

DEPTH = 10
FIRST = 3  # hits in which an answer should be
ANSWERS, HELPS = 2, 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one question came to."""

    ndcg: float
    is_answered: bool  # whether something of grade 2 is among the first three


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over questions."""

    count: int
    ndcg: float
    answered: float


def gain(grade: int, rank: int) -> float:
    return float(2**grade - 1) / log2(rank + 1)


def dcg(grades: Sequence[int]) -> float:
    return sum(gain(grade, rank) for rank, grade in enumerate(grades[:DEPTH], start=1))


def ndcg(grades: Sequence[int], possible: Sequence[int]) -> float:
    """`grades` are of the hits in order, `possible` those of all answers. Raises ValueError where there is none."""
    best = dcg(sorted(possible, reverse=True))
    if not best:
        raise ValueError("A question without answers cannot be judged")
    return dcg(grades) / best


def judge(grades: Sequence[int], possible: Sequence[int]) -> Outcome:
    return Outcome(ndcg(grades, possible), ANSWERS in grades[:FIRST])


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Raises ValueError where there are none."""
    if not outcomes:
        raise ValueError("There are no outcomes to take the mean of")
    return Figures(
        len(outcomes), fmean(one.ndcg for one in outcomes), sum(one.is_answered for one in outcomes) / len(outcomes)
    )
