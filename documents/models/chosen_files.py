import uuid
from datetime import timedelta
from typing import Self

from django.db import models
from django.utils import timezone

from committees.models import User
from documents.models.files import random_name

KEPT_FOR = timedelta(hours=12)  # as long as a clerk stays signed in


class ChosenFileQuerySet(models.QuerySet["ChosenFile"]):
    def of(self, user: User) -> Self:
        return self.filter(chosen_by=user, kept_at__gt=timezone.now() - KEPT_FOR)

    def spent(self) -> Self:
        return self.filter(kept_at__lte=timezone.now() - KEPT_FOR)


class ChosenFile(models.Model):
    """A file that a clerk chose in a form that failed: browsers forget it, so it is kept for that clerk for a while.

    Never public, never read: whatever takes the form at last checks it as any other upload.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    chosen_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    file = models.FileField(upload_to=random_name, max_length=120)
    name = models.CharField(max_length=255, help_text="As the clerk's computer called it.")
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    kept_at = models.DateTimeField(auto_now_add=True)

    objects = ChosenFileQuerySet.as_manager()

    class Meta:
        ordering = ["-kept_at"]

    def __str__(self) -> str:
        return self.name
