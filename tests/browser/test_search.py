"""Search in a real browser: suggestions by keys, narrowing by facets, and stepping from mark to mark."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from documents.models import Document
from tests.browser.test_resident import assert_accessible
from tests.builders import make_committee, make_item, make_meeting, make_paper
from tests.indexes import follow

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=800)


@pytest.fixture
def papers() -> Document:
    """Lidos in two committees; the paper given has marks on its first and third pages."""
    for name, day in (("Leisure Committee", date(2026, 3, 5)), ("Licensing Panel", date(2025, 3, 5))):
        item = make_item(meeting=make_meeting(committee=make_committee(name=name), date=day))
        paper = make_paper(
            item=item,
            title=f"Swimming at the {name}",
            pages=(
                "The lido opens. " + "More is said. " * 400,
                "The baths. " * 200,
                "A lido closes, and a lido opens.",
            ),
        )
    follow()
    return paper


def test_a_word_is_chosen_from_the_suggestions_by_keys(page: Page, live_server: LiveServer, papers: Document) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(live_server.url)
    field = page.get_by_role("combobox", name="Search every report")

    field.press_sequentially("lid")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    option = page.get_by_role("option", selected=True)
    expect(option).to_have_text(re.compile("lido"))
    expect(field).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "none")
    assert_accessible(page)
    field.press("Enter")

    expect(page).to_have_url(re.compile(r"/search/\?q=lido$"))
    expect(page.get_by_role("heading", name="4 results in 2 papers")).to_be_visible()
    assert not complaints


def test_a_name_among_the_suggestions_leads_to_its_page(page: Page, live_server: LiveServer, papers: Document) -> None:
    page.goto(f"{live_server.url}/papers/")
    field = page.get_by_role("combobox", name="Search papers")

    field.press_sequentially("leis")
    page.get_by_role("option", name="Leisure Committee Committee").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Leisure Committee")


def test_suggestions_are_left_by_escape_and_nothing_moves(
    page: Page, live_server: LiveServer, papers: Document
) -> None:
    page.goto(f"{live_server.url}/search/")
    field = page.get_by_role("combobox", name="Search words")
    below = page.get_by_role("heading", name="What you can look for")
    place, suggestions = below.bounding_box(), page.locator(".suggestions [role=option]")

    field.press_sequentially("swim")
    expect(suggestions.first).to_be_visible()
    assert below.bounding_box() == place
    field.press("Escape")

    expect(suggestions).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("swim")


def test_results_are_narrowed_beside_them_and_widened_again(
    page: Page, live_server: LiveServer, papers: Document
) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{live_server.url}/search/?q=lido")
    assert_accessible(page)

    page.get_by_role("link", name="Leisure Committee 2 results").click()
    expect(page.get_by_role("heading", name="2 results in 1 paper")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Remove Committee: Leisure Committee").click()

    expect(page.get_by_role("heading", name="4 results in 2 papers")).to_be_visible()


def test_what_narrows_is_folded_away_on_a_phone(page: Page, live_server: LiveServer, papers: Document) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/search/?q=lido")
    value = page.get_by_role("link", name="Leisure Committee 2 results")
    expect(value).to_be_hidden()

    page.get_by_text("Narrow the results", exact=True).click()

    expect(value).to_be_visible()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_marks_are_stepped_through_by_button_and_keys(page: Page, live_server: LiveServer, papers: Document) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{live_server.url}{papers.get_absolute_url()}?q=lido")
    focused = page.locator("mark:focus")

    page.get_by_role("button", name="Next mark").click()
    expect(focused).to_be_in_viewport()
    expect(page.get_by_text("1 of 3")).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_text("2 of 3")).to_be_visible()
    expect(focused).to_be_in_viewport()
    page.keyboard.press("p")
    page.keyboard.press("p")
    expect(page.get_by_text("3 of 3")).to_be_visible()
    assert_accessible(page)

    page.get_by_role("link", name=re.compile("previous hit.*page 1")).click()
    expect(page).to_have_url(re.compile("#page-1$"))
    page.get_by_role("link", name="Show without marks").click()
    expect(page.locator("mark")).to_have_count(0)


def test_letters_do_nothing_until_a_mark_is_stepped_to(page: Page, live_server: LiveServer, papers: Document) -> None:
    page.goto(f"{live_server.url}{papers.get_absolute_url()}?q=lido")

    page.keyboard.press("n")

    expect(page.locator("mark:focus")).to_have_count(0)
