"""A clerk in a real browser: writes minutes that save themselves, and decides what was read in papers."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from committees.models import Meeting, Minute, MinutesDraft, User
from documents.models import Proposal, Response
from tests.browser.test_clerk import assert_accessible, sign_in
from tests.builders import make_clerk, make_item, make_meeting, make_recommendation, make_review
from tests.documents.admin.proposals.offered import EVERYTHING, POOL, paper_with, responses

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def clerk(live_server: LiveServer) -> User:
    return make_clerk(username="asha", password="a long password")


@pytest.fixture
def meeting(clerk: User) -> Meeting:
    meeting = make_meeting(date=timezone.localdate() - timedelta(days=3))
    make_item(meeting=meeting, title="Swimming pool")
    make_item(meeting=meeting, title="Parks")
    return meeting


def open_minutes(page: Page, server: LiveServer, meeting: Meeting) -> None:
    sign_in(page, server)
    page.goto(f"{server.url}/admin/meetings/{meeting.pk}/minutes/")


def saved(page: Page) -> None:
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"^Saved \d\d:\d\d$"))


def test_minutes_save_themselves_and_are_published(page: Page, live_server: LiveServer, meeting: Meeting) -> None:
    open_minutes(page, live_server, meeting)
    assert_accessible(page)

    page.locator("#entries-0-text").fill("It was discussed.")
    page.locator("#entries-0-resolution").fill("(a) That it close.")
    saved(page)
    assert MinutesDraft.objects.get().content["entries"][0]["text"] == "It was discussed."
    page.get_by_role("button", name="Preview").click()

    expect(page.get_by_text("Nobody else can see it yet.")).to_be_visible()
    expect(page.get_by_text("That it close.").first).to_be_visible()
    assert not Minute.objects.exists()
    page.get_by_role("link", name="Back to what you were writing").click()
    page.get_by_role("button", name="Go on to publish").click()
    expect(page.get_by_role("button", name="Publish as draft minutes")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Publish as draft minutes").click()

    expect(page.get_by_text("Public as draft minutes")).to_be_visible()
    assert Minute.objects.public().filter(text="It was discussed.").exists()


def test_save_that_fails_says_so_keeps_the_words_and_tries_again(
    page: Page, live_server: LiveServer, meeting: Meeting
) -> None:
    open_minutes(page, live_server, meeting)
    address = f"**/admin/meetings/{meeting.pk}/minutes/"
    page.route(address, lambda route: route.abort() if route.request.method == "POST" else route.continue_())

    page.locator("#entries-0-text").fill("Typed while the line was down.")

    expect(page.locator("[data-saved]")).to_contain_text("Not saved. The site cannot be reached.")
    expect(page.locator("#entries-0-text")).to_have_value("Typed while the line was down.")
    page.unroute(address)
    page.get_by_role("button", name="Save", exact=True).click()
    saved(page)


def test_clerk_who_was_signed_out_signs_in_elsewhere_and_saves(
    page: Page, live_server: LiveServer, meeting: Meeting
) -> None:
    open_minutes(page, live_server, meeting)
    page.context.clear_cookies()
    page.locator("#entries-0-text").fill("Typed after the session ended.")
    expect(page.locator("[data-saved]")).to_contain_text("You are signed out")

    other = page.context.new_page()
    sign_in(other, live_server)
    page.get_by_role("button", name="Save", exact=True).click()

    saved(page)


def test_second_clerk_is_told_and_loses_nothing(
    page: Page, browser: Browser, live_server: LiveServer, meeting: Meeting
) -> None:
    make_clerk(username="ben", password="a long password")
    open_minutes(page, live_server, meeting)
    other = browser.new_context().new_page()
    other.goto(f"{live_server.url}/admin/")
    other.get_by_label("User name or email address").fill("ben")
    other.get_by_label("Password").fill("a long password")
    other.get_by_role("button", name="Sign in").click()
    other.goto(f"{live_server.url}/admin/meetings/{meeting.pk}/minutes/")
    page.locator("#entries-0-text").fill("Asha’s words")
    saved(page)

    other.locator("#entries-0-text").fill("Ben’s words")

    expect(other.get_by_role("alert")).to_contain_text("asha saved these minutes at")
    expect(other.locator("#entries-0-text")).to_have_value("Ben’s words")
    assert_accessible(other)
    assert MinutesDraft.objects.get().content["entries"][0]["text"] == "Asha’s words"
    other.get_by_role("button", name="Save mine over theirs").click()
    expect(other.get_by_role("link", name="Read what was saved over and set aside")).to_be_visible()
    assert MinutesDraft.objects.get().content["entries"][0]["text"] == "Ben’s words"
    other.context.close()


def test_minutes_are_written_without_script(browser: Browser, live_server: LiveServer, meeting: Meeting) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    open_minutes(page, live_server, meeting)
    page.locator("#entries-0-text").fill("It was discussed.")

    page.get_by_role("button", name="Add a minute").click()

    expect(page.locator("#entries-0-text")).to_have_value("It was discussed.")
    page.locator("#entries-2-title").fill("Urgent business")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#entries-2-title")).to_have_value("Urgent business")
    page.context.close()


def test_proposals_are_decided_by_keyboard_alone(page: Page, live_server: LiveServer, clerk: User) -> None:
    made = make_recommendation(text=POOL, number=1)
    version = paper_with(responses("Welcomed."))
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/proposals/{version.pk}/")
    assert_accessible(page)

    page.get_by_role("button", name="Accept Recommendation 1").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("status").filter(has_text="Accepted.")).to_be_in_viewport()
    assert Response.objects.get().recommendation == made
    assert_accessible(page)
    page.keyboard.press("Tab")
    page.get_by_label("Verdict").select_option("Accepted in part")
    page.get_by_role("button", name="Record the verdict").press("Enter")
    expect(page.get_by_role("status").filter(has_text="accepted in part")).to_be_in_viewport()
    page.get_by_role("button", name="Undo Recommendation 1").press("Enter")

    expect(page.get_by_role("button", name="Accept Recommendation 1")).to_be_visible()
    assert not Response.objects.exists()


def test_every_kind_of_proposal_is_accessible_and_corrected(page: Page, live_server: LiveServer, clerk: User) -> None:
    version = paper_with(EVERYTHING)
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/proposals/{version.pk}/")
    assert_accessible(page)

    page.get_by_role("link", name="Correct Minutes").click()
    expect(page.locator("#content-chair")).to_be_visible()
    assert_accessible(page)
    page.locator("#content-chair").fill("Ada Byrne")
    page.get_by_role("button", name="Add a row to Minutes").click()
    expect(page.locator("#content-chair")).to_have_value("Ada Byrne")
    page.locator("#content-entries-1-title").fill("Any other business")
    page.get_by_role("button", name="Keep the correction").click()

    expect(page.get_by_role("status").filter(has_text="Your correction is kept.")).to_be_in_viewport()
    corrected = Proposal.objects.get(version=version, kind="minutes").content
    assert [one["title"] for one in corrected["entries"]] == ["Pool", "Any other business"]


@pytest.mark.parametrize("path", ["committees/decision/add/", "documents/review/add/", "proposals/", ""])
def test_screens_are_accessible_and_fit_a_phone(page: Page, live_server: LiveServer, clerk: User, path: str) -> None:
    make_review()
    paper_with(responses("Welcomed."))
    page.set_viewport_size({"width": 390, "height": 800})
    sign_in(page, live_server)

    page.goto(f"{live_server.url}/admin/{path}")

    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
