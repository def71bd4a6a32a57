from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from committees.clock import State, decision_clock, late_for, meeting_clock, meeting_clocks, rules_of
from committees.models import ClosureDay, Committee, Council, DutyRecord, Meeting
from tests.builders import make_committee, make_decision, make_item, make_meeting

pytestmark = pytest.mark.django_db
MEETING = date(2026, 9, 22)


def at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def test_rules_left_empty_are_those_of_the_part_of_the_kingdom() -> None:
    england, wales = Council(name="A"), Council(name="B", jurisdiction=Council.Jurisdiction.WALES)

    assert (rules_of(england).agenda_clear_days, rules_of(england).minutes_working_days) == (5, 10)
    assert (rules_of(wales).agenda_clear_days, rules_of(wales).minutes_working_days) == (3, 7)
    assert rules_of(Council(name="C", agenda_clear_days=7)).summons_clear_days == 7


def test_every_day_of_a_closure_is_left_out() -> None:
    ClosureDay.objects.create(name="Christmas closure", first_day=date(2026, 12, 29), last_day=date(2026, 12, 31))
    meeting = make_meeting(date=date(2027, 1, 7), agenda=False)

    agenda = next(one for one in meeting_clock(meeting) if one.kind == "agenda")
    assert agenda.day == date(2026, 12, 22)
    assert "Christmas closure" in agenda.working


def test_executive_with_a_private_item_has_its_notices_and_the_newest_record_counts() -> None:
    meeting = make_meeting(date=MEETING, committee=make_committee(kind=Committee.Kind.EXECUTIVE))
    make_item(meeting=meeting, access="exempt", exempt_paragraphs=[3])
    for day in (1, 2):
        DutyRecord.objects.create(
            meeting=meeting, duty="private_notice", done_at=at(date(2026, 8, day)), done_by="A clerk", how="Website"
        )

    make_decision(item=make_item(meeting=meeting), key=True)

    clock = {one.kind: one for one in meeting_clock(meeting, now=at(date(2026, 8, 20)))}
    assert clock["private_notice"].done_at == at(date(2026, 8, 2))
    assert clock["key_notice"].state == State.SOON


def test_many_meetings_are_read_in_as_many_queries_as_one() -> None:
    meetings = [make_meeting(), make_meeting(), make_meeting()]
    with CaptureQueriesContext(
        connection,
    ) as many:
        meeting_clocks(meetings)
    with CaptureQueriesContext(connection) as one:
        meeting_clocks(meetings[:1])

    assert len(many) == len(one) <= 7


def test_publication_is_late_inside_the_clear_days_alone() -> None:
    meeting = make_meeting(date=MEETING, agenda=False)

    assert late_for(meeting, at(date(2026, 9, 14))) is None
    late = late_for(meeting, at(date(2026, 9, 15)))
    assert late is not None
    assert late.day == date(2026, 9, 14)
    assert late_for(meeting, at(MEETING)) is not None
    assert late_for(meeting, at(MEETING + timedelta(days=1))) is None
    meeting.state = Meeting.State.CANCELLED
    assert late_for(meeting, at(MEETING)) is None


def test_notice_of_a_key_decision_is_recorded_of_the_decision() -> None:
    decision = make_decision(kind="officer", meeting=None, date=MEETING, key=True)
    DutyRecord.objects.create(
        decision=decision, duty="key_notice", done_at=at(date(2026, 8, 3)), done_by="A clerk", how="Forward plan"
    )

    assert decision_clock(decision)[0].state == State.DONE
