from datetime import date, time

from committees.models import Committee, Meeting
from portal.meetings.month import CalendarDay, weeks
from portal.meetings.rows import MeetingRow, Standing
from portal.templatetags.calendar import calendar_days

DAY = date(2026, 5, 4)


def row(**facts: object) -> MeetingRow:
    meeting = Meeting(pk=7, committee=Committee(name="Bins & Bags"), date=DAY, **facts)
    return MeetingRow(meeting, Standing("Cancelled", "stop"), is_past=False)


def test_weeks_begin_on_monday_and_hold_the_meetings_of_their_days() -> None:
    found = weeks(date(2026, 5, 1), [row()], DAY)
    assert found[0][0].date == date(2026, 4, 27)
    assert not found[0][0].is_of_month
    assert (found[1][0].is_today, len(found[1][0].rows)) == (True, 1)


def test_day_is_marked_as_today_with_its_meetings() -> None:
    cell = calendar_days([CalendarDay(DAY, [row(time=time(19, 30))], is_today=True, is_of_month=True)])
    assert '<time class="calendar__number" datetime="2026-05-04" aria-current="date">4<span' in cell
    assert '<span class="calendar__time"><time datetime="19:30">7.30 pm</time></span> Bins &amp; Bags</a>' in cell
    assert "calendar__state" not in cell


def test_day_says_first_what_is_cancelled() -> None:
    cell = calendar_days([CalendarDay(DAY, [row(state=Meeting.State.CANCELLED)], is_today=False, is_of_month=True)])
    assert '<span class="calendar__state">Cancelled</span> Bins' in cell


def test_day_of_another_month_is_empty() -> None:
    cell = calendar_days([CalendarDay(DAY, [], is_today=False, is_of_month=False)])
    assert cell == '<td class="calendar__day calendar__day--other"></td>\n'
