"""Front sheets whose particulars wrap, stand in columns, or are broken over pages."""

from datetime import date, time

import pytest

from documents.packs.plan import PackPlan, PlannedItem, PlannedMember, plan_pack
from tests.documents.packs.making import LaidRow, Paper, as_text, pack, row

HEAD = (row("Millbrook District Council", bold=True, size=14), row("Planning Committee", bold=True, size=18))
DAY = row("Tuesday 4 March 2025 at 7.00 pm")
ITEMS = (
    row("1", (90, "Apologies"), above=8),
    row("2", (90, "Declarations of interest")),
    row("3", (90, "Minutes (Pages 1 - 4)")),
)
MINUTES = (Paper("Minutes", 4, "3", ("Minutes of the meeting",)),)


def planned(*head: LaidRow, items: tuple[LaidRow, ...] = ITEMS, after: tuple[LaidRow, ...] = ()) -> PackPlan:
    front = [[*HEAD, *head, row("AGENDA", bold=True, above=14), *items]]
    return plan_pack(as_text(pack([*front, [*after]] if after else front, MINUTES)))


def people(plan: PackPlan) -> list[tuple[str | None, str, str]]:
    return [(one.name, one.role, one.representing) for one in plan.members]


def last_item(plan: PackPlan) -> PlannedItem:
    return plan.items[-1]


def test_venue_ends_before_a_date_on_the_next_line() -> None:
    head = row("A meeting will be held in the Council Chamber, Civic Centre on")
    plan = planned(head, row("Tuesday 4 March 2025 at 7.00 pm", bold=True))
    assert plan.meeting.venue == "Council Chamber, Civic Centre"


def test_hour_whose_pm_wraps() -> None:
    plan = planned(row("Tuesday 4 March 2025 at 6.00"), row("pm, Council Chamber"))
    assert (plan.meeting.time, plan.meeting.venue) == (time(18), "Council Chamber")


@pytest.mark.parametrize("below", ["Membership", "Quorum: 3"])
def test_venue_ends_at_the_next_heading(below: str) -> None:
    plan = planned(row("Date: Tuesday 4 March 2025 at 6 pm"), row("Venue: Council Chamber, Town Hall"), row(below))
    assert plan.meeting.venue == "Council Chamber, Town Hall"


def test_venue_in_a_column_beside_the_labels() -> None:
    plan = planned(
        row("Date:", (150, "Tuesday 4 March 2025"), (350, "Committee Room 1")),
        row("Time:", (150, "6.00 pm"), (350, "Town Hall, High Street")),
    )
    assert plan.meeting.venue == "Committee Room 1, Town Hall, High Street"


def test_labels_above_columns() -> None:
    plan = planned(
        row("Date and Time", (200, "Place"), (330, "Contact"), bold=True),
        row("Tuesday, 4 March", (200, "Council Chamber,"), (330, "Clare Madden,")),
        row("2025", (200, "High Street"), (330, "Scrutiny Officer")),
        row("10.00 am", (330, "Tel 01234 567890")),
    )
    meeting = plan.meeting
    assert (meeting.date, meeting.time) == (date(2025, 3, 4), time(10))
    assert (meeting.venue, meeting.contact) == ("Council Chamber, High Street", "Clare Madden")


def test_what_is_added_for_viewers_is_no_part_of_the_venue() -> None:
    plan = planned(row("Tuesday, 4 March 2025, 7.00 pm - Council Chamber, High Road (watch the live meeting here)"))
    assert plan.meeting.venue == "Council Chamber, High Road"


def test_address_broken_at_a_line_end() -> None:
    plan = planned(DAY, row("Contact: Ann Green, telephone 01234 567890, email ann.green@mill"), row("brook.gov.uk"))
    assert plan.meeting.contact_email == "ann.green@millbrook.gov.uk"


def test_contact_in_a_signature() -> None:
    after = (row("Serena Shani, Interim Principal Scrutiny Officer"), row("Tel - 01234 567890"))
    assert planned(DAY, after=after).meeting.contact == "Serena Shani"


def test_committee_named_only_in_general_words() -> None:
    plan = planned(DAY, row("Members of the committee are summoned to attend this meeting"))
    assert plan.meeting.committee == "Planning Committee"


def test_name_broken_at_a_line_end() -> None:
    plan = planned(
        DAY,
        row("Membership:", bold=True, above=8),
        row("Councillors Keith Witham (Chair), Catherine Baart, Stephen Cooksey, Colin Cross, John Furey, David"),
        row("Harmer and Jan Mason"),
    )
    assert [name for name, _, _ in people(plan)][-3:] == ["John Furey", "David Harmer", "Jan Mason"]


def test_wards_in_a_column() -> None:
    plan = planned(
        DAY,
        row("Membership", bold=True, above=8),
        row("Councillor C Anderson", (250, "Adel and Wharfedale"), (400, "Labour")),
        row("Councillor A Scopes (Chair)", (250, "Moortown"), (400, "Green Party")),
    )
    assert people(plan) == [("C Anderson", "member", "Adel and Wharfedale"), ("A Scopes", "chair", "Moortown")]


def test_role_after_the_body_represented() -> None:
    head = (DAY, row("Membership", above=10), row("Councillor Ann Fell (Chair)"))
    plan = planned(*head, row("Mary Clement, Integrated Care Board (Vice-Chair)"), row("Paul Grey, Healthwatch"))
    assert plan.members[1] == PlannedMember("Mary Clement", "vice-chair", "Integrated Care Board")


def test_exempt_item_whose_text_is_on_the_next_page() -> None:
    items = (*ITEMS, row("4", (90, "Exclusion of the public")), row("5", (90, "Sale of land at Dock Road")))
    after = (
        row((90, "(Exempt under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972)")),
        row("Jane Smith", above=8),
        row("Chief Executive"),
    )
    item = last_item(planned(DAY, items=items, after=after))
    assert (item.access, item.exempt_paragraphs) == ("exempt", [3])
    assert "Jane" not in item.text


def test_item_that_says_there_is_nothing_exempt() -> None:
    items = (*ITEMS, row("4", (90, "Exempt items")), row((90, "There are no exempt items.")))
    assert last_item(planned(DAY, items=items)).access == "open"


def test_notice_of_exclusion_before_the_opening_business() -> None:
    items = (
        row("1", (90, "Exempt information - possible exclusion of the press and public"), above=8),
        row("2", (90, "Declarations of interest")),
        *(row("3", (90, "Minutes (Pages 1 - 4)")), row("4", (90, "Work of the panel"))),
    )
    assert {item.access for item in planned(DAY, items=items).items} == {"open"}


def test_bold_title_broken_on_purpose() -> None:
    items = (
        *ITEMS,
        row("4", (90, "Local Plan Review"), bold=True, above=8),
        row((90, "Regulation 19 Consultation Responses"), bold=True),
        row((90, "To consider the responses to the consultation held in the autumn of 2024 and the next steps.")),
    )
    item = last_item(planned(DAY, items=items))
    assert item.title == "Local Plan Review Regulation 19 Consultation Responses"
    assert item.text.startswith("To consider")


def test_papers_printed_by_their_first_page_only() -> None:
    items = (
        row("1", (90, "Apologies"), above=8),
        row("2", (90, "To confirm the minutes of the last meeting; (attached - page 2)")),
        row("3", (90, "Village housing plan; (report attached - page 6)")),
    )
    front = [[*HEAD, DAY, row("AGENDA", bold=True, above=14), *items]]
    papers = [Paper("", 4, lines=("Minutes of a meeting of the Planning Committee",)), Paper("", 4)]
    plan = plan_pack(as_text(pack(front, papers, first_number=2, marks=False, stamps=False, number_form="{}")))
    assert [(item.title, item.first_page, item.last_page) for item in plan.items[1:]] == [
        ("To confirm the minutes of the last meeting", 2, 5),
        ("Village housing plan", 6, 9),
    ]
    assert plan.warnings[1:] == []


def test_ward_between_label_and_title() -> None:
    items = (
        row("1", (250, "Apologies"), above=8),
        row("2", (250, "Declarations of interest")),
        row("3", (110, "Moortown"), (250, "Minutes"), (500, "1 - 4")),
    )
    assert [item.title for item in planned(DAY, items=items).items] == [
        "Apologies",
        "Declarations of interest",
        "Minutes",
    ]


def test_list_of_notes_below_the_agenda() -> None:
    after = (
        row("Guidance on conduct of business", bold=True),
        row("1.", (90, "The reports are taken in the order of business.")),
        row("2.", (90, "The officers present the report and answer points.")),
    )
    assert [item.label for item in planned(DAY, after=after).items] == ["1", "2", "3"]


def test_questions_named_only_in_the_title() -> None:
    items = (
        *ITEMS,
        row("4", (90, "Public questions")),
        row((90, "These must be received no later than 12 noon on Wednesday 26 February 2025.")),
    )
    assert planned(DAY, items=items).meeting.questions_by == date(2025, 2, 26)


def test_agenda_on_the_second_page_is_no_paper_for_naming_minutes() -> None:
    second = [
        row("AGENDA", bold=True),
        row("1", (90, "APOLOGIES"), above=8),
        row("2", (90, "MINUTES OF THE PREVIOUS MEETING"), (470, "(Pages 1 - 4)")),
        row("3", (90, "DATE OF NEXT MEETING")),
    ]
    papers = [Paper("", 4, lines=("Minutes of a meeting of the Planning Committee",))]
    made = pack([[*HEAD, DAY], second], papers, marks=False, stamps=False)
    plan = plan_pack(as_text(made))
    assert [(item.label, item.first_page) for item in plan.items] == [("1", None), ("2", 1), ("3", None)]
