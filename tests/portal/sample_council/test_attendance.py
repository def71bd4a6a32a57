from datetime import date

from portal.sample_council.attendance import attendance
from portal.sample_council.facts import sample_council

COUNCIL = sample_council(date(2026, 11, 22))
PAST = [meeting for series in COUNCIL.meetings.values() for meeting in series if meeting.state == "held"]


def test_every_past_meeting_had_a_quorum_and_its_chair() -> None:
    for meeting in PAST:
        present = [attendee for attendee in attendance(COUNCIL, meeting) if attendee.present]
        assert len(present) >= COUNCIL.committees[meeting.committee].quorum
        assert present[0].seat.role == "chair"


def test_some_send_apologies_and_some_are_replaced() -> None:
    attendees = [attendee for meeting in PAST for attendee in attendance(COUNCIL, meeting)]
    assert any(not attendee.present for attendee in attendees)
    assert any(attendee.substitute_for for attendee in attendees)
