"""What a clerk can choose for a proposal when accepting it: the meeting, the recommendation or the review."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from committees.models import Meeting, Minutes
from documents.actions.proposals.matching import committee_named
from documents.models import DocumentVersion, Listing, Proposal, Recommendation, Review

Kind = Proposal.Kind
NEW = "new"
MOST = 60  # meetings to choose from
ANSWERS = (Kind.RESPONSE, Kind.PROGRESS)
OF_REVIEW = (Kind.RECOMMENDATION, *ANSWERS, Kind.REVIEW, Kind.ACTION)


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """Options under a name; "" for those under none."""

    name: str
    options: list[Option]


@dataclass(frozen=True, slots=True)
class Choosing:
    """The choice that a proposal of one kind asks for; `label` is "" where there is nothing to choose."""

    label: str = ""
    groups: list[Group] = field(default_factory=list)


class Choices:
    """The choices of one paper's proposals, asked of the database once for each kind."""

    def __init__(self, version: DocumentVersion, proposals: Sequence[Proposal]) -> None:
        self.version = version
        self.kinds = {proposal.kind for proposal in proposals}
        self.recommendations = self._recommendations() if self.kinds & set(ANSWERS) else []
        self.reviews = list(Review.objects.select_related("committee")) if self.kinds & set(OF_REVIEW) else []

    @property
    def asks_for_review(self) -> bool:
        return bool(self.kinds & set(OF_REVIEW))

    def of(self, proposal: Proposal) -> Choosing:
        if proposal.kind == Kind.MINUTES:
            return Choosing("The meeting they record", self._meetings(proposal.content))
        if proposal.kind == Kind.CONFIRMATION:
            return Choosing("The meeting whose minutes are confirmed", self._minuted())
        if proposal.kind in ANSWERS:
            return Choosing("The recommendation it is about", self._answered)
        if proposal.kind == Kind.REVIEW:
            known = [Option(str(review.pk), _review(review)) for review in self.reviews]
            return Choosing("The review", [Group("", [Option("", "A new review of this title"), *known])])
        return Choosing()

    def _meetings(self, content: dict[str, Any]) -> list[Group]:
        committee = committee_named(str(content.get("committee") or ""), self.version)
        rows: QuerySet[Meeting] = Meeting.objects.filter(committee=committee) if committee else Meeting.objects.all()
        first = Option("", "Choose the meeting")
        made = [Option(NEW, "A meeting that is not here yet: make it")] if content.get("date") and committee else []
        groups = [Group("", [first, *made]), Group(str(committee or "Every committee"), _meeting_options(rows))]
        if committee:
            taken = Listing.objects.filter(document=self.version.document_id).values("meeting__committee")
            others = Meeting.objects.filter(committee__in=taken).exclude(committee=committee)
            groups.append(Group("The committee that takes the paper", _meeting_options(others)))
        return [group for group in groups if group.options]

    def _minuted(self) -> list[Group]:
        document = self.version.document
        committees = Listing.objects.filter(document=document).values("meeting__committee")
        of_committee = Q(committee__in=committees)
        if document.minutes_of_id:
            of_committee |= Q(committee__meetings=document.minutes_of_id)
        minuted = Meeting.objects.filter(of_committee, pk__in=Minutes.objects.values("meeting")).distinct()
        return [Group("", [Option("", "Choose the meeting"), *_meeting_options(minuted)])]

    def _recommendations(self) -> list[Recommendation]:
        rows = Recommendation.objects.to_executive().exclude(document=self.version.document_id)
        return list(rows.select_related("review", "parent").order_by("review", "document", "order", "pk"))

    @cached_property
    def _answered(self) -> list[Group]:
        groups = [Group("", [Option("", "Not recorded yet: record it from this paper, in the review chosen above")])]
        by_review: dict[str, list[Option]] = {}
        for row in in_order(self.recommendations):
            by_review.setdefault(str(row.review), []).append(Option(str(row.pk), recommendation_words(row)))
        return [*groups, *(Group(name, options) for name, options in by_review.items())]


def in_order(rows: Iterable[Recommendation]) -> list[Recommendation]:
    """Each whole recommendation with its parts after it."""
    kept = list(rows)
    parts: dict[int | None, list[Recommendation]] = {}
    for row in kept:
        parts.setdefault(row.parent_id, []).append(row)
    return [one for whole in parts.get(None, []) for one in (whole, *parts.get(whole.pk, []))]


def recommendation_words(row: Recommendation) -> str:
    text = " ".join(row.text.split())
    return f"{row}: {text[:90]}{'…' if len(text) > 90 else ''}"


def _review(review: Review) -> str:
    return f"{review} ({review.year})" if review.year else str(review)


def _meeting_options(rows: "QuerySet[Meeting]") -> list[Option]:
    return [Option(str(row.pk), str(row)) for row in rows.select_related("committee").order_by("-date", "-pk")[:MOST]]
