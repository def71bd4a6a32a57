"""What a clerk finds on signing in: the week's work."""

from documents.admin.desk.beginning import first_steps
from documents.admin.desk.desk import desk
from documents.admin.desk.screens import due, find, meeting, records

__all__ = ["desk", "due", "find", "first_steps", "meeting", "records"]
