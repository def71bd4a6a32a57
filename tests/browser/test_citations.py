"""Citations in a real browser: copied with the site's script, shown to be copied by hand without it."""

import re
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from documents.models import Document
from documents.models import Page as PaperPage
from tests.browser.test_resident import PHONE, assert_accessible
from tests.builders import make_committee, make_item, make_meeting, make_minute, make_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BLOCKS = [
    {"kind": "numbered", "label": "4.1", "anchor": "p4.1", "text": "The roof leaks."},
    {"kind": "lines", "lines": ["1 2 3"]},
]
CITED = "Housing Committee, 8 January 2026, item 1, “Damp homes”, paragraph 4.1, page 1. "


@pytest.fixture
def paper(live_server: LiveServer) -> Document:
    meeting = make_meeting(committee=make_committee(name="Housing Committee"), date=date(2026, 1, 8))
    item = make_item(meeting=meeting)
    make_minute(item=item, number="12")
    document = make_paper(item=item, title="Damp homes")
    PaperPage.objects.filter(version=document.current_version).update(blocks=BLOCKS)
    return document


def test_citation_is_copied(page: Page, live_server: LiveServer, paper: Document) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{live_server.url}{paper.get_absolute_url()}")

    page.get_by_role("link", name="Cite 4.1").click()

    expect(page.get_by_role("status")).to_have_text("Citation copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(CITED)
    assert copied.endswith(f"{paper.get_absolute_url()}#p4.1")
    assert "cite=" not in page.url
    assert_accessible(page)


def test_citation_is_shown_without_script(browser: Browser, live_server: LiveServer, paper: Document) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{live_server.url}{paper.get_absolute_url()}")

    page.get_by_role("link", name="Cite 4.1").click()

    expect(page).to_have_url(re.compile(r"\?cite=p4\.1#p4\.1$"))
    expect(page.get_by_text(CITED)).to_be_in_viewport()
    expect(page.get_by_role("button", name="Copy citation")).to_be_hidden()
    context.close()


def test_citation_of_a_minute_is_copied_from_where_it_is_shown(
    page: Page, live_server: LiveServer, paper: Document
) -> None:
    page.set_viewport_size(PHONE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    meeting = paper.listings.get().meeting
    page.goto(f"{live_server.url}{meeting.get_absolute_url()}minutes/?cite=m12#m12")

    page.get_by_role("button", name="Copy citation").click()

    expect(page.get_by_role("status")).to_have_text("Citation copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Housing Committee, 8 January 2026, draft minutes, minute 12 (item 1). http")
    assert_accessible(page)
