"""Work programmes in the styles of councils that do not exist: what is in each was written down before it was read."""

from datetime import date

import pytest

from documents.structure.programmes import read_programme
from documents.structure.understood import PaperWarning
from tests.documents.structure.made import of_paper

Meeting = tuple[date | None, str, list[str]]
PAPERS: dict[str, list[Meeting]] = {
    "county_table.txt": [
        (date(2025, 6, 12), "12 June 2025", ["Pothole Recovery Plan", "Bus subsidy review"]),
        (date(2025, 9, 18), "18 September 2025", ["Quarter 1 performance"]),
        (date(2025, 11, 13), "13 November 2025", ["Winter service", "Budget proposals 2026/27"]),
        (None, "Items to be scheduled", ["Rural speed limits"]),
    ],
    "bullets.txt": [
        (date(2025, 7, 10), "10 July 2025", ["Leisure contract", "Waste round changes", "Complaints annual report"]),
        (date(2025, 10, 9), "9 October 2025", ["Corporate plan"]),
        (date(2026, 1, 22), "22 January 2026", ["Budget 2026/27", "Fees and charges"]),
        (None, "Unscheduled items", ["Car parking strategy", "Public toilets"]),
    ],
    "headings_without_year.html": [
        (date(2025, 6, 10), "Tuesday 10 June", ["Hospital discharge", "Dentistry\n• Access for children"]),
        (date(2026, 1, 14), "Wednesday 14 January", ["GP access"]),
        (None, "Monday 3 March", ["Vaccination rates"]),
    ],
    "rowspan_dates.html": [
        (date(2026, 5, 21), "Thursday, 21st May, 2026", ["Draft accounts", "Internal audit annual opinion"]),
        (date(2026, 7, 23), "23/07/2026", ["External audit plan", "Risk register"]),
        (date(2026, 9, 24), "24/09/2026", ["Final accounts", "Letter of representation"]),
    ],
    "item_first.txt": [
        (date(2025, 9, 4), "4 September 2025", ["Damp and mould", "Repairs contract"]),
        (date(2025, 11, 6), "6 November 2025", ["Tenant satisfaction"]),
    ],
    "matrix.txt": [
        (date(2025, 6, 3), "3 June 2025", ["Performance"]),
        (date(2025, 9, 2), "2 September 2025", ["Performance", "Community safety partnership"]),
        (date(2025, 12, 2), "2 December 2025", ["Performance", "Budget"]),
    ],
    "covering_report.txt": [
        (date(2026, 4, 8), "8 April 2026", ["Climate strategy (Councillor Ann Hughes)", "Museum service"]),
        (date(2026, 5, 13), "13 May 2026", ["Election of Chair", "Year ahead"]),
    ],
    "months.txt": [
        (None, "June 2025", ["School reserves", "Welsh in Education Strategic Plan"]),
        (None, "September 2025", ["Examination results"]),
        (None, "To be confirmed", ["Catering"]),
    ],
    "printed_errors.txt": [
        (date(2026, 1, 16), "Friday 16 January 2026", ["Budget"]),
        (date(2026, 3, 13), "Monday 13 March 2026", ["Bus franchising"]),
        (date(2025, 5, 15), "Friday 15 May 2025", ["Skills plan"]),
        (date(2026, 7, 17), "Friday 17 July 2026", ["Annual report"]),
    ],
    "mini_tables.html": [
        (date(2026, 2, 5), "5 February 2026", ["Local Development Plan timetable", "Short-term lets"]),
        (date(2026, 5, 7), "7 May 2026", ["Call for sites"]),
    ],
    "plain_lines.txt": [
        (date(2026, 4, 21), "21 April 2026", ["Allotment rents", "Bandstand repairs"]),
        (date(2026, 5, 19), "19 May 2026", ["Election of vice-chair", "Summer planting"]),
    ],
    "numbered_rows.html": [
        (date(2025, 5, 13), "TUESDAY 13 MAY 2025", ["Introduction (Standing Item)", "Adult learning contract"]),
        (date(2025, 7, 9), "Wednesday 9 July 2025", ["School places"]),
    ],
    "item_then_date.txt": [
        (date(2025, 6, 12), "12 June 2025", ["Budget monitoring"]),
        (date(2025, 9, 11), "11 September 2025", ["Flood plan", "Housing allocations"]),
    ],
    "dated_cover.txt": [
        (date(2026, 6, 11), "Thursday 11 June", ["Street cleaning", "Parking"]),
        (date(2026, 9, 10), "Thursday 10 September", ["Air quality"]),
    ],
    "agenda.txt": [],
    "minutes.txt": [],
    "forward_decisions.txt": [],
}


@pytest.mark.parametrize("name", PAPERS)
def test_programme_in_the_style_of_another_council(name: str) -> None:
    meetings = read_programme(of_paper("programmes", name), [])
    assert [(meeting.date, meeting.date_text, meeting.items) for meeting in meetings] == PAPERS[name]


@pytest.mark.parametrize(
    ("name", "messages"),
    [
        (
            "printed_errors.txt",
            [
                "“Monday 13 March 2026” cannot be right: that day was a Friday.",
                "“Friday 15 May 2025” cannot be right: that day was a Thursday.",
                "“Friday 15 May 2025” comes after Monday 13 March 2026, but lies before it: should it be 15 May 2026?",
            ],
        ),
        (
            "headings_without_year.html",
            ["“Monday 3 March” names no year, and cannot be right for 2025/26: 3 March 2026 was a Tuesday."],
        ),
        ("county_table.txt", []),
        ("minutes.txt", []),
    ],
)
def test_printed_mistakes_in_dates_are_warned_of(name: str, messages: list[str]) -> None:
    warnings: list[PaperWarning] = []
    read_programme(of_paper("programmes", name), warnings)
    assert [one.message for one in warnings] == messages
