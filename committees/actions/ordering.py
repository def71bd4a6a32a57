"""The order and the labels of an agenda's items. Keyword-only, atomic, audited."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from committees.actions.meetings import changed
from committees.actions.refusals import NotAllowed
from committees.audit import recorded
from committees.models import AgendaItem, AgendaSection, Meeting, User


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: in a section or in none, under a label."""

    item: AgendaItem
    section: AgendaSection | None
    label: str


@transaction.atomic
def place_items(*, meeting: Meeting, places: Sequence[Place], by: User | None) -> list[AgendaItem]:
    """The meeting's items, every one of them, in this order. Raises NotAllowed where one is missing or foreign."""
    rows = {item.pk: item for item in AgendaItem.objects.filter(meeting=meeting).select_for_update(of=("self",))}
    if sorted(rows) != sorted(place.item.pk for place in places):
        raise NotAllowed("The items are not those of the meeting: open the page again.")
    if any(place.section and place.section.meeting_id != meeting.pk for place in places):
        raise NotAllowed("A section is of another meeting: open the page again.")
    with recorded(by=by, why="Reorder and renumber items"):
        for order, place in enumerate(places, start=1):
            row = rows[place.item.pk]
            row.order, row.section, row.label = order, place.section, place.label
        placed = [rows[place.item.pk] for place in places]
        AgendaItem.objects.bulk_update(placed, ["order", "section", "label"])
        changed(meeting, by)
    return placed
