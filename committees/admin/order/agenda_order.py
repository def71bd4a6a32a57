"""An agenda as lines that can be moved and numbered, from the rows or from what a clerk's page sends back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.http import QueryDict
from django.utils import timezone

from committees.actions import Place
from committees.models import AgendaItem, AgendaSection, Meeting

LONGEST_LABEL = 20
NO_SECTION = ""  # as forms say it


@dataclass(frozen=True, slots=True)
class Line:
    """An item with the label it is to have. `was` is the reference it has now, if any."""

    item: AgendaItem
    label: str
    was: str

    @property
    def is_public(self) -> bool:
        return self.item.published_at is not None and self.item.published_at <= timezone.now()


@dataclass(frozen=True, slots=True)
class Group:
    """A section, or no section, with its items in order."""

    section: AgendaSection | None
    lines: Sequence[Line]

    @property
    def key(self) -> str:
        return str(self.section.pk) if self.section else NO_SECTION

    def reference(self, line: Line) -> str:
        return f"{self.section.letter if self.section else ''}{line.label}"


@dataclass(frozen=True, slots=True)
class Relabelled:
    """A label that residents may have quoted, and what it becomes."""

    item: AgendaItem
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class AgendaOrder:
    groups: Sequence[Group]

    def places(self) -> list[Place]:
        return [Place(line.item, group.section, line.label) for group in self.groups for line in group.lines]

    def relabelled(self) -> list[Relabelled]:
        """Of items that are public now."""
        every = [(line, group.reference(line)) for group in self.groups for line in group.lines]
        return [Relabelled(line.item, line.was, now) for line, now in every if line.is_public and now != line.was]

    def twice(self) -> list[str]:
        """Labels that more than one item of a section would have: told, and never refused."""
        return [
            group.reference(later)
            for group in self.groups
            for earlier, later in pairwise(sorted(group.lines, key=lambda line: line.label))
            if later.label and earlier.label == later.label
        ]

    def moved(self, pk: int, step: int) -> "AgendaOrder":
        """With the item one place up (-1) or down (1); over the edge of its section into the next one."""
        lists = [list(group.lines) for group in self.groups]
        for number, lines in enumerate(lists):
            place = next((n for n, line in enumerate(lines) if line.item.pk == pk), None)
            if place is None:
                continue
            if 0 <= place + step < len(lines):
                lines[place], lines[place + step] = lines[place + step], lines[place]
            elif 0 <= number + step < len(lists):
                other = lists[number + step]
                other.insert(len(other) if step < 0 else 0, lines.pop(place))
            break
        return self._with(lists)

    def numbered(self, key: str) -> "AgendaOrder":
        """With the items of that section numbered from 1."""
        lists = [
            [replace(line, label=str(number)) for number, line in enumerate(group.lines, start=1)]
            if group.key == key
            else list(group.lines)
            for group in self.groups
        ]
        return self._with(lists)

    def _with(self, lists: Sequence[Sequence[Line]]) -> "AgendaOrder":
        return AgendaOrder([Group(group.section, lines) for group, lines in zip(self.groups, lists, strict=True)])


def order_of(meeting: Meeting) -> AgendaOrder:
    """As the rows say."""
    sections, items = _rows(meeting)
    return _grouped(sections, [(item, item.section_id, item.label) for item in items])


def order_sent(meeting: Meeting, sent: QueryDict) -> AgendaOrder:
    """As the page says: its items first, then any that it does not know of."""
    sections, items = _rows(meeting)
    by_pk = {str(item.pk): item for item in items}
    named = {str(section.pk): section.pk for section in sections}
    known = dict.fromkeys(pk for pk in sent.getlist("item") if pk in by_pk)
    placed = [
        (by_pk[pk], named.get(sent.get(f"section-{pk}", "")), sent.get(f"label-{pk}", "").strip()[:LONGEST_LABEL])
        for pk in known
    ]
    added = [(item, item.section_id, item.label) for pk, item in by_pk.items() if pk not in known]
    return _grouped(sections, [*placed, *added])


def _rows(meeting: Meeting) -> tuple[list[AgendaSection], list[AgendaItem]]:
    sections = AgendaSection.objects.filter(meeting=meeting).order_by("order")
    items = AgendaItem.objects.filter(meeting=meeting).select_related("section").order_by("order")
    return list(sections), list(items)


def _grouped(sections: Iterable[AgendaSection], placed: Sequence[tuple[AgendaItem, int | None, str]]) -> AgendaOrder:
    """Sections in their order; items of no section before them, or after them where they stand last."""
    groups = [Group(section, list(_lines(placed, section.pk))) for section in sections]
    loose = Group(None, list(_lines(placed, None)))
    if not groups or loose.lines:
        stands_last = bool(groups) and placed[0][1] is not None
        groups.insert(len(groups) if stands_last else 0, loose)
    return AgendaOrder(groups)


def _lines(placed: Iterable[tuple[AgendaItem, int | None, str]], section: int | None) -> Iterator[Line]:
    return (Line(item, label, item.reference) for item, key, label in placed if key == section)
