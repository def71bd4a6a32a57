"""Parts of a resolution, from what a clerk types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committees.resolutions import parts_of, text_of_parts


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("That the report be noted.", ["That the report be noted."]),
        ("RESOLVED:\n(a) That one;\n(b) That two.", ["(a) That one;", "(b) That two."]),
        ("That one.\n\nThat two.", ["That one.", "That two."]),
        ("(i) That the plan,\nas amended, be agreed;\r\n(ii) That it be reviewed.",
         ["(i) That the plan, as amended, be agreed;", "(ii) That it be reviewed."]),
        ("That the committee:\n1. note it;\n2. thank the officers.",
         ["That the committee:", "1. note it;", "2. thank the officers."]),
        ("That £1.5m be spent\n1.5m of it this year.", ["That £1.5m be spent 1.5m of it this year."]),
        ("  \n\n", []),
        ("Resolved", []),
    ],
)  # fmt: skip
def test_parts_are_told_by_empty_lines_and_markers(typed: str, parts: list[str]) -> None:
    assert parts_of(typed) == parts


@given(st.text())
def test_parts_typed_again_are_the_same_parts(typed: str) -> None:
    parts = parts_of(typed)

    assert parts_of(text_of_parts(parts)) == parts


@given(st.lists(st.text(alphabet="abc XYZ()1.\n"), max_size=6))
def test_no_word_is_lost(lines: list[str]) -> None:
    typed = "\n".join(lines)

    assert " ".join(parts_of(typed)).split() == typed.split()
