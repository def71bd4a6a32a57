"""The chair's opinion that a late item is urgent."""

from django.db import transaction

from committees.actions.meetings import changed
from committees.actions.refusals import NotAllowed
from committees.audit import recorded
from committees.models import AgendaItem, User


@transaction.atomic
def record_urgency(*, item: AgendaItem, by: User | None, reason: str) -> AgendaItem:
    """The chair is of the opinion that the item is urgent, for this reason; it goes into the minutes too."""
    if not reason.strip():
        raise NotAllowed("Give the chair’s reason: the law has it in the minutes.")
    with recorded(by=by, why=f"Urgent item: {reason}"):
        item.urgency_reason = reason.strip()
        item.save(update_fields=["urgency_reason"])
        changed(item.meeting)
    return item
