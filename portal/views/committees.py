from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committees.models import Committee, Decision, Meeting, Membership, Person
from documents.models import Recommendation, Review, WorkProgrammeEntry
from portal.meetings.rows import MeetingRow, rows_of, with_standing
from portal.people.as_at import AsAt, as_at
from portal.people.subjects import Subject, of_committees
from portal.queries.found_first import found_first
from portal.queries.kept import KeptQuery
from portal.views.home import committees_by_kind

COMING, PAST = 5, 5
MANY_MEMBERS = 16
ROLES = list(Membership.Role)


@dataclass(frozen=True, slots=True)
class CommitteePage:
    """`members` are the seats as at the day asked for, in order of role and name."""

    committee: Committee
    parent: Committee | None
    children: list[Committee]
    members: list[Membership]
    substitutes: list[Membership]
    coming: list[MeetingRow]
    past: list[MeetingRow]
    has: "WorkOfCommittee"
    subject: Subject
    as_at: AsAt

    @property
    def chairs(self) -> list[Membership]:
        """Who chairs today, and in the chair's place."""
        chairing = (Membership.Role.CHAIR, Membership.Role.VICE_CHAIR)
        return [seat for seat in self.members if self.as_at.is_today and seat.person and seat.role in chairing]

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


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """`chairs` are those of today; `coming` is the next meeting that is to take place."""

    committee: Committee
    chairs: list[Person]
    coming: Meeting | None


def index(request: HttpRequest) -> HttpResponse:
    ended = Committee.objects.public().filter(ended_on__isnull=False)
    return render(request, "committees/index.html", {"kinds": _rows_by_kind(timezone.localdate()), "ended": ended})


def _rows_by_kind(today: date) -> list[tuple[str, list[CommitteeRow]]]:
    chairs: dict[int, list[Person]] = {}
    for seat in _CHAIRS(day=today):
        chairs.setdefault(seat.committee_id, []).append(seat.person)
    coming = {meeting.committee_id: meeting for meeting in _COMING(day=today)}
    return [
        (kind, [CommitteeRow(row, chairs.get(row.pk, []), coming.get(row.pk)) for row in committees])
        for kind, committees in committees_by_kind()
    ]


def _chairing(day: date) -> "QuerySet[Membership]":
    held = Membership.objects.public().on(day).filter(role=Membership.Role.CHAIR, person__isnull=False)
    return held.select_related("person").order_by("pk")


def _next_to_be_held(day: date) -> "QuerySet[Meeting]":
    to_be_held = Meeting.objects.public().filter(state=Meeting.State.SCHEDULED, date__gte=day)
    by_committee = to_be_held.order_by("committee_id", "date", "time", "pk").distinct("committee_id")
    return by_committee.select_related("committee")


_CHAIRS: "KeptQuery[Any]" = KeptQuery(_chairing)
_COMING: "KeptQuery[Any]" = KeptQuery(_next_to_be_held)


def committee(request: HttpRequest, slug: str) -> HttpResponse:
    found = _COMMITTEE.first(slug=slug)
    if found is None:
        raise Http404
    work = WorkOfCommittee(found.has_decisions, found.has_reviews, found.has_recommendations, found.has_programme)
    return render(request, "committees/committee.html", {"page": read_page(found, work, as_at(request))})


def with_work(committees: "QuerySet[Committee]") -> "QuerySet[Any]":
    """Each with what `WorkOfCommittee` tells of it, in the same query."""
    own = OuterRef("pk")
    recommendations = Recommendation.objects.public().to_executive()
    return committees.annotate(
        has_decisions=Exists(Decision.objects.public().filter(committee=own)),
        has_reviews=Exists(Review.objects.public().filter(committee=own)),
        has_recommendations=Exists(recommendations.filter(review__committee=own)),
        has_programme=Exists(WorkProgrammeEntry.objects.public().filter(committee=own)),
        has_children=Exists(Committee.objects.public().meeting_now().filter(parent=own)),
    )


def read_page(committee: Any, work: WorkOfCommittee, day: AsAt) -> CommitteePage:
    """Of a committee read through `with_work`."""
    coming, past = _meetings(committee)
    seats = _seats(committee, day.day)
    parent = committee.parent
    children = Committee.objects.public().meeting_now().filter(parent=committee)
    return CommitteePage(
        committee=committee,
        parent=parent if parent and parent.is_public else None,
        children=list(children) if committee.has_children else [],
        members=[seat for seat in seats if seat.role != Membership.Role.SUBSTITUTE],
        substitutes=[seat for seat in seats if seat.role == Membership.Role.SUBSTITUTE],
        coming=coming,
        past=past,
        has=work,
        subject=of_committees([committee.pk], coming=coming),
        as_at=day,
    )


def _meetings(committee: Committee) -> tuple[list[MeetingRow], list[MeetingRow]]:
    """The coming ones and the past ones, in one query."""
    rows = rows_of(_NEAR_TODAY(committee=committee.pk, today=timezone.localdate()))
    return [row for row in rows if not row.is_past], [row for row in reversed(rows) if row.is_past]


def _near_today(committee: int, today: date) -> "QuerySet[Meeting]":
    own = Meeting.objects.public().filter(committee=committee)
    near = found_first(own.from_day(today)[:COMING], own.before_day(today)[:PAST])
    return with_standing(own.filter(near).order_by("date", "time", "pk"))


def _held_seats(committee: int, day: date) -> "QuerySet[Membership]":
    return Membership.objects.public().filter(committee=committee).on(day).select_related("person__ward")


_COMMITTEE: "KeptQuery[Any]" = KeptQuery(
    lambda slug: with_work(Committee.objects.public().filter(slug=slug)).select_related("parent")
)
_NEAR_TODAY, _SEATS = KeptQuery(_near_today), KeptQuery(_held_seats)


def _seats(committee: Committee, day: date) -> list[Membership]:
    return sorted(
        _SEATS(committee=committee.pk, day=day),
        key=lambda seat: (ROLES.index(Membership.Role(seat.role)), seat.person.sort_key if seat.person else "~"),
    )
