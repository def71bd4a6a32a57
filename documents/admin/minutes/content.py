"""What the minutes editor holds: every field as typed, from a draft, from minutes that are here, or from the agenda."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.signing import Signer
from django.db.models import IntegerField, Max
from django.db.models.functions import Cast, Length

from committees.models import (
    AgendaItem,
    Decision,
    Declaration,
    Meeting,
    MeetingMember,
    Minute,
    Minutes,
    MinutesDraft,
    NamedVote,
)
from committees.resolutions import text_of_parts

Content = dict[str, Any]
Entry = dict[str, str]

HEAD = ("chair", "closed_at")
ENTRY = (
    *("number", "item", "item_label", "title", "text", "resolution", "requests", "declarations"),
    *("vote", "votes_for", "votes_against", "votes_abstained", "access", "ORDER", "DELETE"),
)
NEW = "new"  # the basis of minutes of which nothing is kept yet
SIGNER = Signer(salt="documents.admin.minutes")
MOST_DIGITS = 6


def content_of(meeting: Meeting) -> Content:
    """What is kept of the meeting's minutes, or else what the agenda gives to begin with."""
    return kept_content(meeting) or from_agenda(meeting)


def kept_content(meeting: Meeting) -> Content | None:
    """The draft where there is one, else the minutes that are here."""
    if draft := MinutesDraft.objects.filter(meeting=meeting).first():
        return draft.content
    minutes = Minutes.objects.filter(meeting=meeting).first()
    return from_minutes(minutes, meeting) if minutes else None


def basis_of(content: Content | None) -> str:
    """A kept state, signed: a page carries that which it was opened from, and is saved only over that."""
    if content is None:
        return NEW
    in_order = json.loads(json.dumps(content, sort_keys=True))
    return SIGNER.sign_object(in_order, compress=True)


def digest_of(content: Content) -> str:
    """Tells one state from another: a page that publishes carries that of the words it showed."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def opened_from(basis: str) -> Content | None:
    """What a page was opened from; None where nothing was kept then. Raises BadSignature for what we did not sign."""
    if basis == NEW:
        return None
    content: Content = SIGNER.unsign_object(basis)
    return content


def from_agenda(meeting: Meeting) -> Content:
    """A minute for each item, numbered on from the committee's last minutes; the chair as the agenda prints it."""
    items = AgendaItem.objects.filter(meeting=meeting).select_related("section").order_by("order")
    chair = MeetingMember.objects.filter(meeting=meeting, role=MeetingMember.Role.CHAIR).first()
    closed = f"{meeting.closed_at:%H:%M}" if meeting.closed_at else ""
    entries = [entry_of_item(item) for item in items.exclude(state=AgendaItem.State.WITHDRAWN)]
    return {
        "chair": chair.name if chair else "",
        "closed_at": closed,
        "entries": numbered(entries, next_number(meeting)),
    }


def entry_of_item(item: AgendaItem) -> Entry:
    return entry(
        item=str(item.pk), item_label=item.reference, title=item.title, access=item.access, text=urgency_words(item)
    )


def urgency_words(item: AgendaItem) -> str:
    """Why a late item was taken, which the law has in the minutes (LGA 1972 s100B(4)); "" for any other."""
    reason = item.urgency_reason.strip().rstrip(".")
    if not reason:
        return ""
    return (
        "The Chair was of the opinion that this item should be considered at the meeting as a matter of urgency, "
        f"by reason of special circumstances: {reason}."
    )


def entry(**fields: str) -> Entry:
    """The fields of one minute, empty but for these."""
    return {**dict.fromkeys(ENTRY, ""), "access": "open", **fields}


def numbered(entries: Sequence[Entry], first: int | None) -> list[Entry]:
    """With running numbers from `first`; as they are where the committee numbers none."""
    if first is None:
        return list(entries)
    return [{**one, "number": str(number)} for number, one in enumerate(entries, start=first)]


def next_number(meeting: Meeting) -> int | None:
    """One after the last running number of the committee's minutes before this meeting; None where there is none."""
    earlier = Minute.objects.filter(
        minutes__meeting__committee=meeting.committee_id,
        minutes__meeting__date__lt=meeting.date,
        number__regex=r"^\d+$",
    )
    numbers = earlier.annotate(digits=Length("number")).filter(digits__lte=MOST_DIGITS)
    last = numbers.order_by("-minutes__meeting__date", "-order").first()
    if last is None:
        return None
    of_that_meeting = numbers.filter(minutes=last.minutes_id).annotate(count=Cast("number", IntegerField()))
    highest: int = of_that_meeting.aggregate(Max("count"))["count__max"]
    return highest + 1


def from_minutes(minutes: Minutes, meeting: Meeting) -> Content:
    rows = list(Minute.objects.filter(minutes=minutes).order_by("order"))
    decisions = {row.minute_id: row for row in Decision.objects.filter(minute__in=rows, withdrawn_at=None)}
    declarations: list[Declaration] = list(Declaration.objects.filter(minute__in=rows))
    votes: list[NamedVote] = list(NamedVote.objects.filter(minute__in=rows))
    closed = f"{meeting.closed_at:%H:%M}" if meeting.closed_at else ""
    entries = [
        _entry_of_minute(
            row,
            decisions.get(row.pk),
            [declared for declared in declarations if declared.minute_id == row.pk],
            [vote for vote in votes if vote.minute_id == row.pk],
        )
        for row in rows
    ]
    return {"chair": minutes.chair, "closed_at": closed, "entries": entries}


def _entry_of_minute(
    row: Minute, decision: Decision | None, declarations: Iterable[Declaration], votes: Sequence[NamedVote]
) -> Entry:
    def names(cast: str) -> str:
        return ", ".join(vote.name for vote in votes if vote.cast == cast)

    return entry(
        number=row.number,
        item=str(row.item_id or ""),
        item_label=row.item_label,
        title=row.title,
        text=row.text,
        resolution=text_of_parts(decision.parts) if decision else "",
        requests="\n".join(row.requests),
        declarations="\n".join(_declaration(declared) for declared in declarations),
        vote=row.vote,
        votes_for=names(NamedVote.Cast.FOR),
        votes_against=names(NamedVote.Cast.AGAINST),
        votes_abstained=names(NamedVote.Cast.ABSTAINED),
        access=row.access,
    )


def _declaration(declared: Declaration) -> str:
    of_item = f" ({declared.item_label})" if declared.item_label else ""
    return f"{declared.name}{of_item}: {' '.join(declared.text.split())}"


def items_without_minute(meeting: Meeting, content: Content) -> list[AgendaItem]:
    """Items that the agenda has, and these minutes have not."""
    minuted = {one.get("item") for one in content["entries"]}
    items = AgendaItem.objects.filter(meeting=meeting).exclude(state=AgendaItem.State.WITHDRAWN)
    return [item for item in items.select_related("section").order_by("order") if str(item.pk) not in minuted]
