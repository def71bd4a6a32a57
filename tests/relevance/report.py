"""What is printed: figures over all, over each body of papers and kind of question, and the worst cases."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.relevance.judging import FIRST, Outcome, figures
from tests.relevance.questions import Question

WORST = 10
SHOWN = 3  # of what was found instead
GOAL_NDCG, GOAL_ANSWERED = 0.85, 0.90


@dataclass(frozen=True, slots=True)
class Result:
    """One question as it was asked; `found` tells of each hit, with the grade it was given."""

    question: Question
    asked: str
    outcome: Outcome
    found: tuple[tuple[int, str], ...]


def is_good_enough(results: Sequence[Result]) -> bool:
    reached = figures([result.outcome for result in results])
    return reached.ndcg >= GOAL_NDCG and reached.answered >= GOAL_ANSWERED


def lines(results: Sequence[Result], *, worst: int = WORST) -> list[str]:
    """The report, the ten worst at its end; `worst` may ask for more of them."""
    return [
        _line("all questions", results),
        *_by(lambda result: result.question.of, results),
        *_by(lambda result: result.question.kind, results),
        *_by(lambda result: "hard" if result.question.is_hard else "not hard", results),
        f"goals: nDCG@10 {GOAL_NDCG:.2f}, in the first {FIRST} {GOAL_ANSWERED:.0%}",
        "",
        f"The {worst} worst:",
        *(line for result in _worst(results, worst) for line in _case(result)),
    ]


def _by(group: Callable[[Result], str], results: Iterable[Result]) -> list[str]:
    found: dict[str, list[Result]] = {}
    for result in results:
        found.setdefault(group(result), []).append(result)
    return [_line(f"  {name}", some) for name, some in found.items()]


def _line(name: str, results: Sequence[Result]) -> str:
    reached = figures([result.outcome for result in results])
    return f"{name:20} {reached.count:3}  nDCG@10 {reached.ndcg:.3f}  in the first {FIRST} {reached.answered:4.0%}"


def _worst(results: Iterable[Result], count: int) -> list[Result]:
    return sorted(results, key=lambda result: (result.outcome.ndcg, result.asked))[:count]


def _case(result: Result) -> list[str]:
    question = result.question
    head = f"{result.outcome.ndcg:.3f}  {result.asked}  [{question.of}, {question.kind}]"
    return [head, *(f"         {grade}  {text}" for grade, text in result.found[:SHOWN])] + (
        [] if result.found else ["         nothing was found"]
    )
