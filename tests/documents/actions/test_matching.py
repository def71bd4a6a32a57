"""Which rows a plan speaks of."""

import pytest

from committees.models import AgendaItem
from documents.actions import matching
from documents.actions.matching import find_committee, match_items, pair
from documents.packs.plan import PlannedItem
from tests.builders import make_committee


def rows(*titles: str) -> list[AgendaItem]:
    return [AgendaItem(label=str(number), title=title) for number, title in enumerate(titles, start=1)]


def planned(*titles: str) -> list[PlannedItem]:
    return [PlannedItem(section=None, label=str(number), title=title) for number, title in enumerate(titles, start=1)]


def test_items_moved_are_found_by_their_titles() -> None:
    apologies, budget = rows("Apologies for absence", "Budget monitoring")

    found = match_items(planned("Budget monitoring", "Apologies for absence"), [apologies, budget])

    assert found[0] is budget
    assert found[1] is apologies


def test_item_retitled_a_little_is_the_same() -> None:
    (budget,) = rows("Budget monitoring: quarter 1")

    assert match_items(planned("Budget monitoring, quarter one"), [budget])[0] is budget


def test_new_item_matches_nothing() -> None:
    assert match_items(planned("Library opening hours"), rows("Parking in Mill Lane")) == [None]


def test_items_of_one_title_keep_their_places() -> None:
    first, second = rows("Planning application", "Planning application")

    found = match_items(planned("Planning application", "Planning application"), [first, second])

    assert found[0] is first
    assert found[1] is second


def test_items_that_stayed_are_found_without_comparing_all_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    titles = [f"Planning application {number}" for number in range(50)]
    here = rows(*titles)
    monkeypatch.setattr(matching, "likeness", lambda first, second: pytest.fail(f"{first} is compared with {second}"))

    assert match_items(planned(*titles[:20], "PLANNING APPLICATION 20", *titles[21:]), here) == here


def test_item_whose_title_and_label_come_twice_is_the_nearest() -> None:
    here = [
        AgendaItem(label="", title="Break"),
        AgendaItem(label="", title="Parks"),
        AgendaItem(label="", title="Break"),
    ]
    twice = [PlannedItem(section=None, label="", title=title) for title in ("Opening", "Parks", "Break")]

    found = match_items(twice, here)

    assert found[0] is None
    assert found[2] is here[2]


def test_each_row_is_used_once() -> None:
    assert pair(["a", "b"], ["row"], lambda thing, row: 1.0).count("row") == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "printed",
    [
        "Planning Committee",
        "PLANNING COMMITTEE",
        "the Planning Committee",
        "planning-committee",
        "Meeting of the Planning Committee",
    ],
)
def test_committee_is_found_however_it_is_printed(printed: str) -> None:
    planning = make_committee(name="Planning Committee", slug="planning-committee")
    make_committee(name="Licensing Committee")

    assert find_committee(printed) == planning


@pytest.mark.django_db
def test_committee_of_the_longest_name_within_the_printed_one_is_found() -> None:
    make_committee(name="Scrutiny Committee")
    children = make_committee(name="Children's Services Scrutiny Committee")

    assert find_committee("The Children’s Services Scrutiny Committee of the Council") == children


@pytest.mark.django_db
def test_committee_unknown_is_none() -> None:
    make_committee(name="Planning Committee")

    assert find_committee("Licensing Committee") is None
    assert find_committee("") is None
