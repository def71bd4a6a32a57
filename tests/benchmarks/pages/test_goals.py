from dataclasses import replace

from tests.benchmarks.pages.asking import Cost
from tests.benchmarks.pages.goals import Floors, Measured, goals
from tests.benchmarks.pages.weighing import Fetched, Weight

FLOORS = Floors(empty=Cost(0.3, 0), base=Cost(0.9, 0.1))
PAGE = Measured(
    name="meeting",
    address="/meetings/1/x/",
    queries=5,
    made=Cost(6, 2),
    kept=Cost(0.5, 0.1),
    queries_alone=Cost(1, 2),
    weight=Weight(page=9_000, first=52_000, later=9_000, requests=6),
    unaltered=304,
)


def missed(page: Measured) -> list[str]:
    return [goal.words.split(":")[1].strip() for goal in goals(page, FLOORS) if not goal.met]


def test_goals_are_met_up_to_their_bounds() -> None:
    assert missed(PAGE) == []
    assert missed(replace(PAGE, name="home", queries=8, made=Cost(8, 2), kept=Cost(0.9, 0.1))) == []


def test_each_goal_can_be_missed() -> None:
    slow = replace(
        PAGE,
        name="home",
        queries=9,
        made=Cost(9, 2),
        kept=Cost(1, 0.1),
        weight=Weight(page=16_000, first=60_001, later=15_001, requests=7),
        unaltered=200,
    )
    assert len(missed(slow)) == 7
    assert missed(replace(PAGE, made=Cost(7, 1.7))) == ["ms, a third of the peers'"]


def test_browser_asks_for_what_the_page_names_and_no_more() -> None:
    page = Fetched()
    page.feed(
        '<link rel="stylesheet" href="/a.css"><link rel="canonical" href="/b"><link rel="icon" href="data:,">'
        '<script src="/c.js"></script><img src="/d.webp" loading="lazy"><img src="/e.webp"><img src="/e.webp">'
    )
    assert page.addresses == ["/a.css", "/c.js", "/e.webp"]
