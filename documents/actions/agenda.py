"""The agenda of a plan, written to a meeting's rows."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from committees.models import AgendaItem, AgendaSection, Meeting, MeetingMember, Person, User
from documents.actions.deleting import take_off
from documents.actions.matching import match_items, match_sections
from documents.actions.saving import save_all
from documents.packs.plan import PackPlan, PlannedItem, PlannedMeeting, PlannedMember, PlannedSection

Row = TypeVar("Row")
Part = TypeVar("Part", AgendaItem, AgendaSection)


def write_agenda(*, meeting: Meeting, plan: PackPlan, by: User | None) -> list[AgendaItem]:
    """Make the meeting's facts, membership, sections and items those of the plan; the item of each planned one.

    An item the plan does not have is deleted where it was never public, and can be put back for 30 days; else it
    stays, marked as withdrawn.
    """
    write_facts(meeting, plan.meeting)
    write_members(meeting, plan.members)
    sections = write_sections(meeting, plan)
    items = write_items(meeting, plan, sections, by)
    _drop_or_keep_last(AgendaSection.objects.filter(meeting=meeting), sections, by)  # once no item needs them
    return items


def facts_of(planned: PlannedMeeting) -> dict[str, Any]:
    """A meeting's fields as the plan has them. What the pack does not print is left out, and so kept."""
    facts = {
        "time": planned.time,
        "venue": planned.venue[:300],
        "despatched_on": planned.despatched,
        "quorum": planned.quorum,
        "contact_name": planned.contact[:120],
        "contact_phone": planned.contact_phone[:40],
        "contact_email": planned.contact_email[:254],
        "questions_to": planned.questions_to[:200],
        "questions_by": planned.questions_by,
        "questions_text": planned.questions_text,
        "next_meeting_on": planned.next_meeting,
    }
    return {field: value for field, value in facts.items() if value not in (None, "")}


def write_facts(meeting: Meeting, planned: PlannedMeeting) -> None:
    for field, value in facts_of(planned).items():
        setattr(meeting, field, value)
    meeting.save()


def write_members(meeting: Meeting, members: Sequence[PlannedMember]) -> None:
    people = {person.name.casefold(): person for person in Person.objects.filter(left_on=None)}
    MeetingMember.objects.filter(meeting=meeting).delete()
    MeetingMember.objects.bulk_create(
        MeetingMember(
            meeting=meeting,
            order=order,
            name=(member.name or "")[:120],
            person=people.get((member.name or "").casefold()),
            role=member.role if member.name else MeetingMember.Role.VACANCY,
            representing=member.representing[:200],
        )
        for order, member in enumerate(members, start=1)
    )


def write_sections(meeting: Meeting, plan: PackPlan) -> list[AgendaSection]:
    """The section of each planned one, in the plan's order."""
    rows = list(AgendaSection.objects.filter(meeting=meeting))
    found = match_sections(plan.sections, rows)
    written: list[AgendaSection] = []
    for order, (planned, row) in enumerate(zip(plan.sections, found, strict=True), start=1):
        section = row or AgendaSection(meeting=meeting)
        section.order, section.letter = order, (planned.letter or "")[:10]
        section.title, section.text = planned.title[:300], planned.text
        written.append(section)
    save_all(AgendaSection, written)
    return written


def section_of(planned: PlannedItem, plan_sections: Sequence[PlannedSection], rows: Sequence[Row]) -> Row | None:
    """The item's section: by its place where the plan gives one, else the one of its letter or title."""
    if planned.section_index is not None and planned.section_index < len(rows):
        return rows[planned.section_index]
    named = (row for plan, row in zip(plan_sections, rows, strict=True) if planned.section in (plan.letter, plan.title))
    return next(named, None) if planned.section else None


def write_items(
    meeting: Meeting, plan: PackPlan, sections: Sequence[AgendaSection], by: User | None
) -> list[AgendaItem]:
    rows = list(AgendaItem.objects.filter(meeting=meeting))
    found = match_items(plan.items, rows)
    written = []
    for order, (planned, row) in enumerate(zip(plan.items, found, strict=True), start=1):
        item = row or AgendaItem(meeting=meeting)
        item.section, item.order = section_of(planned, plan.sections, sections), order
        fill_item(item, planned)
        written.append(item)
    save_all(AgendaItem, written)
    kept = _drop_or_keep_last(rows, written, by)
    AgendaItem.objects.filter(pk__in=[item.pk for item in kept]).update(state=AgendaItem.State.WITHDRAWN)
    return written


def fill_item(item: AgendaItem, plan: PlannedItem) -> None:
    item.label, item.title, item.text = plan.label[:20], plan.title[:500], plan.text
    if item.published_at is None or item.first_page is None:  # labels that the public has seen never move
        item.first_page, item.last_page = plan.first_page, plan.last_page
    if item.published_at is None or plan.access != "open":  # opening what was withheld is an action of its own
        item.access = plan.access
        item.exempt_paragraphs = plan.exempt_paragraphs if plan.access == "exempt" else []
    if item.state == AgendaItem.State.WITHDRAWN:
        item.state = AgendaItem.State.LISTED


def write_new_items(*, meeting: Meeting, plan: PackPlan) -> list[AgendaItem]:
    """For a meeting whose agenda is public: only the items it lacks, as drafts; the rest waits for publication."""
    rows = list(AgendaItem.objects.filter(meeting=meeting))
    last = max((row.order for row in rows), default=0)
    sections = match_sections(plan.sections, list(AgendaSection.objects.filter(meeting=meeting)))
    written, fresh = [], []
    for plan_item, row in zip(plan.items, match_items(plan.items, rows), strict=True):
        if row is None:
            last += 1
            row = AgendaItem(meeting=meeting, order=last, section=section_of(plan_item, plan.sections, sections))
            fill_item(row, plan_item)
            fresh.append(row)
        written.append(row)
    save_all(AgendaItem, fresh)
    return written


def _drop_or_keep_last(rows: Iterable[Part], written: Sequence[Part], by: User | None) -> list[Part]:
    """Of those that were not written, take off what may go; the others follow the plan's, and are answered."""
    here = {row.pk for row in written}
    kept = [row for row in rows if row.pk not in here and not take_off(row, by)]
    for order, row in enumerate(kept, start=len(written) + 1):
        row.order = order
        row.save(update_fields=["order"])
    return kept
