from typing import Self

from django.db import models

from committees.models import Committee, Meeting
from committees.models.auditing import audited
from documents.models.papers import Document
from documents.models.reviews import paper_is_public


class WorkProgrammeEntryQuerySet(models.QuerySet["WorkProgrammeEntry"]):
    def public(self) -> Self:
        return self.filter(paper_is_public(), committee__is_public=True)


@audited
class WorkProgrammeEntry(models.Model):
    """What a committee plans to take at a coming meeting, as one of its papers says.

    It lives beside the papers, not with the committees, so that it is nowhere while its paper is not public.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    date = models.DateField(null=True, blank=True)
    date_text = models.CharField(max_length=80, blank=True, help_text="As printed.")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    order = models.PositiveSmallIntegerField()
    title = models.TextField()
    page = models.PositiveIntegerField(help_text="Within the paper, counted from 1.")

    objects = WorkProgrammeEntryQuerySet.as_manager()

    class Meta:
        ordering = ["date", "document", "order"]
        verbose_name_plural = "work programme entries"
        constraints = [models.UniqueConstraint(fields=["document", "order"], name="programme_entry_order")]

    def __str__(self) -> str:
        return f"{self.date or self.date_text}: {self.title[:60]}"
