"""Screens for new meetings: one, or a year of them from a pattern."""

from committees.admin.scheduling.screens import new_meeting, year_of_meetings

__all__ = ["new_meeting", "year_of_meetings"]
