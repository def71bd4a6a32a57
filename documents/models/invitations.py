from typing import Self

from django.db import models
from django.utils import timezone

from committees.models import AgendaItem, User
from committees.models.auditing import audited
from documents.models.papers import Document


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def awaited(self) -> Self:
        """Asked for, and neither come nor called off."""
        return self.filter(paper=None, cancelled_at=None)

    def overdue(self) -> Self:
        return self.awaited().filter(due_on__lt=timezone.localdate())


@audited
class Invitation(models.Model):
    """That a report author is asked for a report on an item by a day. Staff only."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300, help_text="What the report is to be on.")
    note = models.TextField(blank=True, help_text="For the author.")
    due_on = models.DateField(help_text="The last day for the report to reach the clerks.")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    paper = models.ForeignKey(Document, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"{self.title}, asked of {self.author.get_full_name() or self.author.username}"

    @property
    def is_overdue(self) -> bool:
        return self.paper_id is None and self.due_on < timezone.localdate()
