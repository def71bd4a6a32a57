"""References of applications and reports."""

import pytest

from documents.search.references import shorter_references


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("Application P2019/1234/FUL", ["2019/1234/FUL"]),
        ("HGY2024-0108 and HGY2024-0108", ["2024-0108"]),
        ("24/00108", []),
        ("the A406 road", []),
        ("Appendix B2.1", []),
    ],
)
def test_a_reference_is_kept_without_its_letters_too(text: str, shorter: list[str]) -> None:
    assert shorter_references(text) == shorter
