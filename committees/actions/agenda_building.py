"""An agenda made here: begun from its committee's template, then its sections and items added, changed and dropped."""

from collections.abc import Collection, Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from committees.actions.deleting import InUse, delete_draft_part
from committees.actions.meetings import changed, withdraw_item
from committees.actions.refusals import NotAllowed
from committees.audit import recorded
from committees.models import (
    AgendaItem,
    AgendaSection,
    AgendaTemplate,
    Meeting,
    MeetingMember,
    Membership,
    TemplateItem,
    TemplateSection,
    User,
)

ROLES = {
    Membership.Role.CHAIR: MeetingMember.Role.CHAIR,
    Membership.Role.VICE_CHAIR: MeetingMember.Role.VICE_CHAIR,
    Membership.Role.CO_OPTED: MeetingMember.Role.CO_OPTED,
    Membership.Role.SUBSTITUTE: MeetingMember.Role.SUBSTITUTE,
}
# The order in which a front sheet prints seats
SEATS = ("chair", "vice_chair", "member", "co_opted", "substitute")


def is_public(meeting: Meeting) -> bool:
    return meeting.agenda_published_at is not None and meeting.agenda_published_at <= timezone.now()


@transaction.atomic
def begin_agenda(*, meeting: Meeting, by: User | None, template: AgendaTemplate | None = None) -> Meeting:
    """The sections, formal items and standing texts of a template, with the committee's facts and seats of the day.

    Raises NotAllowed where the meeting has an agenda already.
    """
    if AgendaItem.objects.filter(meeting=meeting).exists() or AgendaSection.objects.filter(meeting=meeting).exists():
        raise NotAllowed("This meeting has an agenda already.")
    with recorded(by=by, why="Begin agenda"):
        _fill_facts(meeting, template)
        copy_membership(meeting)
        if template is not None:
            _copy_template(template, meeting)
        renumber(meeting)
        changed(meeting)
    return meeting


def _fill_facts(meeting: Meeting, template: AgendaTemplate | None) -> None:
    """What the meeting itself does not say."""
    committee = meeting.committee
    meeting.venue = meeting.venue or (template.venue if template else "")
    meeting.time = meeting.time or (template.time if template else None)
    meeting.quorum = meeting.quorum or committee.quorum
    for field in ("contact_name", "contact_email", "contact_phone"):
        setattr(meeting, field, getattr(meeting, field) or getattr(committee, field))
    if meeting.next_meeting_on is None:
        later = Meeting.objects.filter(committee=committee, date__gt=meeting.date, state=Meeting.State.SCHEDULED)
        meeting.next_meeting_on = later.order_by("date").values_list("date", flat=True).first()
    meeting.save()


def copy_membership(meeting: Meeting) -> None:
    """The seats of the committee on the day of the meeting, where none are written down for it yet."""
    if MeetingMember.objects.filter(meeting=meeting).exists():
        return
    seats = list(Membership.objects.filter(committee=meeting.committee).on(meeting.date).select_related("person"))
    seats.sort(key=lambda seat: (SEATS.index(seat.role), seat.person.sort_key if seat.person else "~"))
    MeetingMember.objects.bulk_create(
        MeetingMember(
            meeting=meeting,
            order=order,
            person=seat.person,
            name=seat.person.name if seat.person else "",
            role=_role(seat),
            representing=seat.representing,
        )
        for order, seat in enumerate(seats, start=1)
    )


def _role(seat: Membership) -> str:
    if seat.person is None:
        return MeetingMember.Role.VACANCY
    return ROLES.get(Membership.Role(seat.role), MeetingMember.Role.MEMBER)


def _copy_template(template: AgendaTemplate, meeting: Meeting) -> None:
    sections: dict[int, AgendaSection] = {}
    for order, planned in enumerate(template.sections.all(), start=1):
        sections[planned.pk] = AgendaSection.objects.create(
            meeting=meeting, order=order, letter=planned.letter, title=planned.title, text=planned.text
        )
    places = {key: place for place, key in enumerate(sections)}
    rows = sorted(template.items.all(), key=lambda item: (places.get(item.section_id or 0, -1), item.order, item.pk))
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            section=sections.get(item.section_id or 0),
            order=order,
            title=item.title,
            text=item.text,
        )
        for order, item in enumerate(rows, start=1)
    )


@transaction.atomic
def make_template(*, meeting: Meeting, items: Collection[AgendaItem], by: User | None) -> AgendaTemplate:
    """The committee's template from a meeting's agenda, in place of any other: its sections, and the items named."""
    with recorded(by=by, why=f"Make agenda template from {meeting}"):
        template, _created = AgendaTemplate.objects.update_or_create(
            committee=meeting.committee, defaults={"venue": meeting.venue, "time": meeting.time}
        )
        template.items.all().delete()
        template.sections.all().delete()
        sections = {
            row.pk: TemplateSection.objects.create(
                template=template, order=row.order, letter=row.letter, title=row.title, text=row.text
            )
            for row in AgendaSection.objects.filter(meeting=meeting).order_by("order")
        }
        TemplateItem.objects.bulk_create(
            TemplateItem(
                template=template,
                section=sections.get(item.section_id or 0),
                order=item.order,
                title=item.title,
                text=item.text,
            )
            for item in items
        )
    return template


@transaction.atomic
def add_section(*, meeting: Meeting, by: User | None, title: str, letter: str = "", text: str = "") -> AgendaSection:
    """A draft section after the others."""
    with recorded(by=by, why="Add section"):
        last = AgendaSection.objects.filter(meeting=meeting).aggregate(Max("order"))["order__max"] or 0
        section = AgendaSection.objects.create(
            meeting=meeting, order=last + 1, title=title.strip(), letter=letter.strip(), text=text
        )
        renumber(meeting)
    return section


@transaction.atomic
def change_section(*, section: AgendaSection, by: User | None, title: str, letter: str, text: str) -> AgendaSection:
    with recorded(by=by, why="Change section"):
        section.title, section.letter, section.text = title.strip(), letter.strip(), text
        section.save(update_fields=["title", "letter", "text"])
        renumber(section.meeting)
        changed(section.meeting, by)
    return section


@transaction.atomic
def drop_section(*, section: AgendaSection, by: User | None) -> None:
    """A section without items, that was never public. It can be put back for 30 days."""
    if section.published_at is not None:
        raise NotAllowed("The public has seen this section: it stays on the agenda.")
    if AgendaItem.objects.filter(section=section).exists():
        raise NotAllowed("Move or drop the items of this section first.")
    delete_draft_part(part=section, by=by)


@transaction.atomic
def add_item(
    *, meeting: Meeting, section: AgendaSection | None, by: User | None, title: str, text: str = ""
) -> AgendaItem:
    """A draft item, the last of its section; on a public agenda, the last of all, numbered after the others."""
    with recorded(by=by, why="Add item"):
        last = AgendaItem.objects.filter(meeting=meeting).aggregate(Max("order"))["order__max"] or 0
        item = AgendaItem.objects.create(
            meeting=meeting, section=section, order=last + 1, title=title.strip(), text=text
        )
        if is_public(meeting):
            item.label = _next_label(item)
            item.save(update_fields=["label"])
        else:
            _order([*_in_sections(meeting)])
            renumber(meeting)
            item.refresh_from_db()
        changed(meeting, by)
    return item


@transaction.atomic
def change_item(
    *, item: AgendaItem, by: User | None, title: str, text: str, section: AgendaSection | None
) -> AgendaItem:
    with recorded(by=by, why="Change item"):
        item.title, item.text, item.section = title.strip(), text, section
        item.save(update_fields=["title", "text", "section"])
        if not is_public(item.meeting):
            _order([*_in_sections(item.meeting)])
            renumber(item.meeting)
        changed(item.meeting, by)
    return item


@transaction.atomic
def drop_item(*, item: AgendaItem, by: User | None) -> None:
    """A draft is deleted, and can be put back for 30 days; what the public has seen stays, marked as withdrawn."""
    if item.published_at is not None:
        withdraw_item(item=item, by=by, reason="Taken off the agenda")
        return
    try:
        delete_draft_part(part=item, by=by)
    except InUse as error:
        raise NotAllowed("Papers are listed at this item: delete them, or list them elsewhere, first.") from error
    renumber(item.meeting)


def renumber(meeting: Meeting) -> None:
    """Number the items of an agenda that is not public: afresh in each lettered section, else straight through."""
    if is_public(meeting):
        return
    number, section = 0, None
    for item in AgendaItem.objects.filter(meeting=meeting).select_related("section").order_by("order"):
        starts = item.section is not None and item.section.letter and item.section_id != section
        number, section = (1 if starts else number + 1), item.section_id
        if item.label != str(number):
            item.label = str(number)
            item.save(update_fields=["label"])


def _next_label(item: AgendaItem) -> str:
    others = AgendaItem.objects.filter(meeting=item.meeting).exclude(pk=item.pk)
    if item.section is not None and item.section.letter:
        others = others.filter(section=item.section)
    numbers = [int(label) for label in others.values_list("label", flat=True) if label.isdecimal()]
    return str(max(numbers, default=0) + 1)


def _in_sections(meeting: Meeting) -> Sequence[AgendaItem]:
    """The items in the order of their sections, those of none first."""
    items = AgendaItem.objects.filter(meeting=meeting).select_related("section")
    return sorted(items, key=lambda item: (item.section.order if item.section else 0, item.order))


def _order(items: Sequence[AgendaItem]) -> None:
    for order, item in enumerate(items, start=1):
        if item.order != order:
            item.order = order
            item.save(update_fields=["order"])


@transaction.atomic
def move_section(*, section: AgendaSection, by: User | None, step: int) -> AgendaSection:
    """One place up (-1) or down (1), with its items; nothing happens beyond the first and the last."""
    if is_public(section.meeting):
        raise NotAllowed("The agenda is public: its sections stay in their order.")
    rows = list(AgendaSection.objects.filter(meeting=section.meeting).order_by("order"))
    place = rows.index(section)
    if not 0 <= place + step < len(rows):
        return section
    rows[place], rows[place + step] = rows[place + step], rows[place]
    with recorded(by=by, why="Move section"):
        for order, row in enumerate(rows, start=1):
            row.order = order
        AgendaSection.objects.bulk_update(rows, ["order"])
        _order([*_in_sections(section.meeting)])
        renumber(section.meeting)
    return section
