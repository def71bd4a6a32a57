"""Pages of a committee system."""

from datetime import date, time

from documents.structure.minutes import read_minutes
from documents.structure.pieces import pieces_of
from documents.structure.sources import pages_of_html, pages_of_text
from documents.structure.understood import PaperWarning, ReadMinutes, ReadSubstitute

ITEM = """Skip to content

Agenda item

Cabinet Member's Annual Talk

Minutes:

Councillor Ash gave a talk.

·         The first point.

·         The second point.

The Committee thanked Councillor Ash.

Supporting documents:

Talk pdf icon PDF 99 KB
"""
MEETING = """<main><h1>Agenda, decisions and minutes</h1><h2>Parks Committee - Monday 3 March 2025 7.00 pm</h2>
<p>Venue: Town Hall, Elm. View directions</p><p>Contact: Jo</p>
<table><tr><td><p class="mgAiTitleTxt">12.</p></td><td><p class="mgAiTitleTxt">Apologies</p><p>To receive apologies.</p>
<p>Minutes:</p><p>Apologies were received from Councillor Cray.</p></td></tr>
<tr><td><p class="mgAiTitleTxt">13.</p></td><td><p class="mgAiTitleTxt">Trees</p><p>Additional documents:</p>
<ul><li>Map</li></ul><p>Decision:</p><p><b>RESOLVED</b> that:</p><p>1. trees be planted;</p><p>2. they be watered.</p>
<p>Minutes:</p><p>Trees were discussed at &nbsp;...&nbsp; view the full minutes text for item 13.</p></td></tr>
<tr><td><p class="mgAiTitleTxt">14.</p></td><td><p class="mgAiTitleTxt">Ponds</p><p>To note.</p></td></tr></table>
</main>"""


def text_page(text: str) -> ReadMinutes | None:
    return read_minutes(pieces_of(pages_of_text(text)), [])


def test_page_of_one_item_names_no_meeting() -> None:
    minutes = text_page(ITEM)

    assert minutes is not None
    assert (minutes.committee, minutes.date, len(minutes.entries)) == ("", None, 1)
    assert minutes.entries[0].title == "Cabinet Member's Annual Talk"
    assert minutes.entries[0].text.startswith("Councillor Ash gave a talk.\n• The first point.")
    assert minutes.entries[0].text.endswith("The Committee thanked Councillor Ash.")


def test_page_of_a_meeting() -> None:
    warnings: list[PaperWarning] = []

    minutes = read_minutes(pieces_of(pages_of_html(MEETING)), warnings)

    assert minutes is not None
    assert (minutes.committee, minutes.date, minutes.time) == ("Parks Committee", date(2025, 3, 3), time(19))
    assert minutes.venue == "Town Hall, Elm"
    assert minutes.apologies == ["Cray"]
    assert [(minute.number, minute.title) for minute in minutes.entries] == [("12", "Apologies"), ("13", "Trees")]
    assert minutes.entries[1].resolved == ["1. trees be planted;", "2. they be watered."]
    assert minutes.entries[1].text == "Trees were discussed at"
    assert "only the beginning" in warnings[0].message


def test_agenda_of_a_meeting_without_minutes_is_no_minutes() -> None:
    assert text_page("Agenda item\n\nTrees\n\nSupporting documents:\n\nTrees PDF 99 KB") is None


def test_page_of_a_meeting_as_a_table() -> None:
    minutes = text_page(
        """Venue: Committee Room 1, Civic Centre. View directions

| No. | Item |
| --- | --- |
| | Apologies and Substitutions Minutes: Councillor Ash was in attendance as a substitute for Councillor Box. |
| | Declarations of Interest To receive declarations on any matters on the agenda. Minutes: None. |
| | Budget Report Additional documents: Minutes: The report was given. RESOLVED that it be noted. |
"""
    )

    assert minutes is not None
    assert [(minute.title, minute.text) for minute in minutes.entries[1:]] == [
        ("Declarations of Interest", "None."),
        ("Budget Report", "The report was given."),
    ]
    assert minutes.entries[2].resolved == ["that it be noted."]
    assert minutes.substitutes == [ReadSubstitute("Ash", "Box")]


def test_numbers_alone_on_their_lines() -> None:
    minutes = text_page(
        "Agenda and minutes\n\nItems\n\n1.\n\nApologies\n\nMinutes:\n\nThere were none.\n\n2.\n\n"
        "Trees pdf icon PDF 9 KB\n\nTo note.\n\nMinutes:\n\nRESOLVED – That trees be planted.\n\n"
        " ...  view the full minutes text for item 2."
    )

    assert minutes is not None
    assert [(minute.number, minute.title) for minute in minutes.entries] == [("1", "Apologies"), ("2", "Trees")]
    assert minutes.entries[1].resolved == ["That trees be planted."]
    assert minutes.entries[1].text == ""


def test_page_numbers_its_minutes_by_the_year() -> None:
    page = """Agenda and minutes

Moor Park Authority - Monday, 21st June, 2021 10.00 am

Items
No. Item

79/21

Correspondence

To receive letters.

Minutes:

The Chair noted the letters.

80/21

Minutes pdf icon PDF 88 KB

Minutes:

RESOLVED:

a)   To approve the minutes of 28 May 2021.
"""

    minutes = text_page(page)

    assert minutes is not None
    assert [(entry.number, entry.title) for entry in minutes.entries] == [
        ("79/21", "Correspondence"),
        ("80/21", "Minutes"),
    ]


def test_page_of_an_issue_names_its_meeting() -> None:
    page = """Issue - meetings

WORK PROGRAMME

Meeting: 12/12/2024 - Cabinet (Item 12)

12 WORK PROGRAMME

Report of the Scrutiny Officer

Meeting: 07/01/2025 - Overview and Scrutiny Committee (Item 69)

69 WORK PROGRAMME pdf icon PDF 132 KB

Decision:

RESOLVED: That the programme be noted.

Minutes:

The Scrutiny Officer presented the report.
"""

    minutes = text_page(page)

    assert minutes is not None
    assert (minutes.committee, minutes.date) == ("Overview and Scrutiny Committee", date(2025, 1, 7))
    assert [(entry.number, entry.title) for entry in minutes.entries] == [("69", "WORK PROGRAMME")]
    assert minutes.entries[0].resolved == ["That the programme be noted."]


def test_item_without_the_words_that_say_so() -> None:
    page = "72 Rents\n\nPDF 241 KB\n\nAdditional documents:\n\nMinutes:\n\nThe Head of Law reported on rents."

    minutes = text_page(page)

    assert minutes is not None
    assert (minutes.committee, minutes.date) == ("", None)
    assert [(entry.number, entry.title) for entry in minutes.entries] == [("72", "Rents")]


def test_title_without_the_dash_behind_it() -> None:
    page = "Agenda item\n\nRENTS -\n\nMinutes:\n\nRents were discussed."

    minutes = text_page(page)

    assert minutes is not None
    assert minutes.entries[0].title == "RENTS"


def test_reasons_below_a_decision_are_no_part_of_it() -> None:
    page = """Agenda item

Work programme

Decision:

RESOLVED:

(1) That the programme be noted.

REASONS FOR DECISIONS:

(1) To plan the year.

Minutes:

The Scrutiny Officer presented the report.
"""

    minutes = text_page(page)

    assert minutes is not None
    assert minutes.entries[0].resolved == ["(1) That the programme be noted."]
    assert "To plan the year." in minutes.entries[0].text
    assert "The Scrutiny Officer presented the report." in minutes.entries[0].text
