"""Whole front sheets in many styles: what a clerk would read off them is what the plan says."""

from datetime import date, time
from pathlib import Path

import pytest

from documents.packs.plan import PackPlan, PlannedMember, plan_pack
from documents.pdf import read
from tests.documents.packs.house_styles import STYLES
from tests.documents.packs.making import as_pdf, as_text
from tests.documents.packs.more_styles import MORE_STYLES
from tests.documents.packs.odd_styles import ODD_STYLES

ALL = {**STYLES, **MORE_STYLES, **ODD_STYLES}


def planned(style: str) -> PackPlan:
    return plan_pack(as_text(ALL[style]()))


def labels(plan: PackPlan) -> list[tuple[str, int | None, int | None]]:
    return [(item.label, item.first_page, item.last_page) for item in plan.items]


def names(plan: PackPlan, *roles: str) -> list[str | None]:
    return [member.name for member in plan.members if member.role in roles]


@pytest.mark.parametrize(
    ("style", "committee", "day", "hour", "venue"),
    [
        (
            "labelled table",
            "Overview and Scrutiny Committee",
            date(2025, 3, 12),
            time(19),
            "Council Chamber, Civic Centre, High Street, Millbrook ML1 2AB",
        ),
        (
            "capitals and columns",
            "Planning Committee",
            date(2025, 3, 11),
            time(18, 30),
            "COUNCIL CHAMBER, TOWN HALL, MARKET PLACE",
        ),
        ("summons", "Council", date(2025, 7, 17), time(18, 30), "Great Hall, Guildhall, Castle Street, Westford"),
        (
            "board with bodies",
            "Health and Wellbeing Board",
            date(2025, 3, 3),
            time(14),
            "Committee Room 1, Eastport Town Hall",
        ),
        (
            "decimal labels",
            "Development Control Committee",
            date(2025, 5, 6),
            time(17, 30),
            "Lesser Hall, Civic Offices, Northam",
        ),
        ("supplement", "Cabinet", date(2025, 3, 19), time(10), "Conference Room A, County Offices"),
        ("lettered parts", "Licensing Committee", date(2025, 2, 6), time(10), "Committee Rooms 2 & 3, Town Hall"),
        (
            "minute book numbers",
            "Kingsbridge Neighbourhood Forum",
            date(2025, 1, 14),
            time(19, 30),
            "St. Mark's Church Hall, Abbey Road",
        ),
        ("without bookmarks", "Executive", date(2025, 1, 27), time(14), "CABINET ROOM, COUNTY BUILDINGS"),
        ("without stamps", "Audit and Governance Committee", date(2025, 3, 5), time(14), "Virtual Meeting via Teams"),
        ("wrong range", "Standards Committee", date(2025, 3, 28), time(11), "Room 3, Civic Offices"),
        (
            "two tables",
            "Joint Committee for Waste Services",
            date(2025, 2, 10),
            time(14, 15),
            "Wren Suite, Shire Hall, Estley",
        ),
    ],
)
def test_meeting_in_each_style(style: str, committee: str, day: date, hour: time, venue: str) -> None:
    meeting = planned(style).meeting

    assert (meeting.committee, meeting.date, meeting.time, meeting.venue) == (committee, day, hour, venue)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "labelled table",
            [
                ("1", None, None),
                ("2", None, None),
                ("3", 1, 4),
                ("4", 5, 12),
                ("5", 13, 18),
                ("6", None, None),
                ("7", None, None),
                ("8", None, None),
            ],
        ),
        (
            "capitals and columns",
            [
                ("1", None, None),
                ("2", 1, 6),
                ("3", None, None),
                ("4", 7, 20),
                ("5", 21, 22),
                ("6", None, None),
                ("7", None, None),
            ],
        ),
        (
            "summons",
            [
                ("1", None, None),
                ("2", None, None),
                ("3", 5, 12),
                ("4", None, None),
                ("5", None, None),
                ("5(a)", 13, 40),
                ("5(b)", 41, 50),
                ("6", None, None),
            ],
        ),
        (
            "board with bodies",
            [("1", None, None), ("2", None, None), ("3", 1, 8), ("4", 9, 30), ("5", 31, 40), ("6", None, None)],
        ),
        (
            "decimal labels",
            [
                ("1", None, None),
                ("2", None, None),
                ("3", 1, 2),
                ("4", None, None),
                ("5", None, None),
                ("5.1", 3, 8),
                ("5.2", 9, 12),
                ("6", None, None),
            ],
        ),
        ("supplement", [("7", 57, 62), ("9", 63, 64)]),
        ("lettered parts", [("1", None, None), ("2", None, None), ("3", 3, 6), ("4", 7, 14), ("5", 15, 20)]),
        (
            "minute book numbers",
            [
                ("54", None, None),
                ("55", None, None),
                ("56", None, None),
                ("57", 1, 4),
                ("58", 5, 12),
                ("59", None, None),
            ],
        ),
        ("without bookmarks", [("1", None, None), ("2", 1, 3), ("3", 4, 9), ("4", 10, 10), ("5", None, None)]),
        ("without stamps", [("1", None, None), ("2", 3, 8), ("3", 9, 20), ("4", None, None)]),
        ("wrong range", [("1", None, None), ("2", 1, 8), ("3", 9, 12), ("4", 13, 18)]),
        ("scanned front", [("2", 1, 2), ("3", 3, 8)]),
        ("two tables", [("1", None, None), ("2", None, None), ("3", 1, 2), ("4", 3, 8), ("5", 9, 10)]),
    ],
)
def test_items_and_ranges_in_each_style(style: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert labels(planned(style)) == expected


@pytest.mark.parametrize("style", ALL)
def test_plan_from_the_pdf_is_that_from_the_layout(style: str, tmp_path: Path) -> None:
    made = ALL[style]()

    from_file = plan_pack(read(as_pdf(made, tmp_path / "pack.pdf")))
    from_layout = plan_pack(as_text(made))

    assert from_file.to_json() == from_layout.to_json()


@pytest.mark.parametrize("style", ALL)
def test_plan_round_trip_through_json(style: str) -> None:
    plan = planned(style)

    assert PackPlan.from_json(plan.to_json()) == plan


@pytest.mark.parametrize("style", ALL)
def test_every_page_after_the_front_sheet_is_in_a_paper(style: str) -> None:
    plan = planned(style)

    papers = [paper for item in plan.items for paper in item.documents] + plan.other_documents
    covered = {page for paper in papers for page in range(paper.pdf_first, paper.pdf_last + 1)}
    assert covered == set(range(plan.front_pages + 1, plan.pdf_pages + 1))


@pytest.mark.parametrize("style", ALL)
def test_every_warning_names_a_page(style: str) -> None:
    assert all(warning.page for warning in planned(style).warnings)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "guidance first",
            [("1", None, None), ("2", None, None), ("3", None, None), ("4", 5, 10), ("5", 11, 30), ("6", 31, 34)],
        ),
        (
            "broken ranges",
            [("1", None, None), ("2", 1, 4), ("3", 5, 10), ("4", 11, 16), ("5", 17, 18), ("6", 19, 20)],
        ),
        (
            "letters after numbers",
            [("6", 3, 4), ("7", None, None), ("7a", 5, 10), ("7b", 11, 14), ("8", None, None)],
        ),
        ("without labels", [("", 1, 4), ("", 5, 12), ("", 13, 16)]),
        ("two languages", [("1", None, None), ("2", None, None), ("3", 3, 8), ("4", 9, 14)]),
    ],
)
def test_items_where_they_are_hard_to_read(style: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert labels(planned(style)) == expected


def test_items_by_decimals() -> None:
    plan = planned("scottish")

    assert [item.label for item in plan.items] == ["1", "1.1", "2", "3", "3.1", "4", "4.1", "5", "5.1", "5.2"]
    assert [item.pdf_first for item in plan.items if item.pdf_first] == [3, 9, 17]
    assert names(plan, "chair", "member") == ["Mandy Watt", "Phil Doggart", "Alys Mumford"]


def test_numbered_points_of_an_items_text_are_no_items() -> None:
    item = planned("guidance first").items[2]

    assert item.text.split("\n") == [
        "1. A Member with a disclosable pecuniary interest must:",
        "a) disclose it at the meeting; and",
        "b) take no part.",
        "2. Other interests are to be declared as the code sets out.",
    ]


def test_titles_without_the_pieces_of_broken_ranges() -> None:
    assert [item.title for item in planned("broken ranges").items] == [
        "Apologies for Absence",
        "Minutes",
        "Annual Plan",
        "A Very Long Title about the Local Transport Plan and its Delivery by the County",
        "Reserves",
        "Care Homes",
    ]


def test_paper_with_an_unlabelled_bookmark_belongs_to_the_item_before() -> None:
    item = planned("letters after numbers").items[2]

    assert [(paper.title, paper.kind) for paper in item.documents] == [
        ("12 High Street, Old Town", "report"),
        ("Site plan", "appendix"),
    ]


def test_members_in_a_sentence() -> None:
    plan = planned("labelled table")

    assert names(plan, "chair", "vice-chair") == ["John Akroyd", "Priya Nair"]
    assert names(plan, "member") == ["Tom Baldock", "Sheila Carr", "Dafydd ap Rhys", "Mary O'Dowd", "Ahmed Yusuf"]
    assert names(plan, "substitute") == ["Ann Fell", "Peter Grubb"]


def test_members_in_two_columns_under_parties() -> None:
    plan = planned("capitals and columns")

    assert names(plan, "chair", "vice-chair") == ["Jane Archer", "Hugh Page"]
    assert set(names(plan, "member")) == {"Bob Ridley", "Neil Patel", "Grace Obi", "Rupert Wynn-Jones"}
    assert names(plan, "vacancy") == [None]


def test_members_with_bodies_in_a_second_column() -> None:
    assert planned("board with bodies").members == [
        PlannedMember("Ruth Adeyemi", "chair", "Cabinet Member for Health"),
        PlannedMember("Dr Imran Shah", "vice-chair", "NHS Integrated Care Board"),
        PlannedMember("Lucy Marsh", "member", "Healthwatch Eastport"),
        PlannedMember(None, "vacancy", "Voluntary Sector Forum"),
    ]


def test_members_with_labels_and_reserves() -> None:
    plan = planned("lettered parts")

    assert names(plan, "chair", "vice-chair") == ["Lena Ford", "K. Singh"]
    assert names(plan, "member") == ["Oliver Stone", "Edna March", "Wm. Tate"]
    assert names(plan, "substitute") == ["P Day", "R Night"]


def test_members_in_three_columns() -> None:
    plan = planned("minute book numbers")

    assert names(plan, "chair", "vice-chair") == ["Una Reid", "Zoe Hall"]
    assert names(plan, "member") == ["Ivy Dean", "Max Owusu", "Lee Park", "Ron Bush"]


def test_members_by_surname_only() -> None:
    assert names(planned("without bookmarks"), "chair", "member") == ["Gale", "Heath", "Mrs Ince", "Judd", "Keane"]


def test_members_without_councillor_before_their_names() -> None:
    plan = planned("without stamps")

    assert names(plan, "chair", "member") == ["Ada Birch", "Carl Dunn", "Eve Frith"]
    assert names(plan, "co-opted", "vacancy") == ["Greta Holm", None]


def test_members_of_a_joint_committee_and_substitute() -> None:
    plan = planned("two tables")

    assert names(plan, "chair", "member") == ["Bill Cox", "Fay Gunn", "Hal Ives", "Jo Kemp"]
    assert names(plan, "substitute") == ["Ken Lowe"]


@pytest.mark.parametrize(
    ("style", "quorum", "contact", "despatched", "next_meeting"),
    [
        ("labelled table", 3, "Alison Whitely", date(2025, 3, 4), date(2025, 4, 9)),
        ("capitals and columns", None, "Sam Tilley", date(2025, 3, 3), None),
        ("summons", None, "", date(2025, 7, 9), None),
        ("board with bodies", 5, "Owen Pryce", None, date(2025, 6, 2)),
        ("lettered parts", 3, "Jo Bright", date(2025, 1, 29), None),
        ("minute book numbers", None, "Democratic Services", None, None),
        ("without bookmarks", None, "Colin Frost", None, None),
        ("two tables", None, "", date(2025, 1, 31), None),
    ],
)
def test_particulars_in_each_style(
    style: str, quorum: int | None, contact: str, despatched: date | None, next_meeting: date | None
) -> None:
    meeting = planned(style).meeting

    assert (meeting.quorum, meeting.contact) == (quorum, contact)
    assert (meeting.despatched, meeting.next_meeting) == (despatched, next_meeting)


def test_questions_with_a_deadline() -> None:
    meeting = planned("summons").meeting

    assert meeting.questions_by == date(2025, 7, 14)
    assert meeting.questions_to == "questions@westford.example"


def test_titles_wrapped_over_lines() -> None:
    titles = {item.label: item.title for item in planned("labelled table").items}

    assert titles["4"] == (
        "Budget Monitoring Report for the Third Quarter of the Financial Year and the Outlook for the Year Ahead"
    )
    assert planned("capitals and columns").items[1].title == "MINUTES OF THE MEETING HELD ON 4 FEBRUARY 2025"


def test_text_below_a_title_is_the_items_own() -> None:
    items = planned("labelled table").items

    assert items[1].text == (
        "Members are reminded to declare any interest in the items below, and to leave the room where the code "
        "requires it."
    )
    assert items[3].text == "Report of the Director of Resources."


def test_items_after_the_exclusion_are_exempt() -> None:
    items = planned("labelled table").items

    assert (items[6].access, items[6].exempt_paragraphs) == ("exempt", [3])
    assert items[5].access == items[7].access == "open"


def test_item_in_a_private_part_is_exempt_with_its_paragraphs() -> None:
    assert planned("capitals and columns").items[6].exempt_paragraphs == [1, 6]
    withheld = planned("lettered parts").items[4]
    assert (withheld.access, withheld.exempt_paragraphs) == ("exempt", [1, 2])
    assert [(paper.access, paper.exempt_paragraphs) for paper in withheld.documents] == [("exempt", [1, 2])]


def test_item_with_an_exempt_appendix_stays_open() -> None:
    item = planned("two tables").items[3]

    assert item.access == "open"
    assert [paper.access for paper in item.documents] == ["open", "open"]


def test_sections_by_letter_or_by_name() -> None:
    lettered, named = planned("lettered parts"), planned("capitals and columns")

    assert [section.letter for section in lettered.sections] == ["A", "B"]
    assert [item.section for item in lettered.items] == ["A", "A", "A", "A", "B"]
    assert [(section.letter, section.title) for section in named.sections] == [
        (None, "PART 1 - PUBLIC"),
        (None, "PART 2 - PRIVATE"),
    ]
    assert [item.section_index for item in named.items] == [0, 0, 0, 0, 0, 0, 1]


def test_note_in_place_of_pages() -> None:
    assert planned("capitals and columns").items[5].note == "TO FOLLOW"
    assert planned("without stamps").items[3].note == "Verbal Report"


def test_column_beside_the_titles_is_kept_apart() -> None:
    assert [item.beside for item in planned("board with bodies").items][:4] == ["Chair", "All", "Chair", "Dr Shah"]


def test_documents_within_an_item() -> None:
    papers = planned("labelled table").items[3].documents

    assert [(paper.title, paper.kind, paper.first_page, paper.last_page) for paper in papers] == [
        (
            "Budget Monitoring Report for the Third Quarter of the Financial Year and the Outlook for the Year Ahead",
            "report",
            5,
            10,
        ),
        ("Appendix A - Tables", "appendix", 11, 12),
    ]


def test_wrong_range_gives_a_warning_with_all_three_witnesses() -> None:
    first, second = planned("wrong range").warnings

    assert first.page == 10
    assert "the bookmark leads to PDF page 10" in first.message
    assert "stamped with its number is PDF page 10" in first.message
    assert "prints pages 7 - 12 (PDF page 8)" in first.message
    assert first.field == "items.2.pdf_first"
    assert second.page == 19
    assert "prints pages 13 - 30, but the file ends with page 18" in second.message


def test_front_sheet_without_text_is_told() -> None:
    warnings = planned("scanned front").warnings

    assert "PDF page 1 has no text: it is blank, a picture or a scan." in [warning.message for warning in warnings]
    assert {warning.field for warning in warnings} >= {"meeting.committee", "meeting.date", "meeting.venue"}


def test_previous_minutes_of_the_committee() -> None:
    minutes = planned("lettered parts").previous_minutes

    assert minutes is not None
    assert (minutes.committee, minutes.date) == ("Licensing Committee", date(2025, 1, 9))
    assert (minutes.first_page, minutes.last_page) == (3, 6)
