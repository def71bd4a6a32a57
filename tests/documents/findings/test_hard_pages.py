"""What is found on pages where a problem has a less usual form, and what is left alone where none is."""

from collections.abc import Mapping

import pytest

from tests.findings.hard_pages import CLEAN_PAGES, HARD_PAGES, HardPage, hard_paper
from tests.findings.measuring import look_at

PAGES = [*HARD_PAGES, *CLEAN_PAGES]


@pytest.fixture(scope="module")
def kinds_by_page(tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, set[str]]:
    """All pages are looked at as one paper, which takes a moment."""
    found = look_at(hard_paper(tmp_path_factory.mktemp("hard") / "report.pdf", PAGES))
    return {number: {one.kind for one in found if one.page == number} for number in range(1, len(PAGES) + 1)}


@pytest.mark.parametrize("page", HARD_PAGES, ids=lambda page: f"{page.kind}: {page.what}")
def test_problem_is_found(page: HardPage, kinds_by_page: Mapping[int, set[str]]) -> None:
    assert page.kind in kinds_by_page[PAGES.index(page) + 1]


@pytest.mark.parametrize("page", CLEAN_PAGES, ids=lambda page: page.what)
def test_nothing_is_found(page: HardPage, kinds_by_page: Mapping[int, set[str]]) -> None:
    assert kinds_by_page[PAGES.index(page) + 1] == set()
