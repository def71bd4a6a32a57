"""What was found in papers and agendas before publication, and what a clerk decided about it. Staff only."""

import hashlib
import json
from collections.abc import Collection
from functools import reduce
from operator import or_
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from committees.models import Decision, Meeting, User
from committees.models.auditing import audited
from documents.findings import KINDS, Kind
from documents.findings.kinds import BLOCKING
from documents.models.papers import Document, DocumentVersion
from documents.models.proposals import Proposal
from documents.models.recommendations import Recommendation
from documents.models.reviews import Review
from documents.models.uploads import PackUpload

Typed = Decision | Review | Recommendation | Proposal
RECORDS = ("decision", "review", "recommendation", "proposal")  # the fields that name what a clerk typed


def one_alone(*names: str) -> Q:
    """One of these fields is filled in, and no other."""
    alone = [Q(**{f"{other}__isnull": other != name for other in names}) for name in names]
    return reduce(or_, alone)


class FindingQuerySet(models.QuerySet["Finding"]):
    def open(self) -> Self:
        return self.filter(state=Finding.State.OPEN)

    def blocking(self) -> Self:
        """Those that nobody has accepted, of a kind that stops publication."""
        return self.open().filter(kind__in=BLOCKING)

    def of_versions(self, versions: Collection[DocumentVersion]) -> Self:
        return self.filter(version__in=[version.pk for version in versions])


@audited
class Finding(models.Model):
    """Something to put right or to accept before a version, an agenda or what a clerk wrote is made public.

    `meeting` is that of an agenda, `minutes_of` that whose minutes a clerk typed.
    """

    class State(models.TextChoices):
        OPEN = "open", "Open"
        ACCEPTED = "accepted", "Accepted"
        FIXED = "fixed", "No longer there"

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    minutes_of = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=20, help_text="Of documents.findings.kinds.")
    words = models.TextField(help_text="What it is about, as printed, or what is wrong.")
    page = models.PositiveIntegerField(null=True, blank=True, help_text="Or minute; within the paper, counted from 1.")
    box = models.JSONField(null=True, blank=True, help_text="Left, top, right and bottom on the page, in points.")
    state = models.CharField(max_length=20, choices=State.choices, default=State.OPEN)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it was accepted.")
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    found_at = models.DateTimeField(auto_now_add=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["version", "page", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=one_alone("version", "meeting", "minutes_of", *RECORDS),
                name="finding_is_of_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(state="accepted") | (~Q(reason="") & Q(decided_at__isnull=False)),
                name="finding_accepted_has_when_and_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.about.title}: {self.words}"

    @property
    def about(self) -> Kind:
        return KINDS.get(self.kind, KINDS["unchecked"])

    @property
    def place(self) -> str:
        """“page 3”, or “minute 3” of minutes that were typed; "" for the whole."""
        return f"{'minute' if self.minutes_of_id else 'page'} {self.page}" if self.page else ""

    @property
    def blocks(self) -> bool:
        return self.state == self.State.OPEN and self.about.blocks


class VersionCheck(models.Model):
    """That a version was checked, and by which form of the checks."""

    version = models.OneToOneField(DocumentVersion, on_delete=models.CASCADE, related_name="+")
    form = models.PositiveSmallIntegerField(help_text="documents.actions.findings.FORM at the time.")
    checked_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.version}, checked"


class WaitingCorrection(models.Model):
    """A version of a public paper that is not in force yet: something was found in it, or a second person releases."""

    version = models.OneToOneField(DocumentVersion, on_delete=models.CASCADE, related_name="+")
    compare = models.BooleanField(help_text="Whether the public may compare it with the version it replaces.")

    def __str__(self) -> str:
        return f"{self.version}, waiting"


class WaitingRecord(models.Model):
    """A correction of what a clerk recorded, as its form was filled in; the public still reads the old words.

    Not audited: its release writes it to rows that are, and this row ends.
    """

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    review = models.OneToOneField(Review, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    recommendation = models.OneToOneField(
        Recommendation, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    content = models.JSONField(help_text="The values of each field, by its name.")
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", help_text="Who saved it last.")
    writers = ArrayField(
        models.BigIntegerField(), default=list, blank=True, help_text="Others who wrote, by their ids."
    )
    saved_at = models.DateTimeField(auto_now=True)
    set_aside = models.JSONField(null=True, blank=True, help_text="What another clerk had written, when replaced.")
    set_aside_of = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=one_alone(*RECORDS), name="waiting_record_is_of_one_thing")]

    def __str__(self) -> str:
        return f"Correction of {self.of}"

    @property
    def name(self) -> str:
        """Of the field that says what it is of."""
        return next(name for name in RECORDS if getattr(self, f"{name}_id"))

    @property
    def of(self) -> Typed:
        found: Typed = getattr(self, self.name)
        return found

    @property
    def makers(self) -> set[int]:
        """All who wrote in it, by their ids."""
        return {*self.writers, self.written_by_id}

    @property
    def digest(self) -> str:
        """Tells one state of its words from another: a page carries that of what it showed."""
        return hashlib.sha256(json.dumps(self.content, sort_keys=True).encode()).hexdigest()

    @property
    def field(self) -> dict[str, Typed]:
        """By what its findings are chosen."""
        return {self.name: self.of}


class ReleaseRequestQuerySet(models.QuerySet["ReleaseRequest"]):
    def waiting(self) -> Self:
        return self.filter(closed_at=None)


@audited
class ReleaseRequest(models.Model):
    """Somebody asks another to release: an agenda and its papers, the drafts of an upload, one paper, or a record."""

    class Outcome(models.TextChoices):
        RELEASED = "released", "Released"
        SENT_BACK = "sent_back", "Sent back"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    upload = models.ForeignKey(PackUpload, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    minutes_of = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    note = models.CharField(max_length=300, blank=True, help_text="For whoever releases it.")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    answer = models.CharField(max_length=300, blank=True, help_text="Why it was sent back.")
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ReleaseRequestQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None, outcome="") | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="release_closed_has_an_outcome",
            ),
            models.UniqueConstraint(
                fields=["meeting", "upload", "document", "minutes_of", *RECORDS],
                condition=Q(closed_at=None),
                nulls_distinct=False,
                name="release_is_asked_for_once",
            ),
        ]

    def __str__(self) -> str:
        minutes = f"Minutes of {self.minutes_of}" if self.minutes_of else ""
        return minutes or str(self.document or self.upload or self.meeting or self.record)

    @property
    def record(self) -> Typed | None:
        """What was typed here, minutes apart."""
        return next((row for name in RECORDS if (row := getattr(self, name))), None)
