"""The page of a paper in a real browser: what is folded away, and what that spares a reader."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from documents.models import Page as PaperPage
from tests.builders import make_paper
from tests.portal.stored_files import make_pdf

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE = ViewportSize(width=1280, height=800)
NAMES = ("Costs", "Risks", "Next")
HEADINGS = [{"kind": "heading", "level": 2, "text": name, "anchor": name.lower()} for name in NAMES]
BENEATH = """() => {
  const own = document.activeElement.getBoundingClientRect();
  const bar = document.querySelector(".hits").getBoundingClientRect();
  return own.top < bar.bottom && own.bottom > bar.top;
}"""


def test_pages_as_printed_stay_folded_and_unread_beside_the_contents(page: Page, live_server: LiveServer) -> None:
    paper = make_paper(pages=("Words.",), served=make_pdf("Words."))
    PaperPage.objects.filter(version=paper.current_version).update(blocks=HEADINGS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size(WIDE)
    page.goto(live_server.url + paper.get_absolute_url())
    page.wait_for_load_state("networkidle")

    expect(page.get_by_role("navigation", name="Contents").get_by_role("link", name="Risks")).to_be_visible()
    assert not [address for address in asked if address.endswith(".webp")]

    with page.expect_request(re.compile(r"pages/1\.webp$")):
        page.get_by_text("Page 1 as printed").click()
    expect(page.locator(".sheet__image img")).to_be_visible()


def test_contents_stay_folded_where_the_pages_stand_beside_the_text(page: Page, live_server: LiveServer) -> None:
    paper = make_paper(pages=("Words.",), served=make_pdf("Words."))
    PaperPage.objects.filter(version=paper.current_version).update(blocks=HEADINGS * 2)
    page.set_viewport_size(WIDE)
    page.goto(f"{live_server.url}{paper.get_absolute_url()}?view=pages")

    expect(page.get_by_role("link", name="Risks").first).to_be_hidden()
    page.get_by_text("Contents").last.click()
    expect(page.get_by_role("link", name="Risks").first).to_be_visible()


def test_nothing_the_keyboard_comes_to_lies_beneath_the_bar_of_hits(page: Page, live_server: LiveServer) -> None:
    paper = make_paper(pages=tuple(f"The lido, {number}. " + "More words of the text. " * 30 for number in range(12)))
    page.set_viewport_size(WIDE)
    page.goto(f"{live_server.url}{paper.get_absolute_url()}?q=lido")
    page.locator("footer a").last.focus()

    beneath = []
    while page.evaluate("!document.activeElement.closest('.hits, header')"):
        if page.evaluate(BENEATH):
            beneath.append(page.evaluate("document.activeElement.innerText"))
        page.keyboard.press("Shift+Tab")

    assert page.locator(".hits").evaluate("bar => getComputedStyle(bar).position") == "sticky"
    assert not beneath
