from django.db import models

from committees.models.auditing import audited
from committees.models.committees import Committee


@audited
class AgendaTemplate(models.Model):
    """What every agenda of a committee begins with: its sections, standing texts and formal items. Staff only.

    Quorum, contact and membership are the committee's own, as they stand on the day.
    """

    committee = models.OneToOneField(Committee, on_delete=models.CASCADE, related_name="+")
    venue = models.CharField(max_length=300, blank=True, help_text="Where the committee usually meets.")
    time = models.TimeField(null=True, blank=True, help_text="When it usually begins.")

    class Meta:
        ordering = ["committee"]

    def __str__(self) -> str:
        return f"Agenda template of {self.committee}"


class TemplateSection(models.Model):
    """A section of every agenda; items are numbered afresh in each that has a letter."""

    template = models.ForeignKey(AgendaTemplate, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField()
    letter = models.CharField(max_length=10, blank=True)
    title = models.CharField(max_length=300)
    text = models.TextField("standing text", blank=True)

    class Meta:
        ordering = ["template", "order", "pk"]

    def __str__(self) -> str:
        return f"{self.letter}. {self.title}" if self.letter else self.title


class TemplateItem(models.Model):
    """A formal item that stands on every agenda, such as “Apologies for absence”."""

    template = models.ForeignKey(AgendaTemplate, on_delete=models.CASCADE, related_name="items")
    section = models.ForeignKey(TemplateSection, on_delete=models.SET_NULL, null=True, blank=True, related_name="items")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=500)
    text = models.TextField("standing text", blank=True)

    class Meta:
        ordering = ["template", "order", "pk"]

    def __str__(self) -> str:
        return self.title
