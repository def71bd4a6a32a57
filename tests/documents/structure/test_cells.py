import pytest

from documents.structure.cells import alone, cell_text, listed, run_on, runs_on, unmarked


def test_bullets_of_a_cell_begin_lines() -> None:
    assert cell_text("Agree:  • a plan • a date") == "Agree:\n• a plan\n• a date"


def test_bullet_that_begins_a_cell_stays() -> None:
    assert cell_text("• a plan ▪ a date") == "• a plan\n• a date"


@pytest.mark.parametrize(
    ("above", "below", "text"),
    [
        ("Write to", "all", "Write to all"),
        ("after-", "school", "after-school"),
        ("2016 -", "17", "2016 - 17"),
        ("Agree:", "• a plan", "Agree:\n• a plan"),
        ("", "all", "all"),
        ("all", "", "all"),
    ],
)
def test_text_and_its_rest(above: str, below: str, text: str) -> None:
    assert run_on(above, below) == text


def test_text_that_goes_on_is_told_by_its_end_or_its_beginning() -> None:
    assert [runs_on("Help for", "Ann"), runs_on("Help", "for Ann"), runs_on("Help.", "Ann"), runs_on("", "Ann")] == [
        True,
        True,
        False,
        False,
    ]


def test_row_that_says_one_thing() -> None:
    assert [
        alone(row) for row in [("Part A", "", ""), ("Part A", "Part A"), ("", "Part A"), ("1", "Write"), ("",)]
    ] == [
        "Part A",
        "Part A",
        "",
        "",
        "",
    ]


def test_list_of_a_cell() -> None:
    assert listed("1. Write to all. 2. Visit all.") == ["1. Write to all.", "2. Visit all."]
    assert listed("• Write\n• Visit") == ["• Write", "• Visit"]
    assert listed("In 2. Liga") == ["In 2. Liga"]
    assert [unmarked(line) for line in ("1. Write", "(a) Visit", "• Plan", "2016/17")] == [
        "Write",
        "Visit",
        "Plan",
        "2016/17",
    ]
