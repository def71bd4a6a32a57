"""Papers of reviews in the styles of councils that do not exist: the truth of each was written down first."""

from dataclasses import asdict
from datetime import date
from typing import Any

import pytest

from documents.structure.reviews import read_review
from documents.structure.understood import PaperWarning
from tests.documents.structure.made import of_paper

PAPERS: dict[str, dict[str, Any]] = {
    "sid_form.html": {
        "titles": ["Damp and Mould in Council Homes"],
        "aims": ["To reduce damp and mould in the homes the council lets."],
        "objectives": [
            "To learn how many homes have damp",
            "To assess how quickly repairs are made",
            "To hear what tenants say",
        ],
        "witnesses": [
            {"name": "Joan Petrie, Head of Repairs"},
            {
                "name": "Marcus Bell, Policy Lead",
                "organisation": "Healthy Homes Alliance",
                "focus": "effects on health",
            },
            {"name": "Tenants of the Garland Estate"},
        ],
        "visits": [{"text": "Garland Estate, to see homes before and after works"}],
        "background": ["Housing Ombudsman, Spotlight on damp and mould", "Repairs policy 2023"],
        "stages": [
            {"date": date(2025, 9, 9), "theme": "Scrutiny Initiation Document"},
            {"date": date(2026, 2, 10), "theme": "Draft Recommendations"},
            {"date": date(2026, 4, 21), "theme": "Final Report"},
        ],
    },
    "scoping_headings.txt": {
        "titles": ["Rural Bus Services", "Getting About in Villages"],
        "aims": ["To find out why passenger numbers fall."],
        "objectives": [
            "How do residents of villages reach work and hospital?",
            "What do other counties do?",
            "What would £1m buy?",
        ],
        "witnesses": [
            {
                "name": "Dr Elin Rhys, Reader in Transport",
                "organisation": "University of Caer Wen",
                "focus": "demand-responsive buses",
            },
            {"name": "Pat Oakes", "organisation": "Westmarch Bus Users Association"},
            {"name": "Head of Transport"},
        ],
        "visits": [
            {"text": "14 October 2025: Torrington depot", "date": date(2025, 10, 14)},
            {"text": "A journey on the 312 bus"},
        ],
        "background": ["Bus Back Better, Department for Transport, 2021", "https://www.example.org/rural-buses"],
        "stages": [
            {"date": date(2025, 9, 4), "theme": "Scope agreed"},
            {"date": date(2025, 11, 6), "theme": "Evidence session 1: residents and operators"},
            {"date": date(2026, 1, 8), "theme": "Evidence session 2: other counties"},
            {"theme": "Final report to Cabinet", "date_text": "March 2026"},
        ],
    },
    "evidence_plan.txt": {
        "titles": ["NHS Dentistry"],
        "objectives": [
            "To map where dentists take new patients",
            "To understand why contracts are handed back",
        ],
        "themes": ["Evidence session 1 – access", "Evidence session 2 – children"],
        "witnesses": [
            {
                "name": "Dr Amina Yusuf, Chair",
                "organisation": "Local Dental Committee",
                "focus": "Contracts",
                "theme": "Evidence session 1 – access",
                "date": date(2025, 11, 12),
            },
            {
                "name": "Tom Greaves, Manager",
                "organisation": "Healthwatch Hartsmere",
                "focus": "What patients say",
                "theme": "Evidence session 1 – access",
                "date": date(2025, 11, 12),
            },
            {
                "name": "Prof. Nia Powell, Consultant in Dental Public Health",
                "organisation": "Southern ICB",
                "focus": "Fluoride varnish",
                "theme": "Evidence session 2 – children",
                "date": date(2026, 1, 14),
            },
        ],
        "stages": [
            {"date": date(2025, 11, 12), "theme": "Evidence session 1 – access"},
            {"date": date(2026, 1, 14), "theme": "Evidence session 2 – children"},
            {"theme": "Draft report", "date_text": "4 March 2025"},
        ],
    },
    "final_report.txt": {
        "titles": ["Flood Resilience"],
        "aims": ["To make homes in the valley safer from floods."],
        "objectives": [
            "To examine the council's duty as lead local flood authority",
            "To learn from the flood of February 2024",
        ],
        "witnesses": [
            {"name": "Helen Marsh, Flood Risk Manager"},
            {"name": "Omar Siddiq, Emergency Planning Officer"},
            {"name": "Louise Grant, Area Manager", "organisation": "Environment Agency"},
            {"name": "Ken Wood, Chair", "organisation": "Lower Dale Flood Action Group"},
        ],
        "visits": [{"text": "Lower Dale pumping station, 3 December 2025", "date": date(2025, 12, 3)}],
        "background": ["Section 19 report on the flood of February 2024"],
    },
    "sessions_table.html": {
        "titles": ["Knife Crime and Young People", "Knife Crime"],
        "objectives": [
            "To review the work of the partnership.",
            "To hear from young people.",
            "To compare with other cities.",
        ],
        "themes": ["Prevention", "Enforcement"],
        "witnesses": [
            {
                "name": "Sgt Mary Coyle",
                "organisation": "Eastshire Police",
                "theme": "Prevention",
                "date": date(2025, 10, 7),
            },
            {"name": "Youth Council", "theme": "Prevention", "date": date(2025, 10, 7)},
            {
                "name": "Supt David Orr",
                "organisation": "Eastshire Police",
                "theme": "Enforcement",
                "date": date(2025, 12, 2),
            },
        ],
        "stages": [
            {"date": date(2025, 10, 7), "theme": "Prevention"},
            {"date": date(2025, 12, 2), "theme": "Enforcement"},
            {"date": date(2026, 2, 3), "theme": "Draft report", "date_text": "Monday 3 February 2026"},
        ],
    },
    "cover_and_scope.txt": {
        "titles": ["Parks and Play"],
        "objectives": ["To establish who uses the parks.", "To find savings that do no harm."],
        "witnesses": [
            {"name": "Jo Field, Parks Manager", "focus": "upkeep"},
            {"name": "Friends of Oak Green", "focus": "volunteers"},
        ],
        "stages": [
            {"date": date(2026, 7, 9), "theme": "Evidence from officers"},
            {"date": date(2026, 9, 10), "theme": "Evidence from friends' groups"},
            {"date": date(2026, 11, 12), "theme": "Final report"},
        ],
    },
}


@pytest.mark.parametrize("name", PAPERS)
def test_review_in_the_style_of_another_council(name: str) -> None:
    review = read_review(of_paper("reviews", name), [])
    assert review is not None
    found = {field: [_filled(one) for one in value] for field, value in asdict(review).items() if value}
    assert found == PAPERS[name]


@pytest.mark.parametrize("name", ["response.txt", "housing_report.txt"])
def test_other_paper_is_no_review(name: str) -> None:
    assert read_review(of_paper("reviews", name), []) is None


def test_wrong_weekday_of_a_session_is_warned_of() -> None:
    warnings: list[PaperWarning] = []
    read_review(of_paper("reviews", "sessions_table.html"), warnings)
    assert [one.message for one in warnings] == ["“Monday 3 February 2026” cannot be right: that day was a Tuesday."]


def _filled(value: Any) -> Any:
    return {key: text for key, text in value.items() if text and key != "page"} if isinstance(value, dict) else value
