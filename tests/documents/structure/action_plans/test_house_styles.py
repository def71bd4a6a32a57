"""Action plans in the styles of councils that do not exist: what is in each was written down before it was read."""

from dataclasses import asdict
from datetime import date
from typing import Any

import pytest

from documents.structure.action_plans import read_actions
from documents.structure.understood import PaperWarning
from tests.documents.structure.made import of_paper

POTHOLES: list[dict[str, Any]] = [
    {
        "number": "PR1",
        "action": "Appoint two further repair gangs",
        "owner": "Head of Highways",
        "due": "30 June 2025",
        "due_month": date(2025, 6, 1),
        "success": "Waiting times fall below 28 days",
        "progress": "Complete\n\nBoth gangs started work on 2 June.",
    },
    {
        "number": "PR2",
        "action": "Publish a map of repairs",
        "owner": "Digital Manager",
        "due": "Q3 2025/26",
        "due_month": date(2025, 12, 1),
        "success": "Residents can see when a repair is due",
        "progress": "On track\n\nMap in testing; launch in December.",
    },
    {
        "number": "PR3",
        "action": "Agree a standard for reinstatement with utilities",
        "owner": "Street Works Manager; Legal Services",
        "due": "by end of March 2026",
        "due_month": date(2026, 3, 1),
        "success": "Fewer repeat repairs",
        "progress": "Delayed\n\nTwo of five companies have signed.",
    },
    {
        "number": "PR4",
        "action": "Review the winter budget each year",
        "owner": "Section 151 Officer",
        "due": "Ongoing",
        "success": "Spending stays within budget",
    },
]
LEISURE: list[dict[str, Any]] = [
    {
        "objective": "Priority 1: Healthy communities",
        "number": "1.1",
        "action": "Open the pools an hour earlier:\n• Vale Pool\n• Lido",
        "rag": "green",
        "due": "Sept 25",
        "due_month": date(2025, 9, 1),
        "owner": "Leisure Manager",
        "success": "5% more swims",
    },
    {
        "objective": "Priority 1: Healthy communities",
        "number": "1.2",
        "action": "Train 20 walk leaders",
        "rag": "amber",
        "due": "31/03/2026",
        "due_month": date(2026, 3, 1),
        "owner": "Public Health",
        "success": "20 leaders trained",
    },
    {
        "objective": "Priority 2: Places to play",
        "number": "2.1",
        "action": "Mend the skate park",
        "rag": "red",
        "due": "2026/27",
        "owner": "Parks",
        "success": "Park open",
    },
    {
        "objective": "Priority 2: Places to play",
        "number": "2.2",
        "action": "Seek funds for a new play area at Oak Green",
        "due": "Spring 2027",
        "owner": "Parks",
        "progress": "Amber/Green",
    },
]
WAIT, CONFIDENT = "Children wait less for a plan", "Schools are confident"
SEND: list[dict[str, Any]] = [
    {
        "objective": WAIT,
        "action": "Recruit three psychologists",
        "owner": "Head of SEND",
        "due": "December 2025",
        "due_month": date(2025, 12, 1),
        "rag": "amber",
        "success": "Vacancies filled",
        "progress": "One appointed",
    },
    {
        "objective": WAIT,
        "action": "Start a duty line for schools",
        "owner": "Head of SEND",
        "due": "Jan-26",
        "due_month": date(2026, 1, 1),
        "success": "Calls answered the same day",
        "progress": "Blue\n\nOpen since 5 January",
    },
    {
        "objective": WAIT,
        "action": "Write to every family that waits",
        "owner": "Family Voice lead",
        "due": "monthly",
        "rag": "green",
        "success": "Fewer complaints",
    },
    {
        "objective": CONFIDENT,
        "action": "Train every SENCO",
        "owner": "Principal Adviser",
        "due": "July 2026",
        "due_month": date(2026, 7, 1),
        "rag": "red",
        "success": "All 41 trained",
        "progress": "12 trained; venue lost",
    },
    {
        "objective": CONFIDENT,
        "action": "Publish the ordinarily available offer",
        "owner": "Principal Adviser",
        "due": "completed Nov 2025",
        "due_month": date(2025, 11, 1),
        "rag": "green",
        "success": "Offer online",
        "progress": "Published",
    },
]
CLIMATE: list[dict[str, Any]] = [
    {
        "objective": "Theme 1: Buildings",
        "number": "1",
        "action": "Fit LED lights in the hall",
        "owner": "Facilities Manager",
        "due": "March 2026",
        "due_month": date(2026, 3, 1),
        "rag": "green",
        "progress": "Half of the lights are fitted.",
    },
    {
        "objective": "Theme 1: Buildings",
        "number": "2",
        "action": "Survey the roof for solar panels",
        "owner": "Town Clerk",
        "due": "Ongoing",
        "rag": "amber",
        "progress": "Quotes are being sought.",
    },
    {
        "objective": "Theme 2: Transport",
        "number": "3",
        "action": "Put bicycle stands by the market",
        "owner": "Works Committee",
        "due": "1 May 2026",
        "due_month": date(2026, 5, 1),
        "rag": "red",
        "progress": "Refused by the landowner.",
    },
]
LICENCES = "1. That the Council licenses all landlords in two wards."
RENTING: list[dict[str, Any]] = [
    {
        "objective": LICENCES,
        "action": "Consult on selective licensing",
        "owner": "Head of Housing Standards",
        "due": "30.09.2025",
        "due_month": date(2025, 9, 1),
        "progress": "Consultation ran from 1 June.",
    },
    {
        "objective": LICENCES,
        "action": "Take the scheme to Cabinet",
        "owner": "Director of Place",
        "due": "Dec 2025",
        "due_month": date(2025, 12, 1),
        "progress": "Report is on the forward plan.",
    },
    {
        "objective": "2. That a guide is given to every tenant.",
        "action": "Print the guide in six languages",
        "owner": "Communications Manager",
        "due": "End of 2025",
        "due_month": date(2025, 12, 1),
        "progress": "Done.",
    },
]
AUDIT: list[dict[str, Any]] = [
    {
        "number": "1",
        "action": "Reconcile the school accounts each month",
        "owner": "Finance Manager",
        "due": "31 May 2025",
        "due_month": date(2025, 5, 1),
        "rag": "green",
    },
    {
        "number": "2",
        "action": "Keep a register of cards",
        "owner": "Procurement Lead",
        "due": "June 2025",
        "due_month": date(2025, 6, 1),
        "rag": "amber",
    },
    {
        "number": "3",
        "action": "Test the backup of payroll",
        "owner": "ICT Manager",
        "due": "Q4 2025/26",
        "due_month": date(2026, 3, 1),
        "rag": "red",
    },
]
BUSES: list[dict[str, Any]] = [
    {
        "part": "Workstream 1: Fares",
        "number": "1a",
        "action": "Cap single fares at £2",
        "owner": "Head of Transport",
        "due": "Sep-2025",
        "due_month": date(2025, 9, 1),
        "rag": "green",
        "progress": "Green – complete\n\nCap began on 1 September",
    },
    {
        "part": "Workstream 1: Fares",
        "number": "1b",
        "action": "Tap on, tap off on all buses",
        "owner": "Ticketing Lead",
        "due": "03/2026",
        "due_month": date(2026, 3, 1),
        "rag": "amber",
        "progress": "Amber (previously Green)\n\nTwo operators late",
    },
    {
        "part": "Workstream 2: Reliability",
        "number": "2a",
        "action": "Bus lanes on the A17",
        "owner": "Highways",
        "due": "June 2026 (was March 2026)",
        "due_month": date(2026, 6, 1),
        "rag": "red",
        "progress": "Traffic order objected to",
    },
    {
        "part": "Workstream 2: Reliability",
        "number": "2b",
        "action": "Share live data",
        "owner": "Operators",
        "due": "April 2026 – March 2027",
        "due_month": date(2027, 3, 1),
        "progress": "Not started",
    },
]
OVERSIGHT = {
    "part": "Section A: Leadership",
    "objective": "Aim 1 – Strong political oversight",
    "champion": "Councillor Ada Obi",
}
IMPROVEMENT: list[dict[str, Any]] = [
    {
        **OVERSIGHT,
        "number": "1",
        "action": "Hold a monthly improvement board",
        "owner": "Chief Executive",
        "due": "Oct 25",
        "due_month": date(2025, 10, 1),
        "rag": "green",
        "success": "Decisions are made in days",
    },
    {
        **OVERSIGHT,
        "number": "2",
        "action": "Publish a dashboard",
        "owner": "DCS",
        "due": "Nov ’25",
        "due_month": date(2025, 11, 1),
        "rag": "amber",
        "success": "Members see the same figures as officers",
    },
    {
        "part": "Section A: Leadership",
        "objective": "Aim 2 – A stable workforce",
        "champion": "Director of People",
        "number": "1",
        "action": "Cut agency staff by half",
        "owner": "Head of HR",
        "due": "Q2 2026/27",
        "due_month": date(2026, 9, 1),
        "rag": "red",
        "success": "Fewer changes of social worker",
    },
    {
        "part": "Section B: Practice",
        "objective": "Aim 1 – Good assessments",
        "number": "1",
        "action": "Audit 20 cases a month",
        "owner": "Principal Social Worker",
        "due": "TBC",
        "success": "Nine in ten are good",
    },
]
BEST_VALUE: list[dict[str, Any]] = [
    {
        "objective": "Leadership",
        "number": "1.1",
        "action": "Agree a shared vision with the Health Board",
        "owner": "Chief Executive",
        "due": "By 30 June 2026",
        "due_month": date(2026, 6, 1),
        "progress": "Draft is with the Board.",
    },
    {
        "objective": "Leadership",
        "number": "1.2",
        "action": "Report on performance every quarter",
        "owner": "Head of Policy",
        "due": "From April 2026",
    },
    {
        "objective": "Use of resources",
        "number": "2.1",
        "action": "Set a five-year budget",
        "owner": "Head of Finance",
        "due": "February 2027",
        "due_month": date(2027, 2, 1),
        "progress": "Work begins in May.",
    },
    {
        "objective": "Use of resources",
        "number": "2.2",
        "action": "Sell the depot at Bridge Street",
        "owner": "Estates Manager",
        "due": "2027",
        "progress": "Agent appointed.",
    },
]
SAFETY: list[dict[str, Any]] = [
    {
        "number": "CS/1",
        "action": "Light the underpass",
        "owner": "Street Scene",
        "due": "Aug 2026",
        "due_month": date(2026, 8, 1),
        "success": "Residents feel safer",
    },
    {
        "number": "CS/2",
        "action": "Visit every licensed premises",
        "owner": "Licensing",
        "due": "31st March 2027",
        "due_month": date(2027, 3, 1),
        "success": "All 84 visited",
    },
]
PAPERS = {
    "county_table.txt": POTHOLES,
    "district_rag.html": LEISURE,
    "spanned_objectives.html": SEND,
    "fields.txt": CLIMATE,
    "recommendations_plan.txt": RENTING,
    "cell_a_line.txt": AUDIT,
    "spanning_themes.txt": BUSES,
    "odd_order.txt": IMPROVEMENT,
    "numbers_in_words.txt": BEST_VALUE,
    "two_row_header.html": SAFETY,
    "risk_register.txt": [],
    "performance.txt": [],
}


@pytest.mark.parametrize("name", PAPERS)
def test_plan_in_the_style_of_another_council(name: str) -> None:
    actions = read_actions(of_paper("action_plans", name), [])
    filled = [
        {field: value for field, value in asdict(action).items() if value and field != "page"} for action in actions
    ]
    assert filled == PAPERS[name]


def test_column_that_no_action_keeps_is_warned_of() -> None:
    warnings: list[PaperWarning] = []
    read_actions(of_paper("action_plans", "two_row_header.html"), warnings)
    assert [(one.page, "“Partners”" in one.message) for one in warnings] == [(1, True)]
