"""The screen on which a clerk ticks who was at a meeting."""

from committees.admin.attendance.screen import record

__all__ = ["record"]
