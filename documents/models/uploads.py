from typing import Self

from django.db import models
from django.urls import reverse

from committees.models import Committee, Meeting, User
from committees.models.auditing import audited
from documents.models.files import StoredFile


class PackUploadQuerySet(models.QuerySet["PackUpload"]):
    def waiting_for_clerk(self) -> Self:
        return self.filter(state__in=[PackUpload.State.READY, PackUpload.State.DRAFTED])


class PackUpload(models.Model):
    """A file a clerk gave us to become a meeting: its way from upload to publication. Staff only."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be read"
        READING = "reading", "Being read"
        READY = "ready", "Read: check the plan"
        FAILED = "failed", "Could not be read"
        DRAFTED = "drafted", "Drafts written: not published"
        PUBLISHED = "published", "Published"

    stored_file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    committee = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose meeting it is.",
    )
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=20, choices=State.choices, default=State.WAITING)
    pages_read = models.PositiveIntegerField(default=0, help_text="So far, while it is read.")
    error = models.TextField(blank=True, help_text="Why it could not be read, for the clerk.")
    plan = models.JSONField(
        null=True, blank=True, help_text="documents.packs.plan.PackPlan, with the clerk's corrections."
    )
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    corrected_at = models.DateTimeField(
        null=True, blank=True, help_text="When a clerk last saved corrections of the plan: by whom, the audit has."
    )
    drafted_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    objects = PackUploadQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="failed") | ~models.Q(error=""), name="upload_failed_says_why"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "reading", "failed"]) | models.Q(plan__isnull=False),
                name="upload_read_has_a_plan",
            ),
        ]

    def __str__(self) -> str:
        return self.stored_file.name

    def get_absolute_url(self) -> str:
        return reverse("admin:pack_upload", args=[self.pk])

    @property
    def state_in_words(self) -> str:
        """The state, and while the file is read, how far that is."""
        pages = self.stored_file.page_count
        if self.state == self.State.READING and self.pages_read and pages:
            return f"Reading page {self.pages_read} of {pages}"
        return self.get_state_display()


audited(PackUpload, exclude=("plan", "pages_read"))
