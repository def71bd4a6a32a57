from datetime import date, time

import pytest

from documents.structure.minutes.opening import opening_of
from documents.structure.pieces import Piece


@pytest.mark.parametrize(
    ("lines", "committee", "venue"),
    [
        (
            [
                "Minutes of the meeting of the Parks Committee held at Committee Room 1, Town Hall on Monday, 3 March "
                "2025 at 7.30 pm."
            ],
            "Parks Committee",
            "Committee Room 1, Town Hall",
        ),
        (
            [
                "NORTH COUNTY COUNCIL",
                "CABINET",
                "MINUTES of a meeting of the Cabinet held in the Council Chamber, County Hall on "
                "Monday, 3 March 2025 at 7.30 pm.",
            ],
            "Cabinet",
            "Council Chamber, County Hall",
        ),
        (
            ["Minutes of the Streets & Roads", "Policy Committee", "19 March 2025 at 7.30 pm"],
            "Streets & Roads Policy Committee",
            "",
        ),
        (
            ["At a Meeting of the Area Committee (North) held in the Hall, Elm on Monday 3 March 2025 at 7.30 pm"],
            "Area Committee (North)",
            "Hall, Elm",
        ),
        (
            ["PARKS COMMITTEE", "Minutes", "Date: 3 March 2025", "Time: 7.30 pm", "Venue: The Barn, Elm"],
            "Parks Committee",
            "The Barn, Elm",
        ),
        (["Parks Committee - Monday, 3 March 2025 7.30 pm"], "Parks Committee", ""),
    ],
)
def test_head_of_minutes(lines: list[str], committee: str, venue: str) -> None:
    opening = opening_of([Piece("paragraph", 1, line) for line in lines])

    assert (opening.committee, opening.venue, opening.time) == (committee, venue, time(19, 30))
    assert opening.date in (date(2025, 3, 3), date(2025, 3, 19))


def test_hours_from_and_to() -> None:
    opening = opening_of([Piece("paragraph", 1, "Minutes of the Parks Committee, 3 March 2025, 10.30 - 1.15 pm")])

    assert (opening.time, opening.closed) == (time(10, 30), time(13, 15))


def test_head_that_says_nothing() -> None:
    assert opening_of([Piece("paragraph", 1, "Present")]).committee == ""


def test_hour_before_a_full_stop_and_the_way_they_met() -> None:
    first = opening_of([Piece("paragraph", 1, "Minutes of Elm Parish Council held on 5 May 2021 commencing at 19:00.")])
    second = opening_of(
        [Piece("paragraph", 1, "Minutes of the Parish Council Meeting held on the 22nd March 2021 at 7.30pm via Zoom")]
    )

    assert first.time == time(19)
    assert (second.time, second.venue) == (time(19, 30), "Zoom")


def test_hour_of_another_day_is_not_that_of_the_meeting() -> None:
    lines = ["Cabinet", "Wednesday, 30 January 2019", "May be implemented (unless called in) 5pm 7 February 2019"]

    assert opening_of([Piece("paragraph", 1, line) for line in lines]).time is None
