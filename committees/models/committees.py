from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from committees.addresses import address_of
from committees.models.auditing import audited
from committees.models.people import Person


class CommitteeQuerySet(models.QuerySet["Committee"]):
    def public(self) -> Self:
        return self.filter(is_public=True)

    def meeting_now(self) -> Self:
        return self.filter(ended_on=None)


@audited
class Committee(models.Model):
    """A body that meets."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Council"
        EXECUTIVE = "executive", "Executive"
        SCRUTINY = "scrutiny", "Overview and scrutiny"
        REGULATORY = "regulatory", "Regulatory"
        ADVISORY = "advisory", "Advisory"
        JOINT = "joint", "Joint committee"
        PARTNERSHIP = "partnership", "Partnership board"

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=200, unique=True)
    sort_key = models.CharField(max_length=200, help_text="The name in lower case, without “the”.")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    purpose = models.TextField(blank=True, help_text="What the committee is for, in plain English.")
    quorum = models.PositiveSmallIntegerField(null=True, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    is_public = models.BooleanField(default=True)

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("committee", self.slug)


class DateRange(Func):
    function = "DATERANGE"
    output_field = DateRangeField()


class MembershipQuerySet(models.QuerySet["Membership"]):
    def public(self) -> Self:
        """Seats of public committees; a seat held by a person who is not public is nowhere."""
        return self.filter(Q(person=None) | Q(person__is_public=True), committee__is_public=True)

    def on(self, day: date) -> Self:
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day), started_on__lte=day)


@audited
class Membership(models.Model):
    """A seat on a committee for a term; without a person it is vacant."""

    class Role(models.TextChoices):
        CHAIR = "chair", "Chair"
        VICE_CHAIR = "vice_chair", "Vice-chair"
        MEMBER = "member", "Member"
        CO_OPTED = "co_opted", "Co-opted member"
        SUBSTITUTE = "substitute", "Substitute"

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        help_text="Leave empty for a vacancy.",
    )
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.MEMBER)
    representing = models.CharField(max_length=200, blank=True, help_text="The body a co-opted seat stands for.")
    voting = models.BooleanField(default=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True, help_text="The first day no longer served.")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["committee", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gt=F("started_on")),
                name="membership_ends_after_it_starts",
            ),
            ExclusionConstraint(
                name="membership_terms_never_overlap",
                expressions=[
                    ("committee", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    (DateRange("started_on", "ended_on"), RangeOperators.OVERLAPS),
                ],
                violation_error_message="This person already has a term on this committee in that time.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person or 'Vacancy'}, {self.get_role_display()}, {self.committee}"
