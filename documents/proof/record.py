"""The proof of one meeting: its lines in the order of time, and each file that was served with its digest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.utils import timezone

from committees.models import Access, Council, Meeting
from committees.moments import written_exactly
from committees.trail import Head, head_of, seal
from documents.models import PackUpload
from documents.proof import lines
from documents.proof.trail import Change, Entry, changes_of


@dataclass(frozen=True, slots=True)
class Served:
    """A file as it was served. `until` is when another took its place, or it was withdrawn or withheld; else None."""

    paper: str
    version: int
    name: str
    size: int
    sha256: str
    since: datetime
    until: datetime | None
    document: int

    @property
    def written_since(self) -> str:
        return written_exactly(self.since)

    @property
    def written_until(self) -> str:
        return written_exactly(self.until) if self.until else ""

    def to_json(self) -> dict[str, Any]:
        return {
            "paper": self.paper,
            "version": self.version,
            "file": self.name,
            "bytes": self.size,
            "sha256": self.sha256,
            "served_since": _iso(self.since),
            "served_until": _iso(self.until) if self.until else None,
        }


@dataclass(frozen=True, slots=True)
class Proof:
    """`head` is that of the audit trail when the proof was made: it binds the proof to the trail.

    `given_out` tells a copy for the public (documents.proof.given_out) from the council's own record.
    """

    council: str
    meeting: str
    address: str
    made_at: datetime
    entries: list[Entry]
    served: list[Served]
    head: Head
    given_out: bool = False

    @property
    def written_made_at(self) -> str:
        return written_exactly(self.made_at)

    @property
    def names(self) -> str:
        """What it names, said in the record itself."""
        if self.given_out:
            return "It names what the public may read, and withheld or withdrawn papers by their notices alone."
        return "It is the council’s own record and names withheld papers: do not give it out."

    def to_json(self) -> dict[str, Any]:
        return {
            "council": self.council,
            "meeting": self.meeting,
            "names": self.names,
            "address": self.address,
            "made_at": _iso(self.made_at),
            "events": [
                {
                    "recorded_at": _iso(one.at),
                    "what": one.what,
                    "about": one.about,
                    "by": one.by,
                    "why": one.why,
                    "details": dict(one.details),
                }
                for one in self.entries
            ],
            "files": [file.to_json() for file in self.served],
            "audit_trail_head": self.head.to_json(),
        }


def proof_of(meeting: Meeting) -> Proof:
    """From the audit trail, which is sealed first."""
    seal()
    now = timezone.now()
    listings = list(changes_of("documents", "Listing", meeting_id=meeting.pk))
    items = list(changes_of("committees", "AgendaItem", meeting_id=meeting.pk))
    papers = _papers(listings)
    documents = list(changes_of("documents", "Document", pgh_obj_id__in=papers))
    versions = {
        change.row: change.after for change in changes_of("documents", "DocumentVersion", document_id__in=papers)
    }
    versions = {row: event for row, event in versions.items() if event is not None}
    found = [
        *lines.of_meeting(list(changes_of("committees", "Meeting", pgh_obj_id=meeting.pk))),
        *lines.of_items(items, dict(meeting.sections.values_list("pk", "letter"))),
        *lines.of_papers(documents, versions, _late(listings)),
        *lines.of_supplements(list(changes_of("documents", "Supplement", meeting_id=meeting.pk))),
        *lines.of_duties(list(changes_of("committees", "DutyRecord", meeting_id=meeting.pk))),
        *lines.of_timed(*_timed(meeting, papers, documents)),
        *lines.of_minutes(list(changes_of("committees", "Minutes", meeting_id=meeting.pk))),
        *lines.of_findings(list(_findings(meeting, versions))),
    ]
    return Proof(
        council=Council.objects.current().name,
        meeting=str(meeting),
        address=meeting.get_absolute_url(),
        made_at=now,
        entries=sorted(found, key=lambda one: one.at),
        served=list(_served(list(_events(documents, items, _last(listings).values())), versions, now)),
        head=head_of(),
    )


def _papers(listings: Iterable[Change]) -> list[int]:
    """Every paper that was ever taken at the meeting."""
    events = [event for change in listings for event in (change.before, change.after) if event is not None]
    return sorted({event.document_id for event in events})


def _late(listings: Iterable[Change]) -> dict[int, str]:
    told = [change.after for change in listings if change.after is not None]
    return {event.document_id: event.late_reason for event in told if event.late_reason}


def _timed(meeting: Meeting, papers: list[int], documents: Iterable[Change]) -> tuple[list[Change], dict[int, str]]:
    """What was set of the meeting for a coming moment, and the name of each."""
    packs = {row.pk: f"Pack {row}" for row in PackUpload.objects.filter(meeting=meeting).select_related("stored_file")}
    titles = {change.row: change.after.title for change in documents if change.after is not None}
    changes = [
        *changes_of("documents", "TimedPublication", meeting_id=meeting.pk),
        *changes_of("documents", "TimedPublication", document_id__in=papers),
        *changes_of("documents", "TimedPublication", upload_id__in=list(packs)),
    ]
    names = {}
    for change in changes:
        if change.after is not None:
            of = change.after
            names[change.row] = titles.get(of.document_id or 0) or packs.get(of.upload_id or 0) or "The agenda"
    return changes, names


def _findings(meeting: Meeting, versions: dict[int, Any]) -> Iterator[Change]:
    """Of the papers and the agenda; none where findings are not kept."""
    if not apps.is_installed("documents") or "findingevent" not in apps.all_models["documents"]:
        return
    yield from changes_of("documents", "Finding", version_id__in=list(versions))
    yield from changes_of("documents", "Finding", meeting_id=meeting.pk)
    yield from changes_of("documents", "Finding", minutes_of_id=meeting.pk)


def _last(changes: Iterable[Change]) -> dict[int, Any]:
    """The last event of each row that is there still, by its id."""
    found = {change.row: change.after for change in changes}
    return {row: event for row, event in found.items() if event is not None}


@dataclass(frozen=True, slots=True)
class _Serving:
    """That a version of a paper is served, as an event of the paper left it."""

    paper: Any
    since: datetime

    @property
    def version(self) -> int:
        return int(self.paper.current_version_id)


@dataclass(frozen=True, slots=True)
class _State:
    """A paper as an event left it; `paper` is None where it is deleted, or taken at an item in private."""

    row: int
    at: datetime
    paper: Any


def _events(documents: Iterable[Change], items: Iterable[Change], listings: Iterable[Any]) -> Iterator[_State]:
    """Each state of each paper in the order of time: its own events, and those of the items it is taken at."""
    taken_at: dict[int, set[int]] = {}
    for listing in listings:
        taken_at.setdefault(listing.document_id, set()).add(listing.item_id)
    papers: dict[int, Any] = {}
    private: set[int] = set()
    every = [*((False, change) for change in documents), *((True, change) for change in items)]
    for is_item, change in sorted(every, key=lambda one: one[1].at):
        if is_item:
            in_private = change.after is not None and change.after.access != Access.OPEN
            (private.add if in_private else private.discard)(change.row)
            rows = [row for row in papers if change.row in taken_at.get(row, ())]
        else:
            papers[change.row], rows = change.after, [change.row]
        for row in rows:
            yield _State(row, change.at, None if taken_at.get(row, set()) & private else papers[row])


def _served(states: Iterable[_State], versions: dict[int, Any], now: datetime) -> Iterator[Served]:
    """Each version while it was in force of a paper that was open, published and not withdrawn."""
    files = _files(versions)
    serving: dict[int, _Serving] = {}
    for state in states:
        known, then = serving.pop(state.row, None), _serving(state)
        if known and then and known.version == then.version and known.since <= state.at:
            then = known  # nothing of this altered what is served
        elif known:
            yield from _file(known, versions, files, state.at, now)
        if then:
            serving[state.row] = then
    for known in serving.values():
        yield from _file(known, versions, files, None, now)


def _serving(state: _State) -> _Serving | None:
    paper = state.paper
    if paper is None or paper.published_at is None or paper.withdrawn_at or paper.access != Access.OPEN:
        return None
    return _Serving(paper, max(paper.published_at, state.at)) if paper.current_version_id else None


def _file(
    known: _Serving, versions: dict[int, Any], files: dict[int, Any], until: datetime | None, now: datetime
) -> Iterator[Served]:
    """Nothing where it was never served: the time that was set had not come."""
    version = versions.get(known.version)
    file = files.get(version.served_id) if version else None
    if version and file and known.since <= now and (until is None or known.since <= until):
        title = known.paper.title
        document = known.paper.pgh_obj_id
        yield Served(title, version.number, file.name, file.size, file.sha256, known.since, until, document)


def _files(versions: dict[int, Any]) -> dict[int, Any]:
    ids = [event.served_id for event in versions.values() if event.served_id]
    return _last(changes_of("documents", "StoredFile", pgh_obj_id__in=ids))


def _iso(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")
