from django.db import models
from django.db.models import Q

from committees.models.auditing import audited
from committees.models.decisions import Decision
from committees.models.meetings import Meeting
from committees.models.users import User


class Duty(models.TextChoices):
    """What the law asks for and this site cannot do: a clerk records that it was done."""

    DEPOSIT = "deposit", "Agenda and open reports put out at the offices"
    SUMMONS = "summons", "Summons sent to members"
    KEY_NOTICE = "key_notice", "Notice of key decisions"
    PRIVATE_NOTICE = "private_notice", "First notice of private business"
    SECOND_PRIVATE_NOTICE = "second_private_notice", "Second notice of private business"


class DutyRecordQuerySet(models.QuerySet["DutyRecord"]):
    def newest_first(self) -> "DutyRecordQuerySet":
        """A later record of the same duty corrects the earlier one, which is kept."""
        return self.order_by("-recorded_at", "-pk")


@audited
class DutyRecord(models.Model):
    """That a duty of a meeting, or of a decision to be taken outside one, was done: when, by whom and how."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    duty = models.CharField(max_length=30, choices=Duty.choices)
    done_at = models.DateTimeField(help_text="When it was done.")
    done_by = models.CharField(max_length=200, help_text="Who did it.")
    how = models.CharField(max_length=500, help_text="Such as “Left at the Town Hall reception”.")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = DutyRecordQuerySet.as_manager()

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(meeting=None, decision__isnull=False) | Q(meeting__isnull=False, decision=None),
                name="duty_is_of_a_meeting_or_a_decision",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_duty_display()}, {self.meeting or self.decision}"
