"""Days that somebody set, or that run out, for single matters: papers awaited, exemptions to look at again, periods."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from committees.clock import Deadline, Rules, State, notice_clock
from committees.clock.deadlines import agreed_deadline, kept_until
from committees.models import Access, AgendaItem, ExecutiveNotice, Meeting
from committees.notice import months_after
from documents.models import Document, Invitation, PaperToFollow

BACK = timedelta(days=60)
OFF = (Meeting.State.CANCELLED, Meeting.State.POSTPONED)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One matter by its name, its day, and the clerk's page where it is dealt with."""

    deadline: Deadline
    name: str
    address: str

    def __str__(self) -> str:
        return self.name


def waiting_matters(rules: Rules, now: datetime) -> Iterator[Waiting]:
    """Those that are late or soon; in seven queries, however many there are."""
    found = [
        *_notices(rules, now),
        *_to_follow(rules, now),
        *_invitations(rules, now),
        *_exemptions(rules, now),
        *_periods(rules, now),
    ]
    return (one for one in found if one.deadline.wants_attention)


def _until(rules: Rules, now: datetime) -> date:
    return timezone.localdate(now) + timedelta(days=rules.warning_days)


def _notices(rules: Rules, now: datetime) -> Iterator[Waiting]:
    """Of key decisions and private business still to come, at meetings or not."""
    coming = ExecutiveNotice.objects.coming(timezone.localdate(now)).select_related("meeting__committee")
    for row in coming:
        address = reverse("admin:committees_executivenotice_change", args=[row.pk])
        for deadline in notice_clock(row, rules=rules, now=now):
            yield Waiting(deadline, str(row), address)


def _to_follow(rules: Rules, now: datetime) -> Iterator[Waiting]:
    """Promised for a day, and not here. What was promised for a meeting long past is not asked for any more."""
    rows = PaperToFollow.objects.awaited().exclude(meeting__state__in=OFF)
    rows = rows.filter(expected_on__lte=_until(rules, now), meeting__date__gte=timezone.localdate(now) - BACK)
    for row in rows.select_related("meeting__committee"):
        if row.expected_on:
            deadline = agreed_deadline("to_follow", row.expected_on, rules, now)
            yield Waiting(
                deadline, f"“{row.title}”, {row.meeting}", reverse("admin:meeting_build", args=[row.meeting_id])
            )


def _invitations(rules: Rules, now: datetime) -> Iterator[Waiting]:
    rows = Invitation.objects.awaited().exclude(item__meeting__state__in=OFF)
    rows = rows.filter(due_on__lte=_until(rules, now), item__meeting__date__gte=timezone.localdate(now) - BACK)
    for row in rows.select_related("item__meeting__committee", "author"):
        address = f"{reverse('admin:meeting_build', args=[row.item.meeting_id])}#item-{row.item_id}"
        yield Waiting(agreed_deadline("invitation", row.due_on, rules, now), str(row), address)


def _exemptions(rules: Rules, now: datetime) -> Iterator[Waiting]:
    """The days on which it is to be looked at again whether an item or a paper can be opened."""
    due = Q(access=Access.EXEMPT, withheld_review_on__lte=_until(rules, now))
    for item in AgendaItem.objects.filter(due).select_related("section", "meeting__committee"):
        yield _exemption(item, f"{item}, {item.meeting}", reverse("admin:item_restrict", args=[item.pk]), rules, now)
    for paper in Document.objects.filter(due, withdrawn_at=None):
        yield _exemption(paper, f"“{paper}”", reverse("admin:paper_restrict", args=[paper.pk]), rules, now)


def _exemption(thing: AgendaItem | Document, name: str, address: str, rules: Rules, now: datetime) -> Waiting:
    day = thing.withheld_review_on or timezone.localdate(now)
    return Waiting(agreed_deadline("withheld_review", day, rules, now), name, address)


def _periods(rules: Rules, now: datetime) -> Iterator[Waiting]:
    """Periods for keeping papers open that end soon, those of one day together."""
    today, last = timezone.localdate(now), _until(rules, now)
    for kind, years in (
        ("papers_kept", rules.paper_retention_years),
        ("background_kept", rules.background_retention_years),
    ):
        ended = Q(date__gte=months_after(today, -12 * years) - timedelta(days=1))
        ended &= Q(date__lte=months_after(last, -12 * years) + timedelta(days=1))
        rows = Meeting.objects.filter(ended, agenda_published_at__lte=now).select_related("committee").order_by("date")
        for day, meetings in groupby(rows, key=lambda row: row.date):
            deadline = kept_until(kind, day, rules, now)
            if deadline.state == State.SOON:
                yield _period(deadline, day, list(meetings))


def _period(deadline: Deadline, day: date, meetings: list[Meeting]) -> Waiting:
    more = f" and {len(meetings) - 1} more" if len(meetings) > 1 else ""
    address = f"{reverse('admin:desk_find')}?q={day.isoformat()}"
    if not more:
        address = f"{reverse('admin:meeting_clock', args=[meetings[0].pk])}#{deadline.kind}"
    return Waiting(deadline, f"{meetings[0].committee}{more}, {date_format(day, 'j F Y')}", address)
