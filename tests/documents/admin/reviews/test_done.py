"""What a clerk says of how a recommendation was done, on its way to the public."""

from typing import Any

import pytest
from django.test import Client

from committees.models import Council
from documents.models import Finding, Recommendation, WaitingRecord
from tests.builders import make_clerk, make_recommendation

PHONE = "Ring Mrs Hill on 07700 900123."


@pytest.fixture
def made(db: None) -> Recommendation:
    return make_recommendation(text="That the pool stay open.")


def by_second_person() -> None:
    Council.objects.update_or_create(singleton=True, defaults={"name": "Millbrook", "release_by_second_person": True})


def address(made: Recommendation, page: str) -> str:
    return f"/admin/documents/review/recommendations/{made.pk}/{page}/"


def say(client: Client, made: Recommendation, note: str) -> Any:
    context = client.get(address(made, "done")).context
    guard = {"basis": context["basis"], "waits": context["waits"]}
    return client.post(address(made, "done"), {"on": "2026-11-20", "note": note, **guard}, follow=True)


def public_note(made: Recommendation) -> str:
    made.refresh_from_db()
    return made.done_note if made.done_on else "not done"


def test_private_number_in_how_it_was_done_waits_until_it_is_accepted_with_a_reason(
    desk: Client, made: Recommendation
) -> None:
    waits = say(desk, made, PHONE).text
    told = desk.get(f"/admin/documents/review/{made.review_id}/change/").text
    assert public_note(made) == "not done"
    desk.post("/admin/findings/accept/", {"finding": Finding.objects.get(recommendation=made).pk, "reason": "Hers"})
    desk.post(address(made, "publish"))

    assert "<q>07700 900123</q>" in waits
    assert "wrote on how it was done waits" in told
    assert public_note(made) == PHONE


def test_how_it_was_done_waits_for_the_second_person(client: Client, desk: Client, made: Recommendation) -> None:
    by_second_person()

    say(desk, made, "The pool is open.")
    refused = desk.post(address(made, "publish")).text
    assert public_note(made) == "not done"
    client.force_login(make_clerk())
    on_desk = client.get("/admin/").text
    client.post(address(made, "publish"))

    assert "You wrote or last changed" in refused
    assert address(made, "publish") in on_desk
    assert public_note(made) == "The pool is open."
    assert not WaitingRecord.objects.exists()


def test_who_would_say_it_otherwise_is_shown_what_waits(desk: Client, made: Recommendation) -> None:
    say(desk, made, PHONE)

    shown = desk.post(address(made, "done"), {"on": "2026-11-21", "note": "It is open."}).text

    assert f"It is now:</span> <strong>{PHONE}" in shown
    assert public_note(made) == "not done"
