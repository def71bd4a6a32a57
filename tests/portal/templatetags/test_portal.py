from datetime import date, time

import pytest

from portal.templatetags.portal import as_printed, clock, day, email_address, leaf, short_day, size


def test_clock_keeps_the_time_for_machines() -> None:
    assert clock(time(19, 30)) == '<time datetime="19:30">7.30 pm</time>'


def test_day_keeps_the_date_for_machines() -> None:
    assert day(date(2016, 9, 22)) == '<time datetime="2016-09-22">Thursday 22 September 2016</time>'
    assert short_day(date(2016, 9, 22)) == '<time datetime="2016-09-22">22 September 2016</time>'


def test_no_date_is_nothing() -> None:
    assert day(None) == clock(None) == ""


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 KB"), (240_499, "240 KB"), (999_400, "999 KB"), (1_400_000, "1.4 MB")]
)
def test_size_is_said_in_few_figures(count: int, words: str) -> None:
    assert size(count) == words


def test_email_address_may_break_and_is_escaped() -> None:
    assert email_address("a.b@c") == "a.<wbr>b@<wbr>c"
    assert email_address("<b>@c") == "&lt;b&gt;@<wbr>c"


def test_leaf_is_for_the_eye_alone() -> None:
    words = leaf(date(2016, 9, 22))
    assert 'aria-hidden="true"' in words
    assert all(f">{part}<" in words for part in ("Thu", "22", "Sep 2016"))


def test_title_in_capitals_is_set_in_small_ones_and_any_other_as_it_is() -> None:
    assert as_printed("PARKS & <B>") == '<span class="capitals">PARKS &amp; &lt;B&gt;</span>'
    assert as_printed("Parks <b>") == "Parks <b>"
    assert not hasattr(as_printed("Parks <b>"), "__html__"), "the template escapes it"
