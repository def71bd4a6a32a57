import pytest

from documents.packs.labels import follows, leading_label, read_label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", "1"),
        ("1.", "1"),
        ("12)", "12"),
        ("A1", "A1"),
        ("7a", "7a"),
        ("12(a)", "12(a)"),
        ("5.1", "5.1"),
        ("Item 3", "3"),
        ("Agenda Item No. 4", "4"),
        ("17/20", "17/20"),
        ("(a)", "(a)"),
        ("(iv)", "(iv)"),
    ],
)
def test_label_in_many_forms(text: str, expected: str) -> None:
    label = read_label(text)

    assert label is not None
    assert label.text == expected


@pytest.mark.parametrize("text", ["", "Minutes", "0", "1234", "5 - 18", "a", "Item", "£5"])
def test_no_label(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("text", "label", "title"),
    [
        ("4. Minutes of the last meeting", "4", "Minutes of the last meeting"),
        ("B2 Early Help", "B2", "Early Help"),
        ("5.1 25/0001 - 1 Acacia Avenue", "5.1", "25/0001 - 1 Acacia Avenue"),
        ("Item 3 - Budget", "3", "Budget"),
    ],
)
def test_label_before_a_title(text: str, label: str, title: str) -> None:
    found = leading_label(text)

    assert found is not None
    assert (found[0].text, found[1]) == (label, title)


@pytest.mark.parametrize(
    ("earlier", "later", "gap"),
    [
        ("1", "2", 0),
        ("1", "4", 2),
        ("7", "7a", 0),
        ("7a", "7b", 0),
        ("5", "5.1", 0),
        ("5.1", "5.3", 1),
        ("A1", "A2", 0),
    ],
)
def test_one_label_follows_another(earlier: str, later: str, gap: int) -> None:
    first, second = read_label(earlier), read_label(later)

    assert first is not None
    assert second is not None
    assert follows(first, second) == gap


@pytest.mark.parametrize(("earlier", "later"), [("2", "1"), ("A1", "B2"), ("7b", "7a"), ("(a)", "1"), ("4", "4")])
def test_labels_that_cannot_follow(earlier: str, later: str) -> None:
    first, second = read_label(earlier), read_label(later)

    assert first is not None
    assert second is not None
    assert follows(first, second) is None
