"""What has altered for the public since an index last looked: the rows of PublicChange, and times that have come."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, models
from django.db.models import Func, Q

from committees.models import AgendaItem, Committee, Decision, Meeting, PublicChange
from documents.models import Document, Listing, Recommendation
from documents.search.prepared import array, fetched

CEILING = (
    "greatest(pg_snapshot_xmax(pg_current_snapshot())::text::bigint,"
    " coalesce(pg_current_xact_id_if_assigned()::text::bigint + 1, 0))"
)
IDENTITY = "system_identifier::text || '-' || (SELECT oid FROM pg_database WHERE datname = current_database())"


class SnapshotCeiling(Func):
    """Above every transaction this statement can see, its own included.

    A row from beyond it was restored from another server, whose numbers mean nothing here.
    """

    template = CEILING
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
    people: set[int] = field(default_factory=set)
    decisions: set[int] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)  # committees that are not public, of which nothing is
    things: set[int] = field(default_factory=set)  # of the index (schema.thing_key), seen not to be public

    def __bool__(self) -> bool:
        return any(self._of_each().values())

    def __or__(self, other: "Touched") -> "Touched":
        mine, theirs = self._of_each(), other._of_each()
        return Touched(*(mine[subject] | theirs[subject] for subject in mine))

    def add(self, subject: str, subject_id: int) -> None:
        self._of_each()[subject].add(subject_id)

    def _of_each(self) -> dict[str, set[int]]:
        subjects = PublicChange.Subject
        return {
            subjects.DOCUMENT: self.documents,
            subjects.MEETING: self.meetings,
            subjects.COMMITTEE: self.committees,
            subjects.PERSON: self.people,
            subjects.DECISION: self.decisions,
        }


MOMENT = f"""
SELECT {IDENTITY},
       pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
       statement_timestamp()
FROM pg_control_system()
"""  # noqa: S608 - of constants alone


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


PENDING = f"""
SELECT {IDENTITY},
       ARRAY(SELECT DISTINCT subject || ' ' || subject_id FROM committees_publicchange
             WHERE (transaction, id) > (%s, %s) AND transaction < {CEILING} AND id <> ALL(%s::bigint[])
             LIMIT %s)
FROM pg_control_system()
"""  # noqa: S608 - of constants alone


def pending(progress: Progress, *, limit: int) -> tuple[str, Touched | None]:
    """The database, and what an index of it may still show wrongly: None where more than `limit` things are."""
    position = progress.position
    ahead = array(at.change for at in progress.ahead)
    ((database, subjects),) = fetched(PENDING, [position.transaction, position.change, ahead, limit + 1])
    named = (subject.split() for subject in subjects)
    return database, _touched((name, int(id_)) for name, id_ in named) if len(subjects) <= limit else None


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
    documents = Document.objects.filter(within("published_at")).values_list("pk", flat=True)
    of_reviews = Recommendation.objects.filter(within("review__published_at")).order_by()
    return Touched(
        documents={*documents, *of_reviews.values_list("document", flat=True).distinct()},
        meetings=set(AgendaItem.objects.filter(within("published_at")).values_list("meeting", flat=True))
        | set(announced.values_list("pk", flat=True)),
        decisions=set(Decision.objects.filter(within("published_at")).values_list("pk", flat=True)),
    )


def with_all_under(pending: Touched) -> Touched:
    """The papers listed under what is touched, and which of the committees are hidden now.

    Of a committee that stays public only its own name has altered; of one that is hidden all that it holds.
    """
    if pending.committees:
        shown = Committee.objects.public().filter(pk__in=pending.committees).values_list("pk", flat=True)
        pending.hidden = pending.committees - set(shown)
    pending.documents = documents_under(pending.documents, pending.meetings, pending.hidden)
    return pending


def committees_moved(committees: set[int], found: set[int]) -> set[int]:
    """Those that were public and are not, or the other way round."""
    public = set(Committee.objects.public().filter(pk__in=committees).values_list("pk", flat=True))
    return committees & (public ^ found)


def documents_under(documents: Iterable[int], meetings: Iterable[int], committees: Iterable[int]) -> set[int]:
    """These documents, and those now listed under these meetings and committees."""
    if not (meetings or committees):
        return set(documents)
    listed = Listing.objects.filter(Q(meeting__in=meetings) | Q(meeting__committee__in=committees)).order_by()
    return {*documents, *listed.values_list("document", flat=True).distinct()}


def meetings_under(meetings: Iterable[int], committees: Iterable[int], documents: Iterable[int]) -> set[int]:
    """The meetings whose items may have altered: an item is found by itself only while no paper bears its title."""
    of_committees = Meeting.objects.filter(committee__in=committees).order_by()
    listing = Listing.objects.filter(document__in=documents).order_by()
    return {
        *meetings,
        *of_committees.values_list("pk", flat=True),
        *listing.values_list("meeting", flat=True).distinct(),
    }
