import pytest

from documents.reading import ReadPage
from documents.structure import paper
from documents.structure.paper import understand
from documents.structure.pieces import Piece
from documents.structure.sources import pages_of_text
from documents.structure.understood import PaperWarning

REPORT = "Report of: Head of Law\n\nMeeting of: Board\n\nDate: 4 May 2023\n\nSubject: Rents\n\n1.1 They rise."


def test_page_without_words_is_warned_of() -> None:
    pages = [*pages_of_text(REPORT), ReadPage(2, "", "", "", [])]

    assert [warning.page for warning in understand(pages).warnings] == [2]


def test_table_that_could_not_be_rebuilt_is_warned_of_once_a_page() -> None:
    block = {"kind": "lines", "lines": ["Budget 12 14", "Actual 11 15", "Change -1 1"]}
    pages = [*pages_of_text(REPORT), ReadPage(2, "", "", "x", [block, block])]

    assert [(warning.page, "table" in warning.message) for warning in understand(pages).warnings] == [(2, True)]


def test_fault_of_one_reader_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(pieces: list[Piece], warnings: list[PaperWarning]) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(paper, "read_review", fail)

    understood = understand(pages_of_text(REPORT))

    assert understood.report is not None
    assert [warning.message for warning in understood.warnings if "review" in warning.message] != []


def test_nothing_is_understood_of_nothing() -> None:
    assert understand([]).kind == "other"


def test_recommendation_that_minutes_make_is_no_response_to_one() -> None:
    text = """Minutes of the meeting of the Cabinet held on Monday 3 March 2025 at 7.00 pm

Present: Councillors Ash (Chair), Box and Cray

1. Minutes

RESOLVED: That the minutes be agreed.

RECOMMENDATION I - Rents

Cabinet considered the responses to the consultation.

2. Rents

RESOLVED: That rents rise.
"""

    understood = understand(pages_of_text(text))

    assert (understood.kind, understood.responses) == ("minutes", [])
