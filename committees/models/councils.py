from functools import partial
from hashlib import sha256

from django.core.validators import RegexValidator
from django.db import models

from committees.colours import validate_stands_out
from committees.crests import Crest
from committees.models.auditing import audited

COLOUR = RegexValidator(r"^#[0-9a-fA-F]{6}$", "Enter a colour as # and six digits, such as #1d4f5f.")


class CouncilManager(models.Manager["Council"]):
    def current(self) -> "Council":
        """The one council of this site; an unsaved one with a neutral name until a clerk has described it."""
        return self.defer("crest").first() or Council(name="Council")


@partial(audited, exclude=("crest",))  # its version is kept instead
class Council(models.Model):
    """The council whose papers these are: one row. Every statutory figure is a setting here."""

    class Jurisdiction(models.TextChoices):
        ENGLAND = "england", "England"
        WALES = "wales", "Wales"
        SCOTLAND = "scotland", "Scotland"
        NORTHERN_IRELAND = "northern_ireland", "Northern Ireland"

    class MembersRead(models.TextChoices):
        OWN = "own", "the committees they sit on"
        EVERY = "every", "every committee"

    name = models.CharField(max_length=120)
    strapline = models.CharField(max_length=200, blank=True)
    website = models.URLField(blank=True)
    address = models.TextField(blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    brand_colour = models.CharField(max_length=7, default="#1d4f5f", validators=[COLOUR, validate_stands_out])
    accent_colour = models.CharField(max_length=7, default="#b3541e", validators=[COLOUR, validate_stands_out])
    crest = models.BinaryField(null=True, blank=True, editable=False, help_text="committees.crests.Crest")
    crest_kind = models.CharField(max_length=3, blank=True, editable=False, help_text="svg or png; none without one.")
    crest_version = models.CharField(max_length=16, blank=True, editable=False, help_text="Alters with its bytes.")
    crest_width = models.PositiveSmallIntegerField(default=0, editable=False)
    crest_height = models.PositiveSmallIntegerField(default=0, editable=False)
    jurisdiction = models.CharField(max_length=20, choices=Jurisdiction.choices, default=Jurisdiction.ENGLAND)
    agenda_clear_days = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="Clear days between publishing an agenda and its meeting (LGA 1972 s100A-B). Left empty: 5 in "
        "England, 3 in Wales; elsewhere unsure, 3 in Scotland and 5 in Northern Ireland.",
    )
    summons_clear_days = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="Clear days between the summons to members and the meeting (LGA 1972 Schedule 12). Left empty: as "
        "for the agenda, which is unsure.",
    )
    question_clear_days = models.PositiveSmallIntegerField(
        default=3, help_text="Clear days before a meeting by which questions must arrive (standing orders)."
    )
    saturdays_count = models.BooleanField(
        default=False, help_text="Whether a Saturday is a clear day: unsure in law, so leave it out unless told."
    )
    minutes_working_days = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="Working days after a meeting by which its draft minutes, or in Wales the note of attendance and "
        "decisions, are published. Left empty: 7 in Wales, by law; 10 elsewhere, which is local.",
    )
    key_notice_days = models.PositiveSmallIntegerField(
        "notice of key decisions", default=28, help_text="Clear days before a key decision (SI 2012/2089 reg 9)."
    )
    private_notice_days = models.PositiveSmallIntegerField(
        "first notice of private business",
        default=28,
        help_text="Clear days before executive business taken in private (SI 2012/2089 reg 5).",
    )
    second_private_notice_days = models.PositiveSmallIntegerField(
        "second notice of private business",
        default=5,
        help_text="Clear working days before it, with the representations received and the answer (reg 5).",
    )
    long_notices_skip_days_off = models.BooleanField(
        "long notices skip days off",
        default=False,
        help_text="Whether the 28 days of executive notices leave out weekends, holidays and closures: unsure in law.",
    )
    call_in_working_days = models.PositiveSmallIntegerField(
        default=5, help_text="Clear working days in which an executive decision can be called in (constitution)."
    )
    response_months = models.PositiveSmallIntegerField(
        default=2,
        help_text="Months for the executive to answer scrutiny, from the notice given (LGA 2000 s9FE: unsure).",
    )
    warning_days = models.PositiveSmallIntegerField(
        default=5, help_text="Days of the calendar before a deadline from which clerks are warned of it."
    )
    publishes_officer_contacts = models.BooleanField(
        "publish officers' contact details",
        default=True,
        help_text="Where not, email addresses and telephone numbers in papers are masked in text, image and file.",
    )
    release_by_second_person = models.BooleanField(
        "release by a second person",
        default=False,
        help_text="Whoever releases a paper must not be the one who uploaded or last changed it.",
    )
    paper_retention_years = models.PositiveSmallIntegerField(
        default=6, help_text="Years for which papers must stay open (LGA 1972 s100C); never a deletion date."
    )
    background_retention_years = models.PositiveSmallIntegerField(
        "background papers’ retention years",
        default=4,
        help_text="Years for which background papers must stay open (LGA 1972 s100D); never a deletion date.",
    )
    members_read = models.CharField(
        "members read the restricted papers of",
        max_length=20,
        choices=MembersRead.choices,
        default=MembersRead.OWN,
        help_text="Confidential papers are read by the members of their own committee alone, whatever is chosen here.",
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

    def keep_crest(self, crest: Crest | None) -> None:
        """Set, not yet saved; None for no crest."""
        self.crest = crest.content if crest else None
        self.crest_kind = crest.kind if crest else ""
        self.crest_version = sha256(crest.content).hexdigest()[:16] if crest else ""
        self.crest_width, self.crest_height = (crest.width, crest.height) if crest else (0, 0)
