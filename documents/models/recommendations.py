from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from committees.addresses import address_of
from committees.models import AgendaItem, Decision, Meeting
from committees.models.auditing import audited
from documents.models.papers import Document
from documents.models.reviews import Review, paper_is_public


class Rag(models.TextChoices):
    RED = "red", "Red"
    AMBER = "amber", "Amber"
    GREEN = "green", "Green"


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def public(self) -> Self:
        """Of public papers, and for those of a review, of a public review."""
        of_review = Q(review=None) | Q(review__published_at__lte=Now(), review__committee__is_public=True)
        return self.filter(paper_is_public(), of_review)

    def to_executive(self) -> Self:
        """Each is of a review, which the database knows an index for."""
        return self.filter(kind=Recommendation.Kind.EXECUTIVE, review__isnull=False)

    def to_meeting(self) -> Self:
        return self.filter(kind=Recommendation.Kind.MEETING)


@audited
class Recommendation(models.Model):
    """What a report asks its meeting to decide, or what a scrutiny review asks the executive to do: never both.

    A lettered part is a recommendation of its own below the whole one, so that each has an address that lasts.
    """

    class Kind(models.TextChoices):
        MEETING = "meeting", "To the meeting"
        EXECUTIVE = "executive", "To the executive"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", help_text="The paper whose words these are."
    )
    review = models.ForeignKey(Review, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    order = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=40, help_text="As printed: “One”, “2.1”; for a part its letter, “a”.")
    number = models.PositiveSmallIntegerField(null=True, blank=True, help_text="What the label counts: “One” is 1.")
    text = models.TextField(help_text="The exact words, parts included.")
    paragraph = models.CharField(max_length=20, blank=True, help_text="The paragraph of the paper, such as 4.2.")
    anchor = models.CharField(max_length=80, blank=True, help_text="That paragraph's anchor in the paper.")
    page = models.PositiveIntegerField(help_text="Within the paper, counted from 1.")
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The item at which a meeting is asked to decide it.",
    )
    decision = models.ForeignKey(
        Decision,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The resolution that answers what a meeting is asked.",
    )
    done_on = models.DateField(null=True, blank=True, help_text="When it was recorded as done.")
    done_note = models.TextField(blank=True)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["document", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="meeting") | Q(review__isnull=False),
                name="recommendation_to_executive_is_of_a_review",
            ),
            models.CheckConstraint(
                condition=Q(kind="meeting") | Q(decision=None), name="recommendation_decided_is_to_a_meeting"
            ),
            models.UniqueConstraint(
                fields=["document", "kind", "parent", "label", "page"],
                nulls_distinct=False,
                name="recommendation_is_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"

    def get_absolute_url(self) -> str:
        return address_of("recommendation", self.pk)

    @property
    def name(self) -> str:
        """“Recommendation 10 (a)”: needs `parent` for a part."""
        whole = self.parent or self
        named = whole.number if whole.number and self.kind == self.Kind.EXECUTIVE else whole.label
        return f"Recommendation {named}" + (f" ({self.label})" if self.parent else "")


Row = TypeVar("Row", bound=models.Model)


class OfRecommendationQuerySet(models.QuerySet[Row]):
    def public(self) -> Self:
        """Read from a public paper, on a public recommendation."""
        return self.of_public_ones().filter(recommendation__in=Recommendation.objects.public())

    def of_public_ones(self) -> Self:
        """Read from a public paper; to be asked for the recommendations that are known to be public."""
        return self.filter(paper_is_public())


class OfRecommendation(models.Model):
    """What a paper says of a recommendation; `document` is that paper, and `meeting` the one that took it."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    date = models.DateField(null=True, blank=True, help_text="When it was given; the meeting's date unless told.")
    words = models.TextField()
    page = models.PositiveIntegerField(help_text="Within the paper, counted from 1.")

    class Meta:
        abstract = True
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return self.words[:60]


@audited
class Response(OfRecommendation):
    """The executive's answer. A verdict is what a clerk records, never what is read out of the words."""

    class Verdict(models.TextChoices):
        NOT_STATED = "", "Not stated"
        ACCEPTED = "accepted", "Accepted"
        IN_PART = "in_part", "Accepted in part"
        REJECTED = "rejected", "Rejected"
        NOTED = "noted", "Noted"

    by = models.CharField(max_length=200, blank=True, help_text="Who answers: “The Executive”.")
    verdict = models.CharField(max_length=20, choices=Verdict.choices, blank=True)

    objects = OfRecommendationQuerySet["Response"].as_manager()

    class Meta(OfRecommendation.Meta):
        constraints = [models.UniqueConstraint(fields=["recommendation", "document"], name="response_is_once")]


@audited
class Progress(OfRecommendation):
    """What was reported back on a recommendation."""

    rag = models.CharField(max_length=10, choices=Rag.choices, blank=True)

    objects = OfRecommendationQuerySet["Progress"].as_manager()

    class Meta(OfRecommendation.Meta):
        verbose_name_plural = "progress"
        constraints = [models.UniqueConstraint(fields=["recommendation", "document"], name="progress_is_once")]


class PlannedActionQuerySet(models.QuerySet["PlannedAction"]):
    def public(self) -> Self:
        of_review = Q(review=None) | Q(review__published_at__lte=Now(), review__committee__is_public=True)
        return self.filter(paper_is_public(), of_review)


@audited
class PlannedAction(models.Model):
    """A row of an action plan."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    order = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=300, blank=True)
    objective = models.TextField(blank=True)
    champion = models.CharField(max_length=300, blank=True)
    number = models.CharField(max_length=20, blank=True)
    action = models.TextField()
    owner = models.TextField(blank=True)
    due = models.CharField(max_length=120, blank=True, help_text="As printed: “Dec 15”.")
    due_month = models.DateField(null=True, blank=True, help_text="The first day of that month.")
    rag = models.CharField(max_length=10, choices=Rag.choices, blank=True)
    success = models.TextField(blank=True, help_text="What success looks like.")
    progress = models.TextField(blank=True)
    page = models.PositiveIntegerField(help_text="Within the paper, counted from 1.")

    objects = PlannedActionQuerySet.as_manager()

    class Meta:
        ordering = ["document", "order"]
        constraints = [models.UniqueConstraint(fields=["document", "order"], name="planned_action_order")]

    def __str__(self) -> str:
        return f"{self.number} {self.action[:60]}".strip()
