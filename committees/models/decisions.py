from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.text import slugify

from committees.addresses import address_of
from committees.models.agenda import Access, AgendaItem
from committees.models.auditing import audited, keeps_published
from committees.models.committees import Committee
from committees.models.meetings import Meeting, meeting_is_public
from committees.models.minutes import Minute, minute_is_public
from committees.models.people import Person, Ward
from committees.models.users import User


class DecisionQuerySet(models.QuerySet["Decision"]):
    def reported(self) -> Self:
        """Decisions the public may know of, withdrawn ones included: a minuted one is public with its minute."""
        return self.filter(
            Q(minute=None, published_at__lte=Now()) | minute_is_public("minute__"),
            Q(meeting=None) | meeting_is_public("meeting__"),
            Q(item=None) | Q(item__access=Access.OPEN),
            Q(committee=None) | Q(committee__is_public=True),
            access=Access.OPEN,
        )

    def public(self) -> Self:
        return self.reported().filter(withdrawn_at=None)


@audited
class Decision(models.Model):
    """What was resolved: by a meeting on an item, by the executive, by one member of it, or by an officer.

    Executive decisions are recorded with reasons, alternatives and conflicts (SI 2012/2089 reg 12-13), those of
    officers likewise (SI 2014/2095 reg 7).
    """

    class Kind(models.TextChoices):
        MEETING = "meeting", "Decision of a meeting"
        EXECUTIVE = "executive", "Executive decision"
        INDIVIDUAL = "individual", "Decision of one executive member"
        OFFICER = "officer", "Officer decision"

    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.MEETING)
    title = models.CharField(max_length=500)
    parts = ArrayField(models.TextField(), help_text="What was decided, in its own words; one text for each part.")
    date = models.DateField()
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    minute = models.OneToOneField(Minute, on_delete=models.PROTECT, null=True, blank=True, related_name="decision")
    decided_by = models.CharField(max_length=200, blank=True, help_text="The member or officer, with their post.")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reasons = models.TextField(blank=True)
    alternatives = models.TextField("alternatives considered and rejected", blank=True)
    conflicts = models.TextField("conflicts of interest declared", blank=True)
    dispensation = models.TextField(blank=True, help_text="Any dispensation granted for a conflict.")
    key = models.BooleanField("key decision", default=False)
    wards = models.ManyToManyField(Ward, blank=True, related_name="+")
    subject_to_call_in = models.BooleanField(default=False)
    notified_on = models.DateField(null=True, blank=True, help_text="The day from which the call-in days count.")
    call_in_ends_on = models.DateField(
        null=True, blank=True, help_text="The last day for call-in, by the council's rule when it was notified."
    )
    called_in_on = models.DateField(null=True, blank=True)
    call_in_outcome = models.TextField(blank=True)
    access = models.CharField(max_length=20, choices=Access.choices, default=Access.OPEN)
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawal_reason = models.TextField(blank=True, help_text="Shown to the public.")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "-pk"]
        indexes = [
            # The register, newest first; what a committee decided; what was decided on an item
            models.Index(fields=["-date", "-id"], name="decision_newest"),
            models.Index(fields=["committee", "-date"], name="decision_by_committee"),
            models.Index(fields=["item"], name="decision_on_item"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(parts=[]), name="decision_has_words"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawal_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
                name="decision_withdrawn_has_at_by_and_why",
            ),
            models.CheckConstraint(
                condition=Q(call_in_ends_on=None) | Q(notified_on__isnull=False, subject_to_call_in=True),
                name="decision_call_in_counts_from_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(kind="meeting") | Q(meeting__isnull=False), name="decision_of_a_meeting_has_one"
            ),
        ]
        triggers = [keeps_published()]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return decision_address(self.pk, self.title)

    @property
    def slug(self) -> str:
        return decision_slug(self.title)


def decision_slug(title: str) -> str:
    return slugify(title)[:60] or "decision"


def decision_address(pk: int, title: str) -> str:
    """For what is told of a decision without its row."""
    return address_of("decision", pk, decision_slug(title))
