"""Moments of the council's own time, across both changes of the clocks. Pure.

On the last Sunday of March the hour from 1am does not exist; on that of October it comes twice: in British Summer Time
and then in Greenwich Mean Time.
"""

from datetime import UTC, datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format

ONE_HOUR = timedelta(hours=1)


def occurrences(local: datetime) -> list[datetime]:
    """Each moment at which the council's clock shows this time, in order: none, one, or two."""
    zone = timezone.get_default_timezone()
    found = {}
    for fold in (0, 1):
        moment = local.replace(tzinfo=zone, fold=fold)
        there_and_back = moment.astimezone(UTC).astimezone(zone)
        if there_and_back.replace(tzinfo=None, fold=0) == local.replace(fold=0):
            found[moment.astimezone(UTC)] = moment
    return [found[key] for key in sorted(found)]


def skipped(local: datetime) -> str:
    """Why there is no such time, for a clerk."""
    before, after = local - ONE_HOUR, local + ONE_HOUR
    return (
        f"There is no {_time(local)} on {date_format(local, 'j F Y')}: the clocks go forward then. "
        f"Choose {_time(before)}, or {_time(after)} or later."
    )


def written(moment: datetime) -> str:
    """To the minute with its zone, such as “25 October 2026, 01:30 BST”."""
    local = timezone.localtime(moment, timezone.get_default_timezone())
    return f"{date_format(local, 'j F Y, H:i')} {local.tzname()}"


def written_exactly(moment: datetime) -> str:
    """To the second with its zone, such as “25 October 2026, 01:30:05 BST”."""
    local = timezone.localtime(moment, timezone.get_default_timezone())
    return f"{date_format(local, 'j F Y, H:i:s')} {local.tzname()}"


def spoken_time(value: time) -> str:
    """“7.30 pm”, “noon” or “midnight”: the way councils print it."""
    if value.minute == 0 and value.hour in (0, 12):
        return "noon" if value.hour else "midnight"
    minutes = f".{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes} {'pm' if value.hour >= 12 else 'am'}"


def _time(local: datetime) -> str:
    return date_format(local, "H:i")
