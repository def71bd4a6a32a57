from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F

from documents.models.papers import Document, DocumentVersion


class ReportQuerySet(models.QuerySet["Report"]):
    def public(self) -> Self:
        """Of public papers, as far as it was read from the version in force."""
        return self.filter(document__in=Document.objects.public(), version=F("document__current_version"))


class Report(models.Model):
    """The structure of one version of a paper (documents.structure). Derived: it can be read again at any time."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    version = models.OneToOneField(DocumentVersion, on_delete=models.CASCADE, related_name="+")
    report_of = models.CharField(max_length=300, blank=True)
    meeting_of = models.CharField(max_length=300, blank=True)
    date = models.DateField(null=True, blank=True)
    wards = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    subject = models.CharField(max_length=500, blank=True)
    exempt = models.BooleanField(null=True, blank=True, help_text="As the report itself says; it decides nothing.")
    implications = models.JSONField(default=list, help_text="documents.structure.understood.Implication")
    appendices = models.JSONField(default=list, help_text="As named in the report.")
    background_papers = models.JSONField(default=list, help_text="As named in the report (LGA 1972 s100D).")
    clearance = models.JSONField(default=dict, help_text="documents.structure.understood.Clearance")

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.subject or str(self.document)


class ParagraphQuerySet(models.QuerySet["Paragraph"]):
    def public(self) -> Self:
        return self.filter(
            version__document__in=Document.objects.public(), version=F("version__document__current_version")
        )


class Paragraph(models.Model):
    """A numbered paragraph or heading of a paper: what a citation points to. Its anchor never changes."""

    # Every index below begins with the version; one of it alone was preferred to them, for what they find in a third
    version = models.ForeignKey(DocumentVersion, models.CASCADE, related_name="paragraphs", db_index=False)
    order = models.PositiveIntegerField()
    anchor = models.CharField(max_length=80, help_text="Such as p4.12, or p4.12-2 where the number occurs twice.")
    label = models.CharField(max_length=20)
    heading = models.CharField(max_length=300, blank=True, help_text="Of the section it stands in.")
    text = models.TextField()
    page = models.PositiveIntegerField(help_text="Within the paper, counted from 1.")

    objects = ParagraphQuerySet.as_manager()

    class Meta:
        ordering = ["version", "order"]
        constraints = [
            models.UniqueConstraint(fields=["version", "anchor"], name="paragraph_anchor"),
            models.UniqueConstraint(fields=["version", "order"], name="paragraph_order"),
        ]
        indexes = [models.Index(fields=["version", "page"], name="paragraph_on_page")]

    def __str__(self) -> str:
        return f"{self.label} {self.text[:60]}"
