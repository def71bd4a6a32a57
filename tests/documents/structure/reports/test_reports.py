import datetime
import re
from collections import Counter
from dataclasses import replace
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.structure.mending import mended
from documents.structure.pieces import Piece, PieceKind
from documents.structure.reports import read_report
from documents.structure.understood import PaperWarning, ReadReport, ReadSection
from tests.documents.structure.reports.making import heading, item, numbered, paragraph, table

HEADER = [
    paragraph("Report of: Director of Parks"),
    paragraph("Meeting of: Open Spaces Committee"),
    paragraph("Date: 4 May 2023"),
    paragraph("Ward(s): Abbey and Quay"),
    paragraph("Subject: Allotment rents"),
]


def read(*body: Piece) -> ReadReport:
    report = read_report([*HEADER, *body], [])
    assert report is not None
    return report


def sections(*body: Piece) -> list[ReadSection]:
    return read(*body).sections


def labels(section: ReadSection) -> list[str]:
    return [paragraph.label for paragraph in section.paragraphs]


def test_header_in_lines_is_read() -> None:
    report = read(heading("Background", "1"), numbered("1.1", "Rents were last set in 2019."))

    assert report.report_of == "Director of Parks"
    assert report.meeting_of == "Open Spaces Committee"
    assert report.date == datetime.date(2023, 5, 4)
    assert report.wards == ["Abbey", "Quay"]
    assert report.subject == "Allotment rents"


def test_value_below_its_label_is_read() -> None:
    pieces = [paragraph("Report of:"), paragraph("Head of Law"), *HEADER[1:], heading("Background", "1")]
    report = read_report(pieces, [])

    assert report is not None
    assert report.report_of == "Head of Law"


def test_header_in_a_table_of_columns_is_read() -> None:
    rows = [("Meeting of:", "Date", "Ward(s)"), ("Licensing Committee", "7 June 2022", "All")]
    report = read_report([paragraph("Report of: Head of Law"), table(*rows), heading("Synopsis", "1")], [])

    assert report is not None
    assert (report.meeting_of, report.date, report.wards) == (
        "Licensing Committee",
        datetime.date(2022, 6, 7),
        ["All"],
    )


def test_number_on_its_own_line_makes_a_heading_of_a_plain_line() -> None:
    found = sections(paragraph("3 Background"), numbered("3.1", "The rents were frozen."))

    assert [(section.label, section.heading) for section in found] == [("3", "Background")]


def test_heading_with_its_text_on_the_same_line_keeps_both() -> None:
    found = sections(heading("Background", "1"), paragraph("Appendices: None."))

    assert (found[-1].heading, found[-1].paragraphs[0].text) == ("Appendices", "None.")


def test_bold_recommendation_is_no_heading() -> None:
    bold = replace(heading("Recommendation 1: That the rents be frozen for a year"), kind="heading")
    found = sections(heading("Response to recommendations", "4"), bold, paragraph("The Executive agrees."))

    assert [section.heading for section in found] == ["Response to recommendations"]


def test_bullets_and_table_belong_to_the_numbered_paragraph_above() -> None:
    found = sections(
        heading("Background", "1"),
        numbered("1.1", "The plots are:"),
        item("full;"),
        item("half."),
        table(("Plot", "Rent"), ("Full", "£60")),
        numbered("1.2", "All are let."),
    )

    assert labels(found[0]) == ["1.1", "1.2"]
    assert found[0].paragraphs[0].text == "The plots are:\n• full;\n• half.\n\nPlot | Rent\nFull | £60"


def test_plain_numbers_below_a_numbered_paragraph_are_a_part_of_it() -> None:
    found = sections(
        heading("Background", "1"),
        numbered("1.1", "Two things are asked:"),
        numbered("1", "that rents rise;"),
        numbered("2", "that water is metered."),
        numbered("1.2", "Both are new."),
    )

    assert labels(found[0]) == ["1.1", "1.2"]
    assert found[0].paragraphs[0].text == "Two things are asked:\n1. that rents rise;\n2. that water is metered."


def test_paragraph_without_a_number_stands_for_itself_with_its_page() -> None:
    found = sections(heading("Background", "1"), numbered("1.1", "First."), paragraph("And more.", page=2))

    assert [(one.label, one.text, one.page) for one in found[0].paragraphs] == [
        ("1.1", "First.", 1),
        ("", "And more.", 2),
    ]


def test_numbers_that_begin_again_in_every_list_still_head_sections() -> None:
    found = sections(
        numbered("1", "Synopsis"),
        numbered("1.1", "Rents rise."),
        numbered("1", "The years since the last review"),
        numbered("2.1", "None rose."),
    )

    assert [section.heading for section in found] == ["Synopsis", "The years since the last review"]


def test_sentence_without_an_end_is_no_heading() -> None:
    found = sections(heading("Recommendations", "2"), numbered("2.1", "To welcome the findings of the review"))

    assert labels(found[0]) == ["2.1"]


def test_line_that_leads_to_numbers_is_no_heading() -> None:
    found = sections(heading("Recommendations", "2"), paragraph("That the Committee:-"), numbered("2.1", "note it."))

    assert [section.heading for section in found] == ["Recommendations"]


def test_exempt_word_that_is_left_of_two_is_read() -> None:
    rows = ("Delete as appropriate", "", "Non-exempt")
    report = read_report([*HEADER, table(rows), heading("Synopsis", "1")], [])

    assert report is not None
    assert report.exempt is False


def test_exempt_words_that_both_stand_tell_nothing() -> None:
    rows = ("Delete as appropriate", "Exempt", "Non-exempt")
    report = read_report([*HEADER, table(rows), heading("Synopsis", "1")], [])

    assert report is not None
    assert report.exempt is None


def test_report_with_an_exempt_appendix_is_not_exempt_itself() -> None:
    note = paragraph("Appendix 2 is not for publication by virtue of paragraph 3 of Schedule 12A")
    report = read_report([*HEADER, note, heading("Synopsis", "1")], [])

    assert report is not None
    assert report.exempt is None


def test_clearance_with_the_name_below_its_label_is_read() -> None:
    report = read(
        heading("Conclusion", "5"),
        paragraph("Final report clearance:"),
        paragraph("Signed by:"),
        paragraph("Ada Birch"),
        paragraph("Director of Parks"),
        paragraph("Date 2 May 2023"),
        paragraph("Financial Implications Author: Roy Poole, Accountant"),
        paragraph("Tel: 01632 960144"),
        paragraph("Email: roy.poole@abbeyford.example"),
    )

    clearance = report.clearance
    assert (clearance.signed_by, clearance.post, clearance.date) == (
        "Ada Birch",
        "Director of Parks",
        datetime.date(2023, 5, 2),
    )
    author = clearance.authors[0]
    assert (author.role, author.name, author.post, author.phone, author.email) == (
        "financial implications",
        "Roy Poole",
        "Accountant",
        "01632 960144",
        "roy.poole@abbeyford.example",
    )


def test_implication_text_of_several_paragraphs_is_whole() -> None:
    report = read(
        heading("Implications", "4"),
        paragraph("Legal Implications"),
        numbered("4.1", "The Allotments Act 1950 applies."),
        numbered("4.2", "Notice is a year."),
        paragraph("Conclusion"),
        numbered("5.1", "Rents should rise."),
    )

    assert [(one.kind, one.text) for one in report.implications] == [
        ("legal", "The Allotments Act 1950 applies.\n\nNotice is a year.")
    ]


def test_report_whose_meeting_is_not_told_is_warned_of() -> None:
    warnings: list[PaperWarning] = []
    read_report([HEADER[0], HEADER[4], heading("Recommendations", "1"), numbered("1.1", "That rents rise.")], warnings)

    assert [(warning.page, "its meeting" in warning.message) for warning in warnings] == [(1, True)]


def test_number_that_is_left_out_is_warned_of_with_its_page() -> None:
    warnings: list[PaperWarning] = []
    read_report(
        [*HEADER, heading("Background", "4"), numbered("4.1", "It is so."), numbered("4.3", "So.", 2)], warnings
    )

    assert [(warning.page, "4.2" in warning.message) for warning in warnings] == [(2, True)]


def test_notice_of_decisions_is_no_report() -> None:
    notice = [heading("Decision Notice"), *HEADER, heading("Reasons for decision"), paragraph("As in the report.")]

    assert read_report(notice, []) is None


def test_letter_is_no_report() -> None:
    assert read_report([paragraph("Dear Councillor"), paragraph("Thank you for your letter.")], []) is None


KINDS: st.SearchStrategy[PieceKind] = st.sampled_from(get_args(PieceKind))
LABELS = st.sampled_from(["1", "2", "1.1", "1.2", "3.1.4", "4.12", "(a)", "•"])
WORDS = st.sampled_from(["Background", "Implications:", "Legal", "is", "the rent", "Signed by:", "None.", "1.", "Date"])


@st.composite
def pieces(draw: st.DrawFn) -> list[Piece]:
    """A body in which every piece holds one word of its own."""
    found = []
    for number in range(draw(st.integers(0, 14))):
        kind = draw(KINDS)
        text = f"{draw(WORDS)} word{number}x {draw(WORDS)}"
        label = draw(LABELS) if kind in ("numbered", "item") else ""
        page = number // 4 + 1
        if kind in ("table", "lines"):
            found.append(Piece(kind, page, rows=((text, draw(WORDS)), (draw(WORDS), ""))))
        else:
            found.append(Piece(kind, page, text, label, strong=draw(st.booleans())))
    return found


@settings(deadline=None)
@given(pieces())
def test_every_word_of_a_body_is_in_the_report_exactly_once(body: list[Piece]) -> None:
    report = read(heading("Synopsis", "1"), *mended(body))

    told = [text for section in report.sections for text in (section.heading, *(p.text for p in section.paragraphs))]
    count = Counter(re.findall(r"word\d+x", "\n".join([*told, report.subject, *report.wards])))
    expected = {f"word{number}x" for number in range(len(body))}
    assert set(count) == expected
    assert set(count.values()) <= {1}


@settings(deadline=None)
@given(st.lists(st.builds(Piece, KINDS, st.integers(1, 3), st.text(max_size=60), st.text(max_size=6)), max_size=12))
def test_no_pieces_are_too_odd_to_read(body: list[Piece]) -> None:
    read_report(mended(body), [])


def test_committee_beside_the_number_of_its_agenda_item_is_read() -> None:
    lines = ["Elm City Council", "Place Overview & Scrutiny    Agenda Item 14", "Subject: Shelters", "Date: 4 May 2023"]
    report = read_report([*map(paragraph, [*lines, "Report of: Director of Parks"]), heading("Background", "1")], [])

    assert report is not None
    assert (report.meeting_of, report.subject) == ("Place Overview & Scrutiny", "Shelters")


def test_telephone_and_address_below_the_contact_are_hers() -> None:
    lines = ["Contact Officer: Name: Jo Ash", "Tel: 01632 960000", "Email: jo.ash@example.org"]
    report = read_report([*HEADER, *map(paragraph, lines), heading("Background", "1")], [])

    assert report is not None
    assert [(one.name, one.phone, one.email) for one in report.clearance.authors] == [
        ("Jo Ash", "01632 960000", "jo.ash@example.org")
    ]


def test_header_of_labels_over_values_with_the_title_in_two_words() -> None:
    lines = [
        *("HOUSING COMMITTEE", "14 January 2020", "Allotments Review", "Final Decision-Maker", "Housing Committee"),
        *("Lead Head of Service", "Jo Ash, Head of Parks", "Wards affected", "Abbey and Quay"),
    ]
    report = read_report([*map(paragraph, lines), heading("BACKGROUND", "1"), numbered("1.1", "It rains.")], [])

    assert report is not None
    assert (report.subject, report.report_of) == ("Allotments Review", "Jo Ash, Head of Parks")
    assert (report.meeting_of, report.wards) == ("Housing Committee", ["Abbey", "Quay"])


def test_implications_in_a_table_of_cross_cutting_issues() -> None:
    rows = [("Issue", "Implications", "Sign-off"), ("Financial", "Rents rise.", "Finance"), ("Legal", "None.", "Law")]
    report = read(heading("Cross-cutting issues and implications", "5"), table(*rows))

    assert [one.kind for one in report.implications] == ["financial", "legal"]
