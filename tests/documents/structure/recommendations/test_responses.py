"""Responses of executives, in the styles of many councils."""

from documents.structure.recommendations import read_responses
from documents.structure.understood import PaperWarning
from tests.documents.structure.recommendations import more_papers, odd_papers, papers
from tests.documents.structure.recommendations.reading import answers, made, parts, pieces, responses


def test_response_in_table_keeps_who_and_when_below_its_words() -> None:
    said = answers(papers.CABINET_TABLE)

    assert said["1"] == "Accepted. A map will be on the website.\n\nLead officer: Jo Bright\nTimescale: June 2024"
    assert said["3"] == "Rejected."


def test_row_of_table_that_runs_on_below_headings_given_again_is_joined() -> None:
    said = answers(papers.CABINET_TABLE)

    assert list(said) == ["1", "2", "3", "4"]
    assert said["4"].startswith("Noted. The Cabinet Member will consider it when the budget is known.")


def test_recommendation_in_table_has_its_parts() -> None:
    assert parts(papers.CABINET_TABLE) == {"2": [("a", "in term time; and"), ("b", "in the holidays.")]}


def test_table_for_each_recommendation_is_read_by_its_names() -> None:
    assert made(papers.COUNTY_HTML, "executive") == [
        ("1", "That repairs be inspected within a month."),
        ("2", "That residents be told when a report is closed."),
    ]
    assert answers(papers.COUNTY_HTML) == {
        "1": "Agreed. Inspectors will see one in five.\n\nLead officer: Head of Maintenance",
        "2": "Agreed in principle, subject to the new contract.\n\nLead officer: Customer Manager",
    }


def test_response_under_heading_of_its_own_runs_to_next_recommendation() -> None:
    assert answers(papers.WELSH_HEADINGS) == {
        "1": "Accept.\n\nMeasuring will begin in the spring and end before admissions open.",
        "2": "Partially Accept. Passes for pupils who apply late cannot be promised.",
        "3": "Accept.",
    }


def test_lettered_recommendations_and_groups_are_answered_each() -> None:
    said = answers(papers.PARTLY_ANSWERED)

    assert said["9 (a)"] == "Agreed. Advisers have been recruited."
    assert said["9 (b)"] == "Not agreed, for it would cost £90,000 a year."
    assert said["10"] == said["11"] == "Both are agreed."
    assert said["Twelve"] == "Under discussion with the colleges.\n\nA decision is expected in May."


def test_numbered_paragraphs_and_heading_within_response_are_kept() -> None:
    assert answers(papers.LONG_RESPONSE) == {
        "One": "A list exists.\n\nIt will be published:\n(a) on the website; and\n(b) in libraries.\n\nNext steps\n\n"
        "A meeting with clubs will be held.",
        "Two": "Fees were capped in 2020.",
    }


def test_recommendation_says_which_paragraph_it_stands_in() -> None:
    said = responses(papers.LONG_RESPONSE)

    assert [one.number for one in said] == [1, 2]
    assert said[0].recommendation == "The Council should keep a list of pitches.\n\nThe list should be public."


def test_cells_that_came_as_lines_are_a_table_again() -> None:
    assert answers(papers.CELLS_AS_LINES) == {
        "1": "Agreed. The programme begins in October.",
        "2": "Not agreed. Sandbags spoil.",
    }


def test_mere_yes_keeps_the_question_it_answers() -> None:
    assert answers(more_papers.AGREE_COLUMN) == {
        "1": "Agree? Yes\n\nTalks begin in May.",
        "2": "In part\n\nThe law does not allow it yet.",
        "3": "Agree? No",
    }


def test_responses_without_numbers_are_read_in_order() -> None:
    assert [(one.recommendation, one.response) for one in responses(more_papers.WITHOUT_NUMBERS)] == [
        (
            "That more bins be placed on the canal path.",
            "Twelve bins have been ordered.\n\nThey will be in place by June.",
        ),
        ("That fines be raised to the legal limit.", "Agreed."),
    ]


def test_numbered_points_with_responses_are_recommendations_to_the_executive() -> None:
    assert answers(more_papers.NUMBERED_RESPONSES) == {
        "1": "Not accepted. There are 1,400 stops.",
        "2": "Accepted. Solar lamps will be fitted.\n\nThe first fifty are on order.",
        "3": "Accepted.",
    }
    assert made(more_papers.NUMBERED_RESPONSES, "meeting") == []


def test_verdict_beside_the_number_is_of_the_response() -> None:
    said = responses(more_papers.VERDICT_HEADINGS)

    assert [(one.label, one.recommendation) for one in said] == [("1", ""), ("2", ""), ("3", "")]
    assert said[1].response == "Partially accepted\n\nSigns will be lent, but not given."


def test_numbers_that_restart_in_a_second_review_are_kept_apart() -> None:
    assert [one.recommendation for one in responses(more_papers.RESTARTED)] == [
        "That gates be locked at dusk.",
        "That dogs be kept on leads near the lake.",
        "That self-service be offered on Sundays.",
        "That fines for late books end.",
    ]
    assert len(made(more_papers.RESTARTED, "executive")) == 4


def test_number_words_are_counted_to_fifty() -> None:
    assert [one.number for one in responses(more_papers.FIFTY)] == [19, 20, 21, 22, 39, 40, 44, 50]


def test_response_in_the_same_paragraph_is_parted() -> None:
    assert answers(more_papers.INLINE_ANSWERS) == {
        "1": "Agreed, with the operator.",
        "2": "Sweeping is fortnightly; weekly would cost £40,000.",
        "3": "Agreed.",
    }


def test_response_named_after_a_member_on_a_line_of_its_own() -> None:
    said = responses(odd_papers.LETTERED_AGENDA)

    assert said[1].recommendation == "That detached workers be hired.\n\nThey should work at weekends."
    assert [one.response for one in said] == ["Agreed. A hall has been found.", "Two will be hired.", "Agreed."]


def test_minutes_about_a_response_hold_none() -> None:
    assert responses(odd_papers.MINUTES) == []


def test_recommendation_without_response_is_told_to_the_clerk() -> None:
    warnings: list[PaperWarning] = []
    text = "# Response\n\nRecommendation 1: Do this.\n\nResponse: Agreed.\n\nRecommendation 2: Do that.\n"

    read_responses(pieces(text), warnings)

    assert [warning.message for warning in warnings] == ["No response to recommendation 2 was found."]


def test_numbers_of_paragraphs_are_no_words_of_a_response() -> None:
    said = responses(odd_papers.PLAIN_PARAGRAPH_NUMBERS)

    assert [(one.number, one.response) for one in said] == [
        (
            1,
            "The Executive agrees and an officer has been named. The post is funded until 2025.\n\n"
            "It will report to the Committee each year.",
        ),
        (2, "The Executive does not agree, given the cost."),
    ]


def test_verdict_and_who_does_it_are_kept_as_the_paper_says_them() -> None:
    assert answers(odd_papers.VERDICT_LINES) == {
        "1": "Accepted\n\nCabinet comment: A strategy is under way.\n\nResponsible officer: Head of Economy\n\n"
        "Implementation date: July 2022",
        "2": "Rejected\n\nCabinet comment: The budget does not allow it.\n\nResponsible officer: n/a\n\n"
        "Implementation date: n/a",
    }


def test_labels_in_a_column_without_heading_are_read() -> None:
    said = responses(odd_papers.UNNAMED_FIRST_COLUMN)

    assert [(one.label, one.number) for one in said] == [("R1", 1), ("R2", 2), ("R3", 3)]
    assert [part.label for part in said[1].parts] == ["i", "ii"]
