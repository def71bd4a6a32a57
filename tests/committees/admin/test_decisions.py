"""The clerk's screens of decisions."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from committees import actions
from committees.actions import DecisionDraft, MinuteDraft
from committees.models import Council, Decision
from tests.builders import make_committee, make_item, make_meeting, make_person, make_user, make_ward

ADD = "/admin/committees/decision/add/"
RECORD = {
    "kind": "officer",
    "title": "Mill Lane crossing",
    "words": "RESOLVED:\r\n(a) Build it.\r\n(b) Tell residents.",
    "date": "2026-12-15",
    "access": "open",
}


@pytest.fixture
def decision(db: None) -> Decision:
    draft = DecisionDraft(kind="officer", title="Mill Lane crossing", parts=["Build it."], date=date(2026, 12, 15))
    return actions.record_decision(draft=draft, by=None)


def screen(decision: Decision, change: str = "change") -> str:
    return f"/admin/committees/decision/{decision.pk}/{change}/"


def test_clerk_records_a_decision_as_a_draft(desk: Client) -> None:
    ward, person, committee = make_ward(), make_person(), make_committee()
    chosen = {"wards": [ward.pk], "person": person.pk, "committee": committee.pk, "key": "on"}

    response = desk.post(ADD, {**RECORD, **chosen})

    decision = Decision.objects.get()
    assert response["Location"] == screen(decision)
    assert decision.parts == ["(a) Build it.", "(b) Tell residents."]
    assert (decision.key, decision.person, decision.committee) == (True, person, committee)
    assert not Decision.objects.public().exists()


def test_record_without_words_is_kept_on_the_page_and_says_what_is_missing(desk: Client) -> None:
    text = desk.post(ADD, {**RECORD, "words": "RESOLVED:", "reasons": "Two people were hurt."}).text

    assert "Enter what was decided" in text
    assert "Two people were hurt." in text
    assert not Decision.objects.exists()


def test_deadline_is_worked_out_before_anything_is_kept(desk: Client) -> None:
    asked = {**RECORD, "subject_to_call_in": "on", "notified_on": "2026-12-17", "act": "deadline"}

    text = desk.post(ADD, asked).text

    assert "Call-in ends on Thursday 24 December 2026." in text
    assert "5 clear working days: Fri 18, Mon 21, Tue 22, Wed 23 and Thu 24 December" in text
    assert not Decision.objects.exists()


def test_notice_without_call_in_is_asked_about(desk: Client) -> None:
    text = desk.post(ADD, {**RECORD, "notified_on": "2026-12-17"}).text

    assert "Tick that it can be called in" in text


def test_screen_says_what_a_record_lacks(desk: Client, decision: Decision) -> None:
    text = desk.get(screen(decision)).text

    assert "It gives no reasons" in text
    assert "It does not say who decided." in text


def test_clerk_corrects_a_decision(desk: Client, decision: Decision) -> None:
    desk.post(screen(decision, "correct"), {**RECORD, "reasons": "Two people were hurt."})

    decision.refresh_from_db()
    assert decision.reasons == "Two people were hurt."


def test_record_opens_with_what_is_recorded(desk: Client, decision: Decision) -> None:
    assert "Build it." in desk.get(screen(decision, "correct")).text


def test_clerk_publishes_a_decision(desk: Client, decision: Decision) -> None:
    desk.post(screen(decision, "publish"))

    assert decision in Decision.objects.public()


def test_notice_tells_the_deadline_with_its_working(desk: Client, decision: Decision) -> None:
    text = desk.post(screen(decision, "notify"), {"on": "2026-12-17"}, follow=True).text

    assert "until the end of Thursday 24 December 2026. 5 clear working days" in text
    assert "Record a call-in" in text


def test_deadline_of_an_older_rule_is_told(desk: Client, decision: Decision) -> None:
    actions.notify_decision(decision=decision, on=date(2026, 12, 17), by=None)
    Council.objects.create(name="Council", call_in_working_days=3)

    assert "by the rule as it is now it would end on 22 December 2026" in desk.get(screen(decision)).text


def test_call_in_and_its_outcome_are_recorded(desk: Client, decision: Decision) -> None:
    actions.notify_decision(decision=decision, on=date(2026, 12, 17), by=None)

    desk.post(screen(decision, "call-in"), {"on": "2026-12-18"})
    notice = {"subject_to_call_in": "on", "notified_on": "2026-12-17"}
    desk.post(screen(decision, "correct"), {**RECORD, **notice, "call_in_outcome": "It stands."})

    decision.refresh_from_db()
    assert (decision.called_in_on, decision.call_in_outcome) == (date(2026, 12, 18), "It stands.")


def test_late_call_in_is_refused_and_says_why(desk: Client, decision: Decision) -> None:
    actions.notify_decision(decision=decision, on=date(2026, 12, 17), by=None)

    assert "It could be called in from" in desk.post(screen(decision, "call-in"), {"on": "2027-01-04"}).text


def test_withdrawal_and_return(desk: Client, decision: Decision) -> None:
    actions.publish_decision(decision=decision, by=None)

    desk.post(screen(decision, "withdraw"), {"reason": "Wrong ward named"})
    assert "Wrong ward named" in desk.get(screen(decision)).text
    desk.post(screen(decision, "reinstate"), {"why": "It was right"})

    assert decision in Decision.objects.public()


def test_minuted_decision_shows_its_words_and_asks_for_the_rest(desk: Client) -> None:
    meeting = make_meeting()
    entry = MinuteDraft(title="Pool", item=make_item(meeting=meeting), resolved=["(a) That it close."])
    actions.write_minutes(meeting=meeting, entries=[entry], by=None)
    decision = Decision.objects.get()

    text = desk.get(screen(decision, "correct")).text
    desk.post(screen(decision, "correct"), {"kind": "executive", "access": "open", "reasons": "Cost."})

    assert "(a) That it close." in text
    assert 'name="words"' not in text
    decision.refresh_from_db()
    assert (decision.kind, decision.reasons, decision.title) == ("executive", "Cost.", "Pool")


def test_published_decision_is_never_deleted(desk: Client, decision: Decision) -> None:
    actions.publish_decision(decision=decision, by=None)

    assert desk.post(screen(decision, "delete"), {"post": "yes"}).status_code == 403


def test_draft_is_deleted(desk: Client, decision: Decision) -> None:
    desk.post(screen(decision, "delete"), {"post": "yes"})

    assert not Decision.objects.exists()


def test_list_of_decisions_is_searched(desk: Client, decision: Decision) -> None:
    assert "Mill Lane crossing" in desk.get("/admin/committees/decision/?q=crossing").text


@pytest.mark.parametrize("change", ["change", "correct", "publish", "notify", "call-in", "withdraw", "reinstate"])
def test_staff_without_permission_are_refused(client: Client, decision: Decision, change: str) -> None:
    client.force_login(make_user(is_staff=True))

    assert client.get(screen(decision, change)).status_code == 403


def test_unknown_decision_is_not_found(desk: Client) -> None:
    for address in (reverse("admin:committees_decision_change", args=[999]), "/admin/committees/decision/x/change/"):
        assert desk.get(address).status_code == 404
