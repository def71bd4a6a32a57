"""Which tables count few people, and which only seem to."""

from typing import Any

import pytest

from documents.findings import Found, Paper, PaperPage
from documents.findings.counts import rows_told, small_counts

Rows = list[list[str]]


def found_in(heading: str, rows: Rows) -> list[Found]:
    blocks: list[dict[str, Any]] = [{"kind": "paragraph", "text": heading}, {"kind": "table", "rows": rows}]
    return list(small_counts(Paper("A report", [PaperPage(1, "", blocks)])))


FEW: list[tuple[str, Rows, int]] = [
    (
        "NEET",
        [
            ["Age", "# Young People", "Gender", ""],
            ["Number", "", "Female", "Male"],
            ["Total", "99", "36", "63"],
            ["JobCentre", "4", "3", "1"],
            ["x", "20", "9", "11"],
        ],
        3,
    ),
    (
        "Pupils eligible for free school meals",
        [["School", "Autumn", "Spring"], ["Mill Primary", "3", "12"], ["Oak", "44", "51"], ["Elm", "60", "2"]],
        2,
    ),
    ("Care leavers in custody", [["Year", "Number"], ["2022", "3"], ["2023", "5"], ["2024", "2"]], 2),
    ("Deaths by suicide", [["Area", "2021", "2022"], ["North", "2", "7"], ["South", "11", "1"]], 2),
    (
        "Staff by ethnic origin",
        [["", "White", "Black", "Asian", "Mixed"], ["Number", "102", "14", "3", "1"], ["%", "85", "12", "2", "1"]],
        2,
    ),
    ("Table 3", [["Ward", "Number of children on a child protection plan"], ["A", "2"], ["B", "14"], ["C", "9"]], 1),
    (
        "Safeguarding referrals",
        [["Type of abuse", "Referrals"], ["Physical", "12"], ["Sexual", "2"], ["Neglect", "34"]],
        1,
    ),
    ("Permanent exclusions", [["School", "Permanent exclusions"], ["A", "1"], ["B", "0"], ["C", "7"]], 1),
    ("Gender pay gap", [["Band", "Male", "Female"], ["A", "3", "8"], ["B", "20", "31"]], 1),
    (
        "Staff leaving by reason",
        [["Reason", "Number of staff"], ["Dismissal", "1"], ["Retirement", "8"], ["Redundancy", "2"]],
        2,
    ),
    ("Households in temporary accommodation", [["Type", "Households"], ["B&B", "2"], ["Hostel", "26"]], 1),
    (
        "Ethnicity of applicants",
        [["Ethnicity", "Applicants", "Appointed"], ["White", "40", "6"], ["Asian", "12", "1"], ["Black", "9", "2"]],
        2,
    ),
    ("Pupils with SEN", [["Need", "Pupils", "%"], ["ASD", "42", "70"], ["VI", "2", "3"], ["HI", "4", "6"]], 2),
    ("Hate crime victims by religion", [["Religion", "Victims"], ["Jewish", "3"], ["Muslim", "4"], ["Sikh", "1"]], 3),
    (
        "Young people in custody by ethnicity",
        [["Ethnicity", "2023/24", "2024/25"], ["White", "2", "1"], ["Black", "4", "3"], ["Mixed", "1", "1"]],
        6,
    ),
]


@pytest.mark.parametrize(("heading", "rows", "number"), FEW, ids=[heading for heading, _rows, _number in FEW])
def test_small_counts_of_a_table_are_one_finding(heading: str, rows: Rows, number: int) -> None:
    found = found_in(heading, rows)

    assert [(one.kind, len(rows_told(one.words))) for one in found] == [("small_count", number)]


NONE: list[tuple[str, Rows]] = [
    ("Membership", [["Party", "Number of councillors"], ["Labour", "12"], ["Green", "3"]]),
    ("Budget", [["Service", "2023/24", "2024/25"], ["Adults", "12", "3"], ["Children", "44", "2"]]),
    ("Performance", [["Indicator", "Target", "Actual"], ["Children seen within 5 days", "3", "4"], ["x", "90", "88"]]),
    ("Risk register", [["Risk", "Likelihood", "Impact", "Score"], ["Staff", "3", "4", "12"]]),
    ("Attendance of members", [["Member", "Meetings attended"], ["Cllr A", "3"], ["Cllr B", "5"]]),
    ("Work programme", [["Item", "Number of meetings"], ["x", "2"], ["y", "6"]]),
    ("Schools by Ofsted", [["Rating", "Schools"], ["Outstanding", "3"], ["Good", "40"]]),
    ("Establishment", [["Team", "Posts"], ["A", "3"], ["B", "10"]]),
    ("Waste", [["Type", "Number of bins"], ["x", "2"], ["y", "7"]]),
    (
        "Children's outcomes by borough",
        [["Indicator", "Rank", "Number of boroughs"], ["x", "3", "33"], ["y", "2", "33"]],
    ),
    ("Children assessments", [["Stage", "Weeks"], ["x", "2"], ["y", "6"]]),
    ("Staffing", [["Post", "FTE"], ["Manager", "1"], ["Officer", "12"]]),
    ("Voting", [["", "For", "Against"], ["Motion", "12", "3"]]),
    ("Homes by size for households", [["Bedrooms", "Number of units"], ["1", "12"], ["4", "3"]]),
    ("Young people events", [["Event", "Date", "No. of sessions"], ["x", "3 May", "2"], ["y", "4 June", "8"]]),
    ("HMO licences", [["Ward", "Number of licences"], ["A", "3"], ["B", "20"]]),
    ("Pupils", [["Need", "Pupils"], ["ASD", "42"], ["VI", "<5"], ["HI", "*"]]),
]


@pytest.mark.parametrize(("heading", "rows"), NONE, ids=[heading for heading, _rows in NONE])
def test_other_numbers_are_no_findings(heading: str, rows: Rows) -> None:
    assert found_in(heading, rows) == []


def test_finding_tells_every_cell() -> None:
    rows = [["Ethnic group", "Pupils"], ["Asian", "2"], ["White", "88"], ["Mixed", "4"]]

    assert [one.words for one in found_in("Exclusions", rows)] == ["2 cells: Asian: 2 (Pupils); Mixed: 4 (Pupils)"]
