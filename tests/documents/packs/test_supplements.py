"""What tells a supplement from a whole agenda."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from documents.packs.plan import PackPlan, PlannedItem, PlannedMeeting, plan_pack
from documents.packs.supplements import AgendaHere, decide, says_supplement
from tests.documents.packs import house_styles
from tests.documents.packs.making import Made, Paper, as_text, pack, rows

PLAN = PackPlan(PlannedMeeting("Scrutiny Committee"), items=[PlannedItem(None, "7", "Pool", "", 64, 70)])
SAYS_SO = replace(PLAN, is_supplement=True, kind_reason="The front sheet says “Supplementary agenda”.")


@pytest.mark.parametrize(
    "line",
    [
        "SUPPLEMENTARY AGENDA",
        "Agenda Supplement 1",
        "Environment Scrutiny Committee - Second Despatch",
        "Late papers",
        "Items to follow",
        "The following report was not available when the agenda was published",
        "Addendum",
    ],
)
def test_front_sheet_calls_itself_a_supplement(line: str) -> None:
    assert says_supplement(["Scrutiny Committee", line])


@pytest.mark.parametrize(
    "line",
    [
        "Agenda",
        "Any late items of business that the chair agrees to take",
        "Supplementary Planning Documents Sub-Committee",
        "Members who want further information should ask the clerk",
        "A supplement " + "may be published later, and members will be told of it when it is on the website " * 2,
    ],
)
def test_front_sheet_of_a_whole_agenda_does_not(line: str) -> None:
    assert not says_supplement([line])


def test_what_it_calls_itself_decides() -> None:
    decided = decide(SAYS_SO, AgendaHere(items=14, listed=1, last_page=63))

    assert decided.is_supplement
    assert decided.kind_reason.endswith("It lists 1 of the 14 items of the agenda that is here.")


def test_supplement_that_lists_the_whole_agenda_afresh_is_taken_for_one() -> None:
    afresh = replace(SAYS_SO, items=[PlannedItem(None, "1", "Apologies", "", 1, 2)])

    assert not decide(afresh, AgendaHere(items=14, listed=14, last_page=63)).is_supplement


def test_few_items_whose_pages_go_on_are_a_supplement_though_nothing_says_so() -> None:
    decided = decide(PLAN, AgendaHere(items=14, listed=1, last_page=63))

    assert decided.is_supplement
    assert decided.kind_reason == (
        "It lists 1 of the 14 items of the agenda that is here, and its pages go on from 63."
    )


@pytest.mark.parametrize("here", [AgendaHere(14, 13, 63), AgendaHere(14, 5, 80), AgendaHere(14, 5, None)])
def test_anything_else_is_a_whole_agenda(here: AgendaHere) -> None:
    assert not decide(PLAN, here).is_supplement


def test_without_an_agenda_here_only_its_own_words_count() -> None:
    assert decide(SAYS_SO, None).is_supplement
    assert not decide(PLAN, None).is_supplement


def test_printed_supplement_is_read_as_one() -> None:
    front = rows(
        """
        SUPPLEMENTARY AGENDA
        Environment Scrutiny Committee
        Thursday 22 September 2016 at 7.30 pm
        Committee Room 1, Town Hall

        The following report was not available when the agenda was published

        7. Swimming pool repairs (Pages 65 - 66)
        """
    )
    plan = plan_pack(as_text(pack([front], [Paper("Swimming pool repairs", 2, "7")], first_number=65)))

    assert plan.is_supplement
    assert [(item.label, item.first_page) for item in plan.items] == [("7", 65)]


@pytest.mark.parametrize("made", [house_styles.labelled_table, house_styles.capitals_and_columns, house_styles.summons])
def test_whole_packs_are_no_supplements(made: Callable[[], Made]) -> None:
    assert not plan_pack(as_text(made())).is_supplement


def test_supplement_of_another_house_is_one() -> None:
    assert plan_pack(as_text(house_styles.supplement())).is_supplement
