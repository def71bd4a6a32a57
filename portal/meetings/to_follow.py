"""Papers that an agenda promises, as the public reads of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from committees.models import Meeting
from documents.models import PaperToFollow


@dataclass(frozen=True, slots=True)
class Promise:
    """`expected_on` is None where no day was given, or it has passed: a late paper is the clerk's to chase."""

    title: str
    expected_on: date | None


def papers_to_follow(meeting: Meeting, rows: Iterable[PaperToFollow]) -> Mapping[int | None, list[Promise]]:
    """By the item's id, of the public rows of the meeting; nothing once it is over."""
    today = timezone.localdate()
    found: dict[int | None, list[Promise]] = {}
    if meeting.date < today:
        return found
    for row in rows:
        expected = row.expected_on if row.expected_on and row.expected_on >= today else None
        found.setdefault(row.item_id, []).append(Promise(row.title, expected))
    return found
