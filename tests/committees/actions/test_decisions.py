"""Decisions: recorded, published, notified, called in, withdrawn."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from committees import actions
from committees.actions import DecisionDraft, MinuteDraft
from committees.models import Council, Decision, PublicChange
from tests.builders import make_clerk, make_committee, make_item, make_meeting, make_person, make_ward

pytestmark = pytest.mark.django_db

MADE = date(2026, 12, 15)
NOTIFIED = date(2026, 12, 17)


def draft(**fields: Any) -> DecisionDraft:
    return DecisionDraft(
        **{"kind": "officer", "title": "Mill Lane crossing", "parts": ["(a) Build it."], "date": MADE, **fields}
    )


def recorded(**fields: Any) -> Decision:
    return actions.record_decision(draft=draft(**fields), by=None)


def minuted() -> Decision:
    meeting = make_meeting()
    entry = MinuteDraft(title="Pool", item=make_item(meeting=meeting), resolved=["(a) That it close."])
    minutes = actions.write_minutes(meeting=meeting, entries=[entry], by=None)
    return Decision.objects.get(minute__minutes=minutes)


def test_recorded_decision_is_a_draft_with_its_wards() -> None:
    ward = make_ward()

    decision = recorded(wards=[ward], reasons="Two people were hurt.")

    assert list(decision.wards.all()) == [ward]
    assert decision.reasons == "Two people were hurt."
    assert not Decision.objects.public().exists()


def test_decision_without_words_is_refused() -> None:
    with pytest.raises(actions.NotAllowed, match="what was decided"):
        recorded(parts=["", "  "])


def test_published_decision_is_public() -> None:
    decision = recorded()

    actions.publish_decision(decision=decision, by=make_clerk())

    assert decision in Decision.objects.public()


def test_published_again_keeps_the_first_time() -> None:
    decision = recorded()
    first = actions.publish_decision(decision=decision, by=None).published_at

    assert actions.publish_decision(decision=decision, by=None).published_at == first


def test_minuted_decision_is_published_with_its_minutes_alone() -> None:
    with pytest.raises(actions.NotAllowed, match="minutes"):
        actions.publish_decision(decision=minuted(), by=None)


def test_minuted_decision_keeps_its_words_and_takes_reasons() -> None:
    decision = minuted()

    actions.record_decision(
        draft=draft(kind="executive", title="Another", parts=["Another"], reasons="Cost."), by=None, decision=decision
    )

    decision.refresh_from_db()
    assert (decision.title, decision.parts, decision.reasons) == ("Pool", ["(a) That it close."], "Cost.")
    assert decision.kind == Decision.Kind.EXECUTIVE


def test_notice_sets_the_deadline_by_the_councils_rule() -> None:
    Council.objects.create(name="Council", call_in_working_days=5)

    decision = actions.notify_decision(decision=recorded(), on=NOTIFIED, by=None)

    assert decision.call_in_ends_on == date(2026, 12, 24)


def test_deadline_stays_by_the_rule_of_its_day() -> None:
    decision = actions.notify_decision(decision=recorded(), on=NOTIFIED, by=None)
    Council.objects.create(name="Council", call_in_working_days=2)

    actions.record_decision(
        draft=draft(subject_to_call_in=True, notified_on=NOTIFIED, reasons="Corrected."), by=None, decision=decision
    )

    assert decision.call_in_ends_on == date(2026, 12, 24)


def test_notice_before_the_decision_is_refused() -> None:
    with pytest.raises(actions.NotAllowed, match="before it is made"):
        actions.notify_decision(decision=recorded(), on=date(2026, 12, 1), by=None)


def test_rule_without_days_gives_no_deadline() -> None:
    Council.objects.create(name="Council", call_in_working_days=0)

    with pytest.raises(actions.NotAllowed, match="no working days"):
        actions.notify_decision(decision=recorded(), on=NOTIFIED, by=None)


def test_call_in_within_its_days_is_recorded_with_its_outcome() -> None:
    decision = actions.notify_decision(decision=recorded(), on=NOTIFIED, by=None)

    actions.call_in_decision(decision=decision, on=date(2026, 12, 24), by=None)
    settled = draft(subject_to_call_in=True, notified_on=NOTIFIED, call_in_outcome="It stands.")
    actions.record_decision(draft=settled, by=None, decision=decision)

    decision.refresh_from_db()
    assert decision.called_in_on == date(2026, 12, 24)
    assert decision.call_in_outcome == "It stands."


@pytest.mark.parametrize("day", [date(2026, 12, 16), date(2026, 12, 25)])
def test_call_in_outside_its_days_is_refused(day: date) -> None:
    decision = actions.notify_decision(decision=recorded(), on=NOTIFIED, by=None)

    with pytest.raises(actions.NotAllowed, match="17 December 2026 to 24 December 2026"):
        actions.call_in_decision(decision=decision, on=day, by=None)


def test_call_in_without_a_notice_is_refused() -> None:
    with pytest.raises(actions.NotAllowed, match="notified"):
        actions.call_in_decision(decision=recorded(), on=NOTIFIED, by=None)


def test_called_in_decision_keeps_its_notice() -> None:
    decision = actions.notify_decision(decision=recorded(), on=NOTIFIED, by=None)
    actions.call_in_decision(decision=decision, on=NOTIFIED, by=None)

    with pytest.raises(actions.NotAllowed, match="called in"):
        actions.record_decision(draft=draft(), by=None, decision=decision)


def test_outcome_without_a_call_in_is_refused() -> None:
    with pytest.raises(actions.NotAllowed, match="not called in"):
        actions.record_decision(draft=draft(call_in_outcome="Upheld"), by=None, decision=recorded())


def test_withdrawn_decision_is_gone_and_told_of() -> None:
    decision = actions.publish_decision(decision=recorded(), by=None)

    actions.withdraw_decision(decision=decision, by=make_clerk(), reason="Wrong ward named")

    assert not Decision.objects.public().exists()
    assert decision in Decision.objects.reported()


def test_withdrawal_needs_a_reason() -> None:
    with pytest.raises(actions.NotAllowed, match="reason"):
        actions.withdraw_decision(decision=recorded(), by=None, reason=" ")


def test_reinstated_decision_is_public_again() -> None:
    decision = actions.publish_decision(decision=recorded(), by=None)
    actions.withdraw_decision(decision=decision, by=None, reason="Wrong")

    actions.reinstate_decision(decision=decision, by=None, why="It was right")

    assert decision in Decision.objects.public()


def test_every_change_tells_the_followers() -> None:
    committee, person = make_committee(), make_person()
    decision = recorded(committee=committee, person=person)
    changes: list[Callable[[], object]] = [
        lambda: actions.publish_decision(decision=decision, by=None),
        lambda: actions.notify_decision(decision=decision, on=NOTIFIED, by=None),
        lambda: actions.call_in_decision(decision=decision, on=NOTIFIED, by=None),
        lambda: actions.withdraw_decision(decision=decision, by=None, reason="Wrong"),
        lambda: actions.reinstate_decision(decision=decision, by=None, why="Right"),
    ]
    for act in changes:
        PublicChange.objects.all().delete()
        act()
        told = set(PublicChange.objects.values_list("subject", "subject_id"))
        assert told == {("decision", decision.pk), ("committee", committee.pk), ("person", person.pk)}
