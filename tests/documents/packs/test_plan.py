"""Planning as a whole: what is refused, and that nothing hostile in a page can break it."""

import time
from datetime import date
from datetime import time as time_of_day

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.packs.plan import NotAPack, PackPlan, plan_pack
from documents.pdf import Bookmark, Line, PdfPage, PdfText
from tests.documents.packs.making import as_text, pack, row, rows

FRAGMENTS = """AGENDA|1.|2.|(a)|A. Formal|Pages 5 - 18|5 -|18|(Pages|Councillor|Jane Smith|Vacancy|Quorum: 3|Date:
|4 March 2025|7.30 pm|Minutes|Apologies|PART 2 - PRIVATE|paragraph 3 of Schedule 12A|Page 4|Agenda Item 4|To follow
|Members:|Contact:|next meeting|questions by|\u00ad|\ufffe|ﬁ|•"""
WORDS = st.sampled_from(FRAGMENTS.replace("\n", "").split("|"))
NUMBERS = st.floats(-50, 900, allow_nan=False)
LINES = st.builds(
    Line,
    text=st.lists(WORDS | st.text(max_size=12), min_size=1, max_size=4).map(" ".join),
    left=NUMBERS,
    top=NUMBERS,
    right=NUMBERS,
    bottom=NUMBERS,
    size=st.floats(0, 40, allow_nan=False),
    bold=st.booleans(),
)
PAGES = st.lists(st.lists(LINES, max_size=12), min_size=1, max_size=5).map(
    lambda pages: tuple(PdfPage(number, 595, 842, tuple(lines)) for number, lines in enumerate(pages, start=1))
)
BOOKMARKS = st.lists(
    st.builds(
        Bookmark, level=st.integers(0, 3), title=WORDS | st.text(max_size=20), page=st.none() | st.integers(-1, 9)
    ),
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(st.builds(PdfText, pages=PAGES, bookmarks=BOOKMARKS.map(tuple)))
def test_any_lines_give_a_plan_or_not_a_pack(text: PdfText) -> None:
    try:
        plan = plan_pack(text)
    except NotAPack:
        return
    assert PackPlan.from_json(plan.to_json()) == plan
    for item in plan.items:
        assert all(1 <= paper.pdf_first <= paper.pdf_last <= len(text.pages) for paper in item.documents)


def test_scan_without_bookmarks_is_refused() -> None:
    blank = PdfText(tuple(PdfPage(number, 595, 842, ()) for number in range(1, 9)), ())

    with pytest.raises(NotAPack, match="looks scanned"):
        plan_pack(blank)


def test_single_report_is_refused() -> None:
    report = rows(
        """
        Report of: Director of Places
        Cabinet, 4 March 2025
        1. Purpose of report
        1.1 To report on something.
        2. Recommendations
        3. Background
        4. Implications
        """
    )

    with pytest.raises(NotAPack, match="single paper"):
        plan_pack(as_text(pack([report], marks=False)))


def test_minutes_are_refused() -> None:
    minutes = rows(
        """
        Minutes of the Planning Committee held on 4 March 2025
        Present: Councillors Archer and Ridley
        1. Apologies
        There were none.
        2. Declarations of interest
        There were none.
        """
    )

    with pytest.raises(NotAPack, match="minutes of a meeting"):
        plan_pack(as_text(pack([minutes], marks=False)))


def test_front_sheet_without_papers_is_a_plan() -> None:
    front = [
        row("AGENDA", bold=True),
        row("Planning Committee", bold=True),
        row("Tuesday 11 March 2025 at 6pm"),
        row("1.", (90, "Apologies"), above=10),
        row("2.", (90, "Minutes"), above=6),
        row("3.", (90, "Urgent business"), above=6),
    ]

    plan = plan_pack(as_text(pack([front], marks=False)))

    assert [item.label for item in plan.items] == ["1", "2", "3"]
    assert not any(item.documents for item in plan.items)


def test_pages_of_no_item_are_kept_with_a_warning() -> None:
    front = [
        row("AGENDA", bold=True),
        row("1.", (90, "Apologies"), above=10),
        row("2.", (90, "Minutes (Pages 1 - 2)"), above=6),
    ]
    made = pack([front], marks=False)
    for number in range(1, 5):
        made.pages.append([row(f"Stray page {number}" if number > 2 else "Minutes of a meeting")])
        made.stamps[number + 1] = [(270.0, 815.0, f"Page {number}")]

    plan = plan_pack(as_text(made))

    assert [(paper.title, paper.pdf_first, paper.pdf_last) for paper in plan.other_documents] == [
        ("Stray page 3", 4, 5)
    ]
    assert [(warning.page, warning.field) for warning in plan.warnings if "no item" in warning.message] == [
        (4, "other_documents.0.title")
    ]


@pytest.mark.parametrize(
    "line", ["1" * 5_000, "next meeting " * 500, "Smith, " * 900, "the committee " * 400, "- " * 2_000]
)
def test_hostile_lines_are_soon_done_with(line: str) -> None:
    lines = [Line(text, 60, 20 + row * 2.7, 300, 22 + row * 2.7, 11, False) for row, text in enumerate([line] * 300)]
    text = PdfText((PdfPage(1, 595, 842, tuple(lines)),), ())
    start = time.process_time()

    with pytest.raises(NotAPack):
        plan_pack(text)

    assert time.process_time() - start < 10


def test_date_that_stands_only_below_the_items() -> None:
    front = [
        row("AGENDA", bold=True),
        row("1.", (90, "Apologies"), above=10),
        row("2.", (90, "Minutes"), above=6),
        row("3.", (90, "Urgent business"), above=6),
        row("The meeting is on Tuesday 11 March 2025 at 6pm in the Town Hall", above=60),
    ]

    meeting = plan_pack(as_text(pack([front], marks=False))).meeting

    assert (meeting.date, meeting.time) == (date(2025, 3, 11), time_of_day(18))
