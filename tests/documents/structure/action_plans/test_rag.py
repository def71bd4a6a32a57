import pytest

from documents.structure.action_plans.rag import is_colour_alone, rag_of


@pytest.mark.parametrize(
    ("text", "rag"),
    [
        ("Green", "green"),
        ("AMBER", "amber"),
        ("R", "red"),
        ("(g)", "green"),
        ("🟠", "amber"),
        ("Yellow", "amber"),
        ("Green – complete", "green"),
        ("Amber (previously Green)", "amber"),
        ("Red: at risk", "red"),
        ("Amber/Green", ""),
        ("Blue", ""),
        ("Complete", ""),
        ("On track", ""),
        ("A plan for redress", ""),
        ("", ""),
    ],
)
def test_rag_of_a_cell(text: str, rag: str) -> None:
    assert rag_of(text) == rag


def test_colour_with_words_is_not_alone() -> None:
    assert [is_colour_alone(text) for text in ("Green", "G", "Green – complete")] == [True, True, False]
