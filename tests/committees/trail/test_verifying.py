# ruff: noqa: S608 - the names in the SQL are constants
"""Tampering of each kind, by a database superuser with the triggers off, and what verification says of it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from committees import actions
from committees.models import Meeting, TrailHead, TrailLink
from committees.trail import Head, head_of, parse_head, seal, verify
from tests.builders import make_clerk, make_meeting

pytestmark = pytest.mark.django_db
EVENTS = "committees_meetingevent"


@pytest.fixture
def meeting(db: None) -> Meeting:
    """With three sealed events: made, announced, cancelled."""
    meeting = make_meeting(agenda=False, published_at=None)
    by = make_clerk()
    actions.announce_meeting(meeting=meeting, by=by)
    actions.cancel_meeting(meeting=meeting, by=by, reason="Snow")
    seal()
    return meeting


@contextmanager
def superuser() -> Iterator[None]:
    """Triggers and foreign keys are off."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield
        cursor.execute("SET session_replication_role = DEFAULT")


def tamper(sql: str, *values: int) -> None:
    with superuser(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def problems(head: Head | None = None) -> str:
    return "\n".join(str(problem) for problem in verify(head).problems)


def last_event() -> int:
    return TrailLink.objects.filter(shape__table=EVENTS).latest("number").event_id or 0


def test_trail_of_honest_work_is_sound_and_all_sealed(meeting: Meeting) -> None:
    found = verify(head_of())

    assert found.is_sound
    assert found.links == TrailHead.objects.get().number > 3
    assert found.waiting == 0


def test_later_work_waits_for_the_next_seal_and_then_follows_the_old_head(meeting: Meeting) -> None:
    old = head_of()
    meeting.venue = "Library"
    meeting.save()

    assert verify(old).waiting == 1
    assert seal() == 1
    assert verify(old).is_sound
    assert head_of().number == (old.number or 0) + 1
    assert seal() == 0


def test_changed_event_is_named(meeting: Meeting) -> None:
    tamper(f"UPDATE {EVENTS} SET state_reason = 'Flood' WHERE pgh_id = %s", last_event())

    assert f"{EVENTS}: event {last_event()}" in problems()
    assert "was changed after it was sealed" in problems()


def test_changed_who_and_why_is_found(meeting: Meeting) -> None:
    tamper('UPDATE pghistory_context SET metadata = \'{"username": "somebody else"}\'')

    assert "Who and why: context" in problems()


def test_deleted_event_is_named(meeting: Meeting) -> None:
    event = last_event()
    tamper(f"DELETE FROM {EVENTS} WHERE pgh_id = %s", event)

    assert f"event {event} (link" in problems()
    assert "was deleted after it was sealed" in problems()


def test_inserted_event_is_named(meeting: Meeting) -> None:
    columns = "agenda_late_reason, title, date, time, venue, state, state_reason, despatched_on, quorum"
    rest = "contact_name, contact_email, contact_phone, questions_to, questions_by, questions_text, next_meeting_on"
    more = "closed_at, recording, published_at, agenda_published_at, attendance_published_at, id, committee_id"
    kept = f"{columns}, {rest}, {more}, moved_to_id, pgh_label, pgh_obj_id, pgh_context_id"
    tamper(
        f"INSERT INTO {EVENTS} (pgh_id, pgh_created_at, {kept})"
        f" SELECT -1, pgh_created_at - interval '1 day', {kept} FROM {EVENTS} WHERE pgh_id = %s",
        last_event(),
    )

    assert "event -1 was inserted: the chain was sealed past it without it" in problems()
    seal()
    assert "event -1 is dated" in problems()


def test_events_put_in_another_order_are_named(meeting: Meeting) -> None:
    event = last_event()
    tamper(f"UPDATE {EVENTS} SET pgh_id = -1 WHERE pgh_id = %s", event)
    tamper(f"UPDATE {EVENTS} SET pgh_id = %s WHERE pgh_id = %s", event, event - 1)
    tamper(f"UPDATE {EVENTS} SET pgh_id = %s WHERE pgh_id = -1", event - 1)

    assert problems().count("was changed after it was sealed") == 2


def test_links_put_in_another_order_break_the_chain(meeting: Meeting) -> None:
    tamper("UPDATE committees_traillink SET number = -number WHERE number IN (2, 3)")
    tamper("UPDATE committees_traillink SET number = 5 + number WHERE number IN (-2, -3)")

    assert "The chain: is broken at link 2" in problems()


def test_truncated_tail_shows_against_an_exported_head(meeting: Meeting) -> None:
    exported = head_of()
    event, last = last_event(), exported.number or 0
    link = TrailLink.objects.get(event_id=event, shape__table=EVENTS)
    tamper(f"DELETE FROM {EVENTS} WHERE pgh_id = %s", event)
    tamper("DELETE FROM committees_traillink WHERE number >= %s", link.number)
    before = TrailLink.objects.latest("number")
    TrailHead.objects.update(number=before.number, digest=before.digest)
    tamper("UPDATE committees_meeting SET state = 'scheduled', state_reason = ''")

    assert link.number == last
    assert problems() == ""
    assert "does not hold the exported head" in problems(exported)


def test_chain_rewritten_whole_shows_against_an_exported_head(meeting: Meeting) -> None:
    exported = head_of()
    tamper(f"UPDATE {EVENTS} SET state_reason = 'Flood' WHERE pgh_id = %s", last_event())
    tamper("UPDATE committees_meeting SET state_reason = 'Flood'")
    tamper("DELETE FROM committees_traillink")
    TrailHead.objects.all().delete()
    seal()

    assert problems() == ""
    assert "does not hold the exported head" in problems(exported)


def test_row_changed_round_the_triggers_differs_from_its_last_event(meeting: Meeting) -> None:
    tamper("UPDATE committees_meeting SET venue = 'Elsewhere'")

    assert problems() == f"committees_meeting: row {meeting.pk} was changed without an event"


def test_row_deleted_or_inserted_round_the_triggers_is_found(meeting: Meeting) -> None:
    tamper("DELETE FROM committees_meeting")
    assert problems() == f"committees_meeting: row {meeting.pk} was deleted without an event"

    tamper("INSERT INTO committees_ward (name, slug, description) VALUES ('Moor', 'moor', '')")
    assert "committees_ward: row" in problems()
    assert "was inserted without an event" in problems()


def test_head_is_exported_and_compared_by_commands(
    meeting: Meeting, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("audit_head")
    exported = capsys.readouterr().out
    path = tmp_path / "head.json"
    path.write_text(exported)

    call_command("verify_audit", head=str(path))
    call_command("verify_audit", head=json.loads(exported)["digest"])
    assert "Sound: " in capsys.readouterr().out

    tamper(f"UPDATE {EVENTS} SET state_reason = 'Flood' WHERE pgh_id = %s", last_event())
    with pytest.raises(SystemExit):
        call_command("verify_audit", head=str(path))
    assert "was changed after it was sealed" in capsys.readouterr().err


def test_what_is_no_head_is_refused() -> None:
    with pytest.raises(CommandError, match="neither an exported head nor a digest"):
        call_command("verify_audit", head="nonsense")
    with pytest.raises(ValueError, match="64 hexadecimal"):
        parse_head('{"digest": "12", "number": 3}')
