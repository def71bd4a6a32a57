"""The action plan, the review and the work programme of the pack of September 2016, from its PDF and from its text."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from documents.structure.action_plans import read_actions
from documents.structure.pieces import Piece, pieces_of
from documents.structure.programmes import read_programme
from documents.structure.reviews import read_review
from documents.structure.sources import pages_of_file
from documents.structure.understood import PaperWarning, ProgrammeMeeting, ReadAction, ReadReview

PACK = "islington/pack-cssc-2016-09-22"


@pytest.fixture(scope="module", params=[".pdf", ".txt"])
def pieces(samples: Path, request: pytest.FixtureRequest) -> list[Piece]:
    return pieces_of(pages_of_file(samples / f"{PACK}{request.param}"))


@pytest.fixture(scope="module")
def actions(pieces: list[Piece]) -> list[ReadAction]:
    return read_actions(pieces, [])


@pytest.fixture(scope="module")
def programme(pieces: list[Piece]) -> list[ProgrammeMeeting]:
    return read_programme(pieces, [])


@pytest.fixture(scope="module")
def review(pieces: list[Piece]) -> ReadReview:
    found = read_review(pieces, [])
    assert found is not None
    return found


def test_islington_actions_stand_under_seven_objectives_of_two_parts(actions: list[ReadAction]) -> None:
    groups = Counter((action.part[:6], action.objective.split(":")[0]) for action in actions)
    assert list(groups.items()) == [
        (("Part A", "Objective 1"), 2),
        (("Part A", "Objective 2"), 5),
        (("Part A", "Objective 3"), 6),
        (("Part A", "Objective 4"), 8),
        (("Part B", "Objective 1"), 7),
        (("Part B", "Objective 2"), 8),
        (("Part B", "Objective 3"), 14),
    ]


def test_islington_actions_are_numbered_from_one_in_each_objective(actions: list[ReadAction]) -> None:
    by_objective: dict[tuple[str, str], list[str]] = {}
    for action in actions:
        by_objective.setdefault((action.part, action.objective), []).append(action.number)
    assert all(numbers == [str(n) for n in range(1, len(numbers) + 1)] for numbers in by_objective.values())


def test_islington_actions_are_whole(actions: list[ReadAction]) -> None:
    assert all(one.owner and one.due_month and one.rag and one.success and one.progress for one in actions)
    assert Counter(one.rag for one in actions) == {"amber": 28, "green": 18, "red": 4}


def test_islington_action_broken_over_a_page_is_joined(actions: list[ReadAction]) -> None:
    [action] = [one for one in actions if one.action.startswith("Allocate the YOS")]
    assert action.action == "Allocate the YOS a discrete, co-located information management resource"
    assert (action.number, action.owner, action.due, action.rag) == ("5", "Board Chair", "June 16", "amber")
    assert action.due_month == date(2016, 6, 1)


def test_islington_champions_are_read(actions: list[ReadAction]) -> None:
    assert list(Counter(one.champion for one in actions)) == [
        "",
        "Jo Murphy, Service Director Housing",
        "Mary Pilgrim NPS",
        "Lela Kogbara and Shelagh O'Connor",
    ]


def test_islington_actions_have_the_words_of_the_text_beside_the_pdf(samples: Path) -> None:
    of_pdf, of_text = (
        read_actions(pieces_of(pages_of_file(samples / f"{PACK}{kind}")), []) for kind in (".pdf", ".txt")
    )
    assert [_words(one) for one in of_pdf] == [_words(one) for one in of_text]


def test_islington_programme_has_nine_meetings(programme: list[ProgrammeMeeting]) -> None:
    assert [(meeting.date, len(meeting.items)) for meeting in programme] == [
        (date(2016, 5, 17), 4),
        (date(2016, 6, 28), 4),
        (date(2016, 9, 22), 5),
        (date(2016, 10, 18), 5),
        (date(2016, 11, 21), 5),
        (date(2017, 1, 3), 5),
        (date(2017, 2, 28), 4),
        (date(2017, 3, 20), 4),
        (date(2017, 5, 8), 4),
    ]


def test_islington_programme_keeps_the_words_of_its_items(programme: list[ProgrammeMeeting]) -> None:
    assert programme[-1].items == [
        "Scrutiny Review: Final Report",
        "Education in Islington: Annual Report",
        "Update on trends and demand for places at Islington schools",
        "Scrutiny Topics 2017/18",
    ]


def test_islington_programme_warns_of_the_wrong_weekday(pieces: list[Piece]) -> None:
    warnings: list[PaperWarning] = []
    read_programme(pieces, warnings)
    assert [one.message for one in warnings] == ["“Monday 3 January 2017” cannot be right: that day was a Tuesday."]


def test_islington_review_has_its_titles_and_themes(review: ReadReview) -> None:
    assert review.titles == ["Post-16 Education, Employment and Training", "Post-16 EET"]
    assert review.themes == [
        "Outcomes and progression",
        "Support to young people and accountability",
        "Prevention and early intervention",
    ]


def test_islington_review_has_six_objectives_and_two_aims(review: ReadReview) -> None:
    assert len(review.objectives) == 6
    assert review.objectives[0].endswith("which groups of young people are most vulnerable to being NEET")
    assert review.objectives[2] == "To understand the obstacles to progression into EET"
    assert review.objectives[5].endswith("and how they might apply locally.")
    assert len(review.aims) == 2


def test_islington_review_has_its_witnesses_by_session(review: ReadReview) -> None:
    sessions = Counter(witness.date for witness in review.witnesses if witness.date)
    assert sessions == {
        date(2016, 9, 22): 1,
        date(2016, 10, 18): 2,
        date(2016, 11, 21): 3,
        date(2017, 1, 3): 1,
        date(2017, 2, 28): 4,
    }
    [alison] = [witness for witness in review.witnesses if witness.name.startswith("Alison Bennett")]
    assert alison.focus.split("\n") == [
        "• Schools and careers network – how it works",
        "• Quality",
        "• Good practice",
    ]


def test_islington_review_has_visits_and_background(review: ReadReview) -> None:
    assert [visit.text.split("\n")[0] for visit in review.visits] == [
        "Visit to Progress Team (formerly Youth Careers Team)",
        "Young People and the Progress Team",
    ]
    assert len(review.background) == 11


def test_islington_review_keeps_printed_mistakes_and_warns_of_them(pieces: list[Piece]) -> None:
    warnings: list[PaperWarning] = []
    review = read_review(pieces, warnings)
    assert review is not None
    assert [(stage.date, stage.date_text, stage.theme) for stage in review.stages[-2:]] == [
        (None, "20 March 2016", "Draft recommendations"),
        (None, "8 May 2016", "Final Report"),
    ]
    assert [stage.date for stage in review.stages[:-2]] == sorted(
        date for date in {w.date for w in review.witnesses} if date
    )
    assert [one.message.split("”")[0] for one in warnings] == ["“20 March 2016", "“8 May 2016"]


@pytest.mark.parametrize(
    "name",
    [
        "bristol/minutes-2026-03-19.pdf",
        "bristol/decision-notice-2026-03-19.pdf",
        "islington/paper-executive-member-update-2018-11-22.pdf",
        "islington/report-iscp-annual-report-2023-10-31.pdf",
        "islington/report-response-making-children-visible-2024-04-18.pdf",
        "islington/report-iscp-annual-report-2023-10-31.txt",
        "islington/report-response-making-children-visible-2024-04-18.txt",
        "islington/agenda-item-executive-member-annual-presentation-2017.txt",
        "moderngov-html/report-zebra-crossing.pdf",
        "moderngov-html/ieListDocuments.html",
        "moderngov-html/mgCommitteeDetails.html",
        "kent/pack-cabinet-2025-03-04.pdf",
    ],
)
def test_other_paper_is_no_plan_no_review_and_no_programme(samples: Path, name: str) -> None:
    pieces = pieces_of(pages_of_file(samples / name))
    warnings: list[PaperWarning] = []
    assert (read_actions(pieces, warnings), read_review(pieces, warnings), read_programme(pieces, warnings)) == (
        [],
        None,
        [],
    )
    assert warnings == []


def _words(action: ReadAction) -> list[str]:
    """Every field, without the hyphens that a line's end may hide and the marks of bullets."""
    fields = (action.part, action.objective, action.champion, action.number, action.action, action.owner, action.due)
    more = (action.rag, action.success, action.progress)
    return ["".join(letter for letter in field if letter.isalnum()) for field in (*fields, *more)]
