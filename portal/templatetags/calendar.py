"""The days of a month's table, written without a template for each: half a hundred meetings stand in it."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from committees.models import Meeting
from portal.markup import filled, joined
from portal.meetings.month import CalendarDay
from portal.meetings.rows import MeetingRow
from portal.templatetags.portal import clock

register = template.Library()
NOTHING = SafeString("")
OTHER_DAY = SafeString('<td class="calendar__day calendar__day--other"></td>\n')
DAY = """<td class="calendar__day{}"><time class="calendar__number" datetime="{}"{}>{}{}</time>
{}</td>
"""
TODAY = '<span class="calendar__today"> {}</span>'
MEETING = '<a class="calendar__meeting calendar__meeting--{}" href="{}">{}{}{}</a>'
STATE = '<span class="calendar__state">{}</span> '
TIME = '<span class="calendar__time">{}</span> '
AS_PLANNED = (Meeting.State.SCHEDULED, Meeting.State.HELD)


@register.filter
def calendar_days(week: Iterable[CalendarDay]) -> SafeString:
    """The cells of one week."""
    return joined(_day(day) if day.is_of_month else OTHER_DAY for day in week)


def _day(day: CalendarDay) -> SafeString:
    return filled(
        DAY,
        " calendar__day--today" if day.is_today else "",
        day.date.isoformat(),
        SafeString(' aria-current="date"') if day.is_today else NOTHING,
        day.date.day,
        filled(TODAY, _("Today")) if day.is_today else NOTHING,
        joined(_meeting(row) for row in day.rows),
    )


def _meeting(row: MeetingRow) -> SafeString:
    meeting = row.meeting
    return filled(
        MEETING,
        row.standing.tone,
        meeting.get_absolute_url(),
        NOTHING if meeting.state in AS_PLANNED else filled(STATE, row.standing.words),
        filled(TIME, clock(meeting.time)) if meeting.time else NOTHING,
        meeting.name,
    )
