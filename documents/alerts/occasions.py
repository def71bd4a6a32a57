"""What there is to tell: meetings whose agenda or decisions became public, and who has not been told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from committees.models import Decision, Meeting
from documents.models import AlertSent, Subscription

# A mistake that is noticed at once and taken back is told to nobody; papers that follow each other make one message
SETTLING = timedelta(minutes=10)
RECENT = timedelta(days=120)  # between a meeting and its decisions; an archive that is brought in is no news


@dataclass(frozen=True, slots=True)
class Occasion:
    """`at` is when it became public: whoever confirmed later has seen it on the page."""

    kind: AlertSent.Occasion
    meeting: Meeting
    at: datetime


def occasions() -> Iterator[Occasion]:
    """Those that somebody has still to be told of."""
    for occasion in (*_agendas(), *_decisions()):
        if subscribers(occasion).exists():
            yield occasion


def subscribers(occasion: Occasion) -> "QuerySet[Subscription]":
    """Who is to be told and has not been."""
    told = AlertSent.objects.filter(subscription=OuterRef("pk"), meeting=occasion.meeting, occasion=occasion.kind)
    confirmed = Subscription.objects.filter(
        committee=occasion.meeting.committee_id, confirmed_at__lte=occasion.at, confirmed_at__isnull=False
    )
    return confirmed.filter(~Exists(told)).order_by("pk")


def _agendas() -> Iterator[Occasion]:
    """Of meetings still to come."""
    coming = _followed(Meeting.objects.with_public_agenda()).filter(
        date__gte=timezone.localdate(),
        state=Meeting.State.SCHEDULED,
        agenda_published_at__lte=timezone.now() - SETTLING,
    )
    for meeting in coming:
        if meeting.agenda_published_at:
            yield Occasion(AlertSent.Occasion.AGENDA, meeting, meeting.agenda_published_at)


def _decisions() -> Iterator[Occasion]:
    """Of meetings of the last months; those that are still being published wait until they have settled."""
    of_meeting = Q(meeting=OuterRef("pk")) | Q(item__meeting=OuterRef("pk"))
    decisions = Decision.objects.public().filter(of_meeting).order_by()
    newest = decisions.values(one=Coalesce("meeting", "item__meeting")).values(
        newest=Max(Coalesce("minute__minutes__published_at", "published_at"))
    )
    today = timezone.localdate()
    recent = _followed(Meeting.objects.public()).filter(date__gt=today - RECENT, date__lte=today)
    for meeting in recent.annotate(decided_at=newest[:1]).filter(decided_at__lte=timezone.now() - SETTLING):
        yield Occasion(AlertSent.Occasion.DECISIONS, meeting, meeting.decided_at)


def _followed(meetings: "QuerySet[Meeting]") -> "QuerySet[Meeting]":
    followed = Subscription.objects.filter(confirmed_at__isnull=False).values("committee")
    return meetings.filter(committee__in=followed).select_related("committee")
