import uuid
from pathlib import PurePath
from typing import Self

from django.db import models

from committees.models import User
from committees.models.auditing import audited


def random_name(instance: "StoredFile", filename: str) -> str:
    """A name nobody can guess, in folders of a few hundred; the clerk's name for the file is kept in the row."""
    name = uuid.uuid4().hex
    return f"{name[:2]}/{name}{PurePath(filename).suffix.lower()[:5]}"


class StoredFileQuerySet(models.QuerySet["StoredFile"]):
    def with_bytes(self, sha256: str) -> Self:
        return self.filter(sha256=sha256)


@audited
class StoredFile(models.Model):
    """Bytes kept once. Never public by itself: what serves it asks the document first."""

    class Kind(models.TextChoices):
        PDF = "application/pdf", "PDF"
        DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document"
        OTHER = "application/octet-stream", "Other"

    file = models.FileField(upload_to=random_name, max_length=120)
    name = models.CharField(max_length=255, help_text="As the clerk's computer called it.")
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    kind = models.CharField(max_length=100, choices=Kind.choices)
    page_count = models.PositiveIntegerField(null=True, blank=True)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.name
