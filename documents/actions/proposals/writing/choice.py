from dataclasses import dataclass

from committees.models import Meeting, User
from documents.models import Document, Listing, Review


@dataclass(frozen=True, slots=True)
class Choice:
    """What the clerk chose when accepting: see `deciding.accept`."""

    by: User | None
    review: Review | None = None
    new_meeting: bool = False


def meeting_of(document: Document) -> Meeting | None:
    """The meeting that took a paper: the first, where several did."""
    listing = Listing.objects.filter(document=document).select_related("meeting").order_by("meeting__date").first()
    return listing.meeting if listing else None
