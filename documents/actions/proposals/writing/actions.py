from collections.abc import Sequence

from django.db import models

from committees.actions import NotAllowed
from committees.models import Meeting
from documents.actions.proposals.contents import Programme
from documents.actions.proposals.matching import committee_named
from documents.actions.proposals.writing.choice import Choice
from documents.models import PlannedAction, Proposal, WorkProgrammeEntry
from documents.structure.understood import ReadAction


def write_action(proposal: Proposal, read: ReadAction, choice: Choice) -> Sequence[models.Model]:
    """One row of an action plan; its place in the plan names it."""
    row, _ = PlannedAction.objects.update_or_create(
        document=proposal.version.document,
        order=int(proposal.key.rpartition(":")[2]),
        defaults={
            "part": read.part[:300],
            "objective": read.objective,
            "champion": read.champion[:300],
            "number": read.number[:20],
            "action": read.action,
            "owner": read.owner,
            "due": read.due[:120],
            "due_month": read.due_month,
            "rag": read.rag,
            "success": read.success,
            "progress": read.progress,
            "page": max(read.page, 1),
        },
    )
    if choice.review is not None:
        row.review = choice.review
        row.save(update_fields=["review"])
    return [row]


def write_programme(proposal: Proposal, read: Programme, choice: Choice) -> Sequence[models.Model]:
    """What a committee plans for each meeting, linked to the meeting on that day where there is one."""
    document = proposal.version.document
    committee = committee_named("", proposal.version)
    if committee is None:
        raise NotAllowed("List the paper at a meeting first, so that its committee is known.")
    WorkProgrammeEntry.objects.filter(document=document).delete()
    days = {planned.date for planned in read.meetings if planned.date}
    on_day = {meeting.date: meeting for meeting in Meeting.objects.filter(committee=committee, date__in=days)}
    rows = [
        WorkProgrammeEntry(
            committee=committee,
            document=document,
            date=planned.date,
            date_text=planned.date_text[:80],
            meeting=on_day.get(planned.date) if planned.date else None,
            title=title,
            page=max(planned.page, 1),
            order=0,
        )
        for planned in read.meetings
        for title in planned.items
    ]
    for order, row in enumerate(rows, start=1):
        row.order = order
    return WorkProgrammeEntry.objects.bulk_create(rows)
