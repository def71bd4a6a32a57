"""Every change to what the public can see of committees, meetings, minutes and decisions."""

from committees.actions.attendance import Attended, record_attendance
from committees.actions.decisions import (
    DecisionDraft,
    call_in_deadline,
    call_in_decision,
    notify_decision,
    publish_decision,
    record_decision,
    reinstate_decision,
    withdraw_decision,
)
from committees.actions.deleting import InUse, delete_draft, delete_draft_part, restore_draft, was_ever_public
from committees.actions.duties import record_duty
from committees.actions.going_public import going_public
from committees.actions.grounds import Grounds, grounds_lacking, require_weighed
from committees.actions.late_items import record_urgency
from committees.actions.meetings import (
    announce_meeting,
    announce_meetings,
    cancel_meeting,
    meeting_changed,
    postpone_meeting,
    publish_agenda,
    publish_attendance,
    require_reason,
    scheduled_for,
    take_back_agenda,
    withdraw_item,
)
from committees.actions.minutes import (
    AttendanceDraft,
    MinuteDraft,
    add_attendance,
    confirm_minutes,
    hide_attendance_of,
    publish_minutes,
    reinstate_minutes,
    unconfirm_minutes,
    withdraw_minutes,
    write_minutes,
)
from committees.actions.ordering import Place, place_items
from committees.actions.private_business import item_opened, open_item, resolve_private, restrict_item
from committees.actions.refusals import NotAllowed, ReasonNeeded
from committees.actions.scheduling import When, add_meetings

__all__ = [
    "AttendanceDraft",
    "Attended",
    "DecisionDraft",
    "Grounds",
    "InUse",
    "MinuteDraft",
    "NotAllowed",
    "Place",
    "ReasonNeeded",
    "When",
    "add_attendance",
    "add_meetings",
    "announce_meeting",
    "announce_meetings",
    "call_in_deadline",
    "call_in_decision",
    "cancel_meeting",
    "confirm_minutes",
    "delete_draft",
    "delete_draft_part",
    "going_public",
    "grounds_lacking",
    "hide_attendance_of",
    "item_opened",
    "meeting_changed",
    "notify_decision",
    "open_item",
    "place_items",
    "postpone_meeting",
    "publish_agenda",
    "publish_attendance",
    "publish_decision",
    "publish_minutes",
    "record_attendance",
    "record_decision",
    "record_duty",
    "record_urgency",
    "reinstate_decision",
    "reinstate_minutes",
    "require_reason",
    "require_weighed",
    "resolve_private",
    "restore_draft",
    "restrict_item",
    "scheduled_for",
    "take_back_agenda",
    "unconfirm_minutes",
    "was_ever_public",
    "withdraw_decision",
    "withdraw_item",
    "withdraw_minutes",
    "write_minutes",
]
