"""Every change to what the public can see of committees, meetings, minutes and decisions."""

from committees.actions.meetings import (
    announce_meeting,
    cancel_meeting,
    meeting_changed,
    postpone_meeting,
    publish_agenda,
    publish_attendance,
    restrict_item,
    withdraw_item,
)
from committees.actions.minutes import (
    AttendanceDraft,
    MinuteDraft,
    add_attendance,
    confirm_minutes,
    publish_minutes,
    reinstate_minutes,
    unconfirm_minutes,
    withdraw_minutes,
    write_minutes,
)
from committees.actions.refusals import NotAllowed

__all__ = [
    "AttendanceDraft",
    "MinuteDraft",
    "NotAllowed",
    "add_attendance",
    "announce_meeting",
    "cancel_meeting",
    "confirm_minutes",
    "meeting_changed",
    "postpone_meeting",
    "publish_agenda",
    "publish_attendance",
    "publish_minutes",
    "reinstate_minutes",
    "restrict_item",
    "unconfirm_minutes",
    "withdraw_item",
    "withdraw_minutes",
    "write_minutes",
]
