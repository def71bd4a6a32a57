from datetime import date

import pytest

from documents.packs.questions import read_questions

MEETING = date(2016, 9, 22)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Questions should be submitted in advance to a@b.example no later than Friday 16th September 2016.",
            date(2016, 9, 16),
        ),
        ("Public questions must be received by 12 noon on Friday 16 September.", date(2016, 9, 16)),
        ("Requests to speak should be sent to the clerk by 5pm on 20/09/2016.", date(2016, 9, 20)),
        ("Questions must be submitted in writing at least three clear working days before the meeting.", None),
        ("Deadline for registering to speak and for statements: 20 September 2016.", date(2016, 9, 20)),
        ("Questions on the minutes of 28 June 2016 may be asked.", None),
    ],
)
def test_deadline(text: str, by: date | None) -> None:
    assert read_questions([text], MEETING, "").by == by


def test_address_in_the_sentence_comes_before_that_of_the_contact() -> None:
    texts = ["Questions should be sent to ask@council.example by 16 September 2016."]

    assert read_questions(texts, MEETING, "clerk@council.example").to == "ask@council.example"


def test_address_of_the_contact_where_none_is_given() -> None:
    texts = ["Questions must be received in writing by 16 September 2016."]

    assert read_questions(texts, MEETING, "clerk@council.example").to == "clerk@council.example"


def test_no_questions() -> None:
    found = read_questions(["To receive apologies for absence by the Chair."], MEETING, "clerk@council.example")

    assert (found.text, found.to, found.by) == ("", "", None)
