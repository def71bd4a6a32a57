"""Every guide is walked in a browser, as a clerk would: what a step names stands on the screen of that step.

`pytest tests/browser/test_guides.py --write-guide-pictures` makes the pictures of the guides afresh. For that the
browser has to speak British English, or its fields show American dates: `apt-get install chromium-l10n`.
"""

import io
import os
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from documents.admin.guides.guide import Guide
from documents.admin.guides.screens import GUIDES
from tests.browser.walks import WALKS, Clerk
from tests.builders import make_clerk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTH, HEIGHT = 1000, 640
PICTURES = Path(settings.BASE_DIR) / "static"
MARKED = "element => { element.style.outline = '4px solid #b3190f'; element.style.outlineOffset = '3px'; }"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Dates are shown as a council's computers show them."""
    return {**browser_type_launch_args, "env": {**os.environ, "LANGUAGE": "en_GB"}}


@pytest.fixture
def in_british_english(browser: Browser, pytestconfig: pytest.Config) -> None:
    """Refuses to make pictures where the browser has no such language."""
    if not pytestconfig.getoption("--write-guide-pictures"):
        return
    spoken = browser.new_page().evaluate("navigator.language")
    assert spoken == "en-GB", f"the pictures would show dates as in {spoken}: apt-get install chromium-l10n"


@pytest.fixture
def clerk(page: Page, live_server: LiveServer, client: Client, tmp_path: Path) -> Clerk:
    """Signed in, with a window of the size of the pictures."""
    client.force_login(make_clerk(first_name="Asha"))
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    return Clerk(page, live_server.url, tmp_path)


def test_every_guide_is_walked() -> None:
    assert set(WALKS) == set(GUIDES)


@pytest.mark.usefixtures("in_british_english")
@pytest.mark.parametrize("slug", sorted(WALKS))
def test_steps_of_the_guide_stand_on_the_screen(clerk: Clerk, slug: str, pytestconfig: pytest.Config) -> None:
    guide = GUIDES[slug]
    walk = WALKS[slug](clerk)
    for number, step in enumerate(guide.steps, start=1):
        about = next(walk)
        for words in step.quoted:
            expect(clerk.page.get_by_text(words).locator("visible=true").first, words).to_be_visible()
        if step.pictured and pytestconfig.getoption("--write-guide-pictures"):
            write_picture(clerk.page, guide, number, about)
    assert next(walk, "done") == "done"
    assert_accessible(clerk.page)


def write_picture(page: Page, guide: Guide, number: int, about: Locator | None) -> None:
    if about is not None:
        about.evaluate(MARKED)
        about.scroll_into_view_if_needed()
    path = PICTURES / guide.picture(number)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.open(io.BytesIO(page.screenshot(caret="hide"))).convert("RGB").save(path, "WEBP", quality=55, method=6)


def assert_accessible(page: Page) -> None:
    page.wait_for_load_state("load")  # the last click of a walk may still be on its way
    expect(page.get_by_role("main")).to_be_visible()
    faults = [fault for fault in Axe().run(page).response["violations"] if fault["id"] != "empty-table-header"]
    assert not faults, [(fault["id"], fault["nodes"][0]["html"]) for fault in faults]


@pytest.mark.parametrize("slug", sorted(GUIDES))
def test_pictures_of_the_guide_are_there(slug: str) -> None:
    guide = GUIDES[slug]
    pictured = [number for number, step in enumerate(guide.steps, start=1) if step.pictured]

    assert [number for number in pictured if not (PICTURES / guide.picture(number)).exists()] == []
