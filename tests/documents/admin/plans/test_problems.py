"""The summary of what is wrong in the plan's form."""

from dataclasses import replace
from typing import Any

import pytest

from documents.admin.plans import PlanForm
from documents.packs.plan import PackPlan, PlannedSection
from tests.documents.admin.posted import as_query, posted
from tests.documents.admin.uploaded import PLAN

pytestmark = pytest.mark.django_db


def messages(plan: PackPlan = PLAN, **changes: Any) -> list[str]:
    form = PlanForm(plan, data=as_query(posted(PlanForm(plan), **changes)))
    assert not form.is_valid()
    return [problem.message for problem in form.problems]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"meeting__date": ""}, "Meeting, date: Enter the date of the meeting."),
        ({"meeting__despatched": "soon"}, "Meeting, despatched on: Enter a valid date."),
        ({"members__0__name": ""}, "Member 1, name: Enter the member’s name, or choose “Vacancy” as the role."),
        ({"sections__1__title": ""}, "Section 2, title: Enter the title of the section."),
        ({"items__2__title": ""}, "B2, title: Enter the title of the item."),
        ({"items__1__documents__1__title": ""}, "B1, paper 2, title: Enter the title of the paper."),
        ({"items__1__documents__0__pdf_first": ""}, "B1, paper 1, PDF first: Enter its first PDF page."),
        ({"previous_minutes__pdf_last": "9"}, "Earlier minutes, PDF last: The file has only 4 pages."),
    ],
)
def test_problem_says_whose_it_is(changes: dict[str, Any], message: str) -> None:
    assert messages(**changes) == [message]


def test_item_is_called_by_the_letter_its_section_has_now() -> None:
    assert messages(sections__1__letter="C", items__2__title="")[0].startswith("C2, title")


def test_item_in_a_section_without_a_letter_is_called_by_its_number() -> None:
    plan = replace(PLAN, sections=[PLAN.sections[0], PlannedSection(None, "Business")])

    assert messages(plan, items__2__section="1", items__2__title="") == ["Item 2, title: Enter the title of the item."]


def test_item_without_a_number_is_called_by_its_place() -> None:
    assert messages(items__2__label="", items__2__title="")[0].startswith("Item 3 of the list, title")
