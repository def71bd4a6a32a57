"""What clerks see and say of the words that the public searches for."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from committees.models.auditing import audited

FEWEST_TERMS, MOST_TERMS = 2, 20
TERM_LENGTH = 100  # characters
WORDS_LENGTH = 100  # characters of an empty search; a longer one is not kept


@audited
class Synonyms(models.Model):
    """Words and phrases that mean the same: whoever searches for one of them finds the others too. Staff only."""

    terms = ArrayField(
        models.CharField(max_length=TERM_LENGTH),
        help_text="In lower case, in the order in which they were typed.",
    )

    class Meta:
        ordering = ["terms"]
        verbose_name = verbose_name_plural = "synonyms"
        permissions = [("rebuild_search", "Can rebuild the search index")]
        constraints = [
            models.CheckConstraint(
                condition=Q(terms__len__gte=FEWEST_TERMS, terms__len__lte=MOST_TERMS), name="synonyms_are_a_few"
            )
        ]

    def __str__(self) -> str:
        return " / ".join(self.terms)

    def get_absolute_url(self) -> str:
        """The clerk's screen: the public has none."""
        return reverse("admin:synonyms_change", args=[self.pk])


class EmptySearch(models.Model):
    """Words that were searched for and found nothing: how often, and on what days. Staff only.

    Never who asked, from where, or at what time of day. Not audited: the audit would keep what a clerk forgets.
    """

    words = models.CharField(max_length=WORDS_LENGTH, unique=True, help_text="In lower case, with single spaces.")
    count = models.PositiveIntegerField(default=1)
    first_on = models.DateField()
    last_on = models.DateField()

    class Meta:
        ordering = ["-count", "-last_on", "words"]
        verbose_name_plural = "empty searches"
        constraints = [
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="empty_search_days_in_order")
        ]
        indexes = [
            # How many were new today, asked before another is kept
            models.Index(fields=["first_on"], name="empty_search_new_on")
        ]

    def __str__(self) -> str:
        return self.words
