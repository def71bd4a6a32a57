from documents.reading import read_pages
from tests.documents.reading.pages import line, page, paragraph

LONG = (
    "The table shows how many papers were published by each of the committees over the year, and how many of them "
    "were late, with the reason that was given to the public at the time."
)


def test_simple_table_becomes_rows_of_cells_under_its_header() -> None:
    lines = [
        *(line(text, top=200, left=left, bold=True) for text, left in [("Ward", 60), ("Homes", 200), ("Change", 300)]),
        *(line(text, top=220, left=left) for text, left in [("Ashdown", 60), ("120", 200), ("4%", 300)]),
        *(line(text, top=240, left=left) for text, left in [("Brook", 60), ("95", 200), ("-2%", 300)]),
    ]
    [read] = read_pages([page(*paragraph(LONG, top=90), *lines)])
    assert read.blocks[1] == {
        "kind": "table",
        "header": True,
        "rows": [["Ward", "Homes", "Change"], ["Ashdown", "120", "4%"], ["Brook", "95", "-2%"]],
    }


def test_cell_of_several_lines_is_joined() -> None:
    lines = [
        *(line(text, top=200, left=left) for text, left in [("1", 60), ("Strategy of the", 100), ("Amber", 300)]),
        line("council for homes", top=214, left=100),
        *(line(text, top=236, left=left) for text, left in [("2", 60), ("Another", 100), ("Green", 300)]),
    ]
    [read] = read_pages([page(*paragraph(LONG, top=90), *lines)])
    assert read.blocks[1]["rows"] == [["1", "Strategy of the council for homes", "Amber"], ["2", "Another", "Green"]]


def test_value_set_at_the_middle_of_a_longer_cell_is_in_its_row() -> None:
    lines = [
        *(line(text, top=200, left=left) for text, left in [("Repairs made in time", 60), ("Red", 300)]),
        line("Emergency repairs made", top=220),
        line("Amber", top=226, left=300),
        line("within two hours", top=233),
        *(line(text, top=254, left=left) for text, left in [("Letters answered", 60), ("Green", 300)]),
    ]
    [read] = read_pages([page(*paragraph(LONG, top=90), *lines)])
    assert read.blocks[1]["rows"][1] == ["Emergency repairs made within two hours", "Amber"]


def test_columns_that_cannot_be_told_apart_stay_as_lines() -> None:
    words = [[f"{row}-{column}" for column in range(12)] for row in range(4)]
    lines = [
        line(word, top=200 + row * 14, left=40 + column * 40 + row * 11)
        for row, of_row in enumerate(words)
        for column, word in enumerate(of_row)
    ]
    [read] = read_pages([page(*lines)])
    assert read.blocks == [{"kind": "lines", "lines": [" ".join(of_row) for of_row in words]}]


def test_running_text_in_two_columns_is_read_one_after_the_other() -> None:
    left = paragraph(LONG + " " + LONG, top=90, left=60, width=38)
    right = paragraph(LONG.upper().lower() + " " + LONG, top=90, left=320, width=38)
    [read] = read_pages([page(*left, *right)])
    assert read.text.lower().count(LONG.lower()) == 4


def test_lines_of_cells_that_stand_closer_than_rows_are_one_row() -> None:
    lines = []
    for number, (first, second) in enumerate(
        [("Run a late bus", "Average of 27,"), ("Ask each school", "Seven of them")]
    ):
        top = 200 + 40 * number
        lines += [line(first, top=top), line(second, top=top, left=300)]
        lines += [line("every Friday", top=top + 13), line("to be seen again", top=top + 13, left=300)]
    [read] = read_pages([page(*paragraph(LONG, top=90), *lines)])
    assert read.blocks[1]["rows"] == [
        ["Run a late bus every Friday", "Average of 27, to be seen again"],
        ["Ask each school every Friday", "Seven of them to be seen again"],
    ]


def test_figures_to_the_right_of_their_heading_are_its_column() -> None:
    lines = [line("Year", top=200), line("Places", top=200, left=300)]
    for number in range(3):
        lines += [
            line(f"202{number}", top=220 + 20 * number, left=110),
            line(f"15{number}", top=220 + 20 * number, left=310),
        ]
    [read] = read_pages([page(*paragraph(LONG, top=90), *lines)])
    assert read.blocks[1]["rows"] == [["Year", "Places"], ["2020", "150"], ["2021", "151"], ["2022", "152"]]


def test_figures_set_to_the_right_stand_in_their_column() -> None:
    figures = [("Pay", "7.5", 383), ("Prices", "149,107.7", 350)]
    lines = [line("Cost", top=200, bold=True), line("£000", top=200, left=377, bold=True)]
    for number, (cost, figure, left) in enumerate(figures, start=1):
        lines += [line(cost, top=200 + 20 * number), line(figure, top=200 + 20 * number, left=left)]
    [read] = read_pages([page(*paragraph(LONG, top=90), *lines)])
    assert read.blocks[1]["rows"] == [["Cost", "£000"], ["Pay", "7.5"], ["Prices", "149,107.7"]]


def test_columns_that_reach_into_one_another_stay_as_lines() -> None:
    rows = [("Pay", "12.4", 300, "7.5", 383)] * 14 + [("Prices", "49.5", 300, "1,429,506.8", 339)]
    lines = [
        line(text, top=100 + 20 * number, left=left)
        for number, (cost, first, start, second, left) in enumerate(rows)
        for text, left in [(cost, 60), (first, start), (second, left)]
    ]
    [read] = read_pages([page(*lines)])
    assert read.blocks == [{"kind": "lines", "lines": [*["Pay 12.4 7.5"] * 14, "Prices 49.5 1,429,506.8"]}]
