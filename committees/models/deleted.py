from datetime import timedelta
from typing import Any, Self

from django.db import models
from django.utils import timezone

from committees.models.auditing import audited
from committees.models.users import User

KEPT_FOR = timedelta(days=30)


class DeletedDraftQuerySet(models.QuerySet["DeletedDraft"]):
    def restorable(self) -> Self:
        """Deleted within the last 30 days, and not put back yet."""
        return self.filter(restored_at=None, deleted_at__gt=timezone.now() - KEPT_FOR)

    def spent(self) -> Self:
        """Whose time is over."""
        return self.filter(deleted_at__lte=timezone.now() - KEPT_FOR)


class DeletedDraft(models.Model):
    """A draft that a clerk deleted, with every row that went with it, so that it can be put back for 30 days."""

    model = models.CharField(max_length=100, help_text="Such as “committees.meeting”.")
    object_id = models.BigIntegerField()
    name = models.CharField(max_length=300)
    rows: "models.JSONField[list[Any], list[Any]]" = models.JSONField(help_text="As Django's serialiser writes them.")
    counts: "models.JSONField[dict[str, int], dict[str, int]]" = models.JSONField(
        default=dict, help_text="How many rows of each model."
    )
    released: "models.JSONField[list[Any], list[Any]]" = models.JSONField(
        default=list, help_text="Fields of rows that stayed, which pointed at what went: as they were and became."
    )
    deleted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    deleted_at = models.DateTimeField(auto_now_add=True)
    restored_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    restored_at = models.DateTimeField(null=True, blank=True)

    objects = DeletedDraftQuerySet.as_manager()

    class Meta:
        ordering = ["-deleted_at", "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def kept_until(self) -> Any:
        return self.deleted_at + KEPT_FOR


audited(DeletedDraft, exclude=("rows", "released"))
