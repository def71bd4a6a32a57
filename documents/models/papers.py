from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.utils.text import slugify

from committees.addresses import address_of
from committees.models import (
    Access,
    AgendaItem,
    Council,
    Meeting,
    MeetingMember,
    Membership,
    User,
    agenda_is_public,
)
from committees.models.auditing import audited, keeps_published
from committees.models.withholding import Withholding
from documents.models.files import StoredFile


@dataclass(frozen=True, slots=True)
class Notice:
    """What may be said of a paper that may not be read: no text, size, page count or file name."""

    id: int
    kind: str
    title: str
    access: str
    exempt_paragraphs: tuple[int, ...]
    reason: str
    withdrawn_at: datetime | None
    slug: str = "withheld"

    @classmethod
    def of(
        cls,
        pk: int,
        kind: str,
        title: str,
        access: str,
        paragraphs: Iterable[int],
        withheld_reason: str,
        withdrawn_at: datetime | None,
        withdrawal_reason: str,
    ) -> Self:
        """Of the columns NOTICE_FIELDS."""
        named = Document.Kind(kind).label
        return cls(
            id=pk,
            kind=kind,
            title=title or (named if withdrawn_at else f"{Access(access).label} {named.lower()}"),
            access=access,
            exempt_paragraphs=tuple(paragraphs),
            reason=withdrawal_reason if withdrawn_at else withheld_reason,
            withdrawn_at=withdrawn_at,
        )

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None


class DocumentQuerySet(models.QuerySet["Document"]):
    def public(self) -> Self:
        """Open papers, published and not withdrawn, listed on a published agenda and under no withheld item."""
        return self.filter(
            Exists(Listing.objects.of_document().public()),
            ~Exists(Listing.objects.of_document().under_withheld_item()),
            published_at__lte=Now(),
            withdrawn_at=None,
            access=Access.OPEN,
            current_version__isnull=False,
        )

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Public papers, and of the withheld ones those that somebody signed in may read."""
        return self.filter(Q(pk__in=Document.objects.public()) | Q(pk__in=Document.objects.restricted_for(user)))

    def restricted_for(self, user: User | AnonymousUser) -> Self:
        """Withheld papers, published to those who may read them, on a published agenda.

        Staff who handle them read all. Members read those of the committees they sit on, or sat on, on the day of
        the meeting, or for whose meeting they are printed as member or substitute: they need them for their duty
        there (common law's need to know). A council may open the exempt ones, never the confidential, to all members.
        """
        withheld = self.filter(
            ~Q(access=Access.OPEN) | Exists(Listing.objects.of_document().under_withheld_item()),
            Exists(Listing.objects.of_document().public(of_withheld_items=True)),
            published_at__lte=Now(),
            withdrawn_at=None,
            current_version__isnull=False,
        )
        if not user.is_active or not user.has_perm("documents.read_restricted_papers"):
            return self.none()
        if user.has_perm("documents.read_every_restricted_paper"):
            return withheld
        taken = Listing.objects.of_document().public(of_withheld_items=True)
        own = Q(Exists(taken.of_committees_of(user.person_id))) if user.person_id else Q(pk=None)
        if Council.objects.current().members_read == Council.MembersRead.EVERY:
            confidential = Listing.objects.of_document().filter(item__access=Access.CONFIDENTIAL)
            return withheld.filter(own | (~Q(access=Access.CONFIDENTIAL) & ~Exists(confidential)))
        return withheld.filter(own)

    def noticed(self) -> Self:
        """Papers that the public may know of but not read: withdrawn after publication, exempt or confidential."""
        return self.filter(
            ~Q(access=Access.OPEN) | Q(withdrawn_at__gte=F("published_at")),
            Exists(Listing.objects.of_document().public(of_withheld_items=True)),
            published_at__lte=Now(),
        )

    def notices(self) -> list[Notice]:
        """The safe fields of `noticed()` papers, and nothing else, in order of id."""
        rows = self.noticed().order_by("pk").values_list(*NOTICE_FIELDS)
        return [Notice.of(*row) for row in rows]


NOTICE_FIELDS = (
    "pk",
    "kind",
    "notice_title",
    "access",
    "exempt_paragraphs",
    "withheld_reason",
    "withdrawn_at",
    "withdrawal_reason",
)


@audited
class Document(Withholding):
    """One paper as the public knows it. Its id and address are permanent, whatever becomes of its files."""

    class Kind(models.TextChoices):
        FRONT_SHEET = "front_sheet", "Agenda front sheet"
        REPORT = "report", "Report"
        APPENDIX = "appendix", "Appendix"
        PRESENTATION = "presentation", "Presentation"
        MINUTES = "minutes", "Minutes"
        LETTER = "letter", "Letter"
        DECISION_NOTICE = "decision_notice", "Decision notice"
        OTHER = "other", "Paper"

    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.REPORT)
    title = models.CharField(max_length=500)
    notice_title = models.CharField(
        max_length=300,
        blank=True,
        help_text="Shown in place of the title when the paper is withheld or withdrawn.",
    )
    minutes_of = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The meeting these minutes record; often not the one whose pack they came in.",
    )
    current_version = models.OneToOneField(
        "documents.DocumentVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    added_by = models.ForeignKey(
        User,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who added the paper, where it did not come in a pack.",
    )
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawal_reason = models.TextField(blank=True, help_text="Shown to the public.")

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "paper"
        ordering = ["pk"]
        permissions = [
            ("release_papers", "Can release papers to the public"),
            ("read_restricted_papers", "Can read restricted papers"),
            ("read_every_restricted_paper", "Can read the restricted papers of every committee"),
        ]
        indexes = [
            # The newest papers
            models.Index(fields=["-published_at"], name="document_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawal_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
                name="document_withdrawn_has_at_by_and_why",
            ),
            models.CheckConstraint(
                condition=Q(access="exempt") | Q(exempt_paragraphs=[]),
                name="document_paragraphs_are_of_an_exempt_paper",
            ),
            models.CheckConstraint(
                condition=~Q(access="exempt") | Q(published_at=None) | ~Q(exempt_paragraphs=[]),
                name="document_published_exempt_has_a_paragraph",
            ),
        ]
        triggers = [keeps_published()]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return paper_address(self.pk, self.title)

    @property
    def slug(self) -> str:
        return paper_slug(self.title)


def paper_slug(title: str) -> str:
    return slugify(title)[:60] or "paper"


def paper_address(pk: int, title: str) -> str:
    """For results too, which have no rows of models."""
    return address_of("paper", pk, paper_slug(title))


class ListingQuerySet(models.QuerySet["Listing"]):
    def of_document(self) -> Self:
        """The listings of the document of an outer query."""
        return self.filter(document=OuterRef("pk"))

    def public(self, *, of_withheld_items: bool = False) -> Self:
        """Listings on a published agenda, at no item or at a published one; at an open one unless said otherwise."""
        at_item = Q(item__published_at__lte=Now())
        if not of_withheld_items:
            at_item &= Q(item__access=Access.OPEN)
        return self.filter(agenda_is_public("meeting__"), Q(item=None) | at_item)

    def of_public_papers(self) -> Self:
        """Public listings of public papers: what `Document.objects.public()` says, asked in half as many joins."""
        withheld = Listing.objects.filter(document=OuterRef("document")).under_withheld_item()
        return self.public().filter(
            ~Exists(withheld),
            document__published_at__lte=Now(),
            document__withdrawn_at=None,
            document__access=Access.OPEN,
            document__current_version__isnull=False,
        )

    def of_committees_of(self, person: int) -> Self:
        """Taken at meetings of a committee of the person's: by the seat on that day, or by name for that meeting."""
        meeting = OuterRef("meeting")
        seats = Membership.objects.filter(
            Q(ended_on=None) | Q(ended_on__gt=OuterRef("meeting__date")),
            person=person,
            committee=OuterRef("meeting__committee"),
            started_on__lte=OuterRef("meeting__date"),
        )
        return self.filter(Exists(seats) | Exists(MeetingMember.objects.filter(meeting=meeting, person=person)))

    def of_published_papers(self) -> Self:
        """Of papers that would be public, were they, or their items, not withheld."""
        return self.filter(document__published_at__lte=Now(), document__withdrawn_at=None)

    def under_withheld_item(self) -> Self:
        return self.filter(item__isnull=False).exclude(item__access=Access.OPEN)


@audited
class Listing(models.Model):
    """Where a paper is taken: at a meeting, and at one of its items if any."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="listings")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    moves_to = models.ForeignKey(
        AgendaItem,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Where a corrected pack takes it, from when that pack is published.",
    )
    order = models.PositiveSmallIntegerField(default=0)
    first_page = models.PositiveIntegerField(null=True, blank=True, help_text="As printed in the pack.")
    last_page = models.PositiveIntegerField(null=True, blank=True, help_text="As printed in the pack.")
    supplement = models.ForeignKey(
        "documents.Supplement",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The one it was published in, where it came after the agenda.",
    )
    late_reason = models.TextField(
        blank=True, help_text="Why it was published inside the clear days, after the agenda. Shown to the public."
    )

    objects = ListingQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "item__order", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "meeting", "item"], nulls_distinct=False, name="listing_is_once"
            ),
            models.CheckConstraint(
                condition=Q(last_page=None) | Q(last_page__gte=F("first_page")),
                name="listing_pages_run_forward",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} at {self.item or self.meeting}"


class DocumentVersionQuerySet(models.QuerySet["DocumentVersion"]):
    def public(self) -> Self:
        """The version in force of each public paper; a replaced one is the staff's alone."""
        return self.filter(pk__in=Document.objects.public().values("current_version"))


@audited
class DocumentVersion(models.Model):
    """One state of a paper's content. A correction adds a version; the paper's address stays."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    original = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="As uploaded: a pack or the paper's own file.",
    )
    served = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="What the public downloads: the paper's pages alone.",
    )
    first_page = models.PositiveIntegerField(help_text="In the original, counted from 1.")
    last_page = models.PositiveIntegerField(help_text="In the original, counted from 1.")
    contacts_masked = models.BooleanField(
        default=False, help_text="Whether contact details were masked, in text, image and file alike."
    )
    note = models.CharField(max_length=500, blank=True, help_text="What changed, for the public.")
    in_force_at = models.DateTimeField(null=True, blank=True, help_text="When it took the place of another.")
    compared_with = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The version it replaced, where that was public and may be shown beside it.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DocumentVersionQuerySet.as_manager()

    class Meta:
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="version_number"),
            models.CheckConstraint(
                condition=Q(first_page__gte=1, last_page__gte=F("first_page")),
                name="version_pages_run_forward",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}, version {self.number}"

    @property
    def page_count(self) -> int:
        return self.last_page - self.first_page + 1


class PageQuerySet(models.QuerySet["Page"]):
    def public(self) -> Self:
        return self.filter(version__in=DocumentVersion.objects.public())


class Page(models.Model):
    """One page of a version, as text."""

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField(help_text="Within the paper, counted from 1.")
    label = models.CharField(max_length=20, blank=True, help_text="As printed on the page.")
    raw_text = models.TextField(blank=True, help_text="As extracted.")
    text = models.TextField(blank=True, help_text="Cleaned: joined words, without running headers and stamps.")
    blocks = models.JSONField(default=list, help_text="The page as headings, paragraphs and lists: documents.reading.")

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["version", "number"]
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="page_number")]

    def __str__(self) -> str:
        return f"Page {self.number} of {self.version}"
