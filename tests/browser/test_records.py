"""Registers and records in a real browser, full of data: they fit a phone, and have no accessibility fault."""

from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from documents.models import Document, Recommendation
from tests.builders import (
    make_action,
    make_committee,
    make_decision,
    make_item,
    make_meeting,
    make_paper,
    make_point,
    make_programme_entry,
    make_progress,
    make_recommendation,
    make_response,
    make_review,
    make_stage,
    make_ward,
    make_witness,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES = (ViewportSize(width=320, height=700), ViewportSize(width=1280, height=800))
LONG = "antidisestablishmentarianism" * 3


@pytest.fixture
def recommendation(live_server: LiveServer) -> Recommendation:
    """Of a review with everything that a review can have, late and answered only in part."""
    committee = make_committee(name="Leisure Scrutiny", slug="leisure-scrutiny")
    report = make_paper(item=make_item(meeting=make_meeting(committee=committee, date=date(2025, 3, 4))))
    review = make_review(
        committee=committee, title=f"Swimming {LONG}", former_titles=["Baths"], notice_given_on=date(2025, 3, 9)
    )
    make_stage(review=review, meeting=make_meeting(committee=committee), text="The baths", papers=(report,))
    make_stage(review=review, kind="visit", date=timezone.localdate() + timedelta(days=3), date_text="soon")
    make_witness(review=review, name="Holly", organisation="Swimmers", focus=LONG, theme="The baths")
    make_point(review=review)
    make_point(review=review, kind="background", text=f"https://www.example.org/{LONG}")
    whole = make_recommendation(document=report, review=review, text=f"That:\n\n(a) {LONG};\n\n• it open.")
    make_recommendation(parent=whole, label="a", text=LONG)
    make_response(recommendation=whole, verdict="accepted", by="The Executive")
    make_progress(recommendation=whole, rag="amber", words=LONG)
    make_recommendation(document=report, review=review)
    make_programme_entry(document=report, title=LONG, date=timezone.localdate())
    return whole


@pytest.fixture
def plan(live_server: LiveServer) -> Document:
    paper = make_paper(title="Youth plan")
    for rag in ("red", "amber", "green", ""):
        make_action(document=paper, part="Part one", objective=LONG, champion="Jo", owner=LONG, rag=rag, due="Dec 15")
    return paper


def assert_fits_and_is_accessible(page: Page, address: str) -> None:
    for size in SIZES:
        page.set_viewport_size(size)
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], address
        faults = Axe().run(page).response["violations"]
        assert not faults, (address, [(fault["id"], fault["nodes"][0]["html"]) for fault in faults])


def test_recommendations_and_their_review(page: Page, live_server: LiveServer, recommendation: Recommendation) -> None:
    assert recommendation.review
    for path in (
        "/recommendations/",
        "/recommendations/?status=made",
        "/recommendations/?review=0",
        "/recommendations/summary/",
        recommendation.get_absolute_url(),
        "/reviews/",
        recommendation.review.get_absolute_url(),
        "/committees/leisure-scrutiny/",
        "/committees/leisure-scrutiny/work-programme/",
    ):
        assert_fits_and_is_accessible(page, live_server.url + path)


def test_decisions(page: Page, live_server: LiveServer) -> None:
    decision = make_decision(
        kind="executive",
        title=f"Lido {LONG}",
        parts=[f"(a) {LONG}", "(b) that it be free."],
        key=True,
        wards=[make_ward()],
        subject_to_call_in=True,
        notified_on=timezone.localdate(),
        call_in_ends_on=timezone.localdate(),
    )
    gone = make_decision(withdrawn_at=timezone.now(), withdrawal_reason="It named a resident.")
    for path in ("/decisions/", "/decisions/?kind=royal", decision.get_absolute_url(), gone.get_absolute_url(), "/"):
        assert_fits_and_is_accessible(page, live_server.url + path)


def test_action_plan(page: Page, live_server: LiveServer, plan: Document) -> None:
    assert_fits_and_is_accessible(page, f"{live_server.url}{plan.get_absolute_url()}actions/")


def test_resident_narrows_the_recommendations_by_where_they_stand(
    page: Page, live_server: LiveServer, recommendation: Recommendation
) -> None:
    page.goto(f"{live_server.url}/recommendations/")
    page.get_by_label("Where it stands").select_option("Reported back on")
    page.get_by_role("button", name="Show recommendations").click()
    expect(page.get_by_role("status")).to_contain_text("1 recommendation")
    page.get_by_role("link", name=recommendation.name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(recommendation.name)
    expect(page.get_by_text("Amber", exact=True)).to_be_visible()
