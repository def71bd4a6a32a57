"""Coming meetings, each with what it still lacks and where that is put right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.formats import date_format

from committees.clock import Rules, rules_of
from committees.models import AgendaItem, Council, Meeting, Minutes
from documents.models import Listing, PaperToFollow

AHEAD = timedelta(days=42)
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing. `words` say what, `doing` what the clerk does about it, at `address`."""

    words: str
    doing: str
    address: str
    working: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class ComingMeeting:
    """days is how far off the meeting is; 0 is today."""

    meeting: Meeting
    days: int
    lacks: Sequence[Lack]

    @property
    def when(self) -> str:
        return {0: "Today", 1: "Tomorrow"}.get(self.days, f"In {self.days} days")

    @property
    def is_late(self) -> bool:
        return any(lack.is_late for lack in self.lacks)


def coming_meetings(today: date, council: Council) -> list[ComingMeeting]:
    """Those of the next six weeks, soonest first, in two queries."""
    rules = rules_of(council)
    rows = with_standing(Meeting.objects.from_day(today))
    soon = rows.filter(state=Meeting.State.SCHEDULED, date__lte=today + AHEAD)[:SHOWN]
    return [ComingMeeting(row, (row.date - today).days, list(lacks_of(row, today, rules))) for row in soon]


def with_standing(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """With the numbers that `lacks_of` asks for, and the committee."""
    before = Meeting.objects.filter(
        committee=OuterRef("committee"),
        date__lt=OuterRef("date"),
        state__in=[Meeting.State.SCHEDULED, Meeting.State.HELD],
    ).order_by("-date", "-time", "-pk")
    items = AgendaItem.objects.filter(meeting=OuterRef("pk"))
    drafts = Listing.objects.filter(meeting=OuterRef("pk"), document__published_at=None, document__withdrawn_at=None)
    awaited = PaperToFollow.objects.awaited().filter(meeting=OuterRef("pk"))
    return meetings.select_related("committee").annotate(
        awaited_papers=_counted(awaited, "pk"),
        awaited_without_day=_counted(awaited.filter(expected_on=None), "pk"),
        awaited_since=Subquery(awaited.order_by("expected_on").values("expected_on")[:1]),
        item_count=_counted(items, "pk"),
        draft_papers=_counted(drafts, "document"),
        before_pk=Subquery(before.values("pk")[:1]),
        before_date=Subquery(before.values("date")[:1]),
        before_minuted=Exists(Minutes.objects.filter(meeting=OuterRef("before_pk"), published_at__isnull=False)),
    )


def _counted(rows: QuerySet[Any], what: str) -> Subquery:
    """How many of `what` the rows of the outer meeting have; None for none."""
    return Subquery(rows.order_by().values("meeting").annotate(count=Count(what, distinct=True)).values("count"))


def lacks_of(meeting: Any, today: date, rules: Rules) -> Iterator[Lack]:
    """Of a meeting `with_standing`."""
    if meeting.agenda_published_at is None:
        yield _agenda(meeting, today, rules)
    elif meeting.draft_papers:
        number = meeting.draft_papers
        words = f"{number} paper{'' if number == 1 else 's'} not published"
        yield Lack(words, "Look and publish", reverse("admin:meeting_publication", args=[meeting.pk]))
    if meeting.awaited_papers:
        yield _awaited(meeting, today)
    if meeting.awaited_without_day:
        number = meeting.awaited_without_day
        words = f"No day said for {number} paper{'' if number == 1 else 's'} to follow"
        yield Lack(words, "Say when", reverse("admin:meeting_build", args=[meeting.pk]))
    if meeting.before_pk and not meeting.before_minuted and meeting.before_date <= today:
        words = f"Minutes of the last meeting, {date_format(meeting.before_date, 'j F')}, not published"
        yield Lack(words, "Write them", reverse("admin:meeting_minutes", args=[meeting.before_pk]))


def _awaited(meeting: Any, today: date) -> Lack:
    """Papers that the agenda promises; late once the earliest day given for one has passed."""
    number, expected = meeting.awaited_papers, meeting.awaited_since
    words = f"{number} paper{'' if number == 1 else 's'} to follow"
    if expected:
        words += f", expected {date_format(expected, 'l j F')}"
    is_late = expected is not None and expected < today
    return Lack(words, "Add a paper", reverse("admin:meeting_add_paper", args=[meeting.pk]), is_late=is_late)


def _agenda(meeting: Any, today: date, rules: Rules) -> Lack:
    latest = rules.before(meeting.date, rules.agenda_clear_days)
    is_late = today > latest.day
    by = f"{'was due' if is_late else 'due'} by {date_format(latest.day, 'l j F')}"
    address = reverse("admin:meeting_publication", args=[meeting.pk])
    if meeting.item_count:
        return Lack(f"Agenda not published: {by}", "Look and publish", address, latest.working, is_late)
    build = reverse("admin:meeting_build", args=[meeting.pk])
    return Lack(f"No agenda yet: {by}", "Make it", build, latest.working, is_late)
