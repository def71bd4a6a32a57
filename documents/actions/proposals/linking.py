"""What a report asks its meeting, joined to the resolution that answers it."""

from collections.abc import Iterable

from committees.models import AgendaItem, Decision
from documents.models import Recommendation


def link_decisions(items: Iterable[AgendaItem]) -> None:
    """For each item with one decision: what its papers asked was answered by that."""
    for item in items:
        decisions = list(Decision.objects.filter(item=item)[:2])
        asked = Recommendation.objects.to_meeting().filter(item=item)
        if len(decisions) == 1:
            asked.filter(decision=None).update(decision=decisions[0])
