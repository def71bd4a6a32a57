"""What a request names a row by: hostile numbers are no numbers."""

import pytest

from committees.sent_numbers import number_sent


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("0", 0), ("9" * 18, 10**18 - 1)])
def test_number_of_a_row(text: str, number: int) -> None:
    assert number_sent(text) == number


@pytest.mark.parametrize("text", ["", "-1", "1.5", "²", "twelve", "9" * 19, "9" * 5000])
def test_what_is_no_number_of_a_row(text: str) -> None:
    assert number_sent(text) is None
