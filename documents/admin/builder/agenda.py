"""An agenda as the builder shows it: sections, items, and at each the papers that are here, asked for or promised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from committees.actions.agenda_building import is_public
from committees.models import AgendaItem, AgendaSection, AgendaTemplate, Meeting
from documents.models import Document, Invitation, Listing, PaperToFollow


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper at its place; `state` says in a few words how far it is, `pages` names those it has in the pack."""

    document: Document
    state: str
    pages: str


@dataclass(frozen=True, slots=True)
class Line:
    """An item, or the meeting itself (None), with what is there and what is awaited."""

    item: AgendaItem | None
    papers: list[Paper] = field(default_factory=list)
    invitations: list[Invitation] = field(default_factory=list)
    promises: list[PaperToFollow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Group:
    section: AgendaSection | None
    lines: list[Line]
    is_first: bool = False
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """`earlier` is the committee's latest other meeting with an agenda, to make a template from."""

    meeting: Meeting
    groups: list[Group]
    of_meeting: Line
    template: AgendaTemplate | None
    earlier: Meeting | None

    @property
    def is_public(self) -> bool:
        return is_public(self.meeting)

    @property
    def is_empty(self) -> bool:
        return not any(group.section or group.lines for group in self.groups)

    @property
    def front_sheets(self) -> list[Paper]:
        return [paper for paper in self.of_meeting.papers if paper.document.kind == Document.Kind.FRONT_SHEET]

    @property
    def awaited(self) -> int:
        lines = [self.of_meeting, *(line for group in self.groups for line in group.lines)]
        return sum(len(line.promises) + sum(not one.paper_id for one in line.invitations) for line in lines)


def built(meeting: Meeting) -> Built:
    sections = list(AgendaSection.objects.filter(meeting=meeting).order_by("order"))
    items = list(AgendaItem.objects.filter(meeting=meeting).select_related("section").order_by("order"))
    line_of = _lines(meeting, items)
    loose = [line_of[item.pk] for item in items if item.section_id is None]
    groups = [Group(None, loose)] if loose or not sections else []
    for place, section in enumerate(sections):
        lines = [line_of[item.pk] for item in items if item.section_id == section.pk]
        groups.append(Group(section, lines, place == 0, place == len(sections) - 1))
    template = AgendaTemplate.objects.filter(committee=meeting.committee).first()
    with_agenda = Meeting.objects.filter(committee=meeting.committee, items__isnull=False).exclude(pk=meeting.pk)
    earlier = with_agenda.order_by("-date", "-pk").first()
    return Built(meeting, groups, line_of[None], template, earlier)


def _lines(meeting: Meeting, items: Iterable[AgendaItem]) -> Mapping[int | None, Line]:
    lines: dict[int | None, Line] = {None: Line(None)}
    lines.update({item.pk: Line(item) for item in items})
    for listing in Listing.objects.filter(meeting=meeting).select_related("document").order_by("order", "pk"):
        lines[listing.item_id].papers.append(_paper(listing))
    asked = Invitation.objects.filter(item__meeting=meeting, cancelled_at=None)
    for invitation in asked.select_related("author", "paper"):
        lines[invitation.item_id].invitations.append(invitation)
    for promise in PaperToFollow.objects.filter(meeting=meeting).awaited():
        lines[promise.item_id].promises.append(promise)
    return lines


def _pages(listing: Listing) -> str:
    first, last = listing.first_page, listing.last_page
    if not first or not last:
        return ""
    return f"page {first}" if first == last else f"pages {first} to {last}"


def _paper(listing: Listing) -> Paper:
    document = listing.document
    pages = _pages(listing)
    if document.withdrawn_at:
        return Paper(document, "Withdrawn", pages)
    if document.access != "open":
        return Paper(document, document.get_access_display(), pages)
    return Paper(document, "Published" if document.published_at else "Draft", pages)
