from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from committees.models.meetings import Meeting
from committees.models.users import User


class MinutesDraft(models.Model):
    """Minutes as a clerk is typing them, saved every few seconds: the public sees none of it until it is published.

    `content` holds the fields of the clerk's form as they were typed, so that nothing is refused while it is
    unfinished. Not audited: publishing writes it to rows that are, and this row ends.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="+")
    content: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField()
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    saved_at = models.DateTimeField(auto_now=True)
    writers = ArrayField(models.BigIntegerField(), default=list, blank=True, help_text="Who typed in it, by their ids.")
    set_aside = models.JSONField(null=True, blank=True, help_text="What another clerk had saved, when replaced.")
    set_aside_of = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"Draft minutes of {self.meeting}"
