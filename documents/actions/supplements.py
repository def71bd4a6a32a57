"""Supplements: what a pack that adds to an agenda is to do to it, and the record that the public reads of it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from committees.actions import NotAllowed
from committees.audit import recorded
from committees.lateness import is_inside_clear_days
from committees.models import AgendaItem, AgendaSection, Committee, Meeting, PublicChange, User, record_change
from documents.actions.agenda import fill_item
from documents.actions.matching import find_meeting, likeness, match_items
from documents.actions.saving import save_all
from documents.models import Document, Listing, PackUpload, Supplement
from documents.packs.plan import PackPlan, PlannedItem
from documents.packs.supplements import AgendaHere, decide

SOMEWHAT_ALIKE = 0.3  # of titles whose label is the same: a supplement often prints its paper's title at the item


def told_apart(plan: PackPlan, committee: Committee | None) -> PackPlan:
    """The plan as a supplement or a whole agenda, by the agenda of its meeting that is here."""
    meeting = find_meeting(committee, plan.meeting) if committee else None
    return decide(plan, agenda_here(meeting, plan) if meeting else None)


def agenda_here(meeting: Meeting, plan: PackPlan) -> AgendaHere:
    rows = list(AgendaItem.objects.filter(meeting=meeting).select_related("section"))
    found = match_supplement_items(plan.items, rows)
    last = Listing.objects.filter(meeting=meeting).aggregate(last=Max("last_page"))["last"]
    return AgendaHere(len(rows), sum(row is not None for row in found), last)


def match_supplement_items(planned: Sequence[PlannedItem], rows: Sequence[AgendaItem]) -> list[AgendaItem | None]:
    """Items by their titles, then by their labels where titles are a little alike."""
    found = match_items(planned, rows)
    for place, item in enumerate(planned):
        if found[place] is None and (row := _of_label(item, [row for row in rows if row not in found])):
            found[place] = row
    return found


def _of_label(planned: PlannedItem, rows: Sequence[AgendaItem]) -> AgendaItem | None:
    letter = planned.section if planned.section and len(planned.section) <= 2 else ""
    labels = {planned.label, f"{letter}{planned.label}"} - {""}
    found = [row for row in rows if row.reference in labels]
    alike = [row for row in found if likeness(row.title, planned.title) >= SOMEWHAT_ALIKE]
    return alike[0] if len(alike) == 1 else None


def write_supplement_items(*, meeting: Meeting, plan: PackPlan) -> list[AgendaItem]:
    """The item of each planned one: those that are here as they are, new ones as drafts after all others."""
    rows = list(AgendaItem.objects.filter(meeting=meeting).select_related("section"))
    sections = {section.letter: section for section in AgendaSection.objects.filter(meeting=meeting) if section.letter}
    last = max((row.order for row in rows), default=0)
    written, fresh = [], []
    for planned, row in zip(plan.items, match_supplement_items(plan.items, rows), strict=True):
        if row is None:
            last += 1
            row = AgendaItem(meeting=meeting, order=last, section=sections.get(planned.section or ""))
            fill_item(row, planned)
            fresh.append(row)
        written.append(row)
    save_all(AgendaItem, fresh)
    return written


def draft_supplement(*, meeting: Meeting, upload: PackUpload | None = None) -> Supplement:
    """The supplement of an upload, with the next number of its meeting where it is new."""
    known = Supplement.objects.filter(upload=upload).first() if upload else None
    if known and known.meeting_id == meeting.pk:
        return known
    if known:
        forget_supplement(known)
    number = Supplement.objects.filter(meeting=meeting).aggregate(Max("number"))["number__max"] or 0
    return Supplement.objects.create(meeting=meeting, upload=upload, number=number + 1)


def put_in_supplement(supplement: Supplement, documents: Sequence[Document]) -> None:
    """Those that are not public yet are of this supplement; a corrected paper stays where it was published."""
    drafts = [document.pk for document in documents if document.published_at is None]
    Listing.objects.filter(meeting=supplement.meeting, document__in=drafts).update(supplement=supplement)


def forget_supplement(supplement: Supplement) -> None:
    """A draft that its pack turned out not to be."""
    Listing.objects.filter(supplement=supplement).update(supplement=None)
    supplement.delete()


def publish_supplement(supplement: Supplement, at: datetime | None = None) -> None:
    """Within a publication, now or as of `at`. Raises NotAllowed inside the clear days where no reason is given."""
    if supplement.published_at is None:
        published = supplement.meeting.agenda_published_at
        if published is None or published > timezone.now():
            raise NotAllowed(f"{supplement} adds to an agenda that is not public yet: publish the agenda first.")
        if is_inside_clear_days(supplement.meeting) and not supplement.late_reason.strip():
            raise NotAllowed(f"{supplement} comes inside the clear days: give the reason, which the public is shown.")
        supplement.published_at = at or timezone.now()
        supplement.save(update_fields=["published_at", "late_reason"])


@transaction.atomic
def give_late_reason(*, supplement: Supplement, by: User | None, reason: str) -> Supplement:
    """Why the supplement comes inside the clear days, for the public."""
    if not reason.strip():
        raise NotAllowed("Give the reason: the public is shown it.")
    with recorded(by=by, why=f"Reason for a late supplement: {reason}"):
        supplement.late_reason = reason
        supplement.save(update_fields=["late_reason"])
        record_change(PublicChange.Subject.MEETING, supplement.meeting_id)
    return supplement
