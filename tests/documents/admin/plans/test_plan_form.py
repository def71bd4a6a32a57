"""The plan as one form: it gives the plan back, and the clerk's corrections."""

from dataclasses import replace
from typing import Any

import pytest

from committees.models import Committee
from documents.admin.plans import PlanForm
from documents.admin.plans.adding import with_row
from documents.packs.plan import PackPlan, PlannedMember, PlannedSection
from tests.builders import make_committee
from tests.documents.admin.posted import as_query, posted
from tests.documents.admin.uploaded import PLAN

pytestmark = pytest.mark.django_db


def sent(plan: PackPlan = PLAN, committee: Committee | None = None, **changes: Any) -> PlanForm:
    return PlanForm(plan, data=as_query(posted(PlanForm(plan, committee=committee), **changes)))


def corrected(plan: PackPlan = PLAN, **changes: Any) -> PackPlan:
    form = sent(plan, **changes)
    assert form.is_valid(), form.problems
    return form.to_plan()


def places(form: PlanForm) -> list[str]:
    assert not form.is_valid()
    return [problem.place for problem in form.problems]


def test_form_sent_back_unchanged_gives_the_same_plan() -> None:
    assert corrected() == PLAN


def test_form_with_browser_line_ends_gives_the_same_plan() -> None:
    text = "For decision.\r\nTwo lines."

    assert corrected(sections__1__text=text) == PLAN


def test_meeting_facts_are_corrected() -> None:
    assert corrected(meeting__venue="Library", meeting__quorum="").meeting == replace(
        PLAN.meeting, venue="Library", quorum=None
    )


def test_chosen_committee_is_the_forms_committee() -> None:
    chosen = make_committee(name="Licensing Committee")

    form = sent(committee=chosen)

    assert form.is_valid()
    assert form.committee == chosen


def test_member_can_be_removed() -> None:
    assert corrected(members__0__DELETE="on").members == [PlannedMember(None, "vacancy", "Parent governors")]


def test_member_without_name_is_told_at_its_field() -> None:
    assert places(sent(members__0__name="")) == ["members-0-name"]


def test_vacancy_with_a_name_is_told_at_its_field() -> None:
    assert places(sent(members__1__name="Ada")) == ["members-1-name"]


def test_errors_of_removed_rows_are_not_told() -> None:
    assert sent(members__0__name="", members__0__DELETE="on").is_valid()


def test_section_renamed_keeps_its_items() -> None:
    plan = corrected(sections__1__letter="C")

    assert plan.sections[1] == PlannedSection("C", "Business", "For decision.\nTwo lines.")
    assert [item.section for item in plan.items] == ["A", "C", "C"]


def test_section_removed_while_an_item_is_in_it_is_told_at_the_item() -> None:
    assert places(sent(sections__0__DELETE="on")) == ["items-0-section"]


def test_section_without_letter_is_called_by_its_title() -> None:
    assert [item.section for item in corrected(sections__1__letter="").items] == ["A", "Business", "Business"]


def test_section_read_without_a_letter_keeps_its_items() -> None:
    items = [replace(PLAN.items[0], section=None, section_index=1), *PLAN.items[1:]]
    plan = replace(PLAN, sections=[PLAN.sections[0], PlannedSection(None, "Unrestricted items")], items=items[:1])

    assert [item.section for item in corrected(plan).items] == ["Unrestricted items"]


def test_item_moved_by_its_place_takes_its_warning_along() -> None:
    plan = corrected(items__1__ORDER="9")

    assert [item.title for item in plan.items] == ["Apologies", "Parks", "Swimming pool"]
    assert [warning.field for warning in plan.warnings] == ["meeting.date", "items.2.title", ""]


def test_item_removed_takes_its_warning_away() -> None:
    plan = corrected(items__1__DELETE="on")

    assert [item.title for item in plan.items] == ["Apologies", "Parks"]
    assert [warning.field for warning in plan.warnings] == ["meeting.date", ""]


def test_paper_is_moved_to_another_item() -> None:
    plan = corrected(items__1__documents__0__move_to="2")

    assert plan.items[1].documents == PLAN.items[1].documents[1:]
    assert PLAN.items[1].documents[0] in plan.items[2].documents


def test_paper_moved_away_stays_when_its_item_is_removed() -> None:
    plan = corrected(items__1__documents__0__move_to="meeting", items__1__DELETE="on")

    assert PLAN.items[1].documents[0] in plan.other_documents


def test_paper_moved_to_an_item_that_is_removed_is_told_at_its_field() -> None:
    form = sent(items__1__documents__0__move_to="2", items__2__DELETE="on")

    assert places(form) == ["items-1-documents-0-move_to"]


def test_access_and_paragraphs_of_a_paper_are_corrected() -> None:
    plan = corrected(items__1__documents__0__access="exempt", items__1__documents__0__exempt_paragraphs="5, 3")

    paper = plan.items[1].documents[0]
    assert (paper.access, paper.exempt_paragraphs) == ("exempt", [3, 5])


def test_paragraphs_of_an_open_paper_are_told_at_their_field() -> None:
    assert places(sent(items__1__documents__0__exempt_paragraphs="3")) == ["items-1-documents-0-exempt_paragraphs"]


@pytest.mark.parametrize("typed", ["three", "0", "19", "3-5", "9" * 5000])
def test_paragraphs_that_are_none_are_told_at_their_field(typed: str) -> None:
    place = "items-1-documents-1-exempt_paragraphs"

    assert place in places(sent(items__1__documents__1__exempt_paragraphs=typed))


@pytest.mark.parametrize(
    ("first", "last", "place"),
    [("3", "2", "pdf_last"), ("2", "9", "pdf_last"), ("0", "2", "pdf_first"), ("", "2", "pdf_first")],
)
def test_page_range_that_cannot_be_is_told_at_its_field(first: str, last: str, place: str) -> None:
    form = sent(items__1__documents__0__pdf_first=first, items__1__documents__0__pdf_last=last)

    assert places(form) == [f"items-1-documents-0-{place}"]


def test_typed_page_that_is_no_number_gives_no_link() -> None:
    form = sent(items__1__documents__0__pdf_first="x")

    assert form.items.forms[1].documents.forms[0].start_page is None


def test_minutes_cleared_are_none() -> None:
    names = ("committee", "date", "first_page", "last_page", "pdf_first", "pdf_last")
    cleared: dict[str, Any] = {f"previous_minutes__{name}": "" for name in names}

    assert corrected(**cleared).previous_minutes is None


def test_row_added_is_blank_and_ignored_until_filled() -> None:
    data = with_row(as_query(posted(PlanForm(PLAN))), "items")

    form = PlanForm(PLAN, data=data)

    assert len(form.items.forms) == 4
    assert form.is_valid()
    assert form.to_plan() == PLAN


def test_row_added_and_filled_is_in_the_plan() -> None:
    data = with_row(with_row(as_query(posted(PlanForm(PLAN))), "items"), "items-3-documents")
    data.update({"items-3-title": "Urgent business", "items-3-section": "1", "items-3-documents-0-title": "Late paper"})
    data.update({"items-3-documents-0-pdf_first": "4", "items-3-documents-0-pdf_last": "4"})

    form = PlanForm(PLAN, data=data)

    assert form.is_valid(), form.problems
    item = form.to_plan().items[3]
    assert (item.title, item.section, item.documents[0].title) == ("Urgent business", "B", "Late paper")


@pytest.mark.parametrize("prefix", ["nothing", "items-0", "meeting", "items-99-documents"])
def test_row_added_to_no_list_changes_nothing(prefix: str) -> None:
    data = as_query(posted(PlanForm(PLAN)))

    assert with_row(data, prefix) == data


@pytest.mark.parametrize("count", ["9" * 5000, "-1", "many"])
def test_row_added_to_a_count_that_is_none_changes_nothing(count: str) -> None:
    data = as_query({**posted(PlanForm(PLAN)), "items-TOTAL_FORMS": count})

    assert with_row(data, "items") == data


def test_warning_is_at_its_field_and_in_the_summary() -> None:
    form = PlanForm(PLAN)

    rows = {row.field.name: row for row in form.meeting.rows}
    assert [warning.message for warning in rows["date"].warnings] == ["The printed date was a Monday."]
    assert "meeting-date_warning" in rows["date"].field.as_widget()
    assert [place.id for place in form.warning_places] == ["meeting-date", "items-1-title", ""]


def test_warning_of_a_row_that_is_not_there_leads_to_the_list() -> None:
    plan = replace(PLAN, warnings=[replace(PLAN.warnings[0], field="items.7.title")])

    assert [place.id for place in PlanForm(plan).warning_places] == ["items-rows"]
