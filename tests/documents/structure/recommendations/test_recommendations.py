"""What reports ask their meetings to decide, and what reviews ask executives to do, in many councils' styles."""

import pytest

from documents.structure.recommendations import read_recommendations
from documents.structure.understood import PaperWarning
from tests.documents.structure.recommendations import meeting_papers, more_papers, odd_papers, papers
from tests.documents.structure.recommendations.reading import made, parts, pieces, progress, recommendations, responses


def test_response_paper_asks_its_own_meeting_apart_from_the_review() -> None:
    assert made(papers.CABINET_TABLE, "meeting") == [
        ("1.1", "Cabinet is recommended to agree the responses set out in Appendix A."),
        ("1.2", "Cabinet is recommended to thank the Panel for its work."),
    ]
    assert [label for label, _ in made(papers.CABINET_TABLE, "executive")] == ["1", "2", "3", "4"]


def test_words_above_a_list_are_the_lead_of_each() -> None:
    read = [one for one in recommendations(papers.COUNTY_HTML) if one.to == "meeting"]

    assert [(one.lead, one.text) for one in read] == [
        ("The Executive is asked to:", "approve the response in this report; and"),
        ("The Executive is asked to:", "refer it to the Scrutiny Board."),
    ]


def test_review_lists_by_letter_and_figure_with_all_paragraphs() -> None:
    assert made(papers.TASK_GROUP, "executive") == [
        ("R1", "appoint an Empty Homes Officer for two years."),
        (
            "R2",
            "charge the highest premium that the law allows on homes empty for more than two years, and publish each "
            "year:\n• how many homes are charged;\n• what has been raised.\n\n"
            "The money raised should be spent on bringing homes back into use.",
        ),
        ("R3", "write to every owner."),
    ]
    assert [one.number for one in recommendations(papers.TASK_GROUP)] == [1, 2, 3]


def test_roman_points_below_a_numbered_paragraph_are_its_parts() -> None:
    assert [one.label for one in recommendations(papers.SCOTTISH)] == ["2.1"]
    assert [label for label, _ in parts(papers.SCOTTISH)["2.1"]] == ["i", "ii", "iii"]


def test_list_in_a_cell_beside_its_name_is_parted() -> None:
    assert made(papers.COMBINED_AUTHORITY, "meeting") == [
        ("1", "Note the progress of the scheme."),
        ("2", "Approve the outline business case."),
        ("3", "Delegate authority to the Chief Executive to procure advisers."),
    ]


def test_bullets_that_members_are_asked_without_heading() -> None:
    assert made(papers.BULLETED, "meeting") == [
        ("", "note the performance of the repairs service in the second quarter;"),
        ("", "comment on the draft action plan in Annex 1; and"),
        ("", "agree the dates of the estate walkabouts."),
    ]


def test_summary_and_evidence_are_no_recommendations() -> None:
    assert made(papers.THEMED, "meeting") == []
    assert made(papers.THEMED, "executive") == [
        ("1", "That the Council light every alley behind the market, beginning with those named in Annex 2."),
        (
            "2",
            "That the Executive Member ask operators for a night bus on Fridays and Saturdays, and report what they "
            "answer.",
        ),
        (
            "3",
            "That the licensing team offer free training to door staff every spring, and that it cover:\n"
            "(a) spotting drugged drinks; and\n(b) helping somebody who is alone.",
        ),
    ]


def test_list_of_a_final_report_goes_on_below_names_of_themes() -> None:
    assert [label for label, _ in made(papers.NUMBERED_FINAL, "executive")] == ["1", "2", "3"]
    assert made(papers.NUMBERED_FINAL, "executive")[1][1].endswith("The list should be brought up to date every month.")


def test_officer_who_names_recommendations_asks_the_meeting() -> None:
    assert [label for label, _ in made(papers.OFFICER_NAMED, "meeting")] == ["1", "2"]
    assert made(papers.OFFICER_NAMED, "executive") == []


def test_conditions_are_parts_of_one_recommendation() -> None:
    assert made(papers.RECOMMENDED_THAT, "meeting")[0][1].startswith("RECOMMENDED that planning permission be GRANTED")
    assert parts(papers.RECOMMENDED_THAT)[""] == [
        ("a", "the conditions set out below; and"),
        ("b", "a legal agreement on affordable homes."),
    ]


def test_sentence_that_asks_the_board_is_found_without_heading() -> None:
    assert made(papers.NO_HEADING, "meeting") == [
        ("", "The Board is asked to endorse the winter plan and to note the risks in section 4.")
    ]


def test_title_of_a_recommendation_stands_above_its_words() -> None:
    assert made(more_papers.TITLED, "executive") == [
        (
            "1",
            "Devices\n\nThe Council should refurbish its old laptops and lend them to residents who have none.\n\n"
            "It should do so through libraries.",
        ),
        ("2", "Skills\n\nThe Council should train two digital champions in each library."),
        ("3", "(Cabinet Member for Communities): Data\n\nThe Council should ask operators for cheaper tariffs."),
    ]


def test_box_with_lettered_points_is_one_recommendation() -> None:
    assert [label for label, _ in parts(more_papers.BOXED)[""]] == ["a", "b"]
    assert len(recommendations(more_papers.BOXED)) == 1


def test_decisions_requested_are_recommendations() -> None:
    assert made(more_papers.DECISIONS_REQUESTED, "meeting") == [
        ("1", "notes the position on waiting times;"),
        (
            "2",
            "agrees to receive a further report in June 2025, which should cover:\n• reviews; and\n"
            "• home adaptations; and",
        ),
        ("3", "recommends to Council that the charging policy be adopted."),
    ]


def test_heading_in_two_languages_opens_recommendations() -> None:
    assert [label for label, _ in made(more_papers.WELSH_DOUBLE, "meeting")] == ["4.1", "4.2"]


def test_summary_under_legal_implications_is_left_out() -> None:
    assert made(more_papers.LEGAL_SUMMARY, "executive") == [
        ("One", "That every report of damp be answered in three days."),
        ("Two", "That a surveyor visit within a fortnight."),
    ]
    assert made(more_papers.LEGAL_SUMMARY, "meeting") == [("2.1", "To thank the Committee.")]


def test_roman_points_run_together_by_the_file_are_parted() -> None:
    assert [one.label for one in recommendations(more_papers.SCRUTINY_TO_MEETING)] == ["i", "ii", "iii"]


def test_lettered_points_below_a_bracketed_number_are_parts() -> None:
    read = [one for one in recommendations(odd_papers.LETTERED_AGENDA) if one.to == "meeting"]

    assert [one.label for one in read] == ["1", "2", "3"]
    assert [part.label for part in read[1].parts] == ["a", "b"]
    assert read[2].text == "ask for a report in a year."


def test_decimals_of_a_panel_to_the_mayor_are_for_the_executive() -> None:
    assert [label for label, _ in made(odd_papers.MAYORAL, "executive")] == ["7.1", "7.2", "7.3"]
    assert [label for label, _ in parts(odd_papers.MAYORAL)["7.1"]] == ["i", "ii"]


def test_recommendation_summarised_first_is_read_once_in_its_fullest_words() -> None:
    assert [label for label, _ in made(odd_papers.SUMMARISED, "executive")] == ["1", "2"]
    assert "at least three years" in made(odd_papers.SUMMARISED, "executive")[0][1]


def test_points_below_a_numbered_lead_are_recommendations_with_that_lead() -> None:
    read = recommendations(odd_papers.DECIMAL_POINTS)

    assert [(one.label, one.lead) for one in read] == [
        ("4.1.1", "Committee is asked to approve:"),
        ("4.1.2", "Committee is asked to approve:"),
        ("4.2", ""),
    ]


def test_second_body_asked_in_the_same_list_leads_the_rest() -> None:
    assert [(one.label, one.lead) for one in recommendations(odd_papers.TWO_BODIES)] == [
        ("1", "That Cabinet:"),
        ("2", "That Cabinet:"),
        ("3", "That Council:"),
    ]


def test_recommendations_listed_and_then_repeated_are_read_once() -> None:
    assert [one.label for one in recommendations(odd_papers.SAID_TWICE)] == ["1", "2", "3", "4"]


def test_lettered_list_keeps_its_roman_points_as_parts() -> None:
    read = recommendations(odd_papers.SLASHED)

    assert [one.label for one in read] == ["a", "b", "c"]
    assert [(part.label, part.text) for part in read[1].parts] == [
        ("i", "correct errors; and"),
        ("ii", "update job titles."),
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (meeting_papers.BRACKETED_NUMBERS, ["1", "2"]),
        (meeting_papers.POINTS_WITH_LETTERS, ["2.1.1", "2.1.2", "2.1.3"]),
        (meeting_papers.COUNCIL_BUDGET, ["1"]),
        (meeting_papers.GRANT_PERMISSION, [""]),
        (meeting_papers.ROMAN_WITH_LEAD_OFFICER, ["i", "ii", "iii"]),
        (meeting_papers.SQUARE_BRACKETS, ["1", "2"]),
        (meeting_papers.WITHOUT_FULL_STOPS, ["a", "b", "c"]),
        (meeting_papers.REFUSE_PERMISSION, [""]),
        (meeting_papers.SUMMARY_AND_RECOMMENDATIONS, ["", ""]),
        (meeting_papers.LETTERS_WITH_STOPS, ["1", "2", "3"]),
        (meeting_papers.LICENSING, [""]),
    ],
)
def test_report_asks_its_meeting_in_its_own_form(text: str, labels: list[str]) -> None:
    read = recommendations(text)

    assert [one.label for one in read] == labels
    assert {one.to for one in read} == {"meeting"}


def test_last_of_a_list_ends_before_who_leads_and_why() -> None:
    assert made(meeting_papers.ROMAN_WITH_LEAD_OFFICER, "meeting")[-1][1].endswith("December.")
    assert made(meeting_papers.LICENSING, "meeting") == [("", "That the Sub-Committee determine the application.")]
    assert made(meeting_papers.GRANT_PERMISSION, "meeting") == [
        ("", "GRANT PERMISSION subject to the conditions in section 9.")
    ]


def test_minutes_make_no_recommendations_of_their_own() -> None:
    assert recommendations(odd_papers.MINUTES) == []


def test_risks_that_are_numbered_alike_are_no_recommendations() -> None:
    assert recommendations(odd_papers.RISKS) == []
    assert responses(odd_papers.RISKS) == []


def test_status_of_measures_is_no_progress_of_recommendations() -> None:
    assert [one.label for one in recommendations(odd_papers.PERFORMANCE)] == ["2.1"]
    assert progress(odd_papers.PERFORMANCE) == []


def test_gap_in_the_numbers_is_told_to_the_clerk() -> None:
    warnings: list[PaperWarning] = []
    text = "# Final report of the Review Group\n\n" + "\n\n".join(
        f"Recommendation {number}: The Council should do thing {number}." for number in (1, 2, 4)
    )

    read_recommendations(pieces(text), warnings)

    assert [warning.message for warning in warnings] == ["The recommendations are numbered to 4, but 3 was not found."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Recommendation 3 was not approved:",
        "Recommendation 2 relates to parking.",
        "As noted in recommendation 2.1 it is unlikely.",
        "The report recommendations were moved by the Chair.",
        "Conclusion and reasons for recommendations",
    ],
)
def test_sentence_about_a_recommendation_is_none(sentence: str) -> None:
    assert recommendations(f"Minutes\n\n{sentence}\n\nMore was said.") == []


def test_recommendations_that_a_sentence_announces() -> None:
    text = """Purpose of Report

Decision

This report makes the following recommendations to this Committee:

1. That the site be sold.

2. That rents rise.

Timetable
"""

    assert made(text, "meeting") == [("1", "That the site be sold."), ("2", "That rents rise.")]
