"""Why something is kept from the public: what the law asks of whoever withholds it (LGA 1972 s100B, Schedule 12A)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from committees.actions.refusals import NotAllowed
from committees.exemption import unknown_paragraphs
from committees.models import Access, Council
from committees.models.withholding import Withholding

UNWEIGHED = "say why the public interest in withholding it is the greater"
NO_REVIEW = "say when to look at it again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What is kept in the record beside the reason that the public is shown."""

    public_interest: str = ""
    decided_by: str = ""
    review_on: date | None = None


NO_GROUNDS = Grounds()


def withhold(
    thing: Withholding, *, access: str, paragraphs: Sequence[int], reason: str, grounds: Grounds = NO_GROUNDS
) -> None:
    """Set it on the row, which is not saved.

    Raises NotAllowed for an exempt thing without a paragraph of its law, the public interest or a day to review it.
    """
    if access == Access.EXEMPT:
        _check(paragraphs)
        _weigh(grounds)
    thing.access = access
    thing.exempt_paragraphs = list(paragraphs) if access == Access.EXEMPT else []
    thing.withheld_reason = "" if access == Access.OPEN else reason
    thing.public_interest, thing.withheld_by = grounds.public_interest, grounds.decided_by
    thing.withheld_review_on = grounds.review_on


def _check(paragraphs: Sequence[int]) -> None:
    if not paragraphs:
        raise NotAllowed("Say which paragraph of Schedule 12A applies.")
    if unknown := unknown_paragraphs(paragraphs, Council.objects.current().jurisdiction):
        raise NotAllowed(f"Schedule 12A has no paragraph {unknown[0]} for this council.")


def _weigh(grounds: Grounds) -> None:
    """Exempt only while the public interest in withholding outweighs: Schedule 12A, Part 2, paragraph 10."""
    if not grounds.public_interest.strip():
        raise NotAllowed(f"{UNWEIGHED.capitalize()}.")
    if grounds.review_on is None:
        raise NotAllowed(f"{NO_REVIEW.capitalize()}: what is exempt today may be open later.")


def require_weighed(thing: Withholding, name: str) -> None:
    """Before the public is told of it: a pack that was read may say no more than “exempt”. Raises NotAllowed."""
    if lacking := grounds_lacking(thing):
        raise NotAllowed(f"{name} is exempt: {lacking[0]}.")


def grounds_lacking(thing: Withholding) -> list[str]:
    """What has still to be said of an exempt thing; nothing of any other."""
    if thing.access != Access.EXEMPT:
        return []
    lacking = [] if thing.exempt_paragraphs else ["say which paragraph of Schedule 12A applies"]
    lacking += [] if thing.public_interest.strip() else [UNWEIGHED]
    return lacking + ([] if thing.withheld_review_on else [NO_REVIEW])
