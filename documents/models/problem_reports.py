from django.db import models
from django.db.models import Q

from committees.models import User
from documents.models.papers import Document


class ProblemReport(models.Model):
    """What a reader told of a paper. Staff only; not audited, so that the reader's address can be forgotten."""

    class Kind(models.TextChoices):
        PERSONAL = "personal", "It shows somebody’s personal details"
        UNREADABLE = "unreadable", "I cannot read it, or my screen reader cannot"
        MISSING = "missing", "Pages are missing or in the wrong place"
        WRONG = "wrong", "Something in it is wrong"
        FORMAT = "format", "I need it in another format"
        OTHER = "other", "Something else"

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    page = models.PositiveIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    words = models.TextField(max_length=2000)
    email = models.EmailField(blank=True, help_text="For the answer; forgotten when the report is dealt with.")
    at = models.DateTimeField(auto_now_add=True)
    dealt_with_at = models.DateTimeField(null=True, blank=True)
    dealt_with_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(dealt_with_at=None) | Q(email=""), name="problem_dealt_with_keeps_no_address"
            ),
        ]
        indexes = [
            # What waits on the clerk's desk; how many came lately
            models.Index(fields=["dealt_with_at", "-at"], name="problem_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.document}"
