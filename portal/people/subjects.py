"""What joins one subject: what is coming, what was decided, recommended and published there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet

from committees.models import Decision, Meeting, Person, Ward
from documents.models import Document, Listing, Recommendation, Report, Review, ReviewStage
from portal.meetings.rows import MeetingRow, rows_by_id
from portal.papers.links import PaperLink
from portal.queries.found_first import OneOf, of_each
from portal.queries.kept import KeptQuery

COMING, NEWEST = 5, 5
WARD_FORMS = ("", " ward", " Ward")  # as reports print the name of one


@dataclass(frozen=True, slots=True)
class PublishedPaper:
    """A public paper with the latest meeting that takes it."""

    paper: PaperLink
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Subject:
    """Each list is the nearest or the newest few. A recommendation is to the executive, and has `review`."""

    coming: list[MeetingRow]
    decided: list[Decision]
    recommended: list[Recommendation]
    published: list[PublishedPaper]

    @property
    def is_empty(self) -> bool:
        return not (self.coming or self.decided or self.recommended or self.published)


def of_ward(ward: Ward, today: date) -> Subject:
    """By the wards that decisions and reports themselves name; five queries."""
    names = names_of(ward)
    return Subject(
        coming=rows_by_id([pk for (pk,) in _COMING_ON(names=names, today=today)]),
        decided=_DECIDED_ON(ward=ward.pk),
        recommended=_RECOMMENDED_ON(names=names),
        published=_each_once(_PUBLISHED_ON(names=names)),
    )


def of_review(review: Review) -> Subject:
    """By the papers of its stages: decided where one of them was before the meeting; two queries.

    What is coming and what it recommends its own page tells more of: when, and where each stands.
    """
    decided = _DECIDED_AFTER(review=review.pk)
    return Subject(coming=[], decided=decided, recommended=[], published=_each_once(_PUBLISHED_OF(review=review.pk)))


def papers_of(review: int) -> "QuerySet[Listing]":
    """Where the public papers of a review's public stages are taken."""
    stages = ReviewStage.objects.public().filter(review=review)
    return Listing.objects.of_public_papers().filter(document__in=stages.values("papers"))


def names_of(ward: Ward) -> list[str]:
    return [f"{ward.name}{form}" for form in WARD_FORMS]


def papers_on(names: list[str]) -> "QuerySet[Listing]":
    """Where the public papers that name a ward are taken."""
    return Listing.objects.of_public_papers().filter(_names_ward(names))


def _names_ward(names: list[str]) -> Exists:
    """Whether the `document` of a row, a public paper, does so in its version in force."""
    return Exists(Report.objects.filter(version=OuterRef("document__current_version"), wards__overlap=names))


def at_which_concerned(ward: Ward) -> Q:
    """Meetings that take a paper which names the ward, or decided something that concerns it."""
    decided = Decision.objects.public().filter(wards=ward, meeting__isnull=False)
    return Q(pk__in=papers_on(names_of(ward)).values("meeting")) | Q(pk__in=decided.values("meeting"))


def of_committees(committees: Iterable[int], *, coming: list[MeetingRow], also: Person | None = None) -> Subject:
    """Of committees, and of what one person decided alone; three queries. `coming` is known already."""
    ids = list(committees)
    return Subject(
        coming=coming,
        decided=_DECIDED(ids=ids, person=also.pk if also else NOBODY),
        recommended=_RECOMMENDED(ids=ids),
        published=_each_once(_PUBLISHED(ids=ids)),
    )


def _decided_after(review: int) -> "QuerySet[Decision]":
    items = ArraySubquery(papers_of(review).exclude(item=None).values("item"))
    return _newest(Decision.objects.public().filter(OneOf("item", items)))


def _coming_on(names: list[str], today: date) -> "QuerySet[Any, Any]":
    taking = Listing.objects.of_public_papers().filter(of_each(_names_ward(names)), meeting=OuterRef("pk"))
    coming = Meeting.objects.public().from_day(today).filter(of_each(Exists(taking)))
    return coming.values_list("pk")[:COMING]


def _newest(decisions: "QuerySet[Decision]") -> "QuerySet[Decision]":
    return decisions.select_related("committee").order_by("-date", "-pk")[:NEWEST]


def _recommended(where: Q) -> "QuerySet[Recommendation]":
    wholes = Recommendation.objects.public().to_executive().filter(where, parent=None)
    return wholes.select_related("review").order_by("-document__published_at", "order", "pk")[:NEWEST]


def _reports(ids: list[int]) -> "QuerySet[Listing]":
    papers = Listing.objects.of_public_papers().filter(meeting__committee__in=ids)
    return newest_listings(papers.filter(document__kind=Document.Kind.REPORT))


_PUBLISHED_OF = KeptQuery(lambda review: newest_listings(papers_of(review)))
_COMING_ON = KeptQuery(_coming_on)
NOBODY = 0  # the id of no person
_DECIDED = KeptQuery(
    lambda ids, person: _newest(Decision.objects.public().filter(Q(committee__in=ids) | Q(person=person)))
)
_DECIDED_ON = KeptQuery(lambda ward: _newest(Decision.objects.public().filter(wards=ward)))
_DECIDED_AFTER = KeptQuery(_decided_after)
_RECOMMENDED = KeptQuery(lambda ids: _recommended(Q(review__committee__in=ids)))
_RECOMMENDED_ON = KeptQuery(lambda names: _recommended(Q(_names_ward(names))))
_PUBLISHED = KeptQuery(_reports)
_PUBLISHED_ON = KeptQuery(lambda names: newest_listings(papers_on(names)))


def newest_listings(listings: "QuerySet[Listing]") -> "QuerySet[Listing]":
    """Of the papers published last among these public ones, with what `PublishedPaper` tells of each."""
    found = listings.select_related("document__current_version__served", "meeting__committee")
    return found.order_by("-document__published_at", "-document_id", "-meeting__date")[: NEWEST * 2]


def _each_once(newest: Iterable[Listing]) -> list[PublishedPaper]:
    """The papers, each with its latest meeting."""
    each: dict[int, PublishedPaper] = {}
    for listing in newest:
        each.setdefault(listing.document_id, PublishedPaper(PaperLink.of(listing.document), listing.meeting))
    return list(each.values())[:NEWEST]
