from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from committees.models import User
from committees.models.auditing import audited
from documents.models.papers import DocumentVersion


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def waiting(self) -> Self:
        """For the clerk to decide: new ones, and those which a later reading would change."""
        return self.filter(Q(state=Proposal.State.WAITING) | Q(newer__isnull=False))


class Proposal(models.Model):
    """Something read in a paper that becomes a record once a clerk accepts it. Staff only.

    `key` names it within its paper ("response:4"), so that a later reading finds it again. What the clerk corrected
    is kept apart from what was read, and a later reading (`newer`) never overwrites either.
    """

    class Kind(models.TextChoices):
        MINUTES = "minutes", "Minutes"
        CONFIRMATION = "confirmation", "Confirmation of earlier minutes"
        RECOMMENDATION = "recommendation", "Recommendation to the executive"
        RESPONSE = "response", "Response to a recommendation"
        PROGRESS = "progress", "Progress on a recommendation"
        ACTION = "action", "Planned action"
        REVIEW = "review", "Review"
        PROGRAMME = "programme", "Work programme"
        TABLE = "table", "Table that could not be rebuilt"
        NOTE = "note", "Not understood"

    class State(models.TextChoices):
        WAITING = "waiting", "To decide"
        ACCEPTED = "accepted", "Accepted"
        DISMISSED = "dismissed", "Dismissed"

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    key = models.CharField(max_length=80)
    order = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True, blank=True, help_text="Within the paper, counted from 1.")
    payload = models.JSONField(help_text="As read: the dataclass of documents.structure.understood of its kind.")
    corrected = models.JSONField(null=True, blank=True, help_text="As the clerk corrected it.")
    newer = models.JSONField(null=True, blank=True, help_text="As a later reading says, where that differs.")
    target = models.BigIntegerField(
        null=True, blank=True, help_text="What it is matched to: the meeting of minutes, the recommendation answered."
    )
    confidence = models.PositiveSmallIntegerField(default=0, help_text="In per cent.")
    why = models.CharField(max_length=300, blank=True, help_text="What the confidence rests on, for the clerk.")
    state = models.CharField(max_length=20, choices=State.choices, default=State.WAITING)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    made = ArrayField(
        models.CharField(max_length=80),
        default=list,
        blank=True,
        help_text="The rows that accepting it made, such as “documents.response:12”: what undoing removes.",
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["version", "order", "pk"]
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="proposal_key")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key}"

    @property
    def content(self) -> dict[str, Any]:
        """What accepting it would write."""
        content: dict[str, Any] = self.payload if self.corrected is None else self.corrected
        return content


audited(Proposal, exclude=("payload",))
