"""What a resident should know first of a meeting, in a sentence: “Agenda published; questions close …”."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from committees.models import Council, Meeting
from committees.notice import clear_days_before
from portal.meetings.completeness import Record, agenda_due


@dataclass(frozen=True, slots=True)
class LeadPart:
    """Words, followed by a day where there is one."""

    words: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Questions:
    """How to ask: by when, whether that is still to come, and whether the day is reckoned or printed.

    `clear_days` are those of the council's rule where the day is reckoned from it.
    """

    by: date | None
    are_open: bool
    clear_days: int = 0


def questions_at(meeting: Meeting, council: Council, today: date) -> Questions | None:
    """None once the meeting is past, or is not to take place; the day printed goes before the one reckoned."""
    if meeting.date < today or meeting.state != Meeting.State.SCHEDULED:
        return None
    if meeting.questions_by:
        return Questions(meeting.questions_by, meeting.questions_by >= today)
    if meeting.questions_to or meeting.questions_text:
        return Questions(None, are_open=True)
    by = clear_days_before(
        meeting.date,
        council.question_clear_days,
        jurisdiction=council.jurisdiction,
        saturdays_count=council.saturdays_count,
    ).day
    return Questions(by, by >= today, council.question_clear_days)


def lead(record: Record, council: Council, questions: Questions | None) -> list[LeadPart]:
    """Parts to be joined by semicolons. Of a meeting cancelled or postponed the notice beneath says the rest."""
    meeting = record.meeting
    if meeting.state == Meeting.State.CANCELLED:
        return [LeadPart(_("Cancelled"))]
    if meeting.state == Meeting.State.POSTPONED:
        return [LeadPart(_("Postponed"))]
    return _past(record) if record.is_past else _coming(record, council, questions)


def _coming(record: Record, council: Council, questions: Questions | None) -> list[LeadPart]:
    parts = [LeadPart(_("Today"))] if record.meeting.date == record.today else []
    if record.has_agenda:
        parts.append(LeadPart(_("Agenda published")))
        return [*parts, *_closing(questions)]
    due = agenda_due(record.meeting, council)
    if due < record.today:
        return [*parts, LeadPart(_("Agenda not yet published; it was due by"), due)]
    return [*parts, LeadPart(_("Agenda to be published by"), due)]


def _closing(questions: Questions | None) -> list[LeadPart]:
    if questions is None or questions.by is None:
        return []
    return [LeadPart(_("questions close") if questions.are_open else _("questions closed"), questions.by)]


def _past(record: Record) -> list[LeadPart]:
    held, minutes = LeadPart(_("Held")), record.minutes
    if minutes and minutes.confirmed_on:
        return [held, LeadPart(_("minutes confirmed"), minutes.confirmed_on)]
    if minutes:
        return [held, LeadPart(_("draft minutes published"))]
    if record.agenda.minutes:
        return [held, LeadPart(_("minutes published"))]
    if any(entry.decided for entry in record.agenda.entries):
        return [held, LeadPart(_("decisions published, minutes not yet"))]
    return [held, LeadPart(_("minutes not yet published"))]
