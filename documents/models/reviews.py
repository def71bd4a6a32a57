from datetime import date
from typing import Self, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.utils.text import slugify

from committees.addresses import address_of
from committees.models import Committee, Meeting
from committees.models.auditing import audited, keeps_published
from committees.notice import months_after
from documents.models.papers import Document


def paper_is_public(field: str = "document") -> Q:
    """The paper that `field` leads to can be read by the public. Asked of each row, not of all papers beforehand."""
    return Q(Exists(Document.objects.public().filter(pk=OuterRef(field))))


class ReviewQuerySet(models.QuerySet["Review"]):
    def public(self) -> Self:
        return self.filter(published_at__lte=Now(), committee__is_public=True)


@audited
class Review(models.Model):
    """A scrutiny inquiry, from its initiation to the report back on what came of it.

    A review is public when a clerk publishes it; whatever was read from a paper shows only while that paper is public.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    former_titles = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    year = models.CharField(max_length=20, blank=True, help_text="The municipal year: “2016/17”.")
    summary = models.TextField(blank=True, help_text="What it looks into, in plain English.")
    notice_given_on = models.DateField(
        null=True,
        blank=True,
        help_text="When scrutiny gave the executive notice to answer; without it no answer is called due.",
    )
    report_back_on = models.DateField(
        null=True, blank=True, help_text="The date agreed for a report back; without it none is called overdue."
    )
    ended_on = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["committee", "title", "year"], name="review_is_once")]
        triggers = [keeps_published()]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("review", self.pk, self.slug)

    @property
    def slug(self) -> str:
        return slugify(self.title)[:60] or "review"

    def answer_due_on(self, months: int) -> date | None:
        """The day by which the executive must answer, `months` after the notice (LGA 2000 s9FE)."""
        return answer_due_on(self.notice_given_on, months)


def answer_due_on(notice: date | None, months: int) -> date | None:
    return months_after(notice, months) if notice else None


Row = TypeVar("Row", bound=models.Model)


class OfReviewQuerySet(models.QuerySet[Row]):
    def public(self) -> Self:
        """Of public reviews; what was read from a paper, only while that paper is public."""
        return self.filter(
            Q(document=None) | paper_is_public(), review__published_at__lte=Now(), review__committee__is_public=True
        )


class OfReview(models.Model):
    """A row of a review, read from a paper (`document`, at `page`) or written by a clerk."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    page = models.PositiveIntegerField(null=True, blank=True, help_text="Within the paper, counted from 1.")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["review", "order", "pk"]


@audited
class ReviewStage(OfReview):
    """A step of a review, at a meeting once that is known."""

    class Kind(models.TextChoices):
        INITIATION = "initiation", "Initiation"
        EVIDENCE = "evidence", "Witness evidence"
        VISIT = "visit", "Visit"
        DRAFT = "draft", "Draft recommendations"
        FINAL = "final", "Final report"
        RESPONSE = "response", "Executive response"
        REPORT_BACK = "report_back", "Report back"

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    date = models.DateField(null=True, blank=True)
    date_text = models.CharField(max_length=80, blank=True, help_text="As printed, where that is no certain date.")
    text = models.TextField(blank=True, help_text="The theme of the session, or what was visited.")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    papers = models.ManyToManyField(Document, blank=True, related_name="+")

    objects = OfReviewQuerySet["ReviewStage"].as_manager()

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"


@audited
class ReviewPoint(OfReview):
    """An objective, a theme, a piece of background reading, or a title that a paper gives the review."""

    class Kind(models.TextChoices):
        OBJECTIVE = "objective", "Objective"
        THEME = "theme", "Theme"
        BACKGROUND = "background", "Background"
        TITLE = "title", "Title in one of its papers"

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    text = models.TextField()

    objects = OfReviewQuerySet["ReviewPoint"].as_manager()

    def __str__(self) -> str:
        return self.text[:60]


@audited
class Witness(OfReview):
    """Somebody who gives evidence to a review, or is planned to."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=300)
    organisation = models.CharField(max_length=300, blank=True)
    focus = models.TextField(blank=True, help_text="The area of focus.")
    theme = models.TextField(blank=True, help_text="Of the session.")
    date = models.DateField(null=True, blank=True)

    objects = OfReviewQuerySet["Witness"].as_manager()

    class Meta(OfReview.Meta):
        verbose_name_plural = "witnesses"

    def __str__(self) -> str:
        return self.name
