"""What is taken in private, and what a meeting resolved of it. Keyword-only, atomic, audited."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.dispatch import Signal

from committees.actions.grounds import NO_GROUNDS, Grounds, withhold
from committees.actions.meetings import changed
from committees.audit import recorded
from committees.models import Access, AgendaItem, User
from committees.models.withholding import WITHHOLDING_FIELDS

TITLES = ("title", "open_title")

# Sent in the transaction that opens an item that was withheld, with `item` and `by`: its papers pass the gate of
# `documents`, which this app does not know, and which stops the opening by raising NotAllowed.
item_opened = Signal()


@transaction.atomic
def restrict_item(
    *,
    item: AgendaItem,
    by: User | None,
    access: str,
    paragraphs: Sequence[int],
    reason: str,
    grounds: Grounds = NO_GROUNDS,
    title: str = "",
) -> AgendaItem:
    """The item is to be taken in private, or (access "open") in public again; its papers follow it.

    `title` is what the public reads from now on; that of before is kept, for staff, until the item is open again.
    """
    with recorded(by=by, why=f"Change access to {access}: {reason}"):
        withhold(item, access=access, paragraphs=paragraphs, reason=reason, grounds=grounds)
        if access == Access.OPEN:
            item.private_resolved_on, item.private_resolution = None, ""
        _retitle(item, title.strip())
        item.save(update_fields=[*WITHHOLDING_FIELDS, *TITLES, "private_resolved_on", "private_resolution"])
        if access == Access.OPEN:
            item_opened.send(sender=AgendaItem, item=item, by=by)
        changed(item.meeting, by)
    return item


def _retitle(item: AgendaItem, title: str) -> None:
    if item.access == Access.OPEN:
        item.open_title = ""
    elif title and title != item.title:
        item.open_title = item.open_title or item.title
    item.title = title or item.title


def open_item(*, item: AgendaItem, by: User | None, reason: str, title: str = "") -> AgendaItem:
    """An item that was withheld is open, and its papers with it, but those withheld for themselves.

    Raises NotAllowed where one of its papers may not pass to the public.
    """
    return restrict_item(item=item, by=by, access=Access.OPEN, paragraphs=[], reason=reason, title=title)


@transaction.atomic
def resolve_private(*, item: AgendaItem, by: User | None, on: date | None, resolution: str) -> AgendaItem:
    """The meeting resolved `on` a day to exclude the public while the item was taken (s100A(4)); None takes it back.

    An open item too: then it is one of its papers that was taken in private.
    """
    with recorded(by=by, why="Record that the public was excluded" if on else "No exclusion of the public"):
        item.private_resolved_on = on
        item.private_resolution = resolution if on else ""
        item.save(update_fields=["private_resolved_on", "private_resolution"])
        changed(item.meeting)
    return item
