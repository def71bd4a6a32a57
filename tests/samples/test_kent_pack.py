"""The cabinet pack of March 2025 against its truth file: unlettered sections, ranges in brackets, appendices."""

import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from documents.packs.plan import PackPlan, plan_pack
from documents.pdf import read

NAME = "pack-cabinet-2025-03-04"


@pytest.fixture(scope="module")
def truth(samples: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((samples / "kent" / f"{NAME}.truth.json").read_text())
    return content


@pytest.fixture(scope="module")
def plan(samples: Path) -> PackPlan:
    return plan_pack(read(samples / "kent" / f"{NAME}.pdf"))


def test_kent_meeting(plan: PackPlan) -> None:
    meeting = plan.meeting

    assert meeting.committee == "Cabinet"
    assert (meeting.date, meeting.time) == (date(2025, 3, 4), time(10))
    assert meeting.venue == "Council Chamber, Sessions House, County Hall, Maidstone"
    assert meeting.contact == "Georgina Little"
    assert meeting.despatched == date(2025, 2, 24)


def test_kent_items_with_their_ranges(plan: PackPlan, truth: dict[str, Any]) -> None:
    found = [(item.section, item.label, item.title, item.first_page, item.last_page) for item in plan.items]

    assert found == [
        (None, item["item"], item["title"], *(item["declared_pages"] or (None, None))) for item in truth["items"]
    ]


def test_kent_documents_by_range(plan: PackPlan, truth: dict[str, Any]) -> None:
    for item, expected in zip(plan.items, truth["items"], strict=True):
        found = [(paper.first_page, paper.last_page, paper.pdf_first) for paper in item.documents]
        assert found == [
            (paper["first_page"], paper["last_page"], paper["pdf_page_first"]) for paper in expected["documents"]
        ]


def test_kent_kinds(plan: PackPlan) -> None:
    kinds = [paper.kind for item in plan.items for paper in item.documents]

    assert kinds == ["minutes", "report", "appendix", "report", "appendix", "report"]


def test_kent_sections_without_letters(plan: PackPlan) -> None:
    assert [(section.letter, section.title) for section in plan.sections] == [
        (None, "UNRESTRICTED ITEMS"),
        (None, "EXEMPT ITEMS"),
    ]
    assert all(item.access == "open" for item in plan.items)


def test_kent_previous_minutes(plan: PackPlan) -> None:
    minutes = plan.previous_minutes

    assert minutes is not None
    assert (minutes.committee, minutes.date) == ("Cabinet", date(2025, 1, 30))
    assert (minutes.first_page, minutes.last_page) == (1, 18)


def test_kent_without_false_warnings(plan: PackPlan) -> None:
    assert plan.warnings == []
