"""Minutes typed by clerks, on their way to the public: looked through, and released, as a paper is."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from committees.actions import MinuteDraft
from committees.models import Access, AgendaItem, Decision, Declaration, Meeting, Minute, Minutes, NamedVote, User
from documents.actions.records import Record, let_out
from documents.models import Finding


def record_of_entries(
    meeting: Meeting, entries: Sequence[MinuteDraft], *, chair: str, writers: Collection[int], opened: int | None = None
) -> Record:
    """What the public will read of these minutes; a minute's place is counted from 1.

    `opened` is an item that is withheld now and is about to be opened.
    """
    texts = [(place, _words(entry)) for place, entry in enumerate(entries, start=1) if _is_read(entry, opened)]
    return Record(
        of={"minutes_of": meeting},
        name=f"Minutes of {meeting}",
        texts=[(0, chair), *texts],
        makers=set(writers),
        accepted=_accepted_in_papers(meeting),
    )


def _is_read(entry: MinuteDraft, opened: int | None) -> bool:
    of_item = entry.item is None or entry.item.access == Access.OPEN or entry.item.pk == opened
    return entry.access == Access.OPEN and of_item


def _words(entry: MinuteDraft) -> str:
    declared = [f"{name}: {text}" for name, _item, text in entry.declarations]
    named = [name for name, _cast in entry.votes]
    texts = [entry.title, entry.text, *entry.resolved, *entry.requests, *declared, entry.vote, *named]
    return "\n".join(text for text in texts if text)


def _accepted_in_papers(meeting: Meeting) -> dict[tuple[str, str], Finding]:
    """Minutes that a clerk corrects may have been read from a paper, in which something was accepted."""
    rows = Finding.objects.filter(version__document__minutes_of=meeting, state=Finding.State.ACCEPTED)
    return {(row.kind, row.words): row for row in rows.order_by("pk")}


def record_of_minutes(minutes: Minutes, *, opened: AgendaItem | None = None) -> Record:
    """Of the rows that are kept."""
    return record_of_entries(
        minutes.meeting,
        _entries(minutes),
        chair=minutes.chair,
        writers=minutes.writers,
        opened=opened.pk if opened else None,
    )


def _entries(minutes: Minutes) -> list[MinuteDraft]:
    rows = list(Minute.objects.filter(minutes=minutes).select_related("item").order_by("order"))
    decided = dict(Decision.objects.filter(minute__in=rows, withdrawn_at=None).values_list("minute", "parts"))
    declared: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for minute, *declaration in Declaration.objects.filter(minute__in=rows).values_list(
        "minute", "name", "item_label", "text"
    ):
        declared[minute].append((declaration[0], declaration[1], declaration[2]))
    voted: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for minute, name, cast in NamedVote.objects.filter(minute__in=rows).values_list("minute", "name", "cast"):
        voted[minute].append((name, cast))
    return [
        MinuteDraft(
            title=row.title,
            item=row.item,
            text=row.text,
            resolved=decided.get(row.pk, []),
            requests=row.requests,
            vote=row.vote,
            access=row.access,
            declarations=declared[row.pk],
            votes=voted[row.pk],
        )
        for row in rows
    ]


def pass_minutes(*, row: Minutes, by: User | None, **_signal: object) -> None:
    """They are about to be public. What was read from a paper passed the gate with that paper."""
    if row.written_here:
        let_out(record_of_minutes(row), by)


def pass_minutes_with_item(*, item: AgendaItem, by: User | None, **_signal: object) -> None:
    """What public minutes say of an item that is opened comes before the public with it. Raises NotAllowed."""
    minutes = minutes_with(item)
    if minutes is not None:
        let_out(record_of_minutes(minutes, opened=item), by)


def minutes_with(item: AgendaItem) -> Minutes | None:
    """Typed minutes, published, that say something of this item."""
    rows = Minutes.objects.filter(written_here=True, published_at__isnull=False, withdrawn_at=None)
    of_item = Minute.objects.filter(item=item, access=Access.OPEN)
    return rows.filter(pk__in=of_item.values("minutes")).select_related("meeting__committee").first()
