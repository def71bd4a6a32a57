from datetime import time

import pytest

from documents.structure.minutes.closing import closed_at, is_closing


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("MEETING CLOSED AT 8.35 pm", time(20, 35)),
        ("The meeting ended at 9.20pm", time(21, 20)),
        ("Meeting concluded 21:05", time(21, 5)),
        ("The meeting closed at 12 noon.", time(12)),
        ("Meeting ended at: 12.17 pm", time(12, 17)),
        ("The Chairman declared the meeting closed at 19:10.", time(19, 10)),
        ("There being no further business the Chair closed the meeting at 9.05pm.", time(21, 5)),
        ("The meeting commenced at 7.00 pm and concluded at 9.16 pm.", time(21, 16)),
        ("Duration of the meeting: 7.00 pm to 9.05 pm", time(21, 5)),
        ("Meeting closed 8.25", time(20, 25)),
        ("Finish time: 2015 hours", time(20, 15)),
    ],
)
def test_line_that_closes_the_meeting(line: str, closed: time) -> None:
    assert is_closing(line)
    assert closed_at(line, time(19)) == closed


@pytest.mark.parametrize(
    "line",
    [
        "The meeting adjourned at 10.50 am and reconvened at 11.25 am.",
        "The next meeting will end at 9 pm.",
        "The consultation closed at 5 pm.",
        "The meeting was closed to the public.",
    ],
)
def test_line_that_does_not(line: str) -> None:
    assert not is_closing(line)
