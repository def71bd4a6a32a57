"""Agenda items named as residents quote them ("B2"), through what is public alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from committees.models import AgendaItem, AgendaSection
from portal.queries.kept import KeptQuery


@dataclass(frozen=True, slots=True)
class ItemPlace:
    reference: str
    title: str
    address: str


def item_places(items: Iterable[int | None]) -> dict[int, ItemPlace]:
    """The public ones of these items by id, in one query. Exempt ones too: their titles are public by law."""
    wanted = sorted({item for item in items if item})
    return {
        item.pk: ItemPlace(f"{vars(item)['letter'] or ''}{item.label}", item.title, item.get_absolute_url())
        for item in (_ITEMS(items=wanted) if wanted else [])
    }


def _lettered(items: list[int]) -> "QuerySet[AgendaItem]":
    letters = AgendaSection.objects.public().filter(pk=OuterRef("section")).values("letter")
    found = AgendaItem.objects.public().filter(pk__in=items).annotate(letter=Subquery(letters))
    return found.select_related("meeting__committee")


_ITEMS = KeptQuery(_lettered)
