"""Minutes of three real councils, word by word."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

import pytest

from documents.structure.mending import mended
from documents.structure.minutes import read_minutes
from documents.structure.pieces import Piece, pieces_of
from documents.structure.sources import pages_of_file
from documents.structure.understood import PaperWarning, Present, ReadMinutes, ReadSubstitute


def pieces(file: Path, first: int = 1, last: int = 999) -> list[Piece]:
    return mended(pieces_of([page for page in pages_of_file(file) if first <= page.number <= last]))


def read(taken: Sequence[Piece]) -> ReadMinutes:
    minutes = read_minutes(taken, [])
    assert minutes is not None
    return minutes


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def lost(taken: Sequence[Piece], minutes: ReadMinutes) -> Counter[str]:
    """The words from the first minute on that no minute has."""
    start = next(place for place, piece in enumerate(taken) if minutes.entries[0].title in piece.text)
    printed = words(" ".join(piece.line for piece in taken[start:]))
    kept = words(
        " ".join(f"{one.number} {one.item} {one.title} {one.text} {' '.join(one.resolved)}" for one in minutes.entries)
    )
    return printed - kept


@pytest.mark.parametrize("twin", ["pdf", "txt"])
def test_scrutiny_minutes_in_a_pack(samples: Path, twin: str) -> None:
    minutes = read(pieces(samples / f"islington/pack-cssc-2016-09-22.{twin}"))

    assert minutes.committee == "Children's Services Scrutiny Committee"
    assert (minutes.date, minutes.time, minutes.closed) == (date(2016, 6, 28), time(19, 30), time(20, 35))
    assert minutes.venue == "Committee Room 1, Town Hall, Upper Street, N1 2UD"
    assert minutes.chair == "Theresa Debono"
    assert minutes.present == [
        Present("Debono", "chair"),
        Present("Diner"),
        Present("Gill"),
        Present("Wayne"),
        Present("Erol Baduna", capacity="co-opted", representing="Primary Parent Governor"),
        Present("Mary Clement", capacity="co-opted", representing="Roman Catholic Diocese"),
    ]
    assert minutes.also_present == [Present("Caluori", capacity="also-present")]
    assert minutes.apologies == ["Rakhia Ismail", "Michelline Safi Ngongo", "Nick Ward"]
    assert minutes.substitutes == [ReadSubstitute("Satnam Gill", "Rakhia Ismail")]
    assert [(one.number, one.item) for one in minutes.entries] == [
        (str(143 + place), item)
        for place, item in enumerate(["A1", "A2", "A3", "A4", "A5", "A6", "A7", "B1", "B2", "B3", "B4"])
    ]
    assert minutes.confirms == date(2016, 5, 17)


def test_scrutiny_minutes_are_whole(samples: Path) -> None:
    taken = pieces(samples / "islington/pack-cssc-2016-09-22.pdf", 5, 8)

    minutes = read(taken)

    head = "Children's Services Scrutiny Committee - 28 June 2016 "
    furniture = words(head * 3 + "ITEM NO. " * 11 + "RESOLVED " * 4)
    assert lost(taken, minutes) - furniture == words("MEETING CLOSED AT 8.35 pm Chair")
    presentation = minutes.entries[7].text
    assert presentation.startswith("Councillor Joe Caluori, Executive Member for Children, Young People and Families")
    assert presentation.endswith("The Committee thanked Councillor Caluori for his attendance.")
    assert presentation.count("•") == 15
    assert minutes.entries[9].requests == [
        "It was requested that a reading list and relevant data be circulated to members for the August break.",
        "It was requested that witnesses be selected to provide a range of views and asked to submit written evidence "
        "in advance of meetings.",
    ]
    assert minutes.entries[10].resolved == [
        "That the work programme be agreed subject to the inclusion of the following items for one-off review:",
        "i. Update on trends and demand for places at Islington schools",
        "ii. The Children's Services response to Prevent",
        "iii. The educational attainment of BME and White British pupils",
    ]


def test_county_minutes_in_a_pack(samples: Path) -> None:
    taken = pieces(samples / "kent/pack-cabinet-2025-03-04.pdf")

    minutes = read(taken)

    assert (minutes.committee, minutes.date) == ("Cabinet", date(2025, 1, 30))
    assert minutes.venue == "Council Chamber, Sessions House, County Hall, Maidstone"
    assert (minutes.chair, len(minutes.present)) == ("Mr R W Gough", 9)
    assert [person.name for person in minutes.officers if person.virtually] == [
        "Mr S Jones",
        "Mr M Albiston",
        "Dr M Gogarty",
        "Mrs L Gannon",
    ]
    assert [person.name for person in minutes.officers if not person.virtually][-1] == "McKay"
    assert minutes.officers[1] == Present(
        "Mrs S Hammond", capacity="officer", representing="Corporate Director Children, Young People and Education"
    )
    assert minutes.apologies == ["Mrs C Bell"]
    assert [(one.number, one.item) for one in minutes.entries] == [(str(83 + item), str(item)) for item in range(1, 10)]
    assert minutes.entries[4].resolved[0] == "that Cabinet agree to:"
    assert len(minutes.entries[4].resolved) == 7
    assert minutes.entries[8].resolved == [
        "that Cabinet agree the Commissioning Plan for Education Provision in Kent 2025-29"
    ]
    assert minutes.confirms == date(2025, 1, 9)
    assert minutes.closed is None


def test_county_minutes_are_whole(samples: Path) -> None:
    taken = pieces(samples / "kent/pack-cabinet-2025-03-04.pdf", 3, 20)

    minutes = read(taken)

    # Of a paragraph that resolves, its own number goes too.
    assert lost(taken, minutes) == words("Item " * 9 + "RESOLVED " * 6 + "3 4 4 4 5")


def test_policy_committee_minutes(samples: Path) -> None:
    taken = pieces(samples / "bristol/minutes-2026-03-19.pdf")

    minutes = read(taken)

    assert minutes.committee == "Transport & Connectivity Policy Committee"
    assert (minutes.date, minutes.time, minutes.closed) == (date(2026, 3, 19), time(17), time(19, 30))
    assert [person.role for person in minutes.present] == ["chair", "vice-chair", "", "", "", "", "", "", ""]
    assert minutes.officers[1] == Present(
        "Patsy Mellor", capacity="officer", representing="Director, Management of Place"
    )
    assert [one.number for one in minutes.entries] == [str(number) for number in range(1, 12)]
    review = minutes.entries[7]
    assert review.title == "20 mph Review"
    assert [part[:3] for part in review.resolved] == ["Tha", "1. ", "2. "]
    assert "Recommendation 3 was not approved:" in review.text
    assert review.vote.splitlines()[1].endswith("recommendation 3 FELL (2 voting for, 7 voting against)")
    assert len(minutes.entries[8].resolved) == 5
    assert minutes.entries[9].resolved == []
    assert "noted this update report." in minutes.entries[9].text
    assert minutes.entries[10].requests == ["ACTION: PCO to arrange Members’ briefing sessions."]
    rest = lost(taken, minutes) - words("It was APPROVED that Meeting ended at 7.30 pm CHAIR __________________")
    assert rest == Counter()


def test_page_of_one_item(samples: Path) -> None:
    minutes = read(pieces(samples / "islington/agenda-item-executive-member-annual-presentation-2017.txt"))

    assert (minutes.committee, minutes.date, len(minutes.entries)) == ("", None, 1)
    assert minutes.entries[0].title == "Executive Member Annual Presentation"
    assert minutes.entries[0].text.count("•") == 18


def test_page_of_a_meeting(samples: Path) -> None:
    warnings: list[PaperWarning] = []

    minutes = read_minutes(pieces(samples / "moderngov-html/ieListDocuments.html"), warnings)

    assert minutes is not None
    assert minutes.committee == "Kingston and North Kingston Neighbourhood Committee"
    assert (minutes.date, minutes.time) == (date(2026, 1, 15), time(19, 30))
    assert [one.number for one in minutes.entries] == [str(number) for number in range(54, 66)]
    assert len(minutes.entries[5].resolved) == 3
    assert minutes.entries[3].declarations[0].item == "9"
    assert len(warnings) == 1


@pytest.mark.parametrize(
    "file",
    [
        "bristol/decision-notice-2026-03-19.pdf",
        "islington/paper-executive-member-update-2018-11-22.pdf",
        "islington/paper-executive-member-update-2018-11-22.txt",
        "islington/report-iscp-annual-report-2023-10-31.pdf",
        "islington/report-iscp-annual-report-2023-10-31.txt",
        "islington/report-response-making-children-visible-2024-04-18.pdf",
        "islington/report-response-making-children-visible-2024-04-18.txt",
        "moderngov-html/mgCommitteeDetails.html",
        "moderngov-html/report-zebra-crossing.pdf",
    ],
)
def test_paper_that_is_no_minutes(samples: Path, file: str) -> None:
    assert read_minutes(pieces(samples / file), []) is None
