"""What was lately taken away from the public: papers, minutes, and items of coming agendas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from committees.models import AgendaItem, Minutes
from documents.models import Document


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """`at` is None for an item, whose withdrawal is dated in the audit alone."""

    name: str
    kind: str
    address: str
    reason: str
    at: datetime | None


def lately_withdrawn(today: date, recent: timedelta, shown: int) -> Sequence[Withdrawn]:
    """The newest first, in three queries; items are those of meetings still to come."""
    since = timezone.now() - recent
    papers = Document.objects.filter(withdrawn_at__gte=since).order_by("-withdrawn_at")[:shown]
    minutes = Minutes.objects.filter(withdrawn_at__gte=since).select_related("meeting__committee")[:shown]
    dated = [*map(_paper, papers), *map(_minutes, minutes)]
    dated.sort(key=lambda row: row.at or since, reverse=True)
    return [*_items(today, shown), *dated][:shown]


def _paper(paper: Document) -> Withdrawn:
    address = reverse("admin:documents_document_change", args=[paper.pk])
    return Withdrawn(paper.title, "Paper", address, paper.withdrawal_reason, paper.withdrawn_at)


def _minutes(minutes: Minutes) -> Withdrawn:
    address = reverse("admin:meeting_minutes", args=[minutes.meeting_id])
    return Withdrawn(str(minutes), "Minutes", address, minutes.withdrawal_reason, minutes.withdrawn_at)


def _items(today: date, shown: int) -> list[Withdrawn]:
    rows = AgendaItem.objects.filter(meeting__date__gte=today, state=AgendaItem.State.WITHDRAWN)
    items = rows.select_related("section", "meeting__committee").order_by("meeting__date", "order")[:shown]
    return [
        Withdrawn(f"{item}, {item.meeting}", "Item", reverse("admin:meeting_desk", args=[item.meeting_id]), "", None)
        for item in items
    ]
