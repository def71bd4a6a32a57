from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.structure.pieces import Piece
from documents.structure.reviews import read_review
from documents.structure.reviews.labels import label_of
from documents.structure.reviews.titles import titles_in
from documents.structure.reviews.witnesses import Named, named
from documents.structure.understood import PaperWarning, ReadReview

TITLE = Piece("heading", 1, "Scrutiny Review of Parking: Evidence Plan")
OBJECTIVES = [Piece("heading", 1, "Objectives"), Piece("item", 1, "To ask who parks", "•")]
HEADER = ("Who", "Organisation/remit", "Area of focus")


def review(*pieces: Piece) -> ReadReview:
    found = read_review([TITLE, *OBJECTIVES, *pieces], [])
    assert found is not None
    return found


def heading(text: str) -> Piece:
    return Piece("heading", 1, text)


@pytest.mark.parametrize(
    ("text", "title", "former"),
    [
        ("Post-16 Training Scrutiny Review: Introductory Report", "Post-16 Training", []),
        ("Scrutiny Review of Damp and Mould: Final Report", "Damp and Mould", []),
        ("Damp and Mould – Scrutiny Initiation Document", "Damp and Mould", []),
        ("Scrutiny Inquiry into Knife Crime: Project Plan", "Knife Crime", []),
        ("Task and Finish Group: Rural Buses – Scoping Document", "Rural Buses", []),
        ("Witness Evidence Plan for Parking", "Parking", []),
        ("Rural Buses (formerly “Getting About”)", "Rural Buses", ["Getting About"]),
        ("Rural Buses, previously known as Getting About", "Rural Buses", ["Getting About"]),
    ],
)
def test_title_of_a_review_in_a_line(text: str, title: str, former: list[str]) -> None:
    assert titles_in(text) == (title, former)


def test_heading_of_an_appendix_is_no_title() -> None:
    pieces = [heading("Appendix A: Witness evidence plan"), Piece("paragraph", 1, "Review: Rural buses", strong=True)]
    found = read_review([*pieces, *OBJECTIVES], [])
    assert found is None or "Appendix A" not in found.titles


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Objectives of the review:", "objectives"),
        ("3. Key lines of enquiry (KLOEs)", "objectives"),
        ("Overall aim", "aim"),
        ("Our role and focus as a scrutiny committee:", "aim"),
        ("Scrutiny topic", "title"),
        ("Background information and additional documentation (circulated by email)", "background"),
        ("Briefing notes prior to meeting:", "background"),
        ("Visits (to take place between September and May)", "visits"),
        ("It is proposed that witness evidence be taken from:", "witnesses"),
        ("Work plan", "stages"),
        ("4. Report", "stages"),
        ("Evidence theme:", "theme"),
        ("Other reports:", None),
        ("Financial implications", None),
        ("", None),
    ],
)
def test_what_a_heading_names(text: str, label: str | None) -> None:
    assert label_of(text) == label


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Ann Lee, Head of Homes", Named("Ann Lee, Head of Homes")),
        ("Ann Lee, Head of Homes, Marlow Council – damp", Named("Ann Lee, Head of Homes", "Marlow Council", "damp")),
        ("Ann Lee – Head of Homes – damp", Named("Ann Lee, Head of Homes", "", "damp")),
        ("Ann Lee (Tenants Union): rents", Named("Ann Lee", "Tenants Union", "rents")),
        ("Ann Lee (Chair)", Named("Ann Lee (Chair)")),
        ("Tenants", Named("Tenants")),
    ],
)
def test_witness_named_in_a_line(text: str, one: Named) -> None:
    assert named(text) == one


def test_date_and_theme_set_over_several_lines_are_one_session() -> None:
    lines = ["Date:", "Thursday 22", "September", "2016", "Evidence theme:", "Outcomes and", "progression"]
    table = Piece("table", 1, rows=(HEADER, ("Ann Lee", "Marlow Council", "Costs")))
    found = review(*(heading(line) for line in lines), table)
    assert [(stage.date, stage.theme) for stage in found.stages] == [(date(2016, 9, 22), "Outcomes and progression")]
    assert [(one.name, one.theme, one.date) for one in found.witnesses] == [
        ("Ann Lee", "Outcomes and progression", date(2016, 9, 22))
    ]


def test_session_in_rows_across_a_table() -> None:
    rows = [
        ("Date: Tuesday 3 January 2017 Evidence theme: Prevention", "", ""),
        HEADER,
        ("To be confirmed", "Mer-IT", ""),
    ]
    found = review(Piece("table", 1, rows=tuple(rows)))
    assert [(stage.date, stage.theme) for stage in found.stages] == [(date(2017, 1, 3), "Prevention")]
    assert [(one.name, one.organisation, one.theme) for one in found.witnesses] == [
        ("To be confirmed", "Mer-IT", "Prevention")
    ]


def test_objective_broken_over_a_page_is_joined_and_said_once() -> None:
    first = Piece("table", 1, rows=(("Costs", "SID Objective 2: To learn the cost of"),))
    rest = Piece("table", 2, rows=(("", "each space SID Objective 1: To ask who parks"),))
    again = Piece("table", 3, rows=(("Costs", "SID Objective 2: To learn the cost of each space", ""),))
    found = read_review([TITLE, first, rest, again, heading("Visits"), Piece("item", 3, "The depot", "•")], [])
    assert found is not None
    assert found.objectives == ["To ask who parks", "To learn the cost of each space"]
    assert found.themes == ["Costs"]


def test_witness_listed_by_theme_and_again_at_a_session_is_at_the_session() -> None:
    row = ("Ann Lee", "Marlow Council", "Costs")
    by_theme = Piece("table", 1, rows=(("Money", "SID Objective 1: To ask", ""), HEADER, row))
    session = Piece("table", 1, rows=(HEADER, row))
    lines = [heading("Date: 3 March 2026"), heading("Evidence theme: Spending")]
    found = review(by_theme, *lines, session)
    assert [(one.name, one.theme, one.date) for one in found.witnesses] == [("Ann Lee", "Spending", date(2026, 3, 3))]


def test_focus_broken_over_a_page_is_joined() -> None:
    first = Piece("table", 1, rows=(HEADER, ("Ann Lee", "Marlow Council", "• Costs")))
    rest = Piece("table", 2, rows=(("", "", "• Savings"), ("Bob Roe", "Police", "Crime")))
    assert [one.focus for one in review(first, rest).witnesses] == ["• Costs\n• Savings", "Crime"]


def test_visit_among_witnesses_is_a_visit() -> None:
    table = Piece("table", 1, rows=(HEADER, ("Visit to the depot", "Marlow Council", "Vans")))
    found = review(table)
    assert (found.witnesses, [visit.text for visit in found.visits]) == (
        [],
        ["Visit to the depot\nMarlow Council\nVans"],
    )


def test_nothing_known_yet_is_no_reading() -> None:
    found = review(heading("Briefing notes:"), Piece("item", 1, "To be identified", "•"), Piece("item", 1, "Map", "•"))
    assert found.background == ["Map"]


def test_other_heading_ends_the_reading() -> None:
    pieces = [heading("Reading list"), Piece("item", 1, "A map", "•"), Piece("paragraph", 1, "Other reports:")]
    assert review(*pieces, Piece("item", 1, "Budget", "•")).background == ["A map"]


def test_date_that_falls_back_is_kept_as_printed_and_warned_of() -> None:
    lines = [
        "4 September 2025: Scope",
        "6 November 2025: Evidence",
        "5 March 2025: Final report",
        "2 April 2026: Answer",
    ]
    warnings: list[PaperWarning] = []
    pieces = [TITLE, *OBJECTIVES, heading("Timetable"), *(Piece("paragraph", 8, line) for line in lines)]
    found = read_review(pieces, warnings)
    assert found is not None
    assert [(stage.date, stage.date_text) for stage in found.stages][2:] == [
        (None, "5 March 2025"),
        (date(2026, 4, 2), ""),
    ]
    assert [(one.page, one.message) for one in warnings] == [
        (8, "“5 March 2025” comes after 6 November 2025, but lies before it: should it be 5 March 2026?")
    ]


def test_report_back_on_a_review_is_none_of_its_papers() -> None:
    subject = Piece("paragraph", 1, "Subject: Scrutiny Review of Parking: 12 Month Report Back")
    assert read_review([subject, *OBJECTIVES, heading("Visits"), Piece("item", 1, "The depot", "•")], []) is None


def test_first_review_of_a_pack_is_read_apart_from_other_reports() -> None:
    other = [heading("Report of: Director of Homes"), heading("Objectives"), Piece("item", 1, "To build", "•")]
    visits = [heading("Visits"), Piece("item", 2, "The depot", "•")]
    found = read_review([*other, heading("Report of: Director of Place"), TITLE, *OBJECTIVES, *visits], [])
    assert found is not None
    assert found.objectives == ["To ask who parks"]


WORDS = st.sampled_from(
    [
        "Scrutiny review",
        "Objectives:",
        "Date:",
        "3 March 2026",
        "Evidence theme: Costs",
        "Who",
        "Organisation",
        "",
        "Visits (to",
        "2026)",
        "SID Objective 1: To ask",
        "Ann Lee – costs",
        "Review: Parking",
        "Timetable",
        "Report of: X",
    ]
)
PIECES = st.one_of(
    st.builds(
        lambda kind, text: Piece(kind, 1, text, "•" if kind == "item" else ""),
        st.sampled_from(["heading", "paragraph", "item"]),
        WORDS,
    ),
    st.builds(lambda rows: Piece("table", 1, rows=tuple(rows)), st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=5)),
    st.builds(lambda rows: Piece("lines", 1, rows=tuple(rows)), st.lists(st.tuples(WORDS), max_size=5)),
)


@given(st.lists(PIECES, max_size=12))
def test_any_pieces_are_read_without_a_fault(pieces: list[Piece]) -> None:
    found = read_review(pieces, [])
    assert found is None or found.objectives or found.witnesses


def test_label_set_close_below_a_sentence_begins_a_list() -> None:
    text = Piece("paragraph", 1, "Overall aim: To ease parking. Objectives of the review:", strong=True)
    found = read_review(
        [TITLE, text, Piece("item", 1, "To ask", "•"), heading("Visits"), Piece("item", 1, "Depot")], []
    )
    assert found is not None
    assert (found.aims, found.objectives) == (["To ease parking."], ["To ask"])


def test_committee_that_reviews_is_no_title() -> None:
    assert review(heading("Scrutiny Review Committee: Homes"), heading("Visits"), Piece("item", 1, "Depot")).titles == [
        "Parking"
    ]


def test_text_below_a_list_ends_it() -> None:
    pieces = [Piece("paragraph", 1, "Evidence gathering"), Piece("paragraph", 1, "The Panel met three times.")]
    assert review(*pieces, heading("Visits"), Piece("item", 1, "Depot")).objectives == ["To ask who parks"]
