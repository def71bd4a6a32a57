"""The wordings in which front sheets give the particulars of a meeting."""

from datetime import date, time

import pytest

from documents.packs.front_fields import FrontFields, read_fields
from documents.packs.rows import rows_of
from tests.documents.packs.making import as_text, pack, rows


def fields(text: str) -> FrontFields:
    page = as_text(pack([rows(text)], marks=False)).pages[0]
    laid = rows_of(page)
    return read_fields(laid, laid, laid)


@pytest.mark.parametrize(
    ("text", "committee"),
    [
        (
            "Public Document Pack\nAgenda for a meeting of the Corporate Scrutiny Committee on Monday 3 March 2025",
            "Corporate Scrutiny Committee",
        ),
        ("NOTICE OF A MEETING\nThe Cabinet will meet", "Cabinet"),
        ("You are hereby summoned to attend a meeting of the\nPLANNING COMMITTEE\nto be held on", "Planning Committee"),
        (
            "AGENDA\nADULT SOCIAL CARE AND HEALTH OVERVIEW AND SCRUTINY PANEL",
            "Adult Social Care and Health Overview and Scrutiny Panel",
        ),
        ("Exham County Council\nRegulation Committee", "Regulation Committee"),
        ("Meeting of the Schools Forum", "Schools Forum"),
        ("Committee: Audit and Standards Committee\nDate: 4 March 2025", "Audit and Standards Committee"),
        ("LICENSING SUB-COMMITTEE\nMonday 3 March 2025", "Licensing Sub-Committee"),
        ("A meeting of the Council will be held at the Civic Centre on Tuesday 4 March 2025", "Council"),
        ("Summons\nMeeting of the Strategic Planning Board", "Strategic Planning Board"),
    ],
)
def test_committee(text: str, committee: str) -> None:
    assert fields(text).committee == committee


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("Date: 4 March 2025\nTime: 7.30 pm", date(2025, 3, 4), time(19, 30)),
        ("Date and Time: Tuesday, 4 March 2025 at 7.00pm", date(2025, 3, 4), time(19)),
        ("Meeting Date: 04/03/2025\nStart time: 19:30", date(2025, 3, 4), time(19, 30)),
        ("TUESDAY, 4 MARCH 2025 - 6PM", date(2025, 3, 4), time(18)),
        ("Wed 5 Mar 2025\n10.00 a.m.", date(2025, 3, 5), time(10)),
        ("held on Tuesday, 4th March, 2025 commencing at 12 noon", date(2025, 3, 4), time(12)),
        ("Published: 24 February 2025\nTuesday 4 March 2025\n2 pm", date(2025, 3, 4), time(14)),
        ("To approve the minutes of 7 January 2025\nTuesday 4 March 2025 at 2pm", date(2025, 3, 4), time(14)),
        ("Tuesday, 4 March 2025 at 2.00 pm (or on the rising of the Council, if later)", date(2025, 3, 4), time(14)),
    ],
)
def test_date_and_time(text: str, day: date, hour: time) -> None:
    found = fields(text)

    assert (found.day, found.hour) == (day, hour)


def test_time_that_is_no_hour() -> None:
    found = fields("Thursday 15 May 2025\nat the rising of the Annual Council meeting")

    assert found.hour is None
    assert "rising of the Annual Council" in found.time_text


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Venue: Committee Room 2, Town Hall", "Committee Room 2, Town Hall"),
        ("Venue:\nThe Guildhall, Exham", "The Guildhall, Exham"),
        ("Place: Council Chamber,\nCounty Hall, Exham", "Council Chamber, County Hall, Exham"),
        ("will be held at County Hall, Exham on Tuesday 4 March 2025", "County Hall, Exham"),
        ("will be held in the Council Chamber, Civic Offices on 4 March 2025", "Council Chamber, Civic Offices"),
        ("Tuesday 4 March 2025 at 7pm in the Council Chamber, Town Hall", "Council Chamber, Town Hall"),
        ("Tuesday 4 March 2025\nVirtual meeting via Microsoft Teams", "Virtual meeting via Microsoft Teams"),
        ("Venue: Remote Meeting", "Remote Meeting"),
        ("Tuesday 4 March 2025 at 10.00 am\nMembers: Councillor Hall", ""),
    ],
)
def test_venue(text: str, venue: str) -> None:
    assert fields(text).venue == venue


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Contact: Jane Doe", "Jane Doe"),
        ("Contact Officer: Jane Doe, Tel. 01234 567890", "Jane Doe"),
        ("Enquiries to: Mrs Jane Doe", "Jane Doe"),
        ("Please ask for: Jane Doe", "Jane Doe"),
        ("Ask for: Jane Doe (01234 567890)", "Jane Doe"),
        ("Committee Administrator: Jane Doe", "Jane Doe"),
        ("Democratic Services Officer: Jane Doe - 01234 567890", "Jane Doe"),
        ("For further information please contact Jane Doe on 01234 567890", "Jane Doe"),
        ("If you have any queries about this agenda please contact Jane Doe, Clerk", "Jane Doe"),
        ("Clerk: Jane Doe", "Jane Doe"),
        ("Contact:\nJane Doe\nDemocratic Services Officer", "Jane Doe"),
        ("Contact: Democratic Services", "Democratic Services"),
        ("Nothing to see here", ""),
    ],
)
def test_contact(text: str, contact: str) -> None:
    assert fields(text).contact == contact


def test_contact_with_telephone_and_address() -> None:
    found = fields("Contact: Jane Doe\nTel: 01234 567 890\nEmail: jane.doe@exham.example")

    assert (found.phone, found.email) == ("01234 567 890", "jane.doe@exham.example")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Despatched : 24 February 2025", date(2025, 2, 24)),
        ("Dispatch date: Monday 24 February 2025", date(2025, 2, 24)),
        ("Issued on: 24 February 2025", date(2025, 2, 24)),
        ("Date of publication: 24/02/2025", date(2025, 2, 24)),
        ("Agenda Published: 24 February 2025", date(2025, 2, 24)),
        ("Dated this 24th day of February 2025", date(2025, 2, 24)),
        ("DATED\n24 February 2025", date(2025, 2, 24)),
        ("Jane Doe\nChief Executive\nMonday, 24 February 2025", date(2025, 2, 24)),
        ("The policy was published in the year to 24 February 2026", None),
        ("Contact: Jane Doe", None),
    ],
)
def test_despatched(text: str, day: date | None) -> None:
    assert fields(f"Meeting on Tuesday 4 March 2025 at 7pm\n{text}").despatched == day


@pytest.mark.parametrize(
    ("text", "quorum"),
    [
        ("Quorum: 3", 3),
        ("Quorum is 4 Councillors", 4),
        ("Quorum – 3 Members", 3),
        ("(Quorum = 3)", 3),
        ("a quorum of five", 5),
        ("The quorum for this meeting is three voting members", 3),
        ("The quorum is one quarter of the members", None),
        ("The quorum is 50% of members", None),
        ("No such word", None),
    ],
)
def test_quorum(text: str, quorum: int | None) -> None:
    assert fields(text).quorum == quorum


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The next meeting of the Committee will be on 18 April\n2025", date(2025, 4, 18)),
        ("Date of next meeting: 18 April 2025", date(2025, 4, 18)),
        ("Date of Next Meeting - Friday 18 April", date(2025, 4, 18)),
        ("Dates of future meetings: 18 April 2025, 6 June 2025", date(2025, 4, 18)),
        ("The next meeting is to be arranged", None),
    ],
)
def test_next_meeting(text: str, day: date | None) -> None:
    assert fields(f"Meeting on Tuesday 4 March 2025 at 7pm\n{text}").next_meeting == day
