from django.contrib.postgres.fields import ArrayField
from django.db import models


class Access(models.TextChoices):
    """Whether a thing may be read by the public (LGA 1972 s100A-B, Schedule 12A)."""

    OPEN = "open", "Open"
    EXEMPT = "exempt", "Exempt"
    CONFIDENTIAL = "confidential", "Confidential"


class Withholding(models.Model):
    """Whether something is kept from the public, and why: of an item and of a single paper alike."""

    access = models.CharField(max_length=20, choices=Access.choices, default=Access.OPEN)
    exempt_paragraphs = ArrayField(
        models.PositiveSmallIntegerField(), default=list, blank=True, help_text="Of Schedule 12A, such as 3."
    )
    withheld_reason = models.TextField(blank=True, help_text="Shown to the public.")
    public_interest = models.TextField(
        blank=True, help_text="Why the public interest in withholding it outweighs that in showing it. Not shown."
    )
    withheld_by = models.CharField(
        "decided by", max_length=120, blank=True, help_text="The officer who decided it, such as “Monitoring Officer”."
    )
    withheld_review_on = models.DateField(
        "review on", null=True, blank=True, help_text="When it is looked at again whether it can be opened."
    )

    class Meta:
        abstract = True


WITHHOLDING_FIELDS = [
    *("access", "exempt_paragraphs", "withheld_reason"),
    *("public_interest", "withheld_by", "withheld_review_on"),
]
