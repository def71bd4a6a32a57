"""A clerk looks after search in a real browser: synonyms, searches in vain, the index."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from documents.actions.search_terms import record_empty
from documents.actions.synonyms import save_synonyms
from documents.models import EmptySearch, Synonyms
from documents.search.index import folder
from tests.browser.test_clerk import assert_accessible, sign_in
from tests.builders import make_clerk, make_paper
from tests.indexes import follow

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def screen(page: Page, live_server: LiveServer) -> Page:
    """The clerk's screen of search, with something of everything."""
    make_clerk(username="asha", password="a long password")
    make_paper()
    follow()
    save_synonyms(typed="bin collection\nrefuse collection", by=None)
    record_empty("bedroom tax")
    sign_in(page, live_server)
    page.get_by_role("link", name="Look after search").click()
    return page


@pytest.mark.parametrize("width", [390, 1280])
def test_screen_is_accessible_and_fits(screen: Page, width: int) -> None:
    screen.set_viewport_size(ViewportSize(width=width, height=900))

    expect(screen.get_by_role("heading", name="The index on this machine")).to_be_visible()
    assert_accessible(screen)
    assert screen.evaluate("document.documentElement.scrollWidth") <= width


def test_clerk_adds_synonyms_of_a_search_that_found_nothing(screen: Page) -> None:
    screen.get_by_role("link", name="Add a synonym of bedroom tax").click()
    words = screen.get_by_label("Words and phrases that mean the same")
    expect(words).to_have_value("bedroom tax\n")
    assert_accessible(screen)

    words.fill("bedroom tax\nrefuse collection")
    screen.get_by_role("button", name="Save synonyms").click()
    screen.get_by_role("link", name="“refuse collection” is among the synonyms").click()
    expect(words).to_be_focused()
    assert_accessible(screen)
    words.fill("bedroom tax\nunder-occupancy charge")
    screen.get_by_role("button", name="Save synonyms").click()

    expect(screen.get_by_text("Whoever searches for one of these finds the others too: bedroom tax")).to_be_visible()
    assert Synonyms.objects.filter(terms=["bedroom tax", "under-occupancy charge"]).exists()


def test_clerk_forgets_a_search_and_deletes_synonyms(screen: Page) -> None:
    screen.get_by_role("button", name="Forget bedroom tax").click()
    expect(screen.get_by_text("The search is forgotten.")).to_be_visible()
    screen.get_by_role("link", name="Delete bin collection / refuse collection").click()
    assert_accessible(screen)
    screen.get_by_role("button", name="Delete").click()

    expect(screen.get_by_text("Each of these finds only itself again")).to_be_visible()
    assert not Synonyms.objects.exists()
    assert not EmptySearch.objects.exists()


def test_clerk_asks_for_a_rebuild(screen: Page) -> None:
    screen.get_by_role("link", name="Rebuild the index").click()
    assert_accessible(screen)
    screen.get_by_role("button", name="Rebuild the index").click()

    expect(screen.get_by_text("a rebuild was asked for and has not begun")).to_be_visible()
    assert folder.rebuild_was_requested()
