from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from committees.models import Meeting, User
from committees.models.auditing import audited
from documents.models.papers import Document
from documents.models.uploads import PackUpload


class TimedPublicationQuerySet(models.QuerySet["TimedPublication"]):
    def waiting(self) -> Self:
        return self.filter(failed_at=None)

    def due(self) -> Self:
        """By the database's clock, so that every process agrees."""
        return self.waiting().filter(to_be_published_at__lte=Now()).order_by("to_be_published_at", "pk")


@audited
class TimedPublication(models.Model):
    """A publication that a moment alone cannot bring about, set for a coming one.

    It changes what is public already (a correction, a supplement with its agenda's facts), or makes a committee
    public with its first agenda. Whoever asks first after the moment, a reader or the worker, does it.
    """

    upload = models.OneToOneField(PackUpload, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    document = models.OneToOneField(Document, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    # By its ending the pages that are kept are made anew when it comes: portal.page_cache.edition
    to_be_published_at = models.DateTimeField("published at")
    note = models.CharField(max_length=500, blank=True, help_text="What corrections change, for the public.")
    compare = models.BooleanField(default=True, help_text="Whether corrected papers may be compared by the public.")
    late_reason = models.TextField(blank=True, help_text="Why it comes inside the clear days. Shown to the public.")
    looked_at = models.JSONField(
        default=dict, blank=True, help_text="The words that were to be public with it, as they stood when it was set."
    )
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    failure = models.TextField(blank=True, help_text="Why it could not be published when its moment came.")

    objects = TimedPublicationQuerySet.as_manager()

    class Meta:
        ordering = ["to_be_published_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(upload__isnull=False, document=None, meeting=None)
                | Q(upload=None, document__isnull=False, meeting=None)
                | Q(upload=None, document=None, meeting__isnull=False),
                name="timed_publication_is_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return str(self.of)

    @property
    def of(self) -> "PackUpload | Document | Meeting":
        found = self.upload or self.document or self.meeting
        if found is None:
            raise ValueError("A timed publication is always of something")
        return found
