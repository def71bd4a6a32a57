from documents.structure.minutes import read_minutes
from documents.structure.minutes.tidy import tidied
from documents.structure.pieces import Piece
from documents.structure.understood import ReadMinutes

HEAD = [
    Piece("heading", 1, "Parks Committee - Monday, 3 March 2025"),
    Piece(
        "paragraph",
        1,
        "Minutes of the meeting of the Parks Committee held at the Town Hall on Monday, 3 March 2025 at 7 pm",
    ),
    Piece("paragraph", 1, "Present: Councillors Ash (Chair) and Box"),
]


def minutes_of(*pieces: Piece) -> ReadMinutes:
    minutes = read_minutes([*HEAD, *pieces], [])
    assert minutes is not None
    return minutes


def test_running_head_is_neither_heading_nor_text() -> None:
    minutes = minutes_of(
        Piece("heading", 1, "TREES (ITEM NO. B1)", "21"),
        Piece("paragraph", 1, "Trees were discussed."),
        Piece("heading", 2, "Parks Committee - 3 March 2025"),
        Piece("paragraph", 2, "So were hedges."),
        Piece("heading", 2, "PONDS (ITEM NO. B2)", "22"),
    )

    assert [minute.title for minute in minutes.entries] == ["TREES", "PONDS"]
    assert minutes.entries[0].text == "Trees were discussed.\n\nSo were hedges."


def test_running_head_with_a_date_in_figures() -> None:
    minutes = minutes_of(
        Piece("heading", 1, "TREES (ITEM NO. B1)", "21"),
        Piece("paragraph", 1, "Trees were discussed."),
        Piece("paragraph", 2, "Parks Committee 3.3.25"),
        Piece("paragraph", 2, "So were hedges."),
    )

    assert minutes.entries[0].text == "Trees were discussed.\n\nSo were hedges."


def test_date_of_another_meeting_is_no_running_head() -> None:
    minutes = minutes_of(
        Piece("heading", 1, "MINUTES (ITEM NO. A1)", "21"),
        Piece("paragraph", 2, "Parks Committee - 4 February 2025"),
        Piece("heading", 2, "NEXT MEETING (ITEM NO. A2)", "22"),
        Piece("paragraph", 2, "7 April 2025."),
    )

    assert [minute.text for minute in minutes.entries] == ["Parks Committee - 4 February 2025", "7 April 2025."]


def test_number_alone_on_its_line_belongs_to_the_heading_below() -> None:
    minutes = minutes_of(
        Piece("heading", 1, "TREES (ITEM NO. B1)", "152"),
        Piece("numbered", 1, "", "153"),
        Piece("heading", 1, "PONDS (ITEM NO. B2)"),
        Piece("paragraph", 1, "Ponds were discussed."),
    )

    assert [(minute.number, minute.item, minute.title) for minute in minutes.entries] == [
        ("152", "B1", "TREES"),
        ("153", "B2", "PONDS"),
    ]


def test_title_over_two_lines() -> None:
    minutes = minutes_of(
        Piece("heading", 1, "TREES", "21"),
        Piece("heading", 1, "PONDS AND OTHER STILL WATERS IN", "22", strong=True),
        Piece("heading", 1, "THE PARKS (ITEM NO. B2)", strong=True),
    )

    assert minutes.entries[1].title == "PONDS AND OTHER STILL WATERS IN THE PARKS"


def test_number_within_a_title() -> None:
    minutes = minutes_of(
        Piece("heading", 1, "Trees", "7"), Piece("heading", 1, "8 20 mph Review"), Piece("heading", 1, "Ponds", "9")
    )

    assert [(minute.number, minute.title) for minute in minutes.entries] == [
        ("7", "Trees"),
        ("8", "20 mph Review"),
        ("9", "Ponds"),
    ]


def test_item_named_on_the_line_below() -> None:
    minutes = minutes_of(
        Piece("heading", 1, "Trees", "84"),
        Piece("paragraph", 1, "(Item 1)"),
        Piece("paragraph", 1, "They grow."),
        Piece("heading", 1, "Ponds", "85"),
        Piece("paragraph", 1, "(Item 2)"),
    )

    assert [(minute.item, minute.text) for minute in minutes.entries] == [("1", "They grow."), ("2", "")]


def test_sentence_that_a_page_breaks_is_whole() -> None:
    pieces = [Piece("paragraph", 1, "The matter was left to the"), Piece("paragraph", 2, "Director of Parks.")]

    assert [piece.text for piece in tidied(pieces, "")] == ["The matter was left to the Director of Parks."]


def test_page_number_goes() -> None:
    assert tidied([Piece("paragraph", 1, "Page 3 of 7"), Piece("paragraph", 1, "Text.")], "") == [
        Piece("paragraph", 1, "Text.")
    ]


def test_section_heading_is_no_text_of_the_minute_above_it() -> None:
    minutes = minutes_of(
        Piece("heading", 1, "Trees", "84"),
        Piece("paragraph", 1, "They grow."),
        Piece("heading", 1, "EXEMPT ITEMS"),
        Piece("heading", 1, "Ponds", "85"),
    )

    assert minutes.entries[0].text == "They grow."
