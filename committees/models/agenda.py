from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.text import slugify

from committees.addresses import address_of
from committees.models.auditing import audited, keeps_published
from committees.models.meetings import Meeting, agenda_is_public
from committees.models.withholding import Access, Withholding

__all__ = ["Access", "AgendaItem", "AgendaItemQuerySet", "AgendaSection"]


class AgendaSectionQuerySet(models.QuerySet["AgendaSection"]):
    def public(self) -> Self:
        return self.filter(agenda_is_public("meeting__"), published_at__lte=Now())


@audited
class AgendaSection(models.Model):
    """A lettered group of items with its own standing text; numbering of items restarts in each."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField()
    letter = models.CharField(max_length=10, blank=True)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    objects = AgendaSectionQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "order"], name="section_order", deferrable=models.Deferrable.DEFERRED
            ),
        ]
        triggers = [keeps_published()]

    def __str__(self) -> str:
        return f"{self.letter}. {self.title}" if self.letter else self.title


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def public(self) -> Self:
        """Items listed on a published agenda. Exempt ones too, by their title: the law lists them (s100B)."""
        return self.filter(agenda_is_public("meeting__"), published_at__lte=Now())


@audited
class AgendaItem(Withholding):
    """One piece of business at a meeting."""

    class State(models.TextChoices):
        LISTED = "listed", "Listed"
        WITHDRAWN = "withdrawn", "Withdrawn"
        DEFERRED = "deferred", "Deferred"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    section = models.ForeignKey(AgendaSection, on_delete=models.SET_NULL, null=True, blank=True, related_name="items")
    order = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=20, blank=True, help_text="The number printed within the section.")
    title = models.CharField(max_length=500, help_text="Public even where the item is exempt: keep it neutral.")
    open_title = models.CharField(
        max_length=500, blank=True, help_text="Its title before it was taken in private. For staff alone."
    )
    text = models.TextField(blank=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.LISTED)
    first_page = models.PositiveIntegerField(null=True, blank=True)
    last_page = models.PositiveIntegerField(null=True, blank=True)
    private_resolved_on = models.DateField(
        "public excluded on", null=True, blank=True, help_text="When the meeting resolved to exclude the public."
    )
    private_resolution = models.TextField("resolution", blank=True, help_text="Its words. Shown to the public.")
    urgency_reason = models.TextField(blank=True, help_text="Why the chair agreed to take a late item.")
    published_at = models.DateTimeField(null=True, blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "order"], name="item_order", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                condition=Q(last_page=None) | Q(last_page__gte=F("first_page")), name="item_pages_run_forward"
            ),
            models.CheckConstraint(
                condition=Q(access="exempt") | Q(exempt_paragraphs=[]),
                name="item_paragraphs_are_of_an_exempt_item",
            ),
            models.CheckConstraint(
                condition=~Q(access="exempt") | Q(published_at=None) | ~Q(exempt_paragraphs=[]),
                name="item_published_exempt_has_a_paragraph",
            ),
        ]
        triggers = [keeps_published()]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}".strip()

    def get_absolute_url(self) -> str:
        return address_of("item", self.meeting_id, self.pk, self.slug)

    @property
    def slug(self) -> str:
        return slugify(self.title)[:60] or "item"

    @property
    def reference(self) -> str:
        """The label residents quote: the section's letter and the number, "B2"; without sections "2"."""
        return f"{self.section.letter if self.section else ''}{self.label}"
