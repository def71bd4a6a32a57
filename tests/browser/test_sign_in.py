"""Signing in with a second step, a passkey or the council's own account, in a browser."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from committees.models import Role, SignInEvent
from tests.builders import make_role
from tests.portal.accounts.codes import code
from tests.portal.accounts.provider import listening

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


def enter_password(page: Page, server: LiveServer) -> None:
    page.goto(f"{server.url}/sign-in/")
    page.get_by_label("User name or email address").fill("asha")
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Sign in").click()


def plug_in_authenticator(page: Page) -> None:
    """What a phone or a security key is to the browser."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    answers = {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, **answers}})


def sign_out(page: Page) -> None:
    page.context.clear_cookies()


def test_passkey_is_added_signs_in_and_is_removed(page: Page, live_server: LiveServer) -> None:
    make_role(Role.CLERK, username="asha")
    plug_in_authenticator(page)
    enter_password(page, live_server)
    page.goto(f"{live_server.url}/account/second-step/")
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name").fill("Asha’s phone")
    no_problems(page)
    page.get_by_role("button", name="Add a passkey").click()
    recovery_code = page.locator(".account-codes code").first.inner_text()

    sign_out(page)
    enter_password(page, live_server)
    expect(page.get_by_role("heading", name="Second step")).to_be_visible()
    no_problems(page)
    page.get_by_role("button", name="Use a passkey").click()
    expect(page).to_have_url(re.compile("/admin/$"))

    sign_out(page)
    enter_password(page, live_server)
    page.get_by_label("Code").fill(recovery_code)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/admin/$"))

    page.goto(f"{live_server.url}/account/second-step/webauthn/")
    page.get_by_role("link", name="Remove Asha’s phone").click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_text("You have none.")).to_be_visible()
    kinds = SignInEvent.objects.order_by("pk").values_list("kind", "note")
    assert [one for one in kinds if one[0] != "signed_in"] == [
        ("factor_added", "Passkey"),
        ("recovery_code_used", ""),
        ("factor_removed", "Passkey"),
    ]


def test_clerk_signs_in_with_the_councils_own_account(page: Page, live_server: LiveServer, settings: Any) -> None:
    make_role(Role.CLERK, username="asha", email="asha@council.example")
    with listening(settings) as provider:
        page.goto(f"{live_server.url}/admin/guides/")
        page.get_by_role("button", name="Sign in with Marlbridge account").click()
        page.get_by_role("link", name="Yes").click()
        expect(page.get_by_role("heading", name="You have no account here")).to_be_visible()
        no_problems(page)

        provider.claims["email"] = "asha@council.example"
        page.goto(f"{live_server.url}/admin/guides/")
        page.get_by_role("button", name="Sign in with Marlbridge account").click()
        page.get_by_role("link", name="Yes").click()
        expect(page.get_by_role("heading", name="Guides")).to_be_visible()
