from typing import Self, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from committees.addresses import address_of
from committees.models.agenda import Access, AgendaItem
from committees.models.auditing import audited, keeps_published
from committees.models.meetings import Meeting, meeting_is_public
from committees.models.people import Person
from committees.models.users import User


def minutes_are_public(path: str = "") -> Q:
    """The minutes at `path` ("minutes__") are published, as a draft or confirmed, and not withdrawn."""
    return meeting_is_public(f"{path}meeting__") & Q(**{f"{path}published_at__lte": Now(), f"{path}withdrawn_at": None})


def minute_is_public(path: str = "") -> Q:
    """The minute at `path` is open, in public minutes, and of no withheld item."""
    open_item = Q(**{f"{path}item": None}) | Q(**{f"{path}item__access": Access.OPEN})
    return minutes_are_public(f"{path}minutes__") & Q(**{f"{path}access": Access.OPEN}) & open_item


class MinutesQuerySet(models.QuerySet["Minutes"]):
    def public(self) -> Self:
        return self.filter(minutes_are_public())

    def withdrawn(self) -> Self:
        """Those that were public and are gone: their date and reason are told, and nothing else of them."""
        return self.filter(meeting_is_public("meeting__"), published_at__lte=F("withdrawn_at"))


@audited
class Minutes(models.Model):
    """The record of one meeting: drafts of it are the clerk's alone, then public as draft, then confirmed.

    Minutes read from a paper are public with that paper (documents.actions); those written here by themselves.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="+")
    written_here = models.BooleanField(default=False, help_text="Written by a clerk, not read from a paper.")
    writers = ArrayField(
        models.BigIntegerField(), default=list, blank=True, help_text="Who typed what was published, by their ids."
    )
    chair = models.CharField(max_length=120, blank=True)
    published_at = models.DateTimeField(null=True, blank=True, help_text="When they become public, as draft minutes.")
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_at = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The meeting whose resolution confirmed them.",
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawal_reason = models.TextField(blank=True, help_text="Shown to the public.")

    objects = MinutesQuerySet.as_manager()

    class Meta:
        ordering = ["-meeting__date"]
        verbose_name_plural = "minutes"
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawal_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
                name="minutes_withdrawn_has_at_by_and_why",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(confirmed_on__isnull=False), name="minutes_confirmed_have_a_date"
            ),
        ]
        triggers = [keeps_published()]

    def __str__(self) -> str:
        return f"Minutes of {self.meeting}"

    def get_absolute_url(self) -> str:
        return address_of("minutes", self.meeting_id, self.meeting.slug)

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_on is not None


class MinuteQuerySet(models.QuerySet["Minute"]):
    def public(self) -> Self:
        return self.filter(minute_is_public())


@audited
class Minute(models.Model):
    """The record of one item. What it resolved is its `Decision`."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="+")
    order = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=20, blank=True, help_text="The running number, such as 143.")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    item_label = models.CharField(max_length=20, blank=True, help_text="The item as the minutes name it: “A1”.")
    title = models.CharField(max_length=500)
    text = models.TextField(blank=True, help_text="Everything but the resolution; an empty line between paragraphs.")
    requests = ArrayField(models.TextField(), default=list, blank=True, help_text="Asked for without resolving.")
    vote = models.CharField(max_length=300, blank=True, help_text="As recorded: “7 for, 2 against”.")
    access = models.CharField(max_length=20, choices=Access.choices, default=Access.OPEN)

    objects = MinuteQuerySet.as_manager()

    class Meta:
        ordering = ["minutes", "order"]
        indexes = [models.Index(fields=["item"], name="minute_of_item")]
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "order"], name="minute_order", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


Row = TypeVar("Row", bound=models.Model)


class OfMinuteQuerySet(models.QuerySet[Row]):
    def public(self) -> Self:
        return self.filter(minute_is_public("minute__"), Q(person=None) | Q(person__is_public=True))


@audited
class Declaration(models.Model):
    """An interest that a member declared at a meeting."""

    minute = models.ForeignKey(Minute, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    item_label = models.CharField(max_length=20, blank=True)
    text = models.TextField()

    objects = OfMinuteQuerySet["Declaration"].as_manager()

    class Meta:
        ordering = ["minute", "pk"]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"


@audited
class NamedVote(models.Model):
    """How one member voted (SI 2014/165 for budgets)."""

    class Cast(models.TextChoices):
        FOR = "for", "For"
        AGAINST = "against", "Against"
        ABSTAINED = "abstained", "Abstained"

    minute = models.ForeignKey(Minute, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cast = models.CharField(max_length=20, choices=Cast.choices)

    objects = OfMinuteQuerySet["NamedVote"].as_manager()

    class Meta:
        ordering = ["minute", "cast", "pk"]
        constraints = [models.UniqueConstraint(fields=["minute", "name"], name="named_vote_is_once")]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_cast_display()}"
