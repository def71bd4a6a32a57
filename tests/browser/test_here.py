"""Where the browser does not mark the item that is being read, the site's own script does."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.builders import make_item, make_meeting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OLDER = "const asked = CSS.supports; CSS.supports = (words) => !words.includes('target-current') && asked(words)"


def test_item_that_is_read_is_marked_in_the_navigation(page: Page, live_server: LiveServer) -> None:
    meeting = make_meeting()
    items = [make_item(meeting=meeting, title=title, text="\n\n".join(["Words"] * 30)) for title in ("Parks", "Roads")]
    page.set_viewport_size({"width": 1280, "height": 600})
    page.add_init_script(OLDER)
    page.goto(f"{live_server.url}{meeting.get_absolute_url()}")
    marked = page.locator(".agenda-nav [aria-current]")

    page.get_by_role("navigation", name="Business of this meeting").get_by_role("link", name="Roads").click()

    expect(marked).to_have_count(1)
    expect(marked).to_have_attribute("href", f"#item-{items[1].pk}")
