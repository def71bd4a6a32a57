from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.formats import date_format

from committees.addresses import address_of, slug_of
from committees.models.auditing import audited, keeps_published
from committees.models.committees import Committee


def meeting_is_public(path: str = "") -> Q:
    """The meeting at `path` ("meeting__") is announced."""
    return Q(**{f"{path}published_at__lte": Now(), f"{path}committee__is_public": True})


def agenda_is_public(path: str = "") -> Q:
    """The agenda of the meeting at `path` ("meeting__") is published, and its time has come."""
    return meeting_is_public(path) & Q(**{f"{path}agenda_published_at__lte": Now()})


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def public(self) -> Self:
        """Announced meetings, whether or not their agenda is published."""
        return self.filter(meeting_is_public())

    def with_public_agenda(self) -> Self:
        return self.filter(agenda_is_public())

    def from_day(self, day: date) -> Self:
        return self.filter(date__gte=day).order_by("date", "time", "pk")

    def before_day(self, day: date) -> Self:
        return self.filter(date__lt=day).order_by("-date", "-time", "-pk")


@audited
class Meeting(models.Model):
    """One sitting of a committee. Times are local to the council."""

    class State(models.TextChoices):
        SCHEDULED = "scheduled", "Scheduled"
        CANCELLED = "cancelled", "Cancelled"
        POSTPONED = "postponed", "Postponed"
        HELD = "held", "Held"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="meetings")
    title = models.CharField(max_length=200, blank=True, help_text="Only where it differs: “Extraordinary meeting”.")
    date = models.DateField()
    time = models.TimeField(null=True, blank=True)
    venue = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.SCHEDULED)
    state_reason = models.CharField(max_length=300, blank=True, help_text="Why it was cancelled or postponed.")
    moved_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="moved_from")
    despatched_on = models.DateField(null=True, blank=True)
    quorum = models.PositiveSmallIntegerField(null=True, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    questions_to = models.CharField(max_length=200, blank=True)
    questions_by = models.DateField(null=True, blank=True)
    questions_text = models.TextField(blank=True)
    next_meeting_on = models.DateField(null=True, blank=True, help_text="As the agenda prints it.")
    closed_at = models.TimeField(null=True, blank=True)
    recording = models.URLField(blank=True)
    published_at = models.DateTimeField(null=True, blank=True, help_text="When the meeting is announced.")
    agenda_published_at = models.DateTimeField(null=True, blank=True)
    agenda_late_reason = models.TextField(
        blank=True, help_text="Why the agenda was published inside the clear days. Shown to the public."
    )
    attendance_published_at = models.DateTimeField(null=True, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "-time", "-pk"]
        indexes = [
            # The list of meetings, newest first; a committee's meetings
            models.Index(fields=["date", "time"], name="meeting_by_date"),
            models.Index(fields=["committee", "date"], name="meeting_by_committee"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "date", "time"],
                nulls_distinct=False,
                name="meeting_is_once",
                violation_error_message="This committee already has a meeting then.",
            ),
            models.CheckConstraint(
                condition=Q(agenda_published_at=None)
                | Q(published_at__isnull=False, published_at__lte=F("agenda_published_at")),
                name="meeting_is_announced_before_its_agenda",
            ),
            models.CheckConstraint(
                condition=Q(moved_to=None) | Q(state="postponed"), name="meeting_moved_is_postponed"
            ),
        ]
        triggers = [keeps_published()]

    def __str__(self) -> str:
        return f"{self.name}, {date_format(self.date, 'j F Y')}"

    def get_absolute_url(self) -> str:
        return meeting_address(self.pk, self.committee.name, self.date)

    @property
    def name(self) -> str:
        return f"{self.committee.name}: {self.title}" if self.title else self.committee.name

    @property
    def agenda_is_timed(self) -> bool:
        """Whether the agenda is set to be published at a moment that has not come."""
        return self.agenda_published_at is not None and self.agenda_published_at > timezone.now()

    @property
    def slug(self) -> str:
        return meeting_slug(self.committee.name, self.date)


def meeting_slug(committee: str, day: date) -> str:
    return slug_of(f"{committee} {day.isoformat()}")


def meeting_address(pk: int, committee: str, day: date) -> str:
    """For results too, which have no rows of models."""
    return address_of("meeting", pk, meeting_slug(committee, day))
