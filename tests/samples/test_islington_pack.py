"""The pack of September 2016 against its truth file: lettered sections, co-optees, a vacancy, printed errors."""

import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from documents.packs.plan import PackPlan, plan_pack
from documents.pdf import read

NAME = "pack-cssc-2016-09-22"


@pytest.fixture(scope="module")
def truth(samples: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((samples / "islington" / f"{NAME}.truth.json").read_text())
    return content


@pytest.fixture(scope="module")
def plan(samples: Path) -> PackPlan:
    return plan_pack(read(samples / "islington" / f"{NAME}.pdf"))


def test_islington_meeting(plan: PackPlan, truth: dict[str, Any]) -> None:
    meeting = plan.meeting

    assert meeting.committee == truth["committee"]
    assert meeting.date == date.fromisoformat(truth["date"])
    assert meeting.time == time.fromisoformat(truth["time"])
    assert meeting.venue == truth["venue"]
    assert meeting.despatched == date.fromisoformat(truth["despatched"])
    assert meeting.quorum == truth["quorum"]
    assert meeting.contact == truth["contact"]
    assert meeting.next_meeting == date.fromisoformat(truth["next_meeting"])
    assert meeting.questions_by == date.fromisoformat(truth["questions_by"])
    assert meeting.questions_to == "jonathan.moore@islington.gov.uk"


def test_islington_items_with_their_ranges(plan: PackPlan, truth: dict[str, Any]) -> None:
    found = [(item.section, item.label, item.title, item.first_page, item.last_page) for item in plan.items]

    assert found == [
        (item["section"], item["number"], item["title"], *(item["pages"] or (None, None))) for item in truth["items"]
    ]


def test_islington_pages_stand_after_the_front_sheet(plan: PackPlan, truth: dict[str, Any]) -> None:
    assert (plan.front_pages, plan.pdf_pages) == (truth["front_pages"], truth["pdf_pages"])
    for item in plan.items:
        if item.first_page is not None and item.last_page is not None:
            assert (item.pdf_first, item.pdf_last) == (item.first_page + 4, item.last_page + 4)


def test_islington_documents_by_range(plan: PackPlan, truth: dict[str, Any]) -> None:
    found = [[document.first_page, document.last_page] for item in plan.items for document in item.documents]

    assert found == [item["pages"] for item in truth["items"] if item["pages"]]
    assert not plan.other_documents


def test_islington_sections(plan: PackPlan, truth: dict[str, Any]) -> None:
    assert [section.letter for section in plan.sections] == truth["sections"]
    assert plan.sections[3].title == "Exclusion of press and public"
    assert plan.sections[3].text.startswith("To consider whether, in view of the nature")


def test_islington_membership(plan: PackPlan, truth: dict[str, Any]) -> None:
    roles = [member.role for member in plan.members]

    assert roles.count("chair") == roles.count("vice-chair") == 1
    assert roles.count("chair") + roles.count("vice-chair") + roles.count("member") == truth["members"]
    assert roles.count("co-opted") == truth["co_opted"]
    assert roles.count("vacancy") == truth["vacancies"]
    assert roles.count("substitute") == truth["substitutes"]
    assert "Satnam Gill" in [member.name for member in plan.members]
    assert [member.representing for member in plan.members if member.name is None] == ["Church of England Diocese"]


def test_islington_items_text(plan: PackPlan) -> None:
    declarations, questions = plan.items[1], plan.items[10]

    assert declarations.text.startswith("If you have a Disclosable Pecuniary Interest*")
    assert declarations.text.endswith("This applies to all members present at the meeting.")
    assert questions.text.startswith("Any questions that the Committee or members of the public may have should be")


def test_islington_previous_minutes(plan: PackPlan, truth: dict[str, Any]) -> None:
    minutes = plan.previous_minutes

    assert minutes is not None
    assert minutes.committee == truth["committee"]
    assert minutes.date == date.fromisoformat(truth["previous_minutes"]["date"])
    assert (minutes.first_page, minutes.last_page) == (1, 4)


def test_islington_printed_errors_are_the_only_warnings_of_dates(plan: PackPlan) -> None:
    about_dates = [warning for warning in plan.warnings if warning.page and warning.page > plan.front_pages]

    assert [(warning.page, warning.message.split("”")[0].strip("“")) for warning in about_dates] == [
        (22, "20 March 2016"),
        (22, "8 May 2016"),
        (58, "Monday 3 January 2017"),
    ]


def test_islington_numbers_counted_anew_are_told(plan: PackPlan) -> None:
    on_front = [warning for warning in plan.warnings if warning.page and warning.page <= plan.front_pages]

    assert [warning.page for warning in on_front] == [2]
    assert "from 1 again" in on_front[0].message
