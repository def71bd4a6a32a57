"""The content of a proposal of each kind, as a dataclass and as JSON."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from documents.models import Proposal
from documents.structure.understood import (
    ProgrammeMeeting,
    ReadAction,
    ReadMinutes,
    ReadProgress,
    ReadRecommendation,
    ReadResponse,
    ReadReview,
    from_json,
)


@dataclass(frozen=True, slots=True)
class Programme:
    """A whole work programme: one proposal."""

    meetings: list[ProgrammeMeeting] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """That these minutes confirm those of the meeting on an earlier day."""

    confirms: datetime.date
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something for the clerk to look at, and tick off."""

    message: str
    text: str = ""


FORMS: dict[str, type] = {
    Proposal.Kind.MINUTES: ReadMinutes,
    Proposal.Kind.CONFIRMATION: Confirmation,
    Proposal.Kind.RECOMMENDATION: ReadRecommendation,
    Proposal.Kind.RESPONSE: ReadResponse,
    Proposal.Kind.PROGRESS: ReadProgress,
    Proposal.Kind.ACTION: ReadAction,
    Proposal.Kind.REVIEW: ReadReview,
    Proposal.Kind.PROGRAMME: Programme,
    Proposal.Kind.TABLE: Note,
    Proposal.Kind.NOTE: Note,
}


def content_of(proposal: Proposal) -> Any:
    """The dataclass of what accepting the proposal would write. Raises ValueError naming a field that does not fit."""
    return from_json(FORMS[proposal.kind], proposal.content)
