"""What each kind of event says in a proof of publication."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.formats import date_format

from committees.models import Access, AgendaItem, Duty, Meeting
from committees.moments import written_exactly
from documents.proof.trail import Change, Entry, entry, moment_details

FACTS = {"date": "Date", "time": "Time", "venue": "Venue", "title": "Title", "questions_by": "Questions by"}


def of_meeting(changes: list[Change]) -> Iterator[Entry]:
    about = "The meeting"
    for change in changes:
        if change.before is None and change.after is not None:
            yield entry(change, "Entered", about)
        if change.after is None:
            yield entry(change, "Deleted", about)
            continue
        yield from _timed(
            change, "published_at", about, ("Announced", "Set to be announced", "Announcement taken back")
        )
        late = [("Reason for publishing late", change.after.agenda_late_reason)]
        words = ("Agenda published", "Agenda set to be published", "Timed agenda taken back")
        yield from _timed(change, "agenda_published_at", "The agenda", words, late)
        words = ("Attendance published", "Attendance set to be published", "Attendance taken back")
        yield from _timed(change, "attendance_published_at", about, words)
        if change.before and change.altered("state"):
            reason = [("Reason", change.after.state_reason)]
            yield entry(change, f"Marked as {Meeting.State(change.after.state).label.lower()}", about, reason)
        yield from _facts(change, about)


def _facts(change: Change, about: str) -> Iterator[Entry]:
    """Facts that altered once the meeting was announced."""
    if change.before is None or change.before.published_at is None:
        return
    altered = [(name, field) for field, name in FACTS.items() if change.altered(field)]
    if altered:
        details = [(name, f"{_said(change.before, field)} → {_said(change.after, field)}") for name, field in altered]
        yield entry(change, "Facts changed", about, details)


def _said(event: Any, field: str) -> str:
    value = getattr(event, field)
    if field in ("date", "questions_by") and value:
        return date_format(value, "j F Y")
    return f"{value:%H:%M}" if field == "time" and value else str(value or "none")


def of_items(changes: list[Change], letters: Mapping[int, str]) -> Iterator[Entry]:
    """`letters` are those of the agenda's sections by their id: residents quote “B2”."""
    for change in changes:
        if change.after is None:
            continue
        label = f"{letters.get(change.after.section_id, '')}{change.after.label}"
        about = " ".join(["Item", *filter(None, [label, change.after.title])])
        urgent = [("Chair’s opinion that it is urgent", change.after.urgency_reason)]
        words = ("Item published", "Item set to be published", "Item taken back")
        yield from _timed(change, "published_at", about, words, urgent)
        if change.before and change.altered("state") and change.after.state == AgendaItem.State.WITHDRAWN:
            yield entry(change, "Item withdrawn from the agenda", about)
        if change.before and change.altered("access"):
            yield entry(
                change, f"Item made {Access(change.after.access).label.lower()}", about, _withheld(change.after)
            )


def of_papers(changes: list[Change], versions: dict[int, Any], late: dict[int, str]) -> Iterator[Entry]:
    """`versions` are the last events of versions by id; `late` the reasons for late papers by their id."""
    for change in changes:
        if change.after is None:
            continue
        about = change.after.title
        details = [*_access(change.after), ("Reason for publishing late", late.get(change.row, ""))]
        words = ("Paper published", "Paper set to be published", "Publication of the paper taken back")
        yield from _timed(change, "published_at", about, words, details)
        was_published = change.before is not None and change.before.published_at is not None
        if was_published and change.altered("current_version_id") and change.after.current_version_id in versions:
            version = versions[change.after.current_version_id]
            since = written_exactly(version.in_force_at) if version.in_force_at else ""
            yield entry(change, "Paper corrected", about, [("What changed", version.note), ("In force from", since)])
        if was_published and change.altered("title"):
            yield entry(change, "Title of the paper corrected", about, [("It was", change.before.title)])
        if change.altered("withdrawn_at") and change.after.withdrawn_at:
            yield entry(change, "Paper withdrawn", about, [("Reason", change.after.withdrawal_reason)])
        if change.before and change.altered("withdrawn_at") and not change.after.withdrawn_at:
            yield entry(change, "Paper reinstated", about)
        if change.before and change.altered("access"):
            opened = change.after.access == Access.OPEN
            what = "Paper opened" if opened else f"Paper withheld as {Access(change.after.access).label.lower()}"
            yield entry(change, what, about, _withheld(change.after))


def of_minutes(changes: list[Change]) -> Iterator[Entry]:
    about = "The minutes"
    for change in changes:
        if change.after is None:
            continue
        words = ("Minutes published", "Minutes set to be published", "Minutes no longer published")
        yield from _timed(change, "published_at", about, words)
        if change.altered("confirmed_on") and change.after.confirmed_on:
            day = [("Confirmed on", date_format(change.after.confirmed_on, "j F Y"))]
            yield entry(change, "Minutes confirmed", about, day)
        if change.altered("withdrawn_at") and change.after.withdrawn_at:
            yield entry(change, "Minutes withdrawn", about, [("Reason", change.after.withdrawal_reason)])


def of_supplements(changes: list[Change]) -> Iterator[Entry]:
    for change in changes:
        if change.after is not None:
            reason = [("Reason for publishing late", change.after.late_reason)]
            about = f"Supplement {change.after.number}"
            words = ("Supplement published", "Supplement set to be published", "Supplement taken back")
            yield from _timed(change, "published_at", about, words, reason)


OWN_LINES = ("Publish", "Set to be published")  # of whose deletions other lines tell


def of_timed(changes: list[Change], names: Mapping[int, str]) -> Iterator[Entry]:
    """Corrections, supplements and first agendas set for a coming moment; `names` are those of what is set."""
    for change in changes:
        about = names.get(change.row, "The agenda")
        if change.after is None:
            if not change.why.startswith(OWN_LINES):
                yield entry(change, "Timed publication taken back", about)
            continue
        at = ("To be public from", written_exactly(change.after.to_be_published_at))
        if change.before is None:
            details = [
                at,
                ("What changes", change.after.note),
                ("Reason for publishing late", change.after.late_reason),
            ]
            yield entry(change, "Set to be published at a coming moment", about, details)
        elif change.altered("to_be_published_at"):
            yield entry(change, "Timed publication changed", about, [at])
        elif change.altered("failed_at") and change.after.failed_at:
            yield entry(change, "Not published when it was due", about, [at, ("Why", change.after.failure)])


def of_duties(changes: list[Change]) -> Iterator[Entry]:
    for change in changes:
        if change.after is not None:
            details = [
                ("Done", written_exactly(change.after.done_at)),
                ("By", change.after.done_by),
                ("How", change.after.how),
            ]
            yield entry(change, "Recorded as done outside this site", Duty(change.after.duty).label, details)


def of_findings(changes: list[Change]) -> Iterator[Entry]:
    """What was found before publication and accepted by somebody, with the reason."""
    for change in changes:
        if change.altered("state") and change.after.state == "accepted":
            number = "minute" if change.after.minutes_of_id else "page"
            place = f", {number} {change.after.page}" if change.after.page else ""
            details = [("What was found", change.after.words), ("Reason", change.after.reason)]
            yield entry(change, "Finding accepted", f"{change.after.kind.replace('_', ' ')}{place}", details)


def _timed(
    change: Change,
    field: str,
    about: str,
    words: tuple[str, str, str],
    details: list[tuple[str, str]] | None = None,
) -> Iterator[Entry]:
    """`words` for: made public, timed for a coming moment, and no longer."""
    if not change.altered(field):
        return
    moment = getattr(change.after, field)
    published, timed, taken_back = words
    if moment is None:
        if change.before is not None:
            yield entry(change, taken_back, about)
        return
    what = timed if (moment - change.at).total_seconds() >= 1 else published
    yield entry(change, what, about, [*moment_details(change, moment), *(details or [])])


def _access(event: Any) -> list[tuple[str, str]]:
    return [("Withheld from the public", Access(event.access).label)] if event.access != Access.OPEN else []


def _withheld(event: Any) -> list[tuple[str, str]]:
    paragraphs = ", ".join(str(number) for number in event.exempt_paragraphs)
    return [("Paragraphs of Schedule 12A", paragraphs), ("Reason", event.withheld_reason)]
