"""What a colleague corrected of a plan is told in the words of the screen."""

from dataclasses import replace
from datetime import date

from documents.admin.plans.differences import differences
from documents.packs.plan import PackPlan, PlannedItem
from tests.documents.admin.uploaded import PLAN


def told(then: PackPlan, now: PackPlan) -> list[tuple[str, str, str, str]]:
    found = differences(then.to_json(), now.to_json())
    return [(one.row, one.what, one.before, one.after) for one in found]


def test_fields_of_the_meeting_are_named_as_on_the_screen_and_days_are_written_out() -> None:
    now = replace(PLAN, meeting=replace(PLAN.meeting, title="THE COMMITTEE", despatched=date(2026, 12, 14)))

    assert told(PLAN, now) == [
        ("Meeting", "heading on the front sheet", "nothing", "THE COMMITTEE"),
        ("Meeting", "despatched on", "nothing", "14 December 2026"),
    ]


def test_choices_and_paragraphs_read_as_the_clerk_chose_them() -> None:
    paper = replace(PLAN.items[1].documents[0], access="exempt", exempt_paragraphs=[3, 5])
    item = replace(PLAN.items[1], documents=[paper, PLAN.items[1].documents[1]])

    assert told(PLAN, replace(PLAN, items=[PLAN.items[0], item, PLAN.items[2]])) == [
        ("Item 2, paper 1, Pool", "access", "Open", "Exempt"),
        ("Item 2, paper 1, Pool", "exempt paragraphs", "nothing", "3, 5"),
    ]


def test_item_put_in_the_midst_is_no_change_of_those_that_follow() -> None:
    now = replace(PLAN, items=[PLAN.items[0], PlannedItem("A", "2", "Declarations"), *PLAN.items[1:]])

    assert told(PLAN, now) == [("Item 2, Declarations", "row", "not there", "added")]
    assert told(now, PLAN) == [("Item Declarations", "row", "there", "taken out")]


def test_what_kind_of_pack_it_is_and_earlier_minutes_are_told() -> None:
    now = replace(PLAN, is_supplement=True, previous_minutes=None)

    assert told(PLAN, now)[0] == ("Pack", "this file is", "the whole agenda", "a supplement")
    assert ("Minutes of an earlier meeting", "date", "3 November 2026", "nothing") in told(PLAN, now)
