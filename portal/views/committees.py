from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from committees.models import Committee, Decision, Meeting, Membership
from documents.models import Recommendation, Review, WorkProgrammeEntry
from portal.meeting_rows import MeetingRow, meeting_rows
from portal.views.home import committees_by_kind

COMING, PAST = 6, 8
MANY_MEMBERS = 16
ROLES = list(Membership.Role)


@dataclass(frozen=True, slots=True)
class CommitteePage:
    """`members` are the seats of today, in order of role and name."""

    committee: Committee
    parent: Committee | None
    children: list[Committee]
    members: list[Membership]
    substitutes: list[Membership]
    coming: list[MeetingRow]
    past: list[MeetingRow]
    has: "WorkOfCommittee"

    @property
    def has_many_members(self) -> bool:
        """Whether a column beside the meetings would run far past them."""
        return len(self.members) > MANY_MEMBERS


@dataclass(frozen=True, slots=True)
class WorkOfCommittee:
    """Which registers have something of a committee."""

    decisions: bool
    reviews: bool
    recommendations: bool
    work_programme: bool

    @property
    def anything(self) -> bool:
        return self.decisions or self.reviews or self.recommendations or self.work_programme


def index(request: HttpRequest) -> HttpResponse:
    ended = Committee.objects.public().filter(ended_on__isnull=False)
    return render(request, "committees/index.html", {"kinds": committees_by_kind(), "ended": ended})


def committee(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(with_work(Committee.objects.public()).select_related("parent"), slug=slug)
    work = WorkOfCommittee(found.has_decisions, found.has_reviews, found.has_recommendations, found.has_programme)
    return render(request, "committees/committee.html", {"page": read_page(found, work)})


def with_work(committees: "QuerySet[Committee]") -> "QuerySet[Any]":
    """Each with what `WorkOfCommittee` tells of it, in the same query."""
    own = OuterRef("pk")
    recommendations = Recommendation.objects.public().to_executive()
    return committees.annotate(
        has_decisions=Exists(Decision.objects.public().filter(committee=own)),
        has_reviews=Exists(Review.objects.public().filter(committee=own)),
        has_recommendations=Exists(recommendations.filter(review__committee=own)),
        has_programme=Exists(WorkProgrammeEntry.objects.public().filter(committee=own)),
    )


def read_page(committee: Committee, work: WorkOfCommittee) -> CommitteePage:
    meetings, today = Meeting.objects.public().filter(committee=committee), timezone.localdate()
    seats = _seats(committee)
    parent = committee.parent
    return CommitteePage(
        committee=committee,
        parent=parent if parent and parent.is_public else None,
        children=list(Committee.objects.public().meeting_now().filter(parent=committee)),
        members=[seat for seat in seats if seat.role != Membership.Role.SUBSTITUTE],
        substitutes=[seat for seat in seats if seat.role == Membership.Role.SUBSTITUTE],
        coming=meeting_rows(meetings.from_day(today)[:COMING]),
        past=meeting_rows(meetings.before_day(today)[:PAST]),
        has=work,
    )


def _seats(committee: Committee) -> list[Membership]:
    seats = Membership.objects.public().filter(committee=committee).on(timezone.localdate())
    return sorted(
        seats.select_related("person__ward"),
        key=lambda seat: (ROLES.index(Membership.Role(seat.role)), seat.person.sort_key if seat.person else "~"),
    )
