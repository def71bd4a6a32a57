"""The action plan, the review and the work programme of the pack of September 2016, from its PDF and from its text."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from documents.structure.action_plans import read_actions
from documents.structure.pieces import Piece, pieces_of
from documents.structure.programmes import read_programme
from documents.structure.sources import pages_of_file
from documents.structure.understood import PaperWarning, ProgrammeMeeting, ReadAction

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


def _words(action: ReadAction) -> list[str]:
    """Every field, without the hyphens that a line's end may hide and the marks of bullets."""
    fields = (action.part, action.objective, action.champion, action.number, action.action, action.owner, action.due)
    more = (action.rag, action.success, action.progress)
    return ["".join(letter for letter in field if letter.isalnum()) for field in (*fields, *more)]
