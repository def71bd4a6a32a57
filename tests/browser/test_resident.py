"""A resident in a real browser: from the home page, by search, to the right page of the right paper."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.builders import make_committee, make_item, make_meeting, make_paper
from tests.indexes import follow

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = ViewportSize(width=390, height=844)


@pytest.fixture
def paper(live_server: LiveServer) -> None:
    """A report whose second page is about a lido, among others that are not."""
    committee = make_committee(name="Leisure Committee", slug="leisure-committee")
    item = make_item(meeting=make_meeting(committee=committee), title="Swimming")
    make_paper(item=item, title="Swimming pools", pages=("About the baths.", "The lido opens in May.", "Costs."))
    make_paper(item=item, title="Library hours", pages=("Opening at nine.",))
    follow()


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    yield context.new_page()
    context.close()


def assert_accessible(page: Page) -> None:
    faults = Axe().run(page).response["violations"]
    assert not faults, [(fault["id"], fault["nodes"][0]["html"]) for fault in faults]


def find_the_lido(page: Page, server: LiveServer) -> list[str]:
    """From the home page to the right page; the addresses passed through."""
    page.goto(server.url)
    passed = [page.url]
    page.get_by_label("Search every report").last.fill("lido")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name="1 result")).to_be_visible()
    expect(page.locator("main mark")).to_have_text("lido")
    passed.append(page.url)
    page.get_by_role("link", name=re.compile("^Page 2")).click()
    expect(page).to_have_url(re.compile("#page-2$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Swimming pools")
    expect(page.get_by_text("The lido opens in May.")).to_be_in_viewport()
    expect(page.locator("main mark")).to_have_text("lido")
    return [*passed, page.url]


def assert_all_accessible(page: Page, addresses: list[str]) -> None:
    """The checker is itself a script, so it looks at each address in a page that runs scripts."""
    for address in addresses:
        page.goto(address)
        assert_accessible(page)


def test_resident_finds_a_page_by_search(page: Page, live_server: LiveServer, paper: None) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

    passed = find_the_lido(page, live_server)

    assert not complaints
    assert_all_accessible(page, passed)


def test_resident_finds_a_page_on_a_phone_without_script(
    without_script: Page, page: Page, live_server: LiveServer, paper: None
) -> None:
    passed = find_the_lido(without_script, live_server)

    page.set_viewport_size(PHONE)
    assert_all_accessible(page, passed)


def test_nothing_scrolls_sideways_on_a_narrow_screen(page: Page, live_server: LiveServer, paper: None) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    addresses = [
        "/",
        "/committees/",
        "/committees/leisure-committee/",
        "/meetings/",
        "/meetings/calendar/",
        "/papers/",
        "/people/",
        "/wards/",
        "/search/?q=lido",
        "/nowhere/",
    ]

    for address in addresses:
        page.goto(live_server.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        assert_accessible(page)
