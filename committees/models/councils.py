from django.core.validators import RegexValidator
from django.db import models

from committees.models.auditing import audited

COLOUR = RegexValidator(r"^#[0-9a-fA-F]{6}$", "Enter a colour as # and six digits, such as #1d4f5f.")


class CouncilManager(models.Manager["Council"]):
    def current(self) -> "Council":
        """The one council of this site; an unsaved one with a neutral name until a clerk has described it."""
        return self.first() or Council(name="Council")


@audited
class Council(models.Model):
    """The council whose papers these are: one row. Every statutory figure is a setting here."""

    class Jurisdiction(models.TextChoices):
        ENGLAND = "england", "England"
        WALES = "wales", "Wales"
        SCOTLAND = "scotland", "Scotland"
        NORTHERN_IRELAND = "northern_ireland", "Northern Ireland"

    name = models.CharField(max_length=120)
    strapline = models.CharField(max_length=200, blank=True)
    website = models.URLField(blank=True)
    address = models.TextField(blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    brand_colour = models.CharField(max_length=7, default="#1d4f5f", validators=[COLOUR])
    accent_colour = models.CharField(max_length=7, default="#b3541e", validators=[COLOUR])
    jurisdiction = models.CharField(max_length=20, choices=Jurisdiction.choices, default=Jurisdiction.ENGLAND)
    agenda_clear_days = models.PositiveSmallIntegerField(
        default=5, help_text="Clear days between publishing an agenda and its meeting (LGA 1972 s100A-B)."
    )
    question_clear_days = models.PositiveSmallIntegerField(
        default=3, help_text="Clear days before a meeting by which questions must arrive (standing orders)."
    )
    saturdays_count = models.BooleanField(default=False, help_text="Whether a Saturday is a clear day.")
    call_in_working_days = models.PositiveSmallIntegerField(
        default=5, help_text="Clear working days in which an executive decision can be called in (constitution)."
    )
    response_months = models.PositiveSmallIntegerField(
        default=2, help_text="Months for the executive to answer scrutiny, from the notice given (LGA 2000 s9FE)."
    )
    publishes_officer_contacts = models.BooleanField(
        "publish officers' contact details",
        default=True,
        help_text="Where not, email addresses and telephone numbers in papers are masked in text, image and file.",
    )
    paper_retention_years = models.PositiveSmallIntegerField(
        default=6, help_text="Years for which papers must stay open (LGA 1972 s100C); never a deletion date."
    )
    singleton = models.BooleanField(default=True, editable=False)

    objects = CouncilManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["singleton"], name="council_is_one"),
            models.CheckConstraint(condition=models.Q(singleton=True), name="council_singleton_is_true"),
        ]

    def __str__(self) -> str:
        return self.name
