"""A clerk at work in a real browser: uploads the sample pack, corrects it, publishes it."""

import re
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from committees.models import User
from documents.actions import uploads
from documents.models import Document, PackUpload
from portal.sample_council.facts import sample_council
from portal.sample_council.pack_facts import packs
from portal.sample_council.writing import write_pack
from tests.builders import make_clerk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TODAY = date(2026, 11, 22)
NEUTRAL_FAULTS = {"empty-table-header"}  # Django's own, of a column that is empty on purpose


@pytest.fixture
def clerk(live_server: LiveServer) -> User:
    return make_clerk(username="asha", password="a long password")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The sample council's first pack."""
    return write_pack(packs(sample_council(TODAY))[0], tmp_path).path


def sign_in(page: Page, server: LiveServer) -> None:
    page.goto(f"{server.url}/admin/")
    page.get_by_label("User name or email address").fill("asha")
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Sign in").click()


def upload(page: Page, server: LiveServer, pack: Path) -> PackUpload:
    page.get_by_role("link", name="Upload a pack").click()
    page.get_by_label("Agenda pack (PDF)").set_input_files(pack)
    page.get_by_role("button", name="Upload and read").click()
    expect(page.get_by_role("heading", name=pack.name)).to_be_visible()
    return PackUpload.objects.get()


def assert_accessible(page: Page) -> None:
    faults = [fault for fault in Axe().run(page).response["violations"] if fault["id"] not in NEUTRAL_FAULTS]
    assert not faults, [(fault["id"], fault["nodes"][0]["html"]) for fault in faults]


def test_clerk_uploads_corrects_and_publishes_a_pack(
    page: Page, live_server: LiveServer, clerk: User, pack: Path
) -> None:
    sign_in(page, live_server)
    assert_accessible(page)
    uploaded = upload(page, live_server, pack)
    expect(page.get_by_role("status")).to_have_text("Waiting to be read")
    assert_accessible(page)

    uploads.read_upload(uploaded.pk)

    expect(page.get_by_role("heading", name="Members", exact=True)).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("PDF page 1 of"))).to_be_visible()
    assert_accessible(page)
    title = page.locator("#items-0-title")
    title.fill("")
    page.get_by_role("button", name="Confirm and write drafts").click()
    page.get_by_role("link", name="Enter the title of the item.").click()
    expect(title).to_be_focused()
    assert_accessible(page)
    title.fill("Apologies, as corrected")
    page.get_by_role("button", name="Confirm and write drafts").click()

    expect(page.get_by_role("heading", name=re.compile("Apologies, as corrected"))).to_be_visible()
    assert not Document.objects.public().exists()
    assert_accessible(page)
    page.get_by_role("button", name="Publish").click()

    page.get_by_role("link", name="See it as the public does").click()
    expect(page.get_by_text("Apologies, as corrected").first).to_be_visible()
    assert Document.objects.public().exists()


def test_page_beside_the_plan_follows_the_links(page: Page, live_server: LiveServer, clerk: User, pack: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    sign_in(page, live_server)
    uploads.read_upload(upload(page, live_server, pack).pk)
    expect(page.get_by_role("heading", name="Items", exact=True)).to_be_visible()
    link = page.locator("#part-items a[data-page]").first

    link.click()

    expect(page.get_by_role("img", name=f"PDF page {link.get_attribute('data-page')} of")).to_be_visible()
    page.get_by_role("button", name="Next page").click()
    following = int(link.get_attribute("data-page") or 0) + 1
    expect(page.get_by_role("img", name=f"PDF page {following} of")).to_be_visible()
    page.wait_for_load_state("networkidle")  # no picture is asked for while the next test begins


def test_dropped_file_is_chosen(page: Page, live_server: LiveServer, clerk: User) -> None:
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/packs/")
    dropped = page.evaluate_handle(
        "() => { const files = new DataTransfer(); files.items.add(new File(['%PDF-'], 'agenda.pdf')); return files; }"
    )

    page.dispatch_event(".clerk-drop", "drop", {"dataTransfer": dropped})

    assert page.locator("#id_file").evaluate("input => input.files[0].name") == "agenda.pdf"


def test_plan_is_worked_on_without_script(browser: Browser, live_server: LiveServer, clerk: User, pack: Path) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    sign_in(page, live_server)
    uploads.read_upload(upload(page, live_server, pack).pk)
    page.get_by_role("link", name="Look now").click()
    page.locator("#meeting-venue").fill("The old library")

    page.get_by_role("button", name="Add an item").click()

    places = page.locator("fieldset.clerk-row--items")
    added = places.count() - 1
    expect(page.locator("#meeting-venue")).to_have_value("The old library")
    page.locator(f"#items-{added}-title").fill("Urgent business")
    page.get_by_role("button", name="Save corrections").last.click()
    expect(page.locator(f"#items-{added}-title")).to_have_value("Urgent business")
    page.context.close()
