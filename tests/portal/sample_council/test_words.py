from datetime import date

import pytest

from portal.sample_council.facts import sample_council
from portal.sample_council.words import Words, clock

COUNCIL = sample_council(date(2026, 11, 22))
CABINET = COUNCIL.meeting("cabinet", -1)
WORDS = Words(COUNCIL, CABINET)


def test_dates_are_counted_from_the_meeting() -> None:
    assert CABINET.date == date(2026, 10, 20)
    assert WORDS.fill("{meeting}, {month:-10}, {year:1}, {fy:0}") == "20 October 2026, December 2025, 2027, 2026/27"


def test_date_falls_back_to_a_working_day() -> None:
    assert WORDS.fill("{date:-2}") == "16 October 2026"


def test_quarter_is_the_last_full_one() -> None:
    assert WORDS.fill("{quarter} to {quarter_end}") == "Quarter 2 (July to September 2026) to 30 September 2026"


def test_unknown_word_is_refused() -> None:
    with pytest.raises(ValueError, match="not a known word"):
        WORDS.fill("{colour}")


def test_clock_is_as_agendas_print_it() -> None:
    assert clock(CABINET) == "6.30 pm"
    assert clock(COUNCIL.meeting("health", 0)) == "10.00 am"
