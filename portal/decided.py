"""What was decided on each item of a meeting, in a line or two that lead to the whole."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.text import Truncator

from committees.models import Decision, Meeting
from portal.written import marked_line

SHORT = 220  # characters


@dataclass(frozen=True, slots=True)
class Decided:
    """`words` open what was resolved, `is_whole` where that is all of it. It is a draft until the minutes are not."""

    words: str
    address: str
    is_whole: bool
    is_draft: bool


def decided_at(meeting: Meeting) -> dict[int, list[Decided]]:
    """By item, of a public meeting; one query."""
    found: dict[int, list[Decided]] = {}
    of_meeting = Q(meeting=meeting) | Q(item__meeting=meeting)
    decisions = Decision.objects.public().filter(of_meeting, item__isnull=False).select_related("minute__minutes")
    for decision in decisions.order_by("pk"):
        found.setdefault(decision.item_id or 0, []).append(_decided(decision))
    return found


def _decided(decision: Decision) -> Decided:
    first = decision.parts[0]
    words = Truncator(marked_line(first).words).chars(SHORT)
    minutes = decision.minute.minutes if decision.minute else None
    return Decided(
        words=words,
        address=decision.get_absolute_url(),
        is_whole=len(decision.parts) == 1 and words == first,
        is_draft=minutes is not None and not minutes.is_confirmed,
    )
