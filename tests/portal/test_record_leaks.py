"""A record that is hidden by itself shows nowhere, though the papers about it are public."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from committees.models import Access, Decision
from documents.models import Recommendation, Review
from tests.builders import (
    make_clerk,
    make_committee,
    make_decision,
    make_item,
    make_meeting,
    make_minute,
    make_minutes,
    make_paper,
    make_person,
    make_point,
    make_progress,
    make_recommendation,
    make_response,
    make_review,
    make_stage,
    make_ward,
    make_witness,
)
from tests.portal.test_leaks import ADDRESSES, ASKED, SECRET, Scene, everything_said, later, make_scene, update

pytestmark = pytest.mark.django_db

WORDS = f"{SECRET} {ASKED}"
NAMES = (
    *("home", "committee", "meeting", "item", "papers", "ward", "sitemap"),
    *("decisions", "decisions_csv", "decision", "reviews", "review", "work_programme"),
    *("recommendations", "recommendations_csv", "recommendations_summary", "recommendation"),
)


def make_hidden_decision(scene: Scene) -> Decision:
    return make_decision(
        item=make_item(meeting=make_meeting(committee=scene.committee, date=date(2025, 6, 5)), title="Decided item"),
        title=f"{WORDS} decision",
        parts=[WORDS],
        reasons=WORDS,
        decided_by=WORDS,
        wards=[make_ward(name="Open ward")],
    )


def withdraw(decision: Decision) -> None:
    update(decision, withdrawn_at=timezone.now(), withdrawn_by=make_clerk(), withdrawal_reason="An address.")


def minute_of_withheld_item(decision: Decision) -> None:
    minutes = make_minutes(meeting=decision.meeting)
    item = make_item(meeting=decision.meeting, access=Access.EXEMPT, exempt_paragraphs=[3])
    update(decision, minute=make_minute(minutes=minutes, item=item), item=None)


def minutes_not_published(decision: Decision) -> None:
    update(decision, minute=make_minute(minutes=make_minutes(meeting=decision.meeting, published_at=None)))


DECISION_HIDINGS: dict[str, tuple[Callable[[Decision], None], int]] = {
    "draft": (lambda decision: update(decision, published_at=None), 404),
    "scheduled": (lambda decision: update(decision, published_at=later()), 404),
    "exempt": (lambda decision: update(decision, access=Access.EXEMPT), 404),
    "withdrawn": (withdraw, 410),
    "minutes not published": (minutes_not_published, 404),
    "minute of a withheld item": (minute_of_withheld_item, 404),
    "item exempt": (lambda decision: update(decision.item, access=Access.EXEMPT, exempt_paragraphs=[1]), 404),
    "its committee not public": (
        lambda decision: update(decision, committee=make_committee(name=f"{WORDS} committee", is_public=False)),
        404,
    ),
}


@pytest.mark.parametrize("hiding", DECISION_HIDINGS.values(), ids=DECISION_HIDINGS)
def test_hidden_decision_shows_nowhere(
    client: Client, tmp_path: Path, hiding: tuple[Callable[[Decision], None], int]
) -> None:
    scene = make_scene()
    update(scene.hidden, published_at=None)
    decision = make_hidden_decision(scene)
    assert SECRET in everything_said(client, "/decisions/", tmp_path)
    hide, status = hiding
    hide(decision)
    assert client.get(f"/decisions/{decision.pk}/x/").status_code == status
    assert_nowhere(client, scene, tmp_path, f"/decisions/{decision.pk}/x/")


def make_hidden_review(scene: Scene) -> Review:
    """All of it from a public paper, or from none."""
    review = make_review(committee=make_committee(name="Other"), title=f"{WORDS} review", summary=WORDS)
    make_stage(review=review, text=WORDS, papers=(scene.beside,))
    make_point(review=review, text=WORDS)
    make_witness(review=review, name=WORDS)
    recommendation = make_recommendation(review=review, document=scene.beside, text=WORDS)
    make_response(recommendation=recommendation, document=scene.beside, words=WORDS)
    return review


REVIEW_HIDINGS: dict[str, Callable[[Review], None]] = {
    "draft": lambda review: update(review, published_at=None),
    "scheduled": lambda review: update(review, published_at=later()),
    "committee not public": lambda review: update(review.committee, is_public=False),
}


@pytest.mark.parametrize("hide", REVIEW_HIDINGS.values(), ids=REVIEW_HIDINGS)
def test_hidden_review_shows_nowhere(client: Client, tmp_path: Path, hide: Callable[[Review], None]) -> None:
    scene = make_scene()
    update(scene.hidden, published_at=None)
    review = make_hidden_review(scene)
    own = f"/reviews/{review.pk}/x/"
    assert SECRET in everything_said(client, "/reviews/", tmp_path)
    hide(review)
    assert client.get(own).status_code == 404
    assert_nowhere(client, scene, tmp_path, own, *_recommendations_of(review))


def _recommendations_of(review: Review) -> list[str]:
    rows = Recommendation.objects.filter(review=review)
    return [f"/recommendations/{row.pk}/" for row in rows]


def test_person_who_is_not_public_is_not_linked_from_a_decision(client: Client) -> None:
    person = make_person(name="Hidden Hal", is_public=False)
    decision = make_decision(kind="individual", person=person, decided_by="The Executive Member for Housing")
    assert person.get_absolute_url() not in client.get(decision.get_absolute_url()).text


def test_item_not_yet_on_the_agenda_is_not_named_on_its_decision(client: Client) -> None:
    item = make_item(title=f"{WORDS} item", published_at=None)
    decision = make_decision(item=item, title="Open decision")
    assert SECRET not in client.get(decision.get_absolute_url()).text


def test_meeting_not_announced_is_not_named_by_what_it_took(client: Client) -> None:
    """A response, a stage and a report back each name a meeting of their own."""
    meeting = make_meeting(title=f"{WORDS} meeting", agenda=False, published_at=None)
    recommendation = make_recommendation()
    make_response(recommendation=recommendation, meeting=meeting)
    make_progress(recommendation=recommendation, meeting=meeting)
    review: Any = recommendation.review
    make_stage(review=review, meeting=meeting, date=timezone.localdate() + timedelta(days=3))
    for address in (recommendation.get_absolute_url(), review.get_absolute_url(), "/recommendations/", "/reviews/"):
        assert SECRET not in client.get(address).text, address


def test_withdrawn_report_takes_its_recommendations_along(client: Client) -> None:
    recommendation = make_recommendation(document=make_paper(), text=WORDS)
    withdrawn = recommendation.document
    update(withdrawn, withdrawn_at=timezone.now(), withdrawn_by=make_clerk(), withdrawal_reason="An address.")
    assert client.get(recommendation.get_absolute_url()).status_code == 404
    assert SECRET not in client.get("/recommendations/").text


def assert_nowhere(client: Client, scene: Scene, folder: Path, *own: str) -> None:
    addresses = [address for name in NAMES for address in ADDRESSES[name](scene)]
    for address in [*addresses, *own]:
        assert SECRET not in everything_said(client, address, folder), address


def test_day_of_a_meeting_not_announced_and_who_answered_at_it_are_not_told(client: Client) -> None:
    meeting = make_meeting(date=date(2019, 3, 14), agenda=False, published_at=None)
    recommendation = make_recommendation()
    make_response(recommendation=recommendation, meeting=meeting, date=meeting.date, by=WORDS)
    make_progress(recommendation=recommendation, meeting=meeting, date=meeting.date)
    said = client.get(recommendation.get_absolute_url()).text
    assert "14 March 2019" not in said
    assert SECRET not in said
