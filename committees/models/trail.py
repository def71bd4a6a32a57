"""The seals of the audit trail: a chain of hashes over every event, made after the event by `committees.trail`."""

import pgtrigger
from django.db import models


class TrailShape(models.Model):
    """A table of events with the columns it had when some were sealed: later columns are no part of their seals."""

    table = models.CharField(max_length=80)
    columns = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "columns"], name="trail_shape_is_once")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.table}({','.join(self.columns)})"


class TrailLink(models.Model):
    """The seal of one event, or of a context (who and why): `digest` binds it to all links before it."""

    number = models.BigIntegerField(primary_key=True, help_text="Its place in the chain, from 1 without gaps.")
    shape = models.ForeignKey(TrailShape, on_delete=models.PROTECT, related_name="+")
    event_id = models.BigIntegerField(null=True, help_text="pgh_id of the event.")
    context_id = models.UUIDField(null=True, help_text="id of the context.")
    content = models.BinaryField(help_text="SHA-256 of the row as JSON.")
    digest = models.BinaryField(help_text="SHA-256 of the digest before and of all of this.")
    sealed_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        indexes = [
            # Whether an event is sealed; the newest seal of a context
            models.Index(fields=["event_id", "shape"], name="trail_link_of_event"),
            models.Index(fields=["context_id", "-number"], name="trail_link_of_context"),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"Link {self.number}"


class TrailHead(models.Model):
    """The end of the chain: one row, locked by whoever adds to it, so that the chain never forks."""

    number = models.BigIntegerField(default=0)
    digest = models.BinaryField(default=bytes)
    sealed_at = models.DateTimeField(null=True)
    floors = models.JSONField(default=dict, help_text="By table, the id up to which every event is sealed.")
    mark = models.JSONField(default=dict, help_text="What becomes the floors once all transactions of its time ended.")

    def __str__(self) -> str:
        return f"Head of the audit trail at {self.number}"
