import pytest

from documents.structure.recommendations.numbers import in_roman, next_label, number_of, roman


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("One", 1), ("1", 1), ("R1", 1), ("1.", 1), ("(1)", 1), ("Recommendation 1", 1), ("i", 1), ("Rec. 7", 7),
        ("seven", 7), ("Twelve", 12), ("Twenty-One", 21), ("twenty two", 22), ("fifty", 50), ("10 (a)", 10), ("9b", 9),
        ("XIV", 14), ("2.1", None), ("", None), ("a", None), ("Recommendation", None),
    ],
)  # fmt: skip
def test_number_is_what_a_label_counts(label: str, number: int | None) -> None:
    assert number_of(label) == number


def test_roman_figures_are_read_as_they_are_written() -> None:
    assert all(roman(in_roman(value)) == value for value in range(1, 90))


@pytest.mark.parametrize(
    ("label", "following"), [("(a)", "(b)"), ("ii)", "iii)"), ("3.", "4."), ("•", ""), ("2.1", "")]
)
def test_next_label_has_the_same_form(label: str, following: str) -> None:
    assert next_label(label) == following
