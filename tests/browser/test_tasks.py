"""What residents come for, by keyboard alone and in few clicks: three at most from the home page."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.builders import (
    make_committee,
    make_decision,
    make_item,
    make_meeting,
    make_membership,
    make_paper,
    make_person,
    make_progress,
    make_recommendation,
    make_review,
)
from tests.indexes import follow

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE = ViewportSize(width=1280, height=800)
MOST_STEPS = 60  # of the Tab key, on pages as short as these
AT = """() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  return {
    words: (at.ariaLabel || at.labels?.[0]?.innerText || at.innerText || "").trim(),
    seen: box.width > 1 && box.bottom > 0 && box.top < innerHeight,
  };
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  const lasts = (told) => told.split(",").some((time) => parseFloat(time) > 0.01);
  return lasts(style.transitionDuration) || lasts(style.animationDuration) || style.scrollBehavior === "smooth";
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def council(page: Page, live_server: LiveServer) -> str:
    """A committee with a chair, a meeting past and one to come, a paper, a decision, and a recommendation reported on.

    Its address; the page stands at home, in a window of a desk.
    """
    committee = make_committee(name="Leisure Committee", slug="leisure-committee")
    make_membership(committee=committee, person=make_person(name="Sana Ahmed"), role="chair")
    held = make_meeting(committee=committee, date=timezone.localdate() - timedelta(days=14), state="held")
    make_meeting(committee=committee)
    item = make_item(meeting=held, label="1", title="Swimming pools")
    make_item(meeting=held, label="2", title="Library hours")
    pages = ("About the baths.", "The lido opens in May.", "The lido closes in June.")
    paper = make_paper(item=item, title="Swimming pools", pages=pages)
    make_decision(item=item, parts=["That the lido be kept open."])
    recommendation = make_recommendation(document=paper, review=make_review(committee=committee, title="Swimming"))
    make_progress(recommendation=recommendation, words="The lido has a new roof.", date=date(2026, 1, 5))
    follow()
    page.set_viewport_size(WIDE)
    page.goto(live_server.url)
    return live_server.url


def tab_to(page: Page, words: str) -> None:
    """By the Tab key alone; whatever has the focus on the way is in sight (test_every_page sees that it shows it)."""
    passed = []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        at = page.evaluate(AT)
        passed.append(at["words"])
        assert at["seen"], passed
        if re.match(words, at["words"]):
            return
    raise AssertionError(f"No {words!r} among {passed}")


def go(page: Page, words: str) -> None:
    tab_to(page, words)
    page.keyboard.press("Enter")


def test_keyboard_reader_goes_from_home_to_the_words_looked_for(page: Page, council: str) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate(AT)["words"] == "Skip to main content"
    page.keyboard.press("Enter")
    tab_to(page, "Search every report")
    page.keyboard.type("lido")
    page.keyboard.press("Enter")
    expect(page.locator("main mark").first).to_have_text("lido")
    go(page, "Page 2")
    expect(page).to_have_url(re.compile("#page-2$"))

    go(page, "next hit")
    expect(page).to_have_url(re.compile("#page-3$"))
    go(page, "‹ previous hit")
    expect(page).to_have_url(re.compile("#page-2$"))


def test_keyboard_reader_chooses_decisions_and_steps_from_item_to_item(page: Page, council: str) -> None:
    go(page, "Decisions")
    expect(page.get_by_role("heading", level=1)).to_have_text("Decisions")
    tab_to(page, "Committee$")
    page.keyboard.type("Leisure")
    go(page, "Show decisions")
    expect(page).to_have_url(re.compile("committee=leisure-committee"))
    go(page, "Swimming pools")
    expect(page.get_by_role("heading", name="What was decided")).to_be_visible()
    go(page, "Item 1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Swimming pools")
    go(page, "Next item")
    expect(page.get_by_role("heading", level=1)).to_have_text("Library hours")
    go(page, "Previous item")
    expect(page.get_by_role("heading", level=1)).to_have_text("Swimming pools")


def test_nothing_moves_for_readers_who_ask_for_less_motion(page: Page, council: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    for address in ("/", "/meetings/calendar/", "/search/?q=lido", "/decisions/"):
        page.goto(council + address)
        assert page.evaluate(MOVING) == [], address


class Clicks:
    """From the home page, counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def on(self, name: str, *, within: Locator | None = None) -> None:
        self.count += 1
        (within or self.page).get_by_role("link", name=re.compile(name)).first.click()

    def search(self, words: str) -> None:
        self.count += 1
        self.page.get_by_label("Search every report").last.fill(words)
        self.page.get_by_role("main").get_by_role("button", name="Search").click()


def test_each_task_of_a_resident_takes_three_clicks_at_most(page: Page, council: str) -> None:
    main = page.get_by_role("main")

    def start() -> Clicks:
        page.goto(council)
        return Clicks(page)

    # Find the paragraph about the lido
    clicks = start()
    clicks.search("lido")
    clicks.on("^Page 2")
    expect(page.get_by_text("The lido opens in May.")).to_be_in_viewport()
    assert clicks.count <= 3

    # What was decided on swimming pools?
    clicks = start()
    clicks.on("Swimming pools", within=page.get_by_role("region", name="Newest decisions"))
    expect(main).to_contain_text("That the lido be kept open.")
    assert clicks.count <= 3

    # Who chairs the Leisure Committee, and when does it meet next?
    clicks = start()
    clicks.on("Leisure Committee", within=page.get_by_role("region", name="Committees"))
    expect(page.get_by_role("listitem").filter(has_text="Sana Ahmed")).to_contain_text("Chair")
    coming = page.get_by_role("region", name="Coming meetings")
    expect(coming.locator(f'time[datetime="{timezone.localdate() + timedelta(days=21)}"]').first).to_be_visible()
    assert clicks.count <= 3

    # Was recommendation 1 carried out?
    clicks = start()
    clicks.on("^Recommendations$")
    clicks.on("^Recommendation 1")
    expect(main).to_contain_text("The lido has a new roof.")
    assert clicks.count <= 3
