"""Decisions and reviews on their way to the public: what is found in them, who releases them, what corrections do."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from committees.actions import (
    DecisionDraft,
    NotAllowed,
    call_in_decision,
    notify_decision,
    publish_decision,
    record_decision,
    withdraw_decision,
)
from committees.models import Council, Decision, User
from documents.actions.reviews import publish_review
from documents.models import Finding, ReleaseRequest, Review, WaitingRecord
from tests.builders import make_clerk, make_committee, make_review

PHONE = "Ring Mrs Hill on 07700 900123."


def by_second_person() -> None:
    Council.objects.update_or_create(singleton=True, defaults={"name": "Millbrook", "release_by_second_person": True})


def recorded(by: User, words: str = "That the shelter be kept.") -> Decision:
    draft = DecisionDraft(
        kind="officer", title="Bus shelter", parts=[words], date=date(2026, 9, 1), decided_by="Director"
    )
    return record_decision(draft=draft, by=by)


def address(decision: Decision, page: str) -> str:
    return f"/admin/committees/decision/{decision.pk}/{page}/"


def opened(client: Client, decision: Decision) -> dict[str, Any]:
    """The form of its correction as a clerk has opened it, to be sent back with what they type."""
    context = client.get(address(decision, "correct")).context
    values = {name: context["form"][name].value() for name in context["form"].fields}
    typed = {name: value for name, value in values.items() if value not in (None, "", False) and name != "wards"}
    return {**typed, "basis": context["basis"], "waits": context["waits"]}


def correct(client: Client, decision: Decision, reasons: str, **others: str) -> Any:
    typed = {**opened(client, decision), "reasons": reasons, **others}
    return client.post(address(decision, "correct"), typed, follow=True)


def public_words(decision: Decision) -> tuple[str, str]:
    found = Decision.objects.public().get(pk=decision.pk)
    return found.parts[0], found.reasons


def test_a_private_number_stops_a_decision_until_it_is_accepted_with_a_reason(desk: Client, clerk: User) -> None:
    decision = recorded(clerk, PHONE)

    refused = desk.post(address(decision, "publish"), {"at": ""}).text
    finding = Finding.objects.get(decision=decision)
    desk.post("/admin/findings/accept/", {"finding": finding.pk, "reason": "Her office"})
    desk.post(address(decision, "publish"), {"at": ""})

    assert "personal telephone number" in refused
    assert "<q>07700 900123</q>" in refused
    assert Decision.objects.public().get() == decision


def test_where_a_second_person_releases_nobody_publishes_their_own_decision(
    client: Client, desk: Client, clerk: User
) -> None:
    by_second_person()
    decision = recorded(clerk)

    refused = desk.post(address(decision, "publish"), {"at": ""}).text
    desk.post(address(decision, "publish"), {"act": "ask"})
    client.force_login(make_clerk())
    on_desk = client.get("/admin/").text
    client.post(address(decision, "publish"), {"at": ""})

    assert "You wrote or last changed" in refused
    assert address(decision, "publish") in on_desk
    assert Decision.objects.public().get() == decision


def test_correction_of_a_public_decision_waits_for_the_second_person(client: Client, desk: Client, clerk: User) -> None:
    decision = publish_decision(decision=recorded(clerk), by=None)
    by_second_person()

    waits = correct(desk, decision, "It is well used.").text
    assert public_words(decision) == ("That the shelter be kept.", "")
    client.force_login(make_clerk())
    client.post(address(decision, "publish"))

    assert "The correction waits" in waits
    assert "It is well used." in waits
    assert public_words(decision) == ("That the shelter be kept.", "It is well used.")
    assert not WaitingRecord.objects.exists()


def test_correction_in_which_something_is_found_waits_with_what_was_typed(desk: Client, clerk: User) -> None:
    decision = publish_decision(decision=recorded(clerk), by=None)

    waits = correct(desk, decision, PHONE).text
    typed_again = desk.get(address(decision, "correct")).text
    told = desk.get(f"/admin/committees/decision/{decision.pk}/change/").text
    correct(desk, decision, "She asked for it.")

    assert "<q>07700 900123</q>" in waits
    assert PHONE in typed_again
    assert "A correction waits" in told
    assert public_words(decision)[1] == "She asked for it."


def test_review_and_its_correction_pass_the_same_gate(desk: Client, clerk: User) -> None:
    committee = make_committee()
    review = Review.objects.create(committee=committee, title="Buses", summary=PHONE)

    with pytest.raises(NotAllowed, match="telephone number"):
        publish_review(review=review, by=clerk)
    Review.objects.update(summary="Who rides.")
    review.refresh_from_db()
    publish_review(review=review, by=clerk)
    typed = {"committee": committee.pk, "title": "Buses", "summary": PHONE}
    waits = desk.post(f"/admin/documents/review/{review.pk}/correct/", typed, follow=True).text

    review.refresh_from_db()
    assert review.summary == "Who rides."
    assert "<q>07700 900123</q>" in waits
    assert "A correction waits" in desk.get(f"/admin/documents/review/{review.pk}/change/").text


def test_correction_that_waits_can_be_dropped_and_then_nobody_is_asked_for_it(desk: Client, clerk: User) -> None:
    decision = publish_decision(decision=recorded(clerk), by=None)
    by_second_person()
    correct(desk, decision, "It is well used.")
    desk.post(address(decision, "publish"), {"act": "ask"})

    desk.post(address(decision, "publish"), {"act": "drop"})

    assert public_words(decision)[1] == ""
    assert not WaitingRecord.objects.exists()
    assert not ReleaseRequest.objects.waiting().exists()


def called_in(by: User) -> Decision:
    """A public decision that was called in, of which nothing has come yet."""
    decision = publish_decision(decision=recorded(by), by=None)
    notify_decision(decision=decision, on=date(2026, 9, 2), by=by)
    return call_in_decision(decision=decision, on=date(2026, 9, 3), by=by)


def settle(client: Client, decision: Decision, outcome: str) -> Any:
    return correct(client, decision, "It is well used.", call_in_outcome=outcome)


def test_private_number_in_the_outcome_of_a_call_in_waits_with_the_rest_of_the_correction(
    desk: Client, clerk: User
) -> None:
    decision = called_in(clerk)

    waits = settle(desk, decision, PHONE).text
    decision.refresh_from_db()
    assert decision.call_in_outcome == ""
    desk.post("/admin/findings/accept/", {"finding": Finding.objects.get().pk, "reason": "Her office"})
    desk.post(address(decision, "publish"))

    decision.refresh_from_db()
    assert "<q>07700 900123</q>" in waits
    assert "Outcome of the call-in" in waits
    assert (decision.call_in_outcome, decision.reasons) == (PHONE, "It is well used.")


def test_outcome_of_a_call_in_waits_for_the_second_person(client: Client, desk: Client, clerk: User) -> None:
    decision = called_in(clerk)
    by_second_person()

    settle(desk, decision, "Referred back to the Director.")
    decision.refresh_from_db()
    assert decision.call_in_outcome == ""
    client.force_login(make_clerk())
    client.post(address(decision, "publish"))

    decision.refresh_from_db()
    assert decision.call_in_outcome == "Referred back to the Director."


def test_only_of_a_decision_that_was_called_in_an_outcome_is_asked(desk: Client, clerk: User) -> None:
    assert "Outcome of the call-in" not in desk.get(address(recorded(clerk), "correct")).text
    assert "Outcome of the call-in" in desk.get(address(called_in(clerk), "correct")).text


def withdrawn(by: User, words: str) -> Decision:
    """A decision from before anything was looked for in it."""
    decision = publish_decision(decision=recorded(by), by=None)
    Decision.objects.filter(pk=decision.pk).update(reasons=words)
    decision.refresh_from_db()
    return withdraw_decision(decision=decision, by=by, reason="A mistake")


def test_what_is_found_in_a_withdrawn_decision_is_accepted_with_a_reason_where_it_is_reinstated(
    desk: Client, clerk: User
) -> None:
    decision = withdrawn(clerk, PHONE)
    page = address(decision, "reinstate")

    stopped = desk.post(page, {"why": "It was right"}).text
    accepted = {"finding": Finding.objects.get(decision=decision).pk, "reason": "Her office", "next": page}
    assert desk.post("/admin/findings/accept/", accepted)["Location"] == f"{page}#findings"
    desk.post(page, {"why": "It was right"})

    assert "<q>07700 900123</q>" in stopped
    assert "Accept what is ticked" in stopped
    assert Decision.objects.public().get() == decision


def test_withdrawn_decision_waits_on_the_desk_for_whoever_may_reinstate_it(
    client: Client, desk: Client, clerk: User
) -> None:
    decision = withdrawn(clerk, "It is well used.")
    by_second_person()

    refused = desk.post(address(decision, "reinstate"), {"why": "It was right"}).text
    desk.post(address(decision, "reinstate"), {"act": "ask"})
    client.force_login(make_clerk())
    led_to = client.get(address(decision, "publish"))["Location"]
    client.post(led_to, {"why": "It was right"})

    assert "You wrote or last changed" in refused
    assert Decision.objects.public().get() == decision
    assert not ReleaseRequest.objects.waiting().exists()


@pytest.fixture
def two(client: Client, clerk: User) -> tuple[Client, Client]:
    """Ada Byrne and another clerk, each signed in."""
    User.objects.filter(pk=clerk.pk).update(first_name="Ada", last_name="Byrne")
    client.force_login(clerk)
    other = Client()
    other.force_login(make_clerk())
    return client, other


def test_who_saves_a_correction_is_shown_the_one_that_waits_and_loses_nothing_typed(
    two: tuple[Client, Client], clerk: User
) -> None:
    decision = publish_decision(decision=recorded(clerk), by=None)
    ada, other = two
    form = opened(other, decision)
    correct(ada, decision, PHONE)

    shown = other.post(address(decision, "correct"), {**form, "reasons": "Another reason."})

    assert "Ada Byrne changed it" in shown.text
    assert f"It is now:</span> <strong>{PHONE}" in shown.text
    assert "Another reason.</textarea>" in shown.text
    assert public_words(decision)[1] == ""
    assert WaitingRecord.objects.get().content["reasons"] == [PHONE]


def test_who_saves_again_after_being_shown_it_has_chosen_and_the_other_can_still_be_read(
    two: tuple[Client, Client], clerk: User
) -> None:
    decision = publish_decision(decision=recorded(clerk), by=None)
    ada, other = two
    form = opened(other, decision)
    correct(ada, decision, PHONE)
    shown = other.post(address(decision, "correct"), {**form, "reasons": f"Mr Low. {PHONE}"})

    again = {**form, "waits": shown.context["waits"], "reasons": f"Mr Low. {PHONE}"}
    page = other.post(address(decision, "correct"), again, follow=True).text

    assert f"Mr Low. {PHONE}" in page
    assert "What Ada Byrne had written, before it was saved over" in page


def test_all_who_wrote_in_a_correction_are_its_makers(two: tuple[Client, Client], clerk: User) -> None:
    decision = publish_decision(decision=recorded(clerk), by=None)
    by_second_person()
    ada, other = two
    correct(ada, decision, "It is well used.")
    correct(other, decision, "It is well used by many.")

    refused = ada.post(address(decision, "publish")).text
    third = Client()
    third.force_login(make_clerk())
    third.post(address(decision, "publish"))

    assert "You wrote or last changed" in refused
    assert public_words(decision)[1] == "It is well used by many."


@pytest.mark.parametrize("act", ["", "drop"])
def test_correction_changed_since_it_was_looked_at_is_neither_let_out_nor_dropped(
    desk: Client, clerk: User, act: str
) -> None:
    decision = publish_decision(decision=recorded(clerk), by=None)
    correct(desk, decision, PHONE)
    looked_at = desk.get(address(decision, "publish")).context["looked_at"]
    correct(desk, decision, f"{PHONE} It is well used.")
    finding = Finding.objects.get(decision=decision)
    desk.post("/admin/findings/accept/", {"finding": finding.pk, "reason": "Her office"})

    text = desk.post(address(decision, "publish"), {"looked_at": looked_at, "act": act}).text

    assert "It was changed after you opened this page" in text
    assert WaitingRecord.objects.exists()
    assert public_words(decision)[1] == ""


def test_of_a_review_too_a_correction_that_waits_is_shown_to_who_would_save_over_it(
    two: tuple[Client, Client],
) -> None:
    review = make_review(title="Buses")
    page = f"/admin/documents/review/{review.pk}/correct/"
    ada, other = two
    typed = {"committee": review.committee.pk, "title": "Buses"}
    ada.post(page, {**typed, "summary": PHONE})

    shown = other.post(page, {**typed, "summary": "Who rides."})
    assert f"It is now:</span> <strong>{PHONE}" in shown.text
    assert "Who rides.</textarea>" in shown.text
    other.post(page, {**typed, "summary": "Who rides.", "waits": shown.context["waits"]})

    review.refresh_from_db()
    assert review.summary == "Who rides."
