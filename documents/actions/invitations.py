"""Reports that clerks ask of their authors."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from committees.actions import NotAllowed
from committees.audit import recorded
from committees.models import AgendaItem, User
from documents.actions.matching import likeness
from documents.models import Document, Invitation


@transaction.atomic
def invite_report(
    *, item: AgendaItem, author: User, title: str, due_on: date, by: User | None, note: str = ""
) -> Invitation:
    """The author is asked for a report on the item, and finds it among their papers."""
    if due_on >= item.meeting.date:
        raise NotAllowed("Ask for the report by a day before the meeting.")
    with recorded(by=by, why=f"Ask for a report: {title}"):
        return Invitation.objects.create(
            item=item, author=author, title=title.strip()[:300], due_on=due_on, note=note, asked_by=by
        )


@transaction.atomic
def cancel_invitation(*, invitation: Invitation, by: User | None, why: str) -> Invitation:
    with recorded(by=by, why=f"Report no longer asked for: {why}"):
        invitation.cancelled_at = timezone.now()
        invitation.save(update_fields=["cancelled_at"])
    return invitation


def answer_invitation(*, paper: Document, item: AgendaItem | None, by: User | None) -> None:
    """A paper that an author adds to an item is what they were asked for there: of several, the one most alike."""
    asked = list(Invitation.objects.awaited().filter(item=item, author=by)) if item and by else []
    if asked:
        invitation = max(asked, key=lambda one: likeness(one.title, paper.title))
        invitation.paper = paper
        invitation.save(update_fields=["paper"])
