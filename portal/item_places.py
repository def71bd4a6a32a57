"""Agenda items named as residents quote them ("B2"), through what is public alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from committees.models import AgendaItem, AgendaSection


@dataclass(frozen=True, slots=True)
class ItemPlace:
    reference: str
    title: str
    address: str


def item_places(items: Iterable[int | None]) -> dict[int, ItemPlace]:
    """The public ones of these items by id, in two queries. Exempt ones too: their titles are public by law."""
    wanted = {item for item in items if item}
    found = list(AgendaItem.objects.public().filter(pk__in=wanted).select_related("meeting__committee"))
    sections = {item.section_id for item in found if item.section_id}
    letters = dict(AgendaSection.objects.public().filter(pk__in=sections).values_list("pk", "letter"))
    return {
        item.pk: ItemPlace(f"{letters.get(item.section_id or 0, '')}{item.label}", item.title, item.get_absolute_url())
        for item in found
    }
