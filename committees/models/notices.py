from datetime import date
from typing import Self, cast

from django.db import models
from django.db.models import Q

from committees.models.auditing import audited
from committees.models.decisions import Decision
from committees.models.meetings import Meeting


class ExecutiveNoticeQuerySet(models.QuerySet["ExecutiveNotice"]):
    def coming(self, today: date) -> Self:
        """Of what is still to be decided."""
        of_meeting = Q(meeting__date__gte=today) & ~Q(meeting__state__in=["cancelled", "postponed"])
        return self.filter(Q(meeting=None, taken_on__gte=today) | of_meeting)


@audited
class ExecutiveNotice(models.Model):
    """Notice of a key decision, or of business that the executive takes in private (SI 2012/2089 reg 5, 9-11).

    Of a meeting, or of an officer's or a member's own decision on a day. Staff only: it says when notice was given
    elsewhere, or how the decision may go without.
    """

    class Kind(models.TextChoices):
        KEY = "key", "Key decision"
        PRIVATE = "private", "Business taken in private"

    class Route(models.TextChoices):
        NOTICE = "notice", "Notice of 28 days"
        GENERAL_EXCEPTION = "general_exception", "General exception: the scrutiny chair is told"
        URGENCY = "urgency", "Urgency: the scrutiny chair agrees"

    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.KEY)
    title = models.CharField("what is to be decided", max_length=300)
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Left empty where an officer, or one member, decides.",
    )
    decided_by = models.CharField(
        "who decides", max_length=200, blank=True, help_text="If not a meeting, such as “Director of Place”."
    )
    taken_on = models.DateField(
        "to be decided on", null=True, blank=True, help_text="If not at a meeting: the first day on which it may be."
    )
    decision = models.ForeignKey(
        Decision,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Its record, once it has been decided.",
    )
    route = models.CharField("how notice is given", max_length=20, choices=Route.choices, default=Route.NOTICE)
    given_on = models.DateField(
        "given on", null=True, blank=True, help_text="The day of the notice, or on which the chair was told or agreed."
    )
    given_how = models.CharField("where, or to whom", max_length=500, blank=True)
    why_urgent = models.TextField(
        "why it cannot wait", blank=True, help_text="For the general exception, and for urgency."
    )
    second_given_on = models.DateField(
        "second notice given on", null=True, blank=True, help_text="Of private business: five clear days before."
    )
    representations = models.TextField(
        blank=True, help_text="What was said against taking it in private, and the answer; for the second notice."
    )

    objects = ExecutiveNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["meeting__date", "taken_on", "pk"]
        verbose_name = "notice of executive business"
        verbose_name_plural = "notices of executive business"
        constraints = [
            models.CheckConstraint(
                condition=Q(meeting__isnull=False, taken_on=None) | Q(meeting=None, taken_on__isnull=False),
                name="notice_is_of_a_meeting_or_a_day",
                violation_error_message="Choose a meeting, or give the day on which it is to be decided.",
            ),
            models.CheckConstraint(
                condition=~Q(kind="private", route="general_exception"),
                name="notice_general_exception_is_of_a_key_decision",
                violation_error_message="The general exception is for key decisions: private business needs agreement.",
            ),
            models.CheckConstraint(
                condition=Q(route="notice") | ~Q(why_urgent=""),
                name="notice_without_28_days_has_a_reason",
                violation_error_message="Say why it cannot wait for a notice of 28 days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.meeting or self.decided_by or self.taken_on}"

    @property
    def day(self) -> date:
        """On which it is to be decided."""
        if self.meeting is not None:
            return self.meeting.date
        return cast(date, self.taken_on)  # by the constraint notice_is_of_a_meeting_or_a_day
