from dataclasses import replace
from pathlib import Path

from tests.benchmarks.search.goals import Goal, Measured, goals, growth
from tests.benchmarks.search.measuring import Figures, figures, rounds
from tests.benchmarks.search.queries import Kind, Query

MEASURED = Measured(
    pages=100_000,
    ours=Figures(10, 20, 30),
    floor=Figures(5, 10, 20),
    rival=Figures(500, 1000, 1500),
    overlap=0.95,
    size=4 * 1024**3,
    rebuild=500,
    library_build=1000,
    memory=250,
)


def missed(measured: Measured) -> list[str]:
    return [goal.words for goal in goals(measured) if not goal.met]


def test_figures_are_the_median_the_nineteenth_of_twenty_and_the_worst() -> None:
    assert figures([float(number) for number in range(20, 0, -1)]) == Figures(10.5, 19, 20)


def test_goals_at_their_limits_are_met() -> None:
    assert missed(MEASURED) == []


def test_goals_beyond_their_limits_are_missed() -> None:
    assert missed(replace(MEASURED, ours=Figures(11, 20, 31))) == [
        "median, as a ratio to the floor's",
        "the rival's worst, as a ratio to ours",
    ]
    assert missed(replace(MEASURED, rebuild=499, overlap=0.94)) == [
        "overlap with exact BM25",
        "rebuild, as a ratio to the library's speed",
    ]


def test_goals_without_a_rival_leave_it_out() -> None:
    assert len(goals(replace(MEASURED, rival=None))) == len(goals(MEASURED)) - 1


def test_growth_is_of_the_larger_beside_the_smaller() -> None:
    larger = replace(MEASURED, pages=1_000_000, ours=Figures(30, 61, 30))

    assert [goal.met for goal in growth(MEASURED, larger)] == [True, False, True]


def test_goal_says_what_was_missed() -> None:
    assert str(Goal("median", 2.5, 2)) == "MISSED median: 2.50 (at most 2)"


def test_measured_is_read_as_it_was_written(tmp_path: Path) -> None:
    MEASURED.write(tmp_path / "figures.json")

    assert Measured.read(tmp_path / "figures.json") == MEASURED


def test_a_first_round_is_not_counted_unless_every_query_is_asked_once() -> None:
    asked: list[Query] = []
    queries = [Query(Kind.RARE, words=(word,)) for word in ("kingfisher", "heron")]

    def engine(query: Query) -> int:
        asked.append(query)
        return 0

    rounds(queries, [engine], count=2)
    assert len(asked) == 6

    asked.clear()
    (times,) = rounds(queries, [engine], count=1, warm=False)
    assert (len(asked), set(times)) == (2, set(queries))
