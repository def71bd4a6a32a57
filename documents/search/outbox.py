"""What has altered for the public since an index last looked: the rows of PublicChange, and times that have come."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, models
from django.db.models import Func, Q

from committees.models import AgendaItem, Meeting, PublicChange
from documents.models import Document, Listing


class SnapshotCeiling(Func):
    """Above every transaction this statement can see, its own included.

    A row from beyond it was restored from another server, whose numbers mean nothing here.
    """

    template = (
        "greatest(pg_snapshot_xmax(pg_current_snapshot())::text::bigint,"
        " coalesce(pg_current_xact_id_if_assigned()::text::bigint + 1, 0))"
    )
    output_field = models.BigIntegerField()


AHEAD_LIMIT = 2000


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the order of PublicChange; (n, 0) is after all of transactions below n."""

    transaction: int
    change: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Which changes are applied: all up to a position, and some ahead of it.

    Nothing can appear before the position any more. Ahead of it a transaction still open may yet slip one in, and
    one open for long must not keep what others publish from being found: so those applied there are named.
    """

    position: Position
    ahead: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """What the database says of itself."""

    database: str  # which one it is: an index of another, or of one since replaced, is of no use
    floor: int  # every transaction below this number has ended
    now: datetime


@dataclass(slots=True)
class Touched:
    """Whose public state may have altered."""

    documents: set[int] = field(default_factory=set)
    meetings: set[int] = field(default_factory=set)
    committees: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.documents or self.meetings or self.committees)

    def add(self, subject: str, subject_id: int) -> None:
        """A person is not in the index yet: nothing of theirs to renew."""
        match subject:
            case PublicChange.Subject.DOCUMENT:
                self.documents.add(subject_id)
            case PublicChange.Subject.MEETING:
                self.meetings.add(subject_id)
            case PublicChange.Subject.COMMITTEE:
                self.committees.add(subject_id)


MOMENT = """
SELECT system_identifier::text || '-' || (SELECT oid FROM pg_database WHERE datname = current_database()),
       pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
       statement_timestamp()
FROM pg_control_system()
"""


def moment() -> Moment:
    with connection.cursor() as cursor:
        cursor.execute(MOMENT)
        return Moment(*cursor.fetchone())


def waiting(progress: Progress) -> "models.QuerySet[PublicChange]":
    """The changes that are not applied, in order. Earlier ones may still appear, of transactions still open."""
    position = progress.position
    beyond = Q(transaction__gt=position.transaction) | Q(transaction=position.transaction, pk__gt=position.change)
    rows = PublicChange.objects.filter(beyond, transaction__lt=SnapshotCeiling()).order_by("transaction", "pk")
    return rows.exclude(pk__in=[at.change for at in progress.ahead]) if progress.ahead else rows


def pending(progress: Progress, *, limit: int) -> Touched | None:
    """What an index may still show wrongly; None where more than `limit` things are."""
    subjects = list(waiting(progress).order_by().values_list("subject", "subject_id").distinct()[: limit + 1])
    return None if len(subjects) > limit else _touched(subjects)


def next_changes(progress: Progress, moment: Moment, *, limit: int) -> tuple[Touched, Progress]:
    """The next changes, and the progress once they are applied. `moment` has to be read before."""
    rows = waiting(progress)
    if len(progress.ahead) >= AHEAD_LIMIT:
        rows = rows.filter(transaction__lt=moment.floor)
    changes = list(rows.values_list("transaction", "pk", "subject", "subject_id")[:limit])
    applied = [*progress.ahead, *(Position(*change[:2]) for change in changes)]
    reach = Position(*changes[-1][:2]) if len(changes) == limit else max(applied, default=progress.position)
    settled = [at for at in applied if at.transaction < moment.floor and at <= reach]
    position = max(settled, default=progress.position)
    ahead = tuple(sorted(at for at in applied if at > position))
    return _touched(change[2:] for change in changes), Progress(position, ahead)


def _touched(subjects: Iterable[tuple[str, int]]) -> Touched:
    touched = Touched()
    for subject, subject_id in subjects:
        touched.add(subject, subject_id)
    return touched


def due(since: datetime, until: datetime) -> Touched:
    """What was given a time of publication that has come between two looks."""

    def within(name: str) -> Q:
        return Q(**{f"{name}__gt": since, f"{name}__lte": until})

    announced = Meeting.objects.filter(within("published_at") | within("agenda_published_at"))
    return Touched(
        documents=set(Document.objects.filter(within("published_at")).values_list("pk", flat=True)),
        meetings=set(AgendaItem.objects.filter(within("published_at")).values_list("meeting", flat=True))
        | set(announced.values_list("pk", flat=True)),
    )


def documents_under(touched: Touched) -> set[int]:
    """The documents touched, and those now listed under what is touched."""
    if not (touched.meetings or touched.committees):
        return set(touched.documents)
    listed = Listing.objects.filter(
        Q(meeting__in=touched.meetings) | Q(meeting__committee__in=touched.committees)
    ).order_by()
    return touched.documents | set(listed.values_list("document", flat=True).distinct())


def meetings_under(touched: Touched, documents: Iterable[int]) -> set[int]:
    """The meetings whose items may have altered: an item is found by itself only while it has no papers."""
    of_committees = Meeting.objects.filter(committee__in=touched.committees).order_by()
    listing = Listing.objects.filter(document__in=list(documents)).order_by()
    return (
        touched.meetings
        | set(of_committees.values_list("pk", flat=True))
        | set(listing.values_list("meeting", flat=True).distinct())
    )
