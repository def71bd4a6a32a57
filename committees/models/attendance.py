from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from committees.models.auditing import audited
from committees.models.meetings import Meeting, agenda_is_public, meeting_is_public
from committees.models.people import Person


class MeetingMemberQuerySet(models.QuerySet["MeetingMember"]):
    def public(self) -> Self:
        """Seats printed on a published agenda, without those of people who are not public."""
        return self.filter(agenda_is_public("meeting__"), Q(person=None) | Q(person__is_public=True))


@audited
class MeetingMember(models.Model):
    """The membership printed for one meeting. It holds for that meeting alone: no term is read from it."""

    class Role(models.TextChoices):
        CHAIR = "chair", "Chair"
        VICE_CHAIR = "vice-chair", "Vice-chair"
        MEMBER = "member", "Member"
        CO_OPTED = "co-opted", "Co-opted member"
        SUBSTITUTE = "substitute", "Substitute"
        VACANCY = "vacancy", "Vacancy"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="printed_members")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=20, choices=Role.choices)
    representing = models.CharField(max_length=200, blank=True)

    objects = MeetingMemberQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "order"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role="vacancy", name="") | (~Q(role="vacancy") & ~Q(name="")),
                name="meeting_member_is_named_or_vacant",
            ),
            models.UniqueConstraint(fields=["meeting", "order"], name="meeting_member_order"),
        ]

    def __str__(self) -> str:
        return f"{self.name or 'Vacancy'} ({self.get_role_display()})"


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    def public(self) -> Self:
        return self.filter(
            meeting_is_public("meeting__"),
            Q(person=None) | Q(person__is_public=True),
            meeting__attendance_published_at__lte=Now(),
        )


@audited
class Attendance(models.Model):
    """That somebody was at a meeting, or sent apologies."""

    class Capacity(models.TextChoices):
        MEMBER = "member", "Member"
        CO_OPTED = "co_opted", "Co-opted member"
        SUBSTITUTE = "substitute", "Substitute"
        ALSO_PRESENT = "also_present", "Also present"
        OFFICER = "officer", "Officer"

    class Status(models.TextChoices):
        PRESENT = "present", "Present"
        REMOTE = "remote", "Present remotely"
        APOLOGIES = "apologies", "Apologies"
        ABSENT = "absent", "Absent"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="attendance")
    name = models.CharField(max_length=120, blank=True, help_text="For somebody who is not a listed person.")
    capacity = models.CharField(max_length=20, choices=Capacity.choices, default=Capacity.MEMBER)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.PRESENT)
    substitute_for = models.CharField(max_length=120, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "pk"]
        verbose_name_plural = "attendance"
        constraints = [
            models.CheckConstraint(condition=Q(person__isnull=False) | ~Q(name=""), name="attendance_is_of_somebody"),
            models.UniqueConstraint(
                fields=["meeting", "person"], condition=Q(person__isnull=False), name="attendance_is_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.name}: {self.get_status_display()}"
