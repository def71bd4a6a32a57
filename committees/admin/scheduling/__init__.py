"""Screens for new meetings: one, or a year of them from a pattern; and those of one committee."""

from committees.admin.scheduling.committee import meetings_of
from committees.admin.scheduling.screens import new_meeting, year_of_meetings

__all__ = ["meetings_of", "new_meeting", "year_of_meetings"]
