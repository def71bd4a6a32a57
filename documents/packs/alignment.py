"""Matches two lists that run in the same order, such as items and bookmarks."""

from collections.abc import Callable


def align(first: int, second: int, score: Callable[[int, int], float]) -> list[int | None]:
    """For each of `first` things, its partner among `second` (or None), in order, with the best sum of scores.

    Only pairs with a score above 0 are matched.
    """
    scores = [[score(one, other) for other in range(second)] for one in range(first)]
    best = [[0.0] * (second + 1) for _ in range(first + 1)]
    for one in range(first - 1, -1, -1):
        for other in range(second - 1, -1, -1):
            pair = scores[one][other] + best[one + 1][other + 1] if scores[one][other] > 0 else 0.0
            best[one][other] = max(pair, best[one + 1][other], best[one][other + 1])
    return _walk(scores, best, first, second)


def _walk(scores: list[list[float]], best: list[list[float]], first: int, second: int) -> list[int | None]:
    partners: list[int | None] = [None] * first
    one = other = 0
    while one < first and other < second:
        if best[one][other] == best[one + 1][other]:
            one += 1
        elif best[one][other] == best[one][other + 1]:
            other += 1
        else:
            partners[one] = other
            one, other = one + 1, other + 1
    return partners
