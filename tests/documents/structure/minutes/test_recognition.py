import pytest

from documents.structure.understood import PaperWarning
from tests.documents.structure.minutes.reading import HEAD, minutes_of, read

BODY = """1. Apologies

There were none.

2. Budget

The report was noted.

RESOLVED: That it be noted.

The meeting closed at 8.00 pm."""
AGENDA = """AGENDA

Members are summoned to a meeting of the Parks Committee to be held on 7 April 2025

1. Minutes

2. Trees

"""
REPORT = """

Chair

Report of: Director

Meeting of: Parks Committee

SUBJECT: Trees

1. Background

Trees grow."""


@pytest.mark.parametrize(
    "text",
    [
        "DECISION NOTICE\n\nMinutes of the Parks Committee held on 3 March 2025\n\n" + BODY,
        "Decision Recording Form\n\nDecision determined at Parks Committee meeting on 3 March 2025\n\n"
        "Committee Members present:\n\nCouncillor Ash\n\n(a) Subject: Budget",
        "Report of: Director\n\nSUBJECT: Parks\n\n1. Background\n\nThe parks were opened.\n\n" + HEAD + BODY,
        "AGENDA\n\nParks Committee\n\n1. Apologies\n\n2. Minutes of the meeting held on 3 March 2025 (Pages 1 - 4)",
        "Dear Councillor\n\nThank you for your letter about the minutes of the meeting of the Parks Committee.",
        "",
    ],
)
def test_what_is_no_minutes(text: str) -> None:
    assert read(text) is None


def test_minutes_within_a_pack() -> None:
    minutes = minutes_of(AGENDA + HEAD + BODY + REPORT)

    assert [minute.title for minute in minutes.entries] == ["Apologies", "Budget"]
    assert "Trees" not in minutes.entries[-1].text


def test_minutes_without_an_opening_line() -> None:
    minutes = minutes_of(
        "PARKS COMMITTEE\n\nMonday 3 March 2025\n\nPRESENT: Councillors Ash (Chair) and Box\n\n" + BODY
    )

    assert minutes.committee == "Parks Committee"
    assert minutes.chair == "Ash"


def test_minutes_without_items_are_told_of() -> None:
    warnings: list[PaperWarning] = []

    minutes = minutes_of(HEAD + "The Committee met and parted.", warnings)

    assert minutes.entries == []
    assert any("No item" in warning.message for warning in warnings)


def test_words_after_the_end_are_told_of() -> None:
    warnings: list[PaperWarning] = []

    minutes_of(HEAD + BODY + "\n\nThe questions that were put are printed here.", warnings)

    assert any("questions that were put" in warning.message for warning in warnings)
