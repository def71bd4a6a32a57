"""The words of the papers as data: dates and names in braces are filled in for the meeting they go to.

{meeting}           this meeting's date: 10 November 2026
{date:-45}          the working day at or before so many days from the meeting
{month:-3}          the month so many months from it: August 2026
{year:-1}           the calendar year so many years from it
{yy:0}              the same in two figures, as in references of planning applications
{fy:0}              the financial year it falls in, and others from it: 2026/27
{quarter}, {quarter_end}   the last full quarter of the financial year before it
{deadline}          the last day for questions
{held:cabinet:-1}   the date of a committee's meeting by its index
{chair}, {member:1} the chair, and a member who is present other than the chair
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from portal.sample_council.attendance import attendance
from portal.sample_council.dates import Meeting, questions_by
from portal.sample_council.facts import SampleCouncil
from portal.sample_council.working_days import working_day_until

BRACES = re.compile(r"\{([a-z_]+)(?::([^}]*))?\}")
APRIL = 4
QUARTERS = ("January to March", "April to June", "July to September", "October to December")


def long_date(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def full_date(day: date) -> str:
    return f"{day:%A} {long_date(day)}"


def clock(meeting: Meeting) -> str:
    """The time as agendas print it: 6.30 pm."""
    hour = (meeting.time.hour + 11) % 12 + 1
    return f"{hour}.{meeting.time:%M} {'am' if meeting.time.hour < 12 else 'pm'}"


@dataclass(frozen=True)
class Words:
    """Fills in the braces of one paper."""

    council: SampleCouncil
    meeting: Meeting

    def fill(self, text: str) -> str:
        """Raises ValueError on a brace that is not known, so that none is ever printed."""
        return BRACES.sub(lambda match: self._value(match[1], match[2] or ""), text)

    def _value(self, name: str, argument: str) -> str:
        known = {
            "meeting": lambda: long_date(self.meeting.date),
            "date": lambda: long_date(working_day_until(self.meeting.date + timedelta(days=int(argument)))),
            "month": lambda: f"{self._month(int(argument)):%B %Y}",
            "year": lambda: str(self.meeting.date.year + int(argument or 0)),
            "yy": lambda: f"{(self.meeting.date.year + int(argument or 0)) % 100:02}",
            "fy": lambda: self._financial_year(int(argument or 0)),
            "quarter": lambda: self._quarter(),
            "quarter_end": lambda: long_date(self._quarter_start() - timedelta(days=1)),
            "deadline": lambda: full_date(questions_by(self.meeting.date)),
            "held": lambda: long_date(self._meeting(argument).date),
            "chair": lambda: self._formal_name(0),
            "member": lambda: self._formal_name(int(argument)),
        }
        if name not in known:
            raise ValueError(f"{{{name}}} is not a known word of the sample papers")
        return known[name]()

    def _meeting(self, argument: str) -> Meeting:
        committee, index = argument.split(":")
        return self.council.meeting(committee, int(index))

    def _month(self, months: int) -> date:
        years, month = divmod(self.meeting.date.month - 1 + months, 12)
        return date(self.meeting.date.year + years, month + 1, 1)

    def _financial_year(self, years: int) -> str:
        start = self.meeting.date.year + years - (self.meeting.date.month < APRIL)
        return f"{start}/{(start + 1) % 100:02}"

    def _quarter_start(self) -> date:
        return date(self.meeting.date.year, (self.meeting.date.month - 1) // 3 * 3 + 1, 1)

    def _quarter(self) -> str:
        last_day = self._quarter_start() - timedelta(days=1)
        calendar_quarter = (last_day.month - 1) // 3
        return f"Quarter {(calendar_quarter - 1) % 4 + 1} ({QUARTERS[calendar_quarter]} {last_day.year})"

    def _formal_name(self, number: int) -> str:
        councillors = [
            attendee.seat.person
            for attendee in attendance(self.council, self.meeting)
            if attendee.present and attendee.seat.person and attendee.seat.person.is_councillor
        ]
        person = councillors[number % len(councillors)]
        return f"Councillor {person.name}"
