"""Notices of key decisions and private business: of a meeting as a whole, and of each matter."""

from datetime import date, datetime, time

import pytest
from django.utils import timezone

from committees.clock import Rules, State, meeting_clock
from committees.clock.deadlines import (
    IF_KEY,
    IF_PRIVATE,
    MeetingFacts,
    NoticeFacts,
    meeting_deadlines,
    notice_deadlines,
)
from tests.builders import make_committee, make_decision, make_item, make_meeting

DAY = date(2026, 9, 22)
NOW = timezone.make_aware(datetime.combine(date(2026, 9, 1), time(12)))


def of_meeting(**facts: object) -> dict[str, tuple[State, str]]:
    found = meeting_deadlines(MeetingFacts(day=DAY, is_executive=True, **facts), Rules(), NOW)  # type: ignore[arg-type]
    return {one.kind: (one.state, one.note) for one in found if "notice" in one.kind}


def test_without_a_key_decision_or_private_business_nobody_is_warned() -> None:
    assert of_meeting() == {
        "key_notice": (State.PASSED, IF_KEY),
        "private_notice": (State.PASSED, IF_PRIVATE),
        "second_private_notice": (State.COMING, IF_PRIVATE),
    }
    assert of_meeting(agenda_published_at=NOW) == {"key_notice": (State.PASSED, IF_KEY)}


def test_with_them_notices_are_late_after_their_days() -> None:
    found = of_meeting(has_key_decision=True, has_private_business=True)

    assert found["key_notice"] == (State.LATE, "")
    assert found["private_notice"] == (State.LATE, "")
    assert found["second_private_notice"] == (State.COMING, "")


@pytest.mark.parametrize(
    ("kind", "route", "expected"),
    [
        ("key", "notice", [("key_notice", date(2026, 8, 24))]),
        ("key", "general_exception", [("general_exception", date(2026, 9, 14))]),
        ("key", "urgency", [("urgency", DAY)]),
        ("private", "urgency", [("urgency", DAY)]),
        ("private", "notice", [("private_notice", date(2026, 8, 24)), ("second_private_notice", date(2026, 9, 14))]),
    ],
)
def test_each_way_of_giving_notice_has_its_days(kind: str, route: str, expected: list[tuple[str, date]]) -> None:
    found = notice_deadlines(NoticeFacts(DAY, kind, route), Rules(), NOW)

    assert [(one.kind, one.day) for one in found] == expected


@pytest.mark.django_db
def test_key_decision_listed_for_a_meeting_makes_its_notice_due() -> None:
    meeting = make_meeting(date=DAY, committee=make_committee(kind="executive"))
    assert "key_notice" not in [one.kind for one in meeting_clock(meeting, now=NOW) if one.wants_attention]

    make_decision(item=make_item(meeting=meeting), key=True)
    assert "key_notice" in [one.kind for one in meeting_clock(meeting, now=NOW) if one.wants_attention]
