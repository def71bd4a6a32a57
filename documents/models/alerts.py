"""Who asked to be told by email, and of what they were told.

Personal data: an address is kept only while it is subscribed, so none of this is audited, for the audit would keep it.
"""

import secrets

from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse

from committees.models import Committee, Meeting


def new_key() -> str:
    return secrets.token_urlsafe(24)


class Subscription(models.Model):
    """An address that is to be told of a committee. Other subjects join as fields beside `committee`."""

    email = models.EmailField()
    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, null=True, related_name="+")
    key = models.CharField(
        max_length=64, unique=True, default=new_key, validators=[MinLengthValidator(24)], help_text="Of its own page."
    )
    asked_at = models.DateTimeField(help_text="When a message to confirm was last asked for.")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    refused = models.PositiveSmallIntegerField(default=0, help_text="Messages in a row that its server did not take.")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(Lower("email"), "committee", name="subscription_is_once"),
            models.CheckConstraint(condition=Q(committee__isnull=False), name="subscription_is_of_something"),
        ]
        indexes = [
            # How many were asked for lately; those never confirmed, to be forgotten
            models.Index(fields=["asked_at"], name="subscription_asked_at"),
        ]

    def __str__(self) -> str:
        return f"Emails about {self.committee}"

    def get_absolute_url(self) -> str:
        return reverse("alert", args=[self.key])


class AlertSent(models.Model):
    """That a subscription was told of an occasion: what keeps it from being told twice."""

    class Occasion(models.TextChoices):
        AGENDA = "agenda", "The agenda is published"
        DECISIONS = "decisions", "Decisions are published"

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    occasion = models.CharField(max_length=20, choices=Occasion.choices)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subscription", "meeting", "occasion"], name="alert_is_sent_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_occasion_display()}: {self.meeting}"
