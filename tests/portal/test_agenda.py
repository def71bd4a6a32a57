import pytest

from portal.agenda import is_formal


@pytest.mark.parametrize(
    "title",
    [
        "Apologies for absence",
        "APOLOGIES",
        "Declarations of Interests",
        "Declaration of Substitute Members",
        "Minutes of the last meeting",
        "Chair’s Report",
        "Urgent business",
        "Any other items (if any)",
    ],
)
def test_formal_titles_are_quiet(title: str) -> None:
    assert is_formal(title)


@pytest.mark.parametrize("title", ["School places", "Review of apologies in complaints", "The minute's silence"])
def test_business_titles_are_not_quiet(title: str) -> None:
    assert not is_formal(title)
