"""The agenda of one meeting as the public reads it: items in their sections, each with its papers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet

from committees.business import is_formal
from committees.models import AgendaItem, AgendaSection, Council, Meeting
from documents.models import Document, Listing, PaperToFollow
from documents.models.papers import NOTICE_FIELDS, Notice
from portal.decisions.decided import Decided, decided, decided_within
from portal.meetings.published_later import PublishedLater, published_later
from portal.meetings.to_follow import Promise, papers_to_follow
from portal.papers.links import PaperLink
from portal.papers.withheld import Withheld, withheld_item, withheld_paper
from portal.queries.found_first import found_first
from portal.queries.kept import KeptQuery
from portal.queries.rows_within import read_rows, rows_within

LONG_TEXT = 280  # characters of an item's own text beyond which it is folded


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One item. `text` is empty where the item is withheld; `has_withheld_papers` says that there
    are papers of a withheld item, and not how many; `is_quiet` is formal business without papers."""

    id: int
    reference: str
    title: str
    address: str
    state: str
    text: str
    urgency_reason: str
    withheld: Withheld | None
    papers: list[PaperLink]
    notices: list[Withheld]
    decided: list[Decided]
    is_quiet: bool
    to_follow: list[Promise] = field(default_factory=list)
    has_withheld_papers: bool = False

    @property
    def is_listed(self) -> bool:
        return self.state == AgendaItem.State.LISTED

    @property
    def is_marked(self) -> bool:
        """Whether there is more to say of it than its title: withdrawn or deferred, urgent, or withheld."""
        return not self.is_listed or bool(self.urgency_reason) or self.withheld is not None

    @property
    def has_long_text(self) -> bool:
        return len(self.text) > LONG_TEXT


@dataclass(frozen=True, slots=True)
class AgendaRun:
    """Items that follow each other, all of them formal or none; two formal ones or more fold away."""

    entries: list[AgendaEntry]
    is_folded: bool

    @property
    def last(self) -> AgendaEntry:
        return self.entries[-1]


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """A section with its items, or items under no section."""

    section: AgendaSection | None
    entries: list[AgendaEntry]

    @property
    def heading(self) -> str:
        """What its items' titles are: below the section's own, if it has one."""
        return "h4" if self.section else "h3"

    @property
    def runs(self) -> list[AgendaRun]:
        runs = [list(run) for _quiet, run in groupby(self.entries, key=lambda entry: entry.is_quiet)]
        return [AgendaRun(run, run[0].is_quiet and len(run) > 1 and not self.is_quiet) for run in runs]

    @property
    def is_quiet(self) -> bool:
        return all(entry.is_quiet for entry in self.entries)

    @property
    def is_bare(self) -> bool:
        """Whether it is a heading alone."""
        return not self.entries and self.section is not None and not self.section.text


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """Sections that follow each other; formal ones, and those without an item, fold away together."""

    parts: list[AgendaPart]
    is_folded: bool

    @property
    def item_count(self) -> int:
        return sum(len(part.entries) for part in self.parts)

    @property
    def titles(self) -> list[str]:
        named = [part.section for part in self.parts if part.section]
        return [f"{section.letter} {section.title}".strip() for section in named]


@dataclass(frozen=True, slots=True)
class Agenda:
    """`papers`, `notices` and `to_follow` are those of the meeting itself, at no item.

    `minutes` record this meeting; `later` is what came after its agenda.
    """

    parts: list[AgendaPart]
    papers: list[PaperLink]
    notices: list[Withheld]
    minutes: list[PaperLink]
    to_follow: list[Promise] = field(default_factory=list)
    later: list[PublishedLater] = field(default_factory=list)

    @property
    def entries(self) -> list[AgendaEntry]:
        return [entry for part in self.parts for entry in part.entries]

    @property
    def groups(self) -> list[AgendaGroup]:
        """The parts in their order; all of them formal, and none is folded away."""
        runs = [list(run) for _quiet, run in groupby(self.parts, key=lambda part: part.is_quiet)]
        return [AgendaGroup(run, run[0].is_quiet and len(runs) > 1 and _is_long(run)) for run in runs]

    @property
    def business(self) -> list[AgendaEntry]:
        return [entry for entry in self.entries if not entry.is_quiet]

    @property
    def has_decisions(self) -> bool:
        return any(entry.decided for entry in self.entries)

    @property
    def every_paper(self) -> list[PaperLink]:
        return [*self.papers, *(paper for entry in self.entries for paper in entry.papers)]

    @property
    def paper_count(self) -> int:
        return len({paper.id for paper in self.every_paper})

    @property
    def every_notice(self) -> list[Withheld]:
        """Of the papers that may not be read: withheld ones, and those that were withdrawn."""
        return [*self.notices, *(notice for entry in self.entries for notice in entry.notices)]

    @property
    def has_pack(self) -> bool:
        """Whether anything can be put in the public pack."""
        return any(paper.file_type == "PDF" for paper in self.every_paper)


def _is_long(parts: Sequence[AgendaPart]) -> bool:
    """Whether folding them away spares a line."""
    return len(parts) + sum(len(part.entries) for part in parts) > 1


@dataclass(frozen=True, slots=True)
class _Papers:
    by_item: Mapping[int | None, list[PaperLink]]
    notices_by_item: Mapping[int | None, list[Withheld]]
    minutes: list[PaperLink]
    to_follow: Mapping[int | None, list[Promise]]
    later: list[PublishedLater]


def with_agenda(meetings: "QuerySet[Meeting]") -> "QuerySet[Meeting]":
    """Annotated with the small tables that `read_agenda` needs of each."""
    own = OuterRef("pk")
    return meetings.annotate(
        agenda_sections=rows_within(AgendaSection.objects.public().filter(meeting=own).order_by("order")),
        agenda_to_follow=rows_within(PaperToFollow.objects.public().filter(meeting=own).order_by("pk")),
    )


def read_agenda(meeting: Meeting, council: Council) -> Agenda:
    """Of a public meeting read through `with_agenda`, in three queries.

    Where its agenda is not public all but the minutes is empty.
    """
    sections = read_rows(AgendaSection, vars(meeting)["agenda_sections"])
    items = _ITEMS(meeting=meeting.pk)
    listed = [(item, vars(item)["listed"]) for item in items]
    papers = _papers(meeting, listed, council)
    entries = {item.pk: _entry(item, sections, papers, council) for item in items}
    return Agenda(
        parts=_parts(sections, items, entries),
        papers=papers.by_item.get(None, []),
        notices=papers.notices_by_item.get(None, []),
        minutes=papers.minutes,
        to_follow=papers.to_follow.get(None, []),
        later=papers.later,
    )


def _items(meeting: int) -> "QuerySet[AgendaItem]":
    """Each public item with the ids of the papers listed at it; ids alone, for they may be of hidden papers."""
    listed = Listing.objects.filter(item=OuterRef("pk")).order_by("order", "pk").values("document_id")
    items = AgendaItem.objects.public().filter(meeting=meeting).order_by("order")
    return items.annotate(
        listed=ArraySubquery(listed),
        has_papers=Exists(Listing.objects.filter(item=OuterRef("pk")).of_published_papers()),
        decided=decided_within(),
    )


def _papers(meeting: Meeting, items: Sequence[tuple[AgendaItem, list[int]]], council: Council) -> _Papers:
    by_item: dict[int | None, list[PaperLink]] = {}
    minutes: dict[int, PaperLink] = {}
    listings = _LISTINGS(meeting=meeting.pk)
    for listing in listings:
        link = PaperLink.of(listing.document)
        if listing.document.minutes_of_id == meeting.pk:
            minutes[link.id] = link
        if listing.meeting_id == meeting.pk:
            by_item.setdefault(listing.item_id, []).append(link)
    return _Papers(
        by_item,
        _notices(meeting, items, council),
        list(minutes.values()),
        papers_to_follow(meeting, read_rows(PaperToFollow, vars(meeting)["agenda_to_follow"])),
        published_later(meeting, [listing for listing in listings if listing.meeting_id == meeting.pk]),
    )


def _public_listings(meeting: int) -> "QuerySet[Listing]":
    """Where public papers are taken at this meeting, and where the minutes that record it were taken."""
    here = Listing.objects.filter(meeting=meeting).order_by()
    recorded = Listing.objects.filter(document__minutes_of=meeting).order_by()
    listings = Listing.objects.of_public_papers().filter(found_first(here, recorded))
    rows = listings.select_related("document__current_version__served", "supplement").only(*_OF_LISTINGS)
    return rows.order_by("meeting", "item__order", "order", "pk")


_OF_LISTINGS = (  # what `PaperLink` and `published_later` ask of them
    *("document_id", "meeting_id", "item_id", "late_reason"),
    *("document__kind", "document__title", "document__published_at", "document__minutes_of_id"),
    *(f"document__current_version__{name}" for name in ("number", "in_force_at", "note", "compared_with_id")),
    *(f"document__current_version__{name}" for name in ("first_page", "last_page", "served__kind", "served__size")),
    *("supplement__number", "supplement__published_at", "supplement__late_reason"),
)


def _notices(
    meeting: Meeting, items: Sequence[tuple[AgendaItem, list[int]]], council: Council
) -> dict[int | None, list[Withheld]]:
    notices = [Notice.of(*row) for row in _NOTICED(meeting=meeting.pk)]
    told = {notice.id: notice for notice in notices}
    found: dict[int | None, list[Withheld]] = {
        item.pk: [withheld_paper(told[paper], council, item.private_resolved_on) for paper in listed if paper in told]
        for item, listed in items
    }
    at_items = {paper for _item, listed in items for paper in listed}
    found[None] = [withheld_paper(notice, council) for paper, notice in told.items() if paper not in at_items]
    return found


def _noticed(meeting: int) -> "QuerySet[Document, tuple[Any, ...]]":
    here = Listing.objects.public(of_withheld_items=True).filter(meeting=meeting).values("document")
    return Document.objects.filter(pk__in=here).noticed().order_by("pk").values_list(*NOTICE_FIELDS)


_ITEMS, _LISTINGS, _NOTICED = KeptQuery(_items), KeptQuery(_public_listings), KeptQuery(_noticed)


def _entry(item: AgendaItem, sections: Iterable[AgendaSection], papers: _Papers, council: Council) -> AgendaEntry:
    letter = next((section.letter for section in sections if section.pk == item.section_id), "")
    withheld = withheld_item(item, council)
    own_papers = papers.by_item.get(item.pk, [])
    to_follow = papers.to_follow.get(item.pk, [])
    notices = [_beside(withheld, notice) for notice in papers.notices_by_item.get(item.pk, [])]
    return AgendaEntry(
        id=item.pk,
        reference=f"{letter}{item.label}",
        title=item.title,
        address=item.get_absolute_url(),
        state=item.state,
        text="" if withheld else item.text,
        urgency_reason=item.urgency_reason,
        withheld=withheld,
        has_withheld_papers=withheld is not None and not notices and vars(item)["has_papers"],
        papers=own_papers,
        notices=notices,
        decided=[decided(told) for told in vars(item)["decided"]],
        is_quiet=is_formal(item.title) and not own_papers and not notices and not to_follow and withheld is None,
        to_follow=to_follow,
    )


def _beside(item: Withheld | None, notice: Withheld) -> Withheld:
    """The notice without what the item above it has just said."""
    if item is None:
        return notice
    return replace(
        notice,
        law="" if notice.law == item.law else notice.law,
        reason="" if notice.reason == item.reason else notice.reason,
        taken="",
    )


def _parts(
    sections: list[AgendaSection], items: Iterable[AgendaItem], entries: Mapping[int, AgendaEntry]
) -> list[AgendaPart]:
    """Items in their order, broken where the section changes; a section without items stands in its place."""
    named = {section.pk: section for section in sections}
    parts = [
        AgendaPart(named.get(key) if key else None, [entries[item.pk] for item in run])
        for key, run in groupby(items, key=lambda item: item.section_id if item.section_id in named else None)
    ]
    used = {part.section.pk for part in parts if part.section}
    for section in sections:
        if section.pk not in used:
            parts.insert(_place(section, parts), AgendaPart(section, []))
    return parts


def _place(section: AgendaSection, parts: Sequence[AgendaPart]) -> int:
    return next((n for n, part in enumerate(parts) if part.section and part.section.order > section.order), len(parts))
