"""Email addresses and telephone numbers are found in text, and figures that only look like them are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.contacts import MASK, contact_spans, masked


def found(text: str, *allowed: str) -> list[str]:
    return [text[start:end] for start, end in contact_spans(text, allowed)]


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Email: dana.marsh@thornmere.example for details", "dana.marsh@thornmere.example"),
        ("Tel: 020 7946 0018", "020 7946 0018"),
        ("(01632) 960 018 or by post", "(01632) 960 018"),
        ("Call +44 (0)1632 960018 today", "+44 (0)1632 960018"),
        ("Mobile 07700900123.", "07700900123"),
        ("Telephone: 3308", "3308"),
        ("ext. 4021", "4021"),
    ],
)
def test_contact_is_found(text: str, contact: str) -> None:
    assert found(text) == [contact]


@pytest.mark.parametrize(
    "text",
    [
        "Decision 24/00108 of 2025",
        "£0.5 million, or 0123456 units",
        "P2019/1234/FUL and 01/02/2025",
        "Paragraph 4.12 on page 37",
        "From 2014 to 2025 there were 10,000,000 visits",
        "Ratio 0.0123456789",
    ],
)
def test_figures_are_no_contacts(text: str) -> None:
    assert found(text) == []


def test_address_broken_at_a_line_end_is_found_whole() -> None:
    text = "Write to dana.marsh@\r\nthornmere.example soon"

    assert found(text) == ["dana.marsh@\r\nthornmere.example"]


def test_word_on_the_line_after_an_address_is_no_part_of_it() -> None:
    assert found("dana.marsh@thornmere.example\r\nThe works") == ["dana.marsh@thornmere.example"]


def test_what_the_council_shows_anyway_is_left() -> None:
    text = "democracy@thornmere.example, 01632 960000; dana.marsh@thornmere.example"

    assert found(text, "democracy@thornmere.example", "+44 1632 960000") == ["dana.marsh@thornmere.example"]


@given(st.text(max_size=200), st.text(max_size=200))
def test_masked_text_keeps_its_length_and_loses_the_contact(before: str, after: str) -> None:
    text = f"{before} dana.marsh@thornmere.example {after}"

    shown = masked(text)

    assert len(shown) == len(text)
    assert "dana.marsh@thornmere.example" not in shown
    assert MASK in shown


@given(st.text(max_size=300))
def test_masking_twice_changes_nothing(text: str) -> None:
    assert masked(masked(text)) == masked(text)
