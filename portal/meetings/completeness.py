"""What of a meeting's record is here, what is due and when, and what is withheld: one step after another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees.clock import rules_of
from committees.models import Council, Meeting, Minutes
from portal.meetings.agenda import Agenda
from portal.papers.withheld import Withheld

THERE, DUE, MISSING = "there", "due", "missing"


@dataclass(frozen=True, slots=True)
class RecordStep:
    """`state` is there, due or missing; `words` say so, followed by `day` where there is one, then by `more`."""

    name: str
    state: str
    words: str
    day: date | None = None
    more: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a public meeting. `next_on` is the day of the committee's next meeting, which may confirm."""

    meeting: Meeting
    agenda: Agenda
    minutes: Minutes | None
    has_agenda: bool
    today: date
    next_on: date | None

    @property
    def is_past(self) -> bool:
        return self.meeting.date < self.today


def completeness(record: Record, council: Council) -> list[RecordStep]:
    return [
        _agenda(record, council),
        _papers(record),
        _decisions(record),
        _minutes(record),
        _confirmed(record),
        _recording(record),
    ]


def agenda_due(meeting: Meeting, council: Council) -> date:
    """The last day on which the agenda can be published with the council's clear days (LGA 1972 s100A-B)."""
    rules = rules_of(council)
    return rules.before(meeting.date, rules.agenda_clear_days).day


def _agenda(record: Record, council: Council) -> RecordStep:
    meeting, name = record.meeting, _("Agenda")
    if record.has_agenda:
        if meeting.despatched_on and meeting.despatched_on <= record.today:
            return RecordStep(name, THERE, _("Sent out"), meeting.despatched_on, address="#agenda")
        published = meeting.agenda_published_at
        day = timezone.localtime(published).date() if published else None
        return RecordStep(name, THERE, _("Published"), day, address="#agenda")
    if record.is_past:
        return RecordStep(name, MISSING, _("Not published here"))
    due = agenda_due(meeting, council)
    return RecordStep(name, DUE, _("Due by") if due >= record.today else _("Was due by"), due)


def _papers(record: Record) -> RecordStep:
    name = _("Papers")
    if not record.has_agenda:
        words = _("Not published here") if record.is_past else _("With the agenda")
        return RecordStep(name, MISSING if record.is_past else DUE, words)
    number = record.agenda.paper_count
    words = ngettext("%(number)s published", "%(number)s published", number) % {"number": number}
    more = ", ".join(_not_readable(record.agenda.every_notice))
    return RecordStep(name, THERE if number else MISSING, words, more=more, address="#agenda" if number else "")


def _not_readable(notices: list[Withheld]) -> Iterator[str]:
    withdrawn = sum(notice.withdrawn_at is not None for notice in notices)
    if withheld := len(notices) - withdrawn:
        yield ngettext("%(number)s withheld", "%(number)s withheld", withheld) % {"number": withheld}
    if withdrawn:
        yield ngettext("%(number)s withdrawn", "%(number)s withdrawn", withdrawn) % {"number": withdrawn}


def _decisions(record: Record) -> RecordStep:
    name, number = _("Decisions"), sum(bool(entry.decided) for entry in record.agenda.entries)
    if number:
        words = ngettext("On %(number)s item", "On %(number)s items", number) % {"number": number}
        return RecordStep(name, THERE, words, address="#agenda")
    if record.minutes:
        return RecordStep(name, THERE, _("In the minutes"), address=_address_of_minutes(record.meeting))
    if record.agenda.minutes:
        return RecordStep(name, THERE, _("In the minutes"), address=record.agenda.minutes[0].address)
    return RecordStep(name, *_after(record))


def _minutes(record: Record) -> RecordStep:
    name = _("Draft minutes")
    if record.minutes:
        return RecordStep(name, THERE, _("Read them"), address=_address_of_minutes(record.meeting))
    if record.agenda.minutes:
        return RecordStep(name, THERE, _("Published"), address=record.agenda.minutes[0].address)
    return RecordStep(name, *_after(record))


def _confirmed(record: Record) -> RecordStep:
    name, minutes = _("Confirmed minutes"), record.minutes
    if minutes and minutes.confirmed_on:
        address = _address_of_minutes(record.meeting)
        return RecordStep(name, THERE, _("Confirmed"), minutes.confirmed_on, address=address)
    if record.next_on and record.next_on >= record.today:
        return RecordStep(name, DUE, _("For the meeting of"), record.next_on)
    return RecordStep(name, *_after(record))


def _recording(record: Record) -> RecordStep:
    if record.meeting.recording:
        return RecordStep(_("Recording"), THERE, _("Watch or listen"), address=record.meeting.recording)
    return RecordStep(_("Recording"), MISSING, _("None") if record.is_past else _("None announced"))


def _after(record: Record) -> tuple[str, str]:
    return (MISSING, _("Not yet published")) if record.is_past else (DUE, _("After the meeting"))


def _address_of_minutes(meeting: Meeting) -> str:
    return reverse("minutes", args=[meeting.pk, meeting.slug])
