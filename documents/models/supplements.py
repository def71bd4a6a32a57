from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from committees.models import Access, AgendaItem, Meeting, User, agenda_is_public
from committees.models.auditing import audited, keeps_published
from documents.models.papers import Document
from documents.models.uploads import PackUpload


class SupplementQuerySet(models.QuerySet["Supplement"]):
    def public(self) -> Self:
        return self.filter(agenda_is_public("meeting__"), published_at__lte=Now())


@audited
class Supplement(models.Model):
    """Papers published together after the agenda: an uploaded supplement pack, or what was added here.

    Its papers are those whose listing names it.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(help_text="Counted from 1 at each meeting.")
    upload = models.OneToOneField(PackUpload, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    late_reason = models.TextField(blank=True, help_text="Why it came inside the clear days. Shown to the public.")
    published_at = models.DateTimeField(null=True, blank=True)

    objects = SupplementQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="supplement_number")]
        triggers = [keeps_published()]

    def __str__(self) -> str:
        return f"Supplement {self.number}"


class PaperToFollowQuerySet(models.QuerySet["PaperToFollow"]):
    def public(self) -> Self:
        """Promises of a published agenda that no published paper has kept, at no item or at an open public one."""
        at_item = Q(item__published_at__lte=Now(), item__access=Access.OPEN, item__state=AgendaItem.State.LISTED)
        kept = Q(kept_by__published_at__lte=Now())
        return self.filter(agenda_is_public("meeting__"), Q(item=None) | at_item, dropped_at=None).exclude(kept)

    def awaited(self) -> Self:
        """What no paper is here for yet, for clerks."""
        return self.filter(kept_by=None, dropped_at=None)


@audited
class PaperToFollow(models.Model):
    """The promise of a paper that the agenda lists and does not yet have."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=300, help_text="Shown to the public.")
    expected_on = models.DateField(null=True, blank=True, help_text="Shown to the public until that day has passed.")
    kept_by = models.ForeignKey(Document, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    promised_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    promised_at = models.DateTimeField(auto_now_add=True)
    dropped_at = models.DateTimeField(null=True, blank=True, help_text="When it was said that the paper will not come.")

    objects = PaperToFollowQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "item__order", "pk"]

    def __str__(self) -> str:
        return self.title
