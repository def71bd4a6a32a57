"""Signing in with a second step, in a browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from committees.models import Role
from tests.builders import make_role
from tests.portal.accounts.codes import code

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def no_problems(page: Page) -> None:
    faults = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in faults] == []


def test_clerk_signs_in_and_sets_up_a_second_step(page: Page, live_server: LiveServer) -> None:
    """At 320 px too, where nothing scrolls sideways."""
    make_role(Role.CLERK, username="asha")
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{live_server.url}/admin/")
    no_problems(page)

    page.get_by_label("User name or email address").fill("asha")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("not right")
    no_problems(page)
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/admin/$"))

    page.goto(f"{live_server.url}/account/second-step/totp/activate/")
    no_problems(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_label("Code").fill(code(page.locator(".account-key").inner_text()))
    page.get_by_role("button", name="Turn on").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    no_problems(page)
