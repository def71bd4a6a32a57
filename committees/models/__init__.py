from committees.models.agenda import Access, AgendaItem, AgendaSection
from committees.models.attendance import Attendance, MeetingMember
from committees.models.changes import PublicChange, record_change
from committees.models.closures import ClosureDay
from committees.models.committees import Committee, Membership
from committees.models.councils import Council
from committees.models.decisions import Decision, decision_address
from committees.models.deleted import DeletedDraft
from committees.models.drafts import MinutesDraft
from committees.models.duties import Duty, DutyRecord
from committees.models.meetings import Meeting, agenda_is_public, meeting_address, meeting_is_public
from committees.models.minutes import Declaration, Minute, Minutes, NamedVote, minute_is_public, minutes_are_public
from committees.models.notices import ExecutiveNotice
from committees.models.people import Person, Ward
from committees.models.sign_ins import SignInEvent
from committees.models.templates import AgendaTemplate, TemplateItem, TemplateSection
from committees.models.trail import TrailHead, TrailLink, TrailShape
from committees.models.users import Role, User

__all__ = [
    "Access",
    "AgendaItem",
    "AgendaSection",
    "AgendaTemplate",
    "Attendance",
    "ClosureDay",
    "Committee",
    "Council",
    "Decision",
    "Declaration",
    "DeletedDraft",
    "Duty",
    "DutyRecord",
    "ExecutiveNotice",
    "Meeting",
    "MeetingMember",
    "Membership",
    "Minute",
    "Minutes",
    "MinutesDraft",
    "NamedVote",
    "Person",
    "PublicChange",
    "Role",
    "SignInEvent",
    "TemplateItem",
    "TemplateSection",
    "TrailHead",
    "TrailLink",
    "TrailShape",
    "User",
    "Ward",
    "agenda_is_public",
    "decision_address",
    "meeting_address",
    "meeting_is_public",
    "minute_is_public",
    "minutes_are_public",
    "record_change",
]
