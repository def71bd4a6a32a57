from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.structure.pieces import Piece
from documents.structure.programmes import read_programme
from documents.structure.programmes.headings import is_meeting
from documents.structure.programmes.meetings import split_items
from documents.structure.programmes.titles import is_title_text
from documents.structure.understood import PaperWarning

TITLE = Piece("heading", 1, "Work Programme 2025/26")
HEADER = ("Meeting date", "Item", "Lead")


def items(*pieces: Piece) -> list[tuple[date | None, list[str]]]:
    return [(meeting.date, meeting.items) for meeting in read_programme(pieces, [])]


@pytest.mark.parametrize(
    "text",
    [
        "WORK PROGRAMME 2016/17",
        "Overview and Scrutiny Committee: Forward Work Programme",
        "Scrutiny Work Plan for the municipal year 2025/26",
        "Appendix 1 – Work Programme",
        "Health Scrutiny Panel Work Planner",
        "Blaenraglen Waith 2025/26",
        "Programme of Work",
    ],
)
def test_title_of_a_programme(text: str) -> None:
    assert is_title_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "Review of Work Programme",
        "WORK PROGRAMME 2016/17 (ITEM NO. B4)",
        "Work programme for post-16 scrutiny",
        "To note the work programme",
        "The work programme will be agreed in June.",
        "That the work programme be agreed",
        "Background",
    ],
)
def test_text_that_is_no_title_of_a_programme(text: str) -> None:
    assert not is_title_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday 17 May 2016",
        "17/05/2016",
        "Tuesday, 17th May, 2016 at 7.30 pm",
        "Meeting of 17 May 2016 (Council Chamber)",
        "Homes Scrutiny Committee – 17 May 2016",
        "17 May",
        "May 2016",
        "To be scheduled",
        "17 May 2016 (Report deadline: 6 May)",
    ],
)
def test_heading_of_a_meeting(text: str) -> None:
    assert is_meeting(text)


@pytest.mark.parametrize(
    "text",
    ["Budget", "The report of 17 May 2016", "17 May 2016 and 18 June 2016", "Response to the fire of 17 May 2016"],
)
def test_text_that_is_no_heading_of_a_meeting(text: str) -> None:
    assert not is_meeting(text)


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("Budget", ["Budget"]),
        ("Budget; Parking; and Waste", ["Budget", "Parking", "Waste"]),
        ("• Budget\n• Parking", ["Budget", "Parking"]),
        ("1. Budget 2. Parking", ["Budget", "Parking"]),
        ("Plan for 3. World Cup", ["Plan for 3. World Cup"]),
    ],
)
def test_items_of_one_cell(cell: str, texts: list[str]) -> None:
    assert split_items(cell) == texts


def test_item_broken_over_a_page_is_joined() -> None:
    first = Piece("table", 1, rows=(HEADER, ("12 June 2025", "Review of the", "Ann")))
    second = Piece("table", 2, rows=(("", "parking service", ""), ("", "Budget", "Bob")))
    assert items(TITLE, first, second) == [(date(2025, 6, 12), ["Review of the parking service", "Budget"])]


def test_header_again_on_a_new_page_is_no_item() -> None:
    first = Piece("table", 1, rows=(HEADER, ("12 June 2025", "Parking", "Ann")))
    second = Piece("table", 2, rows=(HEADER, ("", "Budget", "Bob")))
    assert items(TITLE, first, second) == [(date(2025, 6, 12), ["Parking", "Budget"])]


def test_dates_and_items_without_a_title_are_no_programme() -> None:
    heading = Piece("heading", 1, "12 June 2025")
    assert items(heading, Piece("item", 1, "Budget", "•")) == []


def test_programme_ends_where_another_report_begins() -> None:
    pieces = [Piece("heading", 1, "12 June 2025"), Piece("item", 1, "Budget", "•")]
    after = [
        Piece("heading", 2, "Report of: Director"),
        Piece("heading", 2, "3 July 2025"),
        Piece("item", 2, "No", "•"),
    ]
    assert items(TITLE, *pieces, *after) == [(date(2025, 6, 12), ["Budget"])]


def test_day_that_stands_twice_is_one_meeting() -> None:
    day = Piece("heading", 1, "12 June 2025")
    assert items(TITLE, day, Piece("item", 1, "Budget", "•"), day, Piece("item", 1, "Waste", "•")) == [
        (date(2025, 6, 12), ["Budget", "Waste"])
    ]


def test_columns_that_run_together_are_warned_of() -> None:
    warnings: list[PaperWarning] = []
    lines = Piece("lines", 3, rows=(("12 June 2025 Budget Ann",), ("10 July 2025 Waste Bob",)))
    meeting = [Piece("heading", 1, "5 May 2025"), Piece("item", 1, "Parking", "•")]
    read_programme([TITLE, *meeting, lines], warnings)
    assert [(one.page, one.message) for one in warnings] == [
        (3, "The columns of the work programme could not be told apart, and are not read.")
    ]


WORDS = st.sampled_from(
    [
        "Work Programme",
        "12 June 2025",
        "Meeting date",
        "Item",
        "Budget",
        "",
        "x",
        "TBC",
        "June",
        "3. Waste",
        "29 February",
    ]
)
PIECES = st.one_of(
    st.builds(
        lambda kind, text: Piece(kind, 1, text, "•" if kind == "item" else ""),
        st.sampled_from(["heading", "paragraph", "item"]),
        WORDS,
    ),
    st.builds(lambda rows: Piece("table", 1, rows=tuple(rows)), st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=5)),
)


@given(st.lists(PIECES, max_size=10))
def test_any_pieces_are_read_without_a_fault(pieces: list[Piece]) -> None:
    assert all(meeting.items for meeting in read_programme(pieces, []))


@given(st.lists(st.lists(st.text(st.characters(categories=["Ll"]), min_size=4, max_size=9), min_size=1, unique=True)))
def test_no_item_of_a_list_is_lost(programme: list[list[str]]) -> None:
    pieces = [TITLE]
    for number, texts in enumerate(programme):
        day = date.fromordinal(date(2025, 5, 6).toordinal() + 7 * number)
        pieces.append(Piece("heading", 1, f"{day:%A} {day.day} {day:%B %Y}"))
        pieces += [Piece("item", 1, f"On {text}", "•") for text in texts]
    assert [texts for _, texts in items(*pieces)] == [[f"On {text}" for text in texts] for texts in programme]


def test_date_set_close_below_an_item_is_the_next_meeting() -> None:
    run_together = Piece("item", 1, "Budget Thursday 10 July 2025", "•")
    pieces = [Piece("heading", 1, "12 June 2025"), run_together, Piece("item", 1, "Waste", "•")]
    assert items(TITLE, *pieces) == [(date(2025, 6, 12), ["Budget"]), (date(2025, 7, 10), ["Waste"])]


def test_date_that_belongs_to_an_item_stays_in_it() -> None:
    item = Piece("item", 1, "Report of the visit on Thursday 10 July 2025", "•")
    assert items(TITLE, Piece("heading", 1, "12 June 2025"), item) == [
        (date(2025, 6, 12), ["Report of the visit on Thursday 10 July 2025"])
    ]


def test_item_and_officer_with_their_labels() -> None:
    lines = ["Date of meeting: 9 October 2025", "Item: Modern slavery", "Lead officer: Head of Procurement"]
    assert items(TITLE, *(Piece("paragraph", 1, line) for line in lines)) == [(date(2025, 10, 9), ["Modern slavery"])]
