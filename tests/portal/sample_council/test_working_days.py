from datetime import date

import pytest

from portal.sample_council.working_days import bank_holidays, clear_days_before, easter, is_working_day


@pytest.mark.parametrize("sunday", [date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28)])
def test_easter_of_a_year(sunday: date) -> None:
    assert easter(sunday.year) == sunday


def test_bank_holidays_that_fall_at_a_weekend_move_to_working_days() -> None:
    assert bank_holidays(2027) >= {date(2027, 12, 27), date(2027, 12, 28)}
    assert len(bank_holidays(2027)) == 8


def test_good_friday_is_no_working_day() -> None:
    assert not is_working_day(date(2026, 4, 3))


def test_clear_days_leave_out_the_weekend_and_both_ends() -> None:
    assert clear_days_before(date(2016, 9, 22), 5) == date(2016, 9, 14)
    assert clear_days_before(date(2016, 9, 22), 3) == date(2016, 9, 16)
