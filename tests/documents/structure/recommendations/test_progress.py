"""What is reported back on recommendations, in the styles of many councils."""

from tests.documents.structure.recommendations import more_papers, odd_papers, papers
from tests.documents.structure.recommendations.reading import answers, made, progress, told


def test_progress_after_its_word_keeps_its_colour() -> None:
    read = progress(papers.SIX_MONTHS)

    assert [(one.label, one.rag) for one in read] == [("1", "amber"), ("2", "green"), ("3", "red")]
    assert (
        read[0].text == "Courses now run in nine of fourteen wards.\n\nThe rest will follow in January.\n\nRAG: Amber"
    )


def test_bullets_of_a_recommendation_are_no_progress() -> None:
    read = progress(papers.SIX_MONTHS)

    assert read[2].recommendation == (
        "That a prospectus be posted to every home:\n• in large print on request;\n• in the six commonest languages."
    )


def test_tracker_tells_colours_by_letters_and_passes_over_names_of_reviews() -> None:
    assert [(one.recommendation, one.text, one.rag) for one in progress(papers.TRACKER)] == [
        ("Open every library on Saturdays.", "All but one now open.", "green"),
        ("Lend laptops.", "Forty laptops lent. Twenty more ordered.", "amber"),
        ("Mend the fountains.", "Two of five are dry.", "red"),
        ("Plant a thousand trees.", "Complete.", ""),
    ]


def test_response_and_later_update_are_told_apart() -> None:
    assert answers(papers.TWICE_ANSWERED) == {"1": "The Executive accepts this, within the budget.", "2": "Noted."}
    assert told(papers.TWICE_ANSWERED) == {
        "1": "412 trees planted for 198 felled.",
        "2": "A notice is fixed to the tree ten days before. Status: Green",
    }


def test_undivided_progress_runs_to_the_next_recommendation() -> None:
    assert told(more_papers.BOLD_PROGRESS) == {
        "1": "Wardens now visit weekly in eleven of twelve schemes.\n• Alder Court follows in May.",
        "2": "Six of nine are done.",
        "3": "This began at once.",
    }


def test_colour_at_the_end_of_progress_is_read() -> None:
    assert [one.rag for one in progress(odd_papers.YEARLY_UPDATE)] == ["amber", "green"]


def test_second_position_keeps_the_words_that_name_it() -> None:
    read = progress(odd_papers.TRACKED_INQUIRY)

    assert read[0].text == (
        "Exclusions have fallen by a tenth.\n\nA further report is due.\n\n"
        "Position status (Board's view): 4 - Not fully implemented, progress made acceptable"
    )
    assert [label for label, _ in made(odd_papers.TRACKED_INQUIRY, "executive")] == ["1", "2"]


def test_response_paper_reports_no_progress() -> None:
    assert progress(papers.LONG_RESPONSE) == []


def test_name_of_the_next_group_is_no_progress() -> None:
    assert [one.text for one in progress(odd_papers.TWO_GROUPS)] == [
        "Complete\n\nAll 214 taxis have cameras.",
        "Ongoing\n\nNetwork Rail has been asked.",
        "Not started",
        "Complete",
    ]


def test_two_columns_of_progress_are_told_in_order() -> None:
    assert told(odd_papers.TWO_UPDATES) == {
        "1": "Pledge drafted.\n\nPledge adopted by Council in May.",
        "2": "Half trained.\n\nAll trained but two.",
    }
