import pgtrigger
from django.db import models

from committees.models import User
from documents.models.papers import Document, DocumentVersion


class Reading(models.Model):
    """That somebody opened a restricted paper, or fetched its file: who, which version, when. Never altered."""

    class What(models.TextChoices):
        PAGE = "page", "Read it on the site"
        FILE = "file", "Fetched the file"
        PACK = "pack", "Fetched it in the restricted pack"

    reader = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=10, choices=What.choices)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            # Who has read a paper, newest first
            models.Index(fields=["document", "-at"], name="reading_of_paper"),
        ]
        triggers = [pgtrigger.Protect(name="keep_readings", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.reader}: {self.document}"
