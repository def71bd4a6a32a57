"""Minutes written, corrected, confirmed and withdrawn; each minute and decision keeps its row."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from committees import actions
from committees.actions import AttendanceDraft, MinuteDraft, NotAllowed
from committees.actions.people_named import person_named
from committees.models import Attendance, Decision, Declaration, Meeting, Minute, Minutes, NamedVote
from tests.builders import make_item, make_meeting, make_membership, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    return make_meeting(date=timezone.localdate() - timedelta(days=7))


def write(meeting: Meeting, *entries: MinuteDraft, written_here: bool = True) -> Minutes:
    return actions.write_minutes(meeting=meeting, entries=entries, by=None, written_here=written_here)


def test_written_minutes_are_drafts(meeting: Meeting) -> None:
    write(meeting, MinuteDraft("Apologies", number="1", text="None."))

    assert Minute.objects.count() == 1
    assert not Minutes.objects.public().exists()
    assert not Minute.objects.public().exists()


def test_resolution_becomes_a_decision_that_is_public_with_the_minutes(meeting: Meeting) -> None:
    minutes = write(meeting, MinuteDraft("Pool", number="2", resolved=["That the pool close.", "That it open."]))
    assert not Decision.objects.public().exists()

    actions.publish_minutes(minutes=minutes, by=None)

    assert Decision.objects.public().get().parts == ["That the pool close.", "That it open."]


def test_minutes_published_for_a_coming_moment_are_not_public_yet(meeting: Meeting) -> None:
    minutes = write(meeting, MinuteDraft("Pool", resolved=["That the pool close."]))

    actions.publish_minutes(minutes=minutes, by=None, at=timezone.now() + timedelta(hours=1))

    assert not Minutes.objects.public().exists()
    assert not Decision.objects.public().exists()


def test_corrected_minute_keeps_its_row_and_its_decision(meeting: Meeting) -> None:
    item = make_item(meeting=meeting)
    write(meeting, MinuteDraft("Pool", number="2", item=item, resolved=["That the pool close."]))
    before = Minute.objects.get().pk, Decision.objects.get().pk

    first = MinuteDraft("Apologies", number="1")
    write(meeting, first, MinuteDraft("Swimming pool", number="2", item=item, resolved=["That it stay open."]))

    assert (Minute.objects.get(item=item).pk, Decision.objects.get().pk) == before
    assert Decision.objects.get().parts == ["That it stay open."]
    assert [row.title for row in Minute.objects.order_by("order")] == ["Apologies", "Swimming pool"]


def test_decision_taken_out_of_public_minutes_leaves_a_notice(meeting: Meeting) -> None:
    minutes = write(meeting, MinuteDraft("Pool", number="2", resolved=["That the pool close."]))
    actions.publish_minutes(minutes=minutes, by=None)

    write(meeting, MinuteDraft("Pool", number="2", text="It was discussed."))

    assert not Decision.objects.public().exists()
    assert Decision.objects.reported().get().withdrawal_reason


def test_minute_taken_out_of_public_minutes_leaves_the_notice_of_its_decision(meeting: Meeting) -> None:
    minutes = write(meeting, MinuteDraft("Pool", number="2", resolved=["That the pool close."]))
    actions.publish_minutes(minutes=minutes, by=None)

    write(meeting, MinuteDraft("Library", number="3"))

    assert Decision.objects.reported().get().withdrawal_reason
    assert [row.title for row in Minute.objects.public()] == ["Library"]


def test_minute_taken_out_of_a_draft_leaves_nothing(meeting: Meeting) -> None:
    write(meeting, MinuteDraft("Pool", number="2", resolved=["That the pool close."]))

    write(meeting, MinuteDraft("Library", number="3"))

    assert not Decision.objects.exists()


def test_exempt_minute_is_nowhere_with_its_decision_and_votes(meeting: Meeting) -> None:
    entry = MinuteDraft(
        "Sale",
        access="exempt",
        resolved=["That the land be sold."],
        declarations=[("Dana Marsh", "", "A neighbour.")],
        votes=[("Dana Marsh", "for")],
    )
    actions.publish_minutes(minutes=write(meeting, entry), by=None)

    for model in (Minute, Decision, Declaration, NamedVote):
        assert model.objects.count() == 1
        assert not model.objects.public().exists()


def test_what_was_read_never_replaces_what_a_clerk_wrote(meeting: Meeting) -> None:
    write(meeting, MinuteDraft("Pool"))

    with pytest.raises(NotAllowed):
        write(meeting, MinuteDraft("Library"), written_here=False)

    assert Minute.objects.get().title == "Pool"


def test_closing_time_is_kept_with_the_meeting(meeting: Meeting) -> None:
    actions.write_minutes(meeting=meeting, entries=[], by=None, closed_at=time(20, 35))

    meeting.refresh_from_db()
    assert meeting.closed_at == time(20, 35)


def test_minutes_are_confirmed_by_a_later_meeting_only(meeting: Meeting) -> None:
    minutes = write(meeting, MinuteDraft("Pool"))
    later = make_meeting(committee=meeting.committee, date=meeting.date + timedelta(days=3))
    earlier = make_meeting(committee=meeting.committee, date=meeting.date - timedelta(days=3))

    with pytest.raises(NotAllowed, match="later meeting"):
        actions.confirm_minutes(minutes=minutes, at_meeting=earlier, on=meeting.date, by=None)
    with pytest.raises(NotAllowed, match="later meeting"):
        actions.confirm_minutes(minutes=minutes, at_meeting=meeting, on=meeting.date, by=None)
    with pytest.raises(NotAllowed, match="before"):
        actions.confirm_minutes(minutes=minutes, at_meeting=later, on=meeting.date - timedelta(days=1), by=None)
    actions.confirm_minutes(minutes=minutes, at_meeting=later, on=later.date, by=None)

    assert minutes.is_confirmed


def test_minutes_are_not_confirmed_by_what_is_still_to_come_or_was_never_held(meeting: Meeting) -> None:
    minutes, today = write(meeting, MinuteDraft("Pool")), timezone.localdate()
    coming = make_meeting(committee=meeting.committee, date=today + timedelta(days=7))
    cancelled = make_meeting(committee=meeting.committee, date=today, state=Meeting.State.CANCELLED)

    for at_meeting, on, why in (
        (coming, meeting.date, "is still to come"),
        (None, today + timedelta(days=1), "is still to come"),
        (cancelled, today, "was cancelled: it confirmed nothing"),
    ):
        with pytest.raises(NotAllowed, match=why):
            actions.confirm_minutes(minutes=minutes, at_meeting=at_meeting, on=on, by=None)

    minutes.refresh_from_db()
    assert not minutes.is_confirmed


def test_withdrawn_minutes_need_a_reason_and_are_nowhere(meeting: Meeting) -> None:
    minutes = write(meeting, MinuteDraft("Pool", resolved=["That the pool close."]))
    actions.publish_minutes(minutes=minutes, by=None)

    with pytest.raises(NotAllowed):
        actions.withdraw_minutes(minutes=minutes, by=None, reason=" ")
    actions.withdraw_minutes(minutes=minutes, by=None, reason="They name a resident.")

    assert not Minutes.objects.public().exists()
    assert not Decision.objects.reported().exists()
    assert Minutes.objects.withdrawn().get() == minutes


def test_attendance_is_added_once_whoever_wrote_a_post_behind_the_name(meeting: Meeting) -> None:
    Attendance.objects.create(meeting=meeting, name="Ola Penn, Director of Place", capacity="officer")
    drafts = [AttendanceDraft("Ola Penn", "officer", "present"), AttendanceDraft("Rae Holt", "officer", "present")]

    actions.add_attendance(meeting=meeting, drafts=drafts, by=None)

    names = set(Attendance.objects.values_list("name", flat=True))
    assert names == {"Ola Penn, Director of Place", "Rae Holt"}


def test_surname_is_that_of_the_one_member_who_sits_there(meeting: Meeting) -> None:
    marsh, other = make_person(name="Dana Marsh"), make_person(name="Ivor Marsh")
    make_membership(committee=meeting.committee, person=marsh, started_on=date(2020, 1, 1))

    assert person_named("Marsh", [marsh], [marsh, other]) == marsh
    assert person_named("Councillor Dana Marsh", [], [marsh, other]) == marsh
    assert person_named("Marsh", [marsh, other], [marsh, other]) is None
    assert person_named("Nobody", [marsh], [marsh]) is None
