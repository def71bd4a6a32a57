from django.db import models
from django.db.models import Func
from django.db.models.functions import Cast


class XactId(Func):
    """The number of the running transaction: what tells a follower that all earlier changes have settled."""

    template = "pg_current_xact_id()"
    output_field = models.TextField()


class PublicChange(models.Model):
    """That what the public can see has altered: written in the transaction that altered it.

    Followers (the search index, caches, alerts) read these in order of (transaction, id).
    """

    class Subject(models.TextChoices):
        COMMITTEE = "committee", "Committee"
        MEETING = "meeting", "Meeting"
        DOCUMENT = "document", "Document"
        PERSON = "person", "Person"
        DECISION = "decision", "Decision"

    transaction = models.BigIntegerField(
        editable=False,
        db_default=Cast(Cast(XactId(), models.TextField()), models.BigIntegerField()),
    )
    subject = models.CharField(max_length=20, choices=Subject.choices)
    subject_id = models.BigIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["transaction", "pk"]
        indexes = [
            # What a follower has not applied yet
            models.Index(fields=["transaction", "id"], name="change_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.subject_id}"


def record_change(subject: str, *subject_ids: int) -> None:
    """Tell the followers, in this transaction, that these have altered for the public."""
    PublicChange.objects.bulk_create(PublicChange(subject=subject, subject_id=subject_id) for subject_id in subject_ids)
