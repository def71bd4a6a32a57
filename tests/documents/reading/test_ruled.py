from dataclasses import replace

from documents.pdf import PdfPage, Rule
from documents.reading import read_pages
from tests.documents.reading.pages import line, paragraph, ruled_page

COLUMNS = (50.0, 250.0, 350.0, 450.0)
HEADER = [line(text, top=105, left=left, bold=True) for text, left in [("Grant", 60), ("2025", 300), ("2026", 400)]]


def table(page: PdfPage) -> list[list[str]]:
    [read] = read_pages([page])
    [block] = [block for block in read.blocks if block["kind"] == "table"]
    return block["rows"]  # type: ignore[no-any-return]


def test_figures_set_to_the_right_stand_under_their_heading() -> None:
    lines = [
        *(line(text, top=125, left=left) for text, left in [("Retained rates", 60), ("67,238.1", 302), ("9.0", 430)]),
        *(line(text, top=145, left=left) for text, left in [("Prevention", 60), ("6,759.8", 408)]),
    ]
    page = ruled_page(*HEADER, *lines, columns=COLUMNS, rows=(100, 120, 140, 160))
    [block] = read_pages([page])[0].blocks
    assert block == {
        "kind": "table",
        "header": True,
        "rows": [["Grant", "2025", "2026"], ["Retained rates", "67,238.1", "9.0"], ["Prevention", "", "6,759.8"]],
    }


def test_lines_of_a_cell_stay_in_it_whatever_stands_beside_them() -> None:
    lines = [
        *(line(text, top=top) for text, top in [("Book a place on", 123), ("a course", 135), ("Apply for a", 153)]),
        *(line(text, top=top, left=300) for text, top in [("91%", 129), ("84%", 159)]),
        line("badge", top=165),
    ]
    page = ruled_page(*HEADER[:2], *lines, columns=COLUMNS[:3], rows=(100, 120, 150, 180))
    assert table(page)[1:] == [["Book a place on a course", "91%"], ["Apply for a badge", "84%"]]


def test_number_of_a_row_is_no_part_of_the_cell_after_it() -> None:
    lines = [line("1.", top=105, left=55), line("Recruit a manager", top=105, left=80)]
    page = ruled_page(*lines, columns=(50, 75, 250), rows=(100, 120))
    assert table(page) == [["1.", "Recruit a manager"]]


def test_row_that_runs_on_over_the_end_of_the_page_is_in_the_table() -> None:
    lines = [*HEADER, line("Social care", top=125), line("7", top=125, left=430)]
    drawn = ruled_page(*lines, columns=COLUMNS, rows=(100, 120, 160))
    page = replace(drawn, rules=tuple(rule for rule in drawn.rules if rule.top != 160))
    assert table(page)[1] == ["Social care", "", "7"]


def test_name_of_a_group_of_columns_is_said_with_each() -> None:
    lines = [
        *(line(text, top=125, left=left, bold=True) for text, left in [("Latest", 260), ("Previous", 360)]),
        *(line(text, top=145, left=left) for text, left in [("Calls answered", 60), ("Green", 260), ("Amber", 360)]),
    ]
    head = [line("Measure", top=112, bold=True), line("Rating", top=105, left=330, bold=True)]
    drawn = ruled_page(*head, *lines, columns=COLUMNS, rows=(100, 140, 160))
    down = [replace(rule, top=120.0) if rule.left == 350 else rule for rule in drawn.rules]
    page = replace(drawn, rules=(*down, Rule(250, 120, 450, 120.5)))
    assert table(page) == [["Measure", "Rating Latest", "Rating Previous"], ["Calls answered", "Green", "Amber"]]


def test_heading_over_the_whole_table_stands_before_it() -> None:
    title = line("Objective 1", top=85, bold=True)
    drawn = ruled_page(
        title,
        *HEADER,
        line("Rates", top=125),
        line("9.0", top=125, left=330),
        columns=COLUMNS,
        rows=(80, 100, 120, 140),
    )
    down = [replace(rule, top=100.0) if rule.left in COLUMNS[1:3] else rule for rule in drawn.rules]
    [read] = read_pages([replace(drawn, rules=tuple(down))])
    assert [(block["kind"], block.get("text")) for block in read.blocks] == [
        ("heading", "Objective 1"),
        ("table", None),
    ]


def test_bold_line_as_wide_as_the_table_names_the_rows_below_it() -> None:
    lines = [
        line("Housing", top=125, bold=True),
        *(line(text, top=145, left=left) for text, left in [("Rates", 60), ("9.0", 330), ("8.0", 430)]),
    ]
    drawn = ruled_page(*HEADER, *lines, columns=COLUMNS, rows=(100, 120, 140, 160))
    inner = [rule for rule in drawn.rules if rule.left in (250, 350)]
    parted = [replace(rule, top=top, bottom=bottom) for rule in inner for top, bottom in [(100, 120), (140, 160)]]
    page = replace(drawn, rules=(*(rule for rule in drawn.rules if rule not in inner), *parted))
    assert table(page) == [["Grant", "2025", "2026"], ["Housing", "", ""], ["Rates", "9.0", "8.0"]]


def test_cells_with_columns_of_their_own_stay_as_lines() -> None:
    lines = [line(text, top=125, left=left) for text, left in [("Pay", 60), ("10.4", 255), ("505.1", 290), ("7", 400)]]
    page = ruled_page(*HEADER, *lines, columns=COLUMNS, rows=(100, 120, 140))
    [read] = read_pages([page])
    assert read.blocks == [{"kind": "lines", "lines": ["Grant 2025 2026", "Pay 10.4 505.1 7"]}]


def test_cells_with_several_rows_of_figures_stay_as_lines() -> None:
    lines = [
        *(line(text, top=125, left=left) for text, left in [("Pay", 60), ("10.4", 300), ("11", 400)]),
        *(line(text, top=139, left=left) for text, left in [("Prices", 60), ("49.5", 300), ("50", 400)]),
    ]
    page = ruled_page(*HEADER, *lines, columns=COLUMNS, rows=(100, 120, 160))
    [read] = read_pages([page])
    assert read.blocks == [{"kind": "lines", "lines": ["Grant 2025 2026", "Pay 10.4 11", "Prices 49.5 50"]}]


def test_box_round_a_paragraph_is_no_table() -> None:
    page = ruled_page(*paragraph("How to ask a question at the meeting.", top=105), columns=(50, 450), rows=(100, 140))
    [read] = read_pages([page])
    assert [block["kind"] for block in read.blocks] == ["paragraph"]


def test_rest_of_a_row_at_the_top_of_a_page_stays_in_its_column() -> None:
    page = ruled_page(line("and its costs.", top=105, left=255), columns=(*COLUMNS, 500.0), rows=(100, 140))
    assert table(page) == [["", "and its costs.", "", ""]]


def test_words_in_one_of_two_cells_are_no_rest_of_a_row() -> None:
    page = ruled_page(line("and its costs.", top=105, left=255), columns=COLUMNS[:3], rows=(100, 140))
    [read] = read_pages([page])
    assert [block["kind"] for block in read.blocks] == ["paragraph"]


def test_cells_that_the_one_above_covers_are_told() -> None:
    lines = [
        *(line(text, top=125, left=left) for text, left in [("Mend", 60), ("Ann", 260), ("May", 360)]),
        *(line(text, top=145, left=left) for text, left in [("Paint", 60), ("June", 360)]),
    ]
    drawn = ruled_page(*HEADER, *lines, columns=COLUMNS, rows=(100, 120, 140, 160))
    across = (Rule(50, 140, 250, 140.5), Rule(350, 140, 450, 140.5))
    rules = (*(rule for rule in drawn.rules if rule.top != 140 or rule.is_upright), *across)
    [block] = read_pages([replace(drawn, rules=rules)])[0].blocks
    assert block["rows"][1:] == [["Mend", "Ann", "May"], ["Paint", "", "June"]]
    assert block["under"] == [[2, 1]]
