"""Choosing the file of one paper."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_clerk import sign_in
from tests.builders import make_clerk, make_meeting
from tests.portal.stored_files import pdf_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_file_that_is_too_large_is_told_of_before_it_is_sent_with_all_that_was_typed(
    page: Page, live_server: LiveServer, settings: Any, tmp_path: Path
) -> None:
    settings.UPLOAD_LIMIT = 1 << 20
    make_clerk(username="asha", password="a long password")
    large, small = tmp_path / "large.pdf", tmp_path / "small.pdf"
    large.write_bytes(b"%PDF-1.4\n" + bytes(2 << 20))
    small.write_bytes(pdf_of("Parks"))
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/meetings/{make_meeting().pk}/papers/add/")

    page.get_by_label("Title", exact=True).fill("Parks")
    page.get_by_label("File", exact=True).set_input_files(large)
    page.get_by_role("button", name="Add the paper").click()
    expect(page.get_by_text("The file is larger than 1 MB")).to_be_visible()
    expect(page.get_by_label("File", exact=True)).to_be_focused()

    page.get_by_label("File", exact=True).set_input_files(small)
    expect(page.get_by_text("The file is larger than 1 MB")).to_be_hidden()
    page.get_by_role("button", name="Add the paper").click()
    expect(page.get_by_text("“Parks” is added as a draft")).to_be_visible()
